/** What may be recorded of an API key. Secrets and their hashes are in the vault; whoever keeps them gives these commands. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, plus, text, type Actor, type Refusal } from '#event-sourcing';
import { ApiKeyCreated, ApiKeyRevoked, ApiKeyRotated, keyEvents, keyName, keyRole, keyStanding, type KeyRole, type KeyStanding } from './keys.events.js';
import { keyPolicy } from './keys.policy.js';

export const keys = defineDecider({
  name: 'key',
  events: keyEvents,
  initial: keyStanding.initial,
  evolve: (state: KeyStanding, event) => keyStanding.evolve(state, event),
});

const may = keyPolicy.commands;
const id = (input: { keyId: string }): string => input.keyId;
/** Whose it is, as the vault knows it. */
const about = { keyId: z.uuid(), accountId: z.uuid().optional(), memberId: z.uuid().optional() };
const act = { reason: text(1_000).optional(), fromAddress: z.string().max(64).optional() };
const whose = ({ accountId, memberId }: { accountId?: string | undefined; memberId?: string | undefined }): string[] => [accountId, memberId].filter((each) => each !== undefined);

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
export const DEFAULT_DAYS = 90;
export const MOST_DAYS = 366;
/** How long the old secret of a rotated key goes on working, unless told otherwise; and at most. */
export const DEFAULT_OVERLAP_HOURS = 24;
export const MOST_OVERLAP_HOURS = 168;

export const keyExists = defineRefusal('key-exists', 'This key exists already');
export const keyRevoked = defineRefusal('key-revoked', 'This key was revoked');
export const keysMakeNoKeys = defineRefusal('keys-make-no-keys', 'A key cannot make keys', 403);
export const roleNotYours = defineRefusal('role-not-yours', 'That is more than you may do yourself', 403);
export const actsAsNobody = defineRefusal('acts-as-nobody', 'The key needs a role', 422);

/** Roles that somebody may give a key. */
const MAY_GIVE: Partial<Record<Actor['role'], readonly KeyRole[]>> = { admin: keyRole.options, auditor: ['auditor'], system: keyRole.options };

function refuseKeys(actor: Actor): Refusal | undefined {
  return actor.via === 'api' ? keysMakeNoKeys('Sign in to do this: whoever got hold of a key could make it last with another one.') : undefined;
}

export const createKey = defineCommand(keys, {
  name: 'createKey',
  /** Without a role it acts as `memberId`. */
  input: z.strictObject({ ...about, name: keyName, role: keyRole.optional(), scopes: z.array(z.string().max(100)).min(1).max(100).optional(), days: z.int().min(1).max(MOST_DAYS).default(DEFAULT_DAYS), ...act }),
  mints: 'keyId',
  id,
  policy: { allow: may.createKey },
  refusals: [keyExists, keysMakeNoKeys, roleNotYours, actsAsNobody],
  decide({ days, role, ...input }, state, { now, actor }) {
    const refused = refuseKeys(actor);
    if (refused) return refused;
    if (state.status !== 'none') return keyExists('There is a key with this id already.');
    if (role !== undefined && !MAY_GIVE[actor.role]?.includes(role)) return roleNotYours('Nobody gives a key more than they may do themselves.', { errors: [{ pointer: '/role', detail: 'is not a role of yours' }] });
    if (role === undefined && (input.memberId === undefined || (actor.role !== 'system' && input.memberId !== actor.id))) {
      return actsAsNobody('Say which role the key has: this account belongs to no member as whom it could act.', { errors: [{ pointer: '/role', detail: 'is needed' }] });
    }
    return [ApiKeyCreated.at(now, { ...input, ...(role !== undefined && { role }), expiresAt: plus(now, days * DAY_MS) })];
  },
});

export const rotateKey = defineCommand(keys, {
  name: 'rotateKey',
  /** `lifeMs`: how long each secret of it lasts. */
  input: z.strictObject({ ...about, lifeMs: z.int().min(1).max(MOST_DAYS * DAY_MS), overlapHours: z.int().min(0).max(MOST_OVERLAP_HOURS).default(DEFAULT_OVERLAP_HOURS), ...act }),
  id,
  policy: { allow: may.rotateKey, self: whose },
  refusals: [keyRevoked, keysMakeNoKeys],
  decide({ lifeMs, overlapHours, ...input }, state, { now, actor }) {
    const refused = refuseKeys(actor);
    if (refused) return refused;
    if (state.status === 'revoked') return keyRevoked('This key was revoked; make another one.');
    return [ApiKeyRotated.at(now, { ...input, expiresAt: plus(now, lifeMs), oldUntil: plus(now, overlapHours * HOUR_MS) })];
  },
});

export const revokeKey = defineCommand(keys, {
  name: 'revokeKey',
  input: z.strictObject({ ...about, ...act }),
  id,
  policy: { allow: may.revokeKey, self: whose },
  refusals: [],
  decide: (input, state, { now }) => (state.status === 'revoked' ? [] : [ApiKeyRevoked.at(now, input)]),
});

export const keyCommands = [createKey, rotateKey, revokeKey] as const;
