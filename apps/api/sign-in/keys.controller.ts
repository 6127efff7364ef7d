/** /api/v1/keys: API keys, which people who signed in make for their programs. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actionOf, badCursor, cursorScope, defineActions, everyRelation, EXAMPLE_ID, makeCursor, must, notFound, openCursor, pageQuery } from '#event-sourcing-nest';
import { isRefusal, mayRead, partyOf, text, withheldFrom, type Party } from '#event-sourcing';
import * as commands from '#features/keys/keys.decider.js';
import { keyName, keyRole } from '#features/keys/keys.events.js';
import { keyPolicy } from '#features/keys/keys.policy.js';
import type { CredentialedRequest } from '../platform/access.guard.js';
import type { ListedKey } from '../credentials/api-keys.js';
import type { Credential } from '../credentials/credentials.js';
import type { Act, MadeKey } from '../credentials/keys.js';
import type { ReloconRuntime } from '../platform/runtime.js';
import { SCOPES } from '../credentials/scopes.js';

const scopes = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length);
const reason = text(1_000).optional();

const key = z.strictObject({
  id: z.uuid(),
  name: z.string().max(400),
  prefix: z.string().max(20).describe('How its secret begins.'),
  role: keyRole.nullable().describe('Null: it acts as a member.'),
  memberId: z.uuid().nullable().describe('The member as whom it acts.'),
  accountId: z.uuid().nullable().describe('Whose it is; null for a key of the installation.'),
  scopes: z.array(z.string().max(100)).max(100).nullable().describe('Null: every scope of its role.'),
  createdAt: z.iso.datetime().describe('When its newest secret was made.'),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable().optional().describe('To a minute; for its owner and administrators only.'),
  lastUsedFrom: z.string().max(64).nullable().optional().describe('For its owner and administrators only.'),
});

const made = key.omit({ revokedAt: true, lastUsedAt: true, lastUsedFrom: true }).extend({ secret: z.string().max(100).describe('Shown now and never again: the bearer token.') });

const newKey = z.strictObject({
  name: keyName.describe('What it is for.'),
  role: keyRole.optional().describe('One you have yourself; without one it acts as you, the member.'),
  scopes: scopes.optional().describe('Without them, every scope of its role.'),
  days: z.int().min(1).max(commands.MOST_DAYS).default(commands.DEFAULT_DAYS).describe('How long it is valid.'),
  reason,
});
const rotation = z.strictObject({ overlapHours: z.int().min(0).max(commands.MOST_OVERLAP_HOURS).default(commands.DEFAULT_OVERLAP_HOURS).describe('How long the old secret works on.'), reason });
const revocation = z.strictObject({ reason });

const exampleKey = { id: EXAMPLE_ID, name: 'Nightly import', prefix: 'relocon_Jx3kQ7vB', role: 'integrator', memberId: null, accountId: EXAMPLE_ID, scopes: ['members:read', 'members:write'], createdAt: '2026-03-01T12:00:00.000Z', expiresAt: '2026-05-30T12:00:00.000Z' };
const exampleMade = { ...exampleKey, secret: 'relocon_Jx3kQ7vB…' };
const { refusals: ofCreating } = commands.createKey;

const action = actionOf<ReloconRuntime>();

export const KeysController = defineActions<ReloconRuntime>({
  path: 'keys',
  tag: 'Keys',
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'listKeys',
      summary: 'List API keys',
      description: 'Your own, newest first, those that have ended included; administrators and auditors see all. Never their secrets.',
      access: { row: everyRelation(Object.values(keyPolicy.documents.keys.read)), scope: 'keys:read' },
      query: z.strictObject(pageQuery),
      // Whoever reads one that is nobody's reads all.
      own: (reader) => !mayRead(keyPolicy.documents.keys, {}, reader),
      answer: { name: 'Keys', schema: z.strictObject({ items: z.array(key).max(100), next: z.string().max(2_000).nullable() }), example: { items: [{ ...exampleKey, revokedAt: null }], next: null } },
      refusals: [badCursor],
      async run({ runtime, request, query: { limit, cursor } }) {
        const { actor } = credentialOf(request);
        const party = partyTo(request);
        const scope = cursorScope(['keys', actor.kind, actor.id]);
        const after = cursor === undefined ? undefined : must(openCursor<string>(runtime.cursorKey, scope, cursor));
        const theirs = (await runtime.keys.list()).filter((each) => mayRead(keyPolicy.documents.keys, each, party) && (after === undefined || each.id < after)).reverse();
        const items = theirs.slice(0, limit);
        return { items: items.map((each) => listed(each, party)), next: theirs.length > limit ? makeCursor(runtime.cursorKey, scope, items.at(-1)?.id) : null };
      },
    }),
    action({
      method: 'POST',
      path: '',
      operationId: 'createKey',
      summary: 'Make an API key',
      description: 'For people who signed in; a key cannot make keys. It may do no more than you, and ends with your account. The secret is shown once, and never again to a retry.',
      access: { row: keyPolicy.commands.createKey, scope: 'keys:write', sensitive: true },
      body: newKey,
      example: { name: 'Nightly import', role: 'integrator', scopes: ['members:read', 'members:write'], days: 30 },
      answer: { status: 201, name: 'MadeKey', schema: made, example: exampleMade },
      refusals: ofCreating,
      async run({ runtime, request, body: { reason: why, role, scopes: given, ...asked } }) {
        const { actor, accountId } = credentialOf(request);
        const whose = { ...(accountId !== undefined && { accountId }), ...(actor.kind === 'member' && { memberId: actor.id }) };
        return shownOnce(await runtime.keys.create({ ...asked, ...whose, ...(role && { role }), ...(given && { scopes: given }) }, actOf(request, why)));
      },
    }),
    action({
      method: 'POST',
      path: ':id/rotate',
      operationId: 'rotateKey',
      summary: 'Give an API key a new secret',
      description: 'With the same rights and for as many days; the old secret works on for a while, so that nothing stands still. For people who signed in: its owner and administrators.',
      access: { row: keyPolicy.commands.rotateKey, scope: 'keys:write', sensitive: true },
      body: rotation,
      example: { overlapHours: 48 },
      answer: { name: 'MadeKey', schema: made, example: exampleMade },
      refusals: [notFound, ...commands.rotateKey.refusals],
      run: async ({ runtime, request, id, body: { overlapHours, reason: why } }) => shownOnce(await runtime.keys.rotate(id, overlapHours, actOf(request, why))),
    }),
    action({
      method: 'POST',
      path: ':id/revoke',
      operationId: 'revokeKey',
      summary: 'End an API key',
      description: 'At its next request, on every instance. For its owner and administrators.',
      access: { row: keyPolicy.commands.revokeKey, scope: 'keys:write' },
      body: revocation,
      example: { reason: 'It stood in a script that was shared.' },
      refusals: [notFound, ...commands.revokeKey.refusals],
      run: ({ runtime, request, id, body: { reason: why } }) => runtime.keys.revoke(id, actOf(request, why)),
    }),
  ],
});

function credentialOf(request: FastifyRequest): Credential {
  return (request as CredentialedRequest).credential as Credential;
}

/** Whoever asks, with the account that their keys belong to; a key with a role has none of its own. */
function partyTo(request: FastifyRequest): Party {
  const { actor, accountId } = credentialOf(request);
  return { ...partyOf(actor), ...(actor.kind !== 'key' && accountId !== undefined && { accountId }) };
}

function actOf(request: FastifyRequest, reason: string | undefined): Act {
  return { actor: credentialOf(request).actor, ...(reason !== undefined && { reason }), fromAddress: request.ip };
}

function described({ id, name, prefix, role, memberId, accountId, scopes: given, createdAt, expiresAt }: ListedKey) {
  return { id, name, prefix, role: role ?? null, memberId: memberId ?? null, accountId: accountId ?? null, scopes: given ?? null, createdAt, expiresAt };
}

function listed(each: ListedKey, party: Party) {
  const uses = Object.entries({ lastUsedAt: each.lastUsedAt ?? null, lastUsedFrom: each.lastUsedFrom ?? null });
  const withheld = withheldFrom(keyPolicy.documents.keys, each, party);
  return { ...described(each), revokedAt: each.revokedAt ?? null, ...Object.fromEntries(uses.filter(([field]) => !withheld.includes(field))) };
}

function shownOnce(outcome: MadeKey | ReturnType<typeof notFound>) {
  if (isRefusal(outcome)) return outcome;
  return { ...described(outcome.key), secret: outcome.secret };
}
