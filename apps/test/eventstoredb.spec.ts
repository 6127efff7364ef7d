/**
 * The API and the command line once more with nothing in a folder: views and vault in MongoDB, the log in EventStoreDB where
 * `EVENTSTOREDB_URL` names a server, in its stand-in elsewhere.
 */
import { logServer, mongodbUrl, startLog, useStores } from './test-stores.js';

useStores('servers');
const suite = mongodbUrl ? describe : describe.skip;

suite(`On MongoDB and ${logServer}`, () => {
  let server: Awaited<ReturnType<typeof startLog>>;
  beforeAll(async () => {
    server = await startLog();
    process.env.RELOCON_TEST_LOG = server.settings.RELOCON_LOG;
  });
  afterAll(() => server.stop());

  for (const name of ['journey', 'conventions', 'history', 'privacy', 'import', 'imports', 'exports']) {
    describe(name, () => void require(`./${name}.spec`));
  }
});
