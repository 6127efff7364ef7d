import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { vaultContract, viewStoreContract } from '#event-sourcing-testing';
import { openSqliteLog } from '#stores/sqlite';
import { openMongoVault, openMongoViews } from './index.js';

const server = process.env.MONGODB_URL ?? '';
const suite = server ? describe : describe.skip;

/** An address with a database of its own, which is dropped again. */
function ownDatabase(): { url: string; dispose(): Promise<void> } {
  const name = `test-${randomBytes(5).toString('hex')}`;
  const url = server.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?/, `$1/${name}`);
  return {
    url,
    async dispose() {
      const client = new MongoClient(server);
      for (const each of [name, `${name}-vault`]) await client.db(each).dropDatabase();
      await client.close();
    },
  };
}

suite('MongoDB', () => {
  vaultContract('The vault in MongoDB', async () => {
    const { url, dispose } = ownDatabase();
    return { open: (now) => openMongoVault({ url, beside: true, now }), dispose };
  });

  viewStoreContract('The view store in MongoDB', async () => {
    const { url, dispose } = ownDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'relocon-mongo-'));
    const log = await openSqliteLog({ file: join(folder, 'log.db') });
    return {
      log,
      open: () => openMongoViews({ url }),
      async dispose() {
        await dispose();
        await log.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
});
