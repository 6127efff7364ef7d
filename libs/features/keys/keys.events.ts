/** API keys: who made which, for what, and when it ended. Their secrets are never here, nor anything made of them. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, text, type EventOf, type Fold, type RecordedEvent } from '#event-sourcing';

/** A key without a role acts as a member. */
export const keyRole = z.enum(['admin', 'auditor', 'integrator']);
export type KeyRole = z.output<typeof keyRole>;

/** One line that a list can show. */
const NAME = /^(?!\s*$)[^\p{Cc}\u2028\u2029]{1,200}$/u;
export const keyName = z.string().regex(NAME, 'must have 1 to 200 characters, without line breaks and other control characters').meta({ maxLength: 200 });

/** Whom it acts as, or whose account it belongs to; a key of the installation has no account. */
const about = { keyId: ref('key'), accountId: ref('account').optional(), memberId: ref('member').optional() };
/** Why, and from which network address. */
const act = { reason: personal(text(1_000), 'actor').optional(), fromAddress: personal(z.string().max(64), 'actor').optional() };

export const ApiKeyCreated = defineEvent({
  type: 'ApiKeyCreated',
  summary: 'Somebody made an API key; `scopes` is absent where it has every scope of its role.',
  data: {
    ...about,
    name: personal(z.string().max(400), 'actor'),
    role: open(keyRole).optional(),
    scopes: open(z.array(z.string().max(100)).max(100)).optional(),
    expiresAt: open(z.iso.datetime()),
    ...act,
  },
});

export const ApiKeyRotated = defineEvent({
  type: 'ApiKeyRotated',
  summary: 'An API key got a new secret; the one before it works until `oldUntil`, at most.',
  data: { ...about, expiresAt: open(z.iso.datetime()), oldUntil: open(z.iso.datetime()), ...act },
});

export const ApiKeyRevoked = defineEvent({ type: 'ApiKeyRevoked', summary: 'Somebody ended an API key.', data: { ...about, ...act } });

export const keyEvents = [ApiKeyCreated, ApiKeyRotated, ApiKeyRevoked] as const;

export type KeyEvent = EventOf<(typeof keyEvents)[number]>;

export interface KeyStanding {
  status: 'none' | 'made' | 'revoked';
  /** Whose it is; a key of the installation is nobody's. */
  accountId?: string;
}

/** What became of a key; fold it over `key-{keyId}`. */
export const keyStanding: Fold<KeyStanding> = {
  initial: { status: 'none' },
  evolve(state, recorded: RecordedEvent) {
    const event = recorded as KeyEvent;
    switch (event.type) {
      case 'ApiKeyCreated':
        return { status: 'made', ...(event.data.accountId !== undefined && { accountId: event.data.accountId }) };
      case 'ApiKeyRevoked':
        return { ...state, status: 'revoked' };
      case 'ApiKeyRotated':
        return state;
      default:
        event satisfies never;
        return state;
    }
  },
};
