import type { Actor } from '#event-sourcing';
import { given } from '#event-sourcing-testing';
import { createKey, revokeKey, rotateKey } from './keys.decider.js';
import { ApiKeyCreated, ApiKeyRevoked, ApiKeyRotated } from './keys.events.js';

const keyId = '019a9d2c-7b40-7c3e-9f21-0000000000c1';
const memberId = '019a9d2c-7b40-7c3e-9f21-000000000011';
const accountId = '019a9d2c-7b40-7c3e-9f21-0000000000a1';
const NOW = '2026-03-01T12:00:00.000Z';
const JANUARY = '2026-01-10T09:00:00.000Z';
const IN_90_DAYS = '2026-05-30T12:00:00.000Z';
const TOMORROW = '2026-03-02T12:00:00.000Z';
const DAY_MS = 86_400_000;

const signedIn = (role: Actor['role'], more: Partial<Actor> = {}): { actor: Actor } => ({ actor: { kind: 'member', id: memberId, role, via: 'console', ...more } });
const outside = (role: Actor['role']) => signedIn(role, { kind: 'account', id: accountId });
const commandLine: { actor: Actor } = { actor: { kind: 'system', id: 'cli', role: 'system', via: 'cli' } };
const made = ApiKeyCreated.at(JANUARY, { keyId, accountId, memberId, name: 'Import', role: 'integrator', expiresAt: '2026-04-10T09:00:00.000Z' });
const revoked = ApiKeyRevoked.at(JANUARY, { keyId, accountId, memberId });
const input = { keyId, accountId, memberId, name: 'Import' };

describe('Making a key', () => {
  it('records whose it is, what it may and when it ends: after 90 days unless told otherwise', () => {
    given()
      .when(createKey, { ...input, role: 'integrator', scopes: ['members:read'], reason: 'Nightly import', fromAddress: '192.0.2.7' }, signedIn('admin'))
      .then(ApiKeyCreated.at(NOW, { ...input, role: 'integrator', scopes: ['members:read'], expiresAt: IN_90_DAYS, reason: 'Nightly import', fromAddress: '192.0.2.7' }));
    given().when(createKey, { ...input, days: 1 }, signedIn('member')).then(ApiKeyCreated.at(NOW, { ...input, expiresAt: TOMORROW }));
  });

  it('gives nobody more than they may do themselves', () => {
    for (const role of ['admin', 'auditor', 'integrator'] as const) {
      given().when(createKey, { ...input, role }, signedIn('admin')).then(ApiKeyCreated.at(NOW, { ...input, role, expiresAt: IN_90_DAYS }));
      given().when(createKey, { ...input, role }, signedIn('member')).thenRefused('role-not-yours');
    }
    const theirs = { keyId, accountId, name: 'Audit' };
    given().when(createKey, { ...theirs, role: 'auditor' }, outside('auditor')).then(ApiKeyCreated.at(NOW, { ...theirs, role: 'auditor', expiresAt: IN_90_DAYS }));
    for (const role of ['admin', 'integrator']) given().when(createKey, { ...theirs, role }, outside('auditor')).thenRefused('role-not-yours');
  });

  it('lets a key without a role act as the member who makes it, and as nobody else', () => {
    given().when(createKey, { keyId, accountId, name: 'x' }, outside('admin')).thenRefused('acts-as-nobody');
    given().when(createKey, { ...input, memberId: '019a9d2c-7b40-7c3e-9f21-000000000012' }, signedIn('admin')).thenRefused('acts-as-nobody');
  });

  it('is for people: a key makes none, whatever it may besides', () => {
    given().when(createKey, { ...input, role: 'auditor' }, { actor: { kind: 'key', id: keyId, role: 'admin', via: 'api' } }).thenRefused('keys-make-no-keys');
    given().when(createKey, input, signedIn('member', { via: 'api' })).thenRefused('keys-make-no-keys');
  });

  it('works on the command line without anybody’s account', () => {
    given().when(createKey, { keyId, name: 'ops', role: 'admin' }, commandLine).then(ApiKeyCreated.at(NOW, { keyId, name: 'ops', role: 'admin', expiresAt: IN_90_DAYS }));
    given().when(createKey, { keyId, name: 'Ada’s', memberId }, commandLine).then(ApiKeyCreated.at(NOW, { keyId, name: 'Ada’s', memberId, expiresAt: IN_90_DAYS }));
    given().when(createKey, { keyId, name: 'nobody’s' }, commandLine).thenRefused('acts-as-nobody');
  });

  it('happens once', () => {
    given(made).when(createKey, { ...input, role: 'admin' }, signedIn('admin')).thenRefused('key-exists');
  });

  it('takes a name that a list can show', () => {
    for (const name of ['', '  ', 'two\nlines', 'a\tb', 'x'.repeat(201)]) expect(createKey.input.safeParse({ ...input, name }).success).toBe(false);
    expect(createKey.input.safeParse({ ...input, name: '💡'.repeat(200) }).success).toBe(true);
  });
});

describe('Rotating a key', () => {
  const about = { keyId, accountId, memberId };
  it('records until when the old secret works, a day unless told otherwise, and the new one', () => {
    given(made).when(rotateKey, { ...about, lifeMs: 90 * DAY_MS }, signedIn('member')).then(ApiKeyRotated.at(NOW, { ...about, expiresAt: IN_90_DAYS, oldUntil: TOMORROW }));
    given(made).when(rotateKey, { ...about, lifeMs: 90 * DAY_MS, overlapHours: 0 }, signedIn('admin')).then(ApiKeyRotated.at(NOW, { ...about, expiresAt: IN_90_DAYS, oldUntil: NOW }));
  });
  it('is neither for keys nor for a key that was revoked', () => {
    given(made).when(rotateKey, { ...about, lifeMs: DAY_MS }, signedIn('member', { via: 'api' })).thenRefused('keys-make-no-keys');
    given(made, revoked).when(rotateKey, { ...about, lifeMs: DAY_MS }, signedIn('admin')).thenRefused('key-revoked');
  });
});

describe('Revoking a key', () => {
  const about = { keyId, accountId, memberId };
  it('is recorded once, and also of a key that nothing was recorded of', () => {
    given(made).when(revokeKey, { ...about, reason: 'Left in a script' }, signedIn('admin')).then(ApiKeyRevoked.at(NOW, { ...about, reason: 'Left in a script' }));
    given(made, revoked).when(revokeKey, about, signedIn('admin')).thenNothing();
    given().when(revokeKey, { keyId }, commandLine).then(ApiKeyRevoked.at(NOW, { keyId }));
  });
});
