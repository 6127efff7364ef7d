import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '#event-sourcing';
import { openSqliteVault } from '#stores/sqlite';
import { Identities } from './identities.js';

const WORK = { issuer: 'https://login.example.org', subject: 'employee-4711' };
const HOME = { issuer: 'https://id.example.net', subject: 'employee-4711' };
const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-02T10:00:00.000Z';

let folder: string;
let vault: Vault;
let identities: Identities;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocon-identities-'));
  vault = await openSqliteVault({ file: join(folder, 'vault.db') });
  identities = new Identities(vault, Buffer.alloc(32, 3));
});
afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true });
});

const listed = async (accountId: string) => (await identities.listOf(accountId)).map(({ issuer, linkedAt }) => [issuer, linkedAt]);

it('finds the account of an identity, and nobody for the same subject of another issuer', async () => {
  await identities.link('anna', WORK, NOW);
  expect(await identities.find(WORK)).toBe('anna');
  expect(await identities.find(HOME)).toBeUndefined();
  expect(await identities.find({ issuer: `${WORK.issuer}employee`, subject: '-4711' })).toBeUndefined();
});

it('lists what an account has, and no other account’s', async () => {
  await identities.link('anna', HOME, LATER);
  await identities.link('anna', WORK, NOW);
  await identities.link('annabel', { ...WORK, subject: 'other' }, NOW);
  expect(await listed('anna')).toEqual([['https://login.example.org', NOW], ['https://id.example.net', LATER]]);
  expect(await listed('nobody')).toEqual([]);
});

it('lists more than fit on a page', async () => {
  for (let index = 0; index < 105; index++) await identities.link('anna', { ...WORK, subject: String(index) }, NOW);
  await identities.link('berta', WORK, NOW);
  expect(await listed('anna')).toHaveLength(105);
});

it('links an identity to one account, whoever else asks at the same time', async () => {
  const accounts = Array.from({ length: 8 }, (_, index) => `account-${index}`);
  const answers = await Promise.all(accounts.map((accountId) => identities.link(accountId, WORK, NOW)));
  const owner = await identities.find(WORK);
  expect(answers.map((answer) => ('refused' in answer ? answer.type : 'linked'))).toEqual(accounts.map((account) => (account === owner ? 'linked' : 'identity-belongs-to-another-account')));
  for (const account of accounts) expect(await listed(account)).toHaveLength(account === owner ? 1 : 0);
});

it('keeps the first date when it is linked again', async () => {
  await identities.link('anna', WORK, NOW);
  await identities.link('anna', WORK, LATER);
  expect(await listed('anna')).toEqual([['https://login.example.org', NOW]]);
});

it('unlinks for its own account alone; then another may have it', async () => {
  await identities.link('anna', WORK, NOW);
  const [{ id } = { id: '' }] = await identities.listOf('anna');
  expect(await identities.unlink('berta', id)).toBe(false);
  expect(await identities.find(WORK)).toBe('anna');
  expect(await identities.unlink('anna', id)).toBe(true);
  expect(await identities.unlink('anna', id)).toBe(false);
  expect(await identities.find(WORK)).toBeUndefined();
  await identities.link('berta', WORK, LATER);
  expect(await listed('anna')).toEqual([]);
  expect(await listed('berta')).toHaveLength(1);
});

it('lists and finds the same after it was stopped between two writes', async () => {
  const dying: Vault = { ...vault, putIfAbsent: async () => { throw new Error('killed'); } };
  await expect(new Identities(dying, Buffer.alloc(32, 3)).link('anna', WORK, NOW)).rejects.toThrow('killed');
  expect(await identities.find(WORK)).toBeUndefined();
  expect(await listed('anna')).toEqual([]);
});

it('keeps no subject where the vault can be read', async () => {
  await identities.link('anna', WORK, NOW);
  const all = [];
  for await (const page of vault.everything()) all.push(...page);
  expect(JSON.stringify(all)).toContain('anna');
  expect(JSON.stringify(all)).not.toContain('4711');
});
