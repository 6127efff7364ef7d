/** Vaults for specs of what is kept in them: the embedded one, and one in MongoDB where there is a server. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEntry, Vault } from '#event-sourcing';
import { openMongoVault } from '#stores/mongodb';
import { openSqliteVault } from '#stores/sqlite';
import { databaseAddress, dropDatabases, mongodbUrl } from './test-stores.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Far ahead, so that nothing a server does by its own clock meddles; at the beginning of a time step. */
export const START = Date.parse('2100-01-01T00:00:00Z');

export interface Place {
  /** The same vault, as each of two instances of the service has it open. */
  vaults: [Vault, Vault];
  masterKey: Buffer;
  now(): number;
  /** Moves the clock on. */
  pass(ms: number): void;
  everything(): Promise<StoredEntry[]>;
}

interface Opened {
  vaults: [Vault, Vault];
  dispose(): Promise<void>;
}

async function openEmbedded(now: () => number): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'relocon-vault-'));
  const vault = await openSqliteVault({ file: join(folder, 'vault.db'), now });
  return {
    vaults: [{ ...vault, shared: true }, { ...vault, shared: true }],
    async dispose() {
      await vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openServer(now: () => number): Promise<Opened> {
  const name = `test-${randomBytes(5).toString('hex')}`;
  const open = () => openMongoVault({ url: databaseAddress(name), now });
  const vaults: [Vault, Vault] = [await open(), await open()];
  return {
    vaults,
    async dispose() {
      for (const vault of vaults) await vault.close();
      await dropDatabases(name);
    },
  };
}

const kinds = [['the embedded vault', openEmbedded], ...(mongodbUrl ? [['a vault in MongoDB', openServer] as const] : [])] as const;

/** Runs the same tests over each kind of vault. `place` answers with what the present test has. */
export function describeOverVaults(name: string, tests: (place: () => Place) => void): void {
  describe.each(kinds)(`${name}, over %s`, (_, open) => {
    let opened: Opened;
    let place: Place;
    beforeEach(async () => {
      let time = START;
      const now = () => time;
      opened = await open(now);
      place = {
        vaults: opened.vaults,
        masterKey: randomBytes(32),
        now,
        pass: (ms) => void (time += ms),
        async everything() {
          const all: StoredEntry[] = [];
          for await (const page of opened.vaults[0].everything()) all.push(...page);
          return all;
        },
      };
    });
    afterEach(() => opened.dispose());
    tests(() => place);
  });
}
