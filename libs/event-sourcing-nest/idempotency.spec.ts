/** Retries, over the embedded vault. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEntry, Vault } from '#event-sourcing';
import { openSqliteVault } from '#stores/sqlite';
import { Idempotency } from './idempotency.js';

describe('Idempotency keys', () => {
  let folder: string;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relocon-idempotency-'));
    vault = await openSqliteVault({ file: join(folder, 'vault.db') });
  });
  afterEach(async () => {
    await vault.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const secret = randomBytes(32);
  const request = { account: 'a', method: 'POST', path: '/api/v1/accounts', key: 'k', body: '{"email":"ada@example.org"}', mints: true };
  const instance = () => new Idempotency(vault, secret);

  it('answer again what was answered, in every instance, and no other body', async () => {
    const begun = await instance().begin(request);
    if (begun.kind !== 'run') throw new Error(begun.kind);
    expect(begun.resumed).toBe(false);
    expect(await instance().begin(request)).toMatchObject({ kind: 'run', resumed: true, commandId: begun.commandId, mintedId: begun.mintedId });
    const answer = { status: 201, headers: {}, body: { id: 'x' } };
    await begun.finish(answer, false);
    expect(await instance().begin(request)).toEqual({ kind: 'answered', answer });
    expect(await instance().begin({ ...request, body: '{"email":"ben@example.org"}' })).toMatchObject({ kind: 'refused', refusal: { type: 'idempotency-key-reused' } });
    for (const other of [{ account: 'b' }, { method: 'DELETE' }, { path: '/api/v1/groups' }, { key: 'l' }]) expect(await instance().begin({ ...request, ...other })).toMatchObject({ kind: 'run', resumed: false });
  });

  it('keep nothing of a body that could be found by trying', async () => {
    await instance().begin(request);
    const all: StoredEntry[] = [];
    for await (const page of vault.everything()) all.push(...page);
    const stored = JSON.stringify(all);
    expect(all).toHaveLength(1);
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) for (const form of ['hex', 'base64', 'base64url'] as const) expect(stored).not.toContain(createHash(algorithm).update(request.body).digest(form));
    expect(stored).not.toContain('ada@');
  });
});
