/**
 * The API and the command line once more with nothing in a folder: views and vault in MongoDB, the log in EventStoreDB where
 * `EVENTSTOREDB_URL` names a server, in its stand-in elsewhere.
 */
import { StandIn } from '../../libs/stores/eventstoredb/testing/stand-in.js';
import { mongodbUrl, useStores } from './test-stores.js';

useStores('servers');
const suite = mongodbUrl ? describe : describe.skip;

suite(`On MongoDB and ${process.env.EVENTSTOREDB_URL ? 'EventStoreDB' : 'a stand-in for EventStoreDB'}`, () => {
  let standIn: StandIn | undefined;
  beforeAll(async () => {
    if (!process.env.EVENTSTOREDB_URL) standIn = await StandIn.started();
    process.env.RELOCON_TEST_LOG = process.env.EVENTSTOREDB_URL ?? standIn?.url ?? '';
  });
  afterAll(() => standIn?.stop());

  for (const name of ['journey', 'conventions', 'history', 'privacy', 'bad-input', 'import']) {
    describe(name, () => void require(`./${name}.spec`));
  }
});
