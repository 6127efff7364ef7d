/** Accounts: who may sign in, as what; and which account an e-mail address belongs to. Passwords, sessions and codes are never here. */
import { z } from 'zod';
import { defineEvent, defineRefusal, open, personal, ref, text, type EventOf, type Fold, type Hidden, type RecordedEvent } from '#event-sourcing';

/** Roles that an account is granted; members and facilitators are what their memberships say. */
export const grantedRole = z.enum(['administrator', 'auditor']);
export type GrantedRole = z.output<typeof grantedRole>;

export const openedBy = z.enum(['setUp', 'invitation']);

/** `personId`: whom addresses here are about: the member, or the account where it belongs to none. */
const about = { accountId: ref('account'), memberId: ref('member').optional() };
const person = { ...about, personId: open(z.uuid()) };
const email = () => personal(z.string().max(254), 'personId');
/** Of a sensitive act: why, and from which network address. */
const act = { reason: personal(text(1_000), 'actor').optional(), fromAddress: personal(z.string().max(64), 'actor').optional() };

export const AccountInvited = defineEvent({ type: 'AccountInvited', summary: 'Somebody was invited to sign in; the account belongs to a member, or to none, for good.', data: { ...person, email: email(), ...act } });
export const InvitationRenewed = defineEvent({ type: 'InvitationRenewed', summary: 'An invitation was sent again.', data: { ...about, ...act } });
export const AccountOpened = defineEvent({ type: 'AccountOpened', summary: 'Somebody took up their invitation, or set the service up.', data: { ...about, by: open(openedBy), ...act } });
export const RoleGranted = defineEvent({ type: 'RoleGranted', summary: 'An account became administrator or auditor.', data: { ...about, role: open(grantedRole), ...act } });
export const RoleRevoked = defineEvent({ type: 'RoleRevoked', summary: 'An account is administrator or auditor no longer.', data: { ...about, role: open(grantedRole), ...act } });
export const AccountDisabled = defineEvent({ type: 'AccountDisabled', summary: 'An account may not sign in any more, nor its keys.', data: { ...about, ...act } });
export const AccountEnabled = defineEvent({ type: 'AccountEnabled', summary: 'An account may sign in again.', data: { ...about, ...act } });
export const PasswordChanged = defineEvent({ type: 'PasswordChanged', summary: 'The password of an account was changed, by its owner or with a link sent to its address.', data: { ...about, how: open(z.enum(['changed', 'reset'])), ...act } });
export const PasswordResetRequested = defineEvent({ type: 'PasswordResetRequested', summary: 'A link to set a new password was asked for.', data: { ...about, ...act } });
export const SecondFactorEnabled = defineEvent({ type: 'SecondFactorEnabled', summary: 'Signing in takes a second factor.', data: { ...about, ...act } });
export const SecondFactorRemoved = defineEvent({ type: 'SecondFactorRemoved', summary: 'Signing in takes no second factor any more.', data: { ...about, ...act } });
export const RecoveryCodesRenewed = defineEvent({ type: 'RecoveryCodesRenewed', summary: 'New recovery codes replaced the old ones.', data: { ...about, ...act } });
export const AddressChangeRequested = defineEvent({
  type: 'AddressChangeRequested',
  summary: 'Another e-mail address was asked for; it takes effect with the old address’s consent, or after notice to it.',
  data: { ...person, email: email(), noticeEnds: open(z.iso.datetime()), ...act },
});
export const AddressConfirmed = defineEvent({ type: 'AddressConfirmed', summary: 'The new address proved that it is read.', data: { ...about, ...act } });
export const AddressChangeConsented = defineEvent({ type: 'AddressChangeConsented', summary: 'The old address consented to the change.', data: { ...about, ...act } });
export const AddressChangeStopped = defineEvent({ type: 'AddressChangeStopped', summary: 'The change of the address was stopped.', data: { ...about, ...act } });
export const IdentityLinked = defineEvent({ type: 'IdentityLinked', summary: 'An account can sign in through an organisation’s provider.', data: { ...about, issuer: open(z.string().max(500)), ...act } });
export const IdentityUnlinked = defineEvent({ type: 'IdentityUnlinked', summary: 'An account signs in through that provider no longer.', data: { ...about, issuer: open(z.string().max(500)), ...act } });
export const SessionsEnded = defineEvent({ type: 'SessionsEnded', summary: 'Somebody ended all their sessions.', data: { ...about, ...act } });

export const accountEvents = [
  AccountInvited,
  InvitationRenewed,
  AccountOpened,
  RoleGranted,
  RoleRevoked,
  AccountDisabled,
  AccountEnabled,
  PasswordChanged,
  PasswordResetRequested,
  SecondFactorEnabled,
  SecondFactorRemoved,
  RecoveryCodesRenewed,
  AddressChangeRequested,
  AddressConfirmed,
  AddressChangeConsented,
  AddressChangeStopped,
  IdentityLinked,
  IdentityUnlinked,
  SessionsEnded,
] as const;

export type AccountEvent = EventOf<(typeof accountEvents)[number]>;

/** A claim on an e-mail address or a member, known by keyed hash alone: the stream is `claim-{hash}`. */
export const ClaimMade = defineEvent({ type: 'ClaimMade', summary: 'An e-mail address, or a member, came to belong to an account.', data: { claimId: open(z.string().max(64)), accountId: ref('account') } });

export const claimEvents = [ClaimMade] as const;

/** What ends every session of an account: whatever changes who it is or what it may. */
const ENDS_SESSIONS: readonly string[] = [RoleGranted.type, RoleRevoked.type, AccountDisabled.type, PasswordChanged.type, SecondFactorEnabled.type, SecondFactorRemoved.type, SessionsEnded.type];

export interface PendingAddress {
  email: string | null;
  /** From then on the old address has had notice enough. */
  noticeEnds: string;
  confirmed: boolean;
  consented: boolean;
  /** The event that asked for it. */
  eventId: string;
}

export interface AccountStanding {
  status: 'none' | 'invited' | 'open' | 'disabled';
  memberId?: string | undefined;
  /** Whom its addresses are about. */
  personId: string;
  roles: readonly GrantedRole[];
  /** Null once erased. */
  email: string | null;
  pending?: PendingAddress;
  secondFactor: boolean;
  /** Grows with everything that ends sessions: a session of another number is over. */
  epoch: number;
  /** The event that invited, or invited again. */
  invitation?: string;
  issuers: readonly string[];
}

/** Who an account is and what it may; fold it over `account-{id}`. */
export const accountStanding: Fold<AccountStanding> = {
  initial: { status: 'none', personId: '', roles: [], email: null, secondFactor: false, epoch: 0, issuers: [] },
  evolve(before, recorded: RecordedEvent) {
    const event = recorded as AccountEvent;
    const state = settled({ ...before, epoch: before.epoch + (ENDS_SESSIONS.includes(event.type) ? 1 : 0) }, event.occurredAt);
    switch (event.type) {
      case 'AccountInvited':
        return { ...state, status: 'invited', memberId: event.data.memberId, personId: event.data.personId, email: event.data.email, invitation: event.id };
      case 'InvitationRenewed':
        return { ...state, invitation: event.id };
      case 'AccountOpened': {
        const { invitation: _taken, ...rest } = state;
        return { ...rest, status: 'open' };
      }
      case 'RoleGranted':
        return { ...state, roles: [...state.roles.filter((role) => role !== event.data.role), event.data.role] };
      case 'RoleRevoked':
        return { ...state, roles: state.roles.filter((role) => role !== event.data.role) };
      case 'AccountDisabled':
        return { ...state, status: 'disabled' };
      case 'AccountEnabled':
        // Whoever never took up their invitation has it still to do.
        return { ...state, status: state.invitation === undefined ? 'open' : 'invited' };
      case 'SecondFactorEnabled':
        return { ...state, secondFactor: true };
      case 'SecondFactorRemoved':
        return { ...state, secondFactor: false };
      case 'AddressChangeRequested':
        return { ...state, pending: { email: event.data.email, noticeEnds: event.data.noticeEnds, confirmed: false, consented: false, eventId: event.id } };
      case 'AddressConfirmed':
        return settled(state.pending ? { ...state, pending: { ...state.pending, confirmed: true } } : state, event.occurredAt);
      case 'AddressChangeConsented':
        return settled(state.pending ? { ...state, pending: { ...state.pending, consented: true } } : state, event.occurredAt);
      case 'AddressChangeStopped': {
        const { pending: _stopped, ...rest } = state;
        return rest;
      }
      case 'IdentityLinked':
        return { ...state, issuers: [...new Set([...state.issuers, event.data.issuer])] };
      case 'IdentityUnlinked':
        return { ...state, issuers: state.issuers.filter((issuer) => issuer !== event.data.issuer) };
      case 'PasswordChanged':
      case 'PasswordResetRequested':
      case 'RecoveryCodesRenewed':
      case 'SessionsEnded':
        return state;
      default:
        event satisfies never;
        return before;
    }
  },
};

/**
 * An account as it stands at a moment: a change of its address that was confirmed takes effect with the old address's consent, or once the
 * notice to it has ended, without anybody doing anything. One that nobody confirmed until then is over.
 */
export function settled(state: AccountStanding, now: string): AccountStanding {
  const { pending, ...rest } = state;
  if (!pending || (now < pending.noticeEnds && !(pending.confirmed && pending.consented))) return state;
  return pending.confirmed ? { ...rest, email: pending.email } : rest;
}

export interface Claim {
  accountId?: string;
  claimedAt?: string;
  /** Of the event that made it. */
  revision?: number;
}

/** Which account an address or a member belongs to; fold it over `claim-{hash}`. */
export const claimHolder: Fold<Claim> = {
  initial: {},
  evolve: (_state, event: RecordedEvent) => ({ accountId: (event.data as { accountId: string }).accountId, claimedAt: event.recordedAt, revision: event.revision }),
};

/** How e-mail addresses are compared. */
export function sameAddress(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

export const noSuchAccount = defineRefusal('no-such-account', 'There is no such account', 404);

/** A document of the view `accounts`. */
export type AccountDocument = Hidden & {
  id: string;
  memberId: string | null;
  email: string | null;
  status: 'invited' | 'open' | 'disabled';
  roles: GrantedRole[];
  secondFactor: boolean;
  invitedAt: string;
  openedAt: string | null;
  /** An address that waits for consent or for its notice to end. */
  pendingEmail: string | null;
  noticeEnds: string | null;
  /** Issuers of the providers it signs in through. */
  providers: string[];
  audience: string[];
  _confirmed?: boolean;
  _consented?: boolean;
};
