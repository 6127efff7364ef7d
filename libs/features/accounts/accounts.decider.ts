/** What may be recorded of an account. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, plus, streamName, text, type CommandPolicy, type NewEvent, type Refusal, type RefusalKind } from '#event-sourcing';
import { email, memberErased, memberStanding, noSuchMember, refuseMember } from '../members/members.events.js';
import * as facts from './accounts.events.js';
import { accountEvents, accountStanding, claimEvents, claimHolder, grantedRole, noSuchAccount, openedBy, sameAddress, settled, type AccountStanding, type Claim, type GrantedRole } from './accounts.events.js';
import { accountPolicy } from './accounts.policy.js';

export const accounts = defineDecider({
  name: 'account',
  events: accountEvents,
  initial: accountStanding.initial,
  evolve: (state: AccountStanding, event) => accountStanding.evolve(state, event),
});

const may = accountPolicy.commands;
const accountId = z.uuid();
const id = (input: { accountId: string }): string => input.accountId;
const reason = text(1_000).optional();
/** The network address a request came from; the route gives it. */
const fromAddress = z.string().max(64).optional();
const act = { reason, fromAddress };
type Act = { reason?: string | undefined; fromAddress?: string | undefined };

const DAY_MS = 86_400_000;
/** How long an old address has notice of a change it did not consent to. */
export const NOTICE_DAYS = 7;

export const accountExists = defineRefusal('account-exists', 'This account exists already');
export const memberHasAccount = defineRefusal('member-has-account', 'This member has an account already');
export const notInvited = defineRefusal('not-invited', 'There is no open invitation');
export const accountNotOpen = defineRefusal('account-not-open', 'This account is not open');
export const notDisabled = defineRefusal('account-not-disabled', 'This account is not disabled');
export const ownAccount = defineRefusal('own-account', 'Not for one’s own account');
export const auditorIsIndependent = defineRefusal('auditor-is-independent', 'An auditor has no other part');
export const noAddressChange = defineRefusal('no-address-change', 'No change of the address is under way');
export const sameEmail = defineRefusal('same-address', 'That is the address already');

const theirs = (input: { accountId: string }, state: AccountStanding): string[] => [input.accountId, ...(state.memberId === undefined ? [] : [state.memberId])];

function policy<K extends keyof typeof may>(name: K): CommandPolicy<{ accountId: string }, AccountStanding> {
  return { allow: may[name] ?? [], self: theirs };
}

function about(input: { accountId: string }, { memberId }: AccountStanding) {
  return { accountId: input.accountId, ...(memberId !== undefined && { memberId }) };
}

function actOf({ reason: why, fromAddress: from }: Act) {
  return { ...(why !== undefined && { reason: why }), ...(from !== undefined && { fromAddress: from }) };
}

function refuseAccount({ status }: AccountStanding): Refusal | undefined {
  return status === 'none' ? noSuchAccount('There is no account with this id.') : undefined;
}

function refuseUnlessOpen(state: AccountStanding): Refusal | undefined {
  return refuseAccount(state) ?? (state.status === 'open' ? undefined : accountNotOpen(state.status === 'invited' ? 'The invitation to this account has not been taken up yet.' : 'This account is disabled.'));
}

function refuseRole(role: GrantedRole, roles: readonly GrantedRole[], memberId: string | undefined): Refusal | undefined {
  const mixed = role === 'auditor' ? memberId !== undefined || roles.includes('administrator') : roles.includes('auditor');
  return mixed ? auditorIsIndependent('An auditor reads everything and changes nothing: the account must belong to no member, and be no administrator.') : undefined;
}

/** Who acts on their own account could lock everybody out, or let themselves in. */
function refuseOwn(input: { accountId: string }, state: AccountStanding, actor: { id: string }): Refusal | undefined {
  return theirs(input, state).includes(actor.id) ? ownAccount('Another administrator must do this: nobody decides about their own account.') : undefined;
}

export const inviteAccount = defineCommand(accounts, {
  name: 'inviteAccount',
  input: z.strictObject({ accountId, email, memberId: z.uuid().optional(), role: grantedRole.optional(), ...act }),
  mints: 'accountId',
  id,
  needs: ({ memberId }) => ({ member: { fold: memberStanding, stream: memberId && streamName('member', memberId) } }),
  policy: policy('inviteAccount'),
  refusals: [accountExists, noSuchMember, memberErased, auditorIsIndependent],
  decide({ accountId: account, email: address, memberId, role, ...why }, state, { now, needs }) {
    if (state.status !== 'none') return accountExists('This account was invited already; renew the invitation instead.');
    const refused = (memberId === undefined ? undefined : refuseMember(needs.member)) ?? (role && refuseRole(role, [], memberId));
    if (refused) return refused;
    const of = { accountId: account, ...(memberId !== undefined && { memberId }) };
    return [facts.AccountInvited.at(now, { ...of, personId: memberId ?? account, email: address, ...actOf(why) }), ...(role ? [facts.RoleGranted.at(now, { ...of, role, ...actOf(why) })] : [])];
  },
});

export const renewInvitation = defineCommand(accounts, {
  name: 'renewInvitation',
  input: z.strictObject({ accountId, ...act }),
  id,
  policy: policy('renewInvitation'),
  refusals: [noSuchAccount, notInvited],
  decide(input, state, { now }) {
    return refuseAccount(state) ?? (state.status === 'invited' ? [facts.InvitationRenewed.at(now, { ...about(input, state), ...actOf(input) })] : notInvited('The invitation was taken up already.'));
  },
});

export const openAccount = defineCommand(accounts, {
  name: 'openAccount',
  input: z.strictObject({ accountId, by: openedBy, fromAddress }),
  id,
  policy: policy('openAccount'),
  refusals: [noSuchAccount, notInvited],
  decide(input, state, { now }) {
    return refuseAccount(state) ?? (state.status === 'invited' ? [facts.AccountOpened.at(now, { ...about(input, state), by: input.by, ...actOf(input) })] : notInvited('The invitation was taken up already; sign in, or ask for a new password.'));
  },
});

export const grantRole = defineCommand(accounts, {
  name: 'grantRole',
  input: z.strictObject({ accountId, role: grantedRole, ...act }),
  id,
  policy: policy('grantRole'),
  refusals: [noSuchAccount, ownAccount, auditorIsIndependent],
  decide(input, state, { now, actor }) {
    const refused = refuseAccount(state) ?? refuseOwn(input, state, actor) ?? refuseRole(input.role, state.roles, state.memberId);
    if (refused) return refused;
    return state.roles.includes(input.role) ? [] : [facts.RoleGranted.at(now, { ...about(input, state), role: input.role, ...actOf(input) })];
  },
});

export const revokeRole = defineCommand(accounts, {
  name: 'revokeRole',
  input: z.strictObject({ accountId, role: grantedRole, ...act }),
  id,
  policy: policy('revokeRole'),
  refusals: [noSuchAccount, ownAccount],
  decide(input, state, { now, actor }) {
    const refused = refuseAccount(state) ?? refuseOwn(input, state, actor);
    if (refused) return refused;
    return state.roles.includes(input.role) ? [facts.RoleRevoked.at(now, { ...about(input, state), role: input.role, ...actOf(input) })] : [];
  },
});

export const disableAccount = defineCommand(accounts, {
  name: 'disableAccount',
  input: z.strictObject({ accountId, ...act }),
  id,
  policy: policy('disableAccount'),
  refusals: [noSuchAccount, ownAccount],
  decide(input, state, { now, actor }) {
    const refused = refuseAccount(state) ?? refuseOwn(input, state, actor);
    if (refused) return refused;
    return state.status === 'disabled' ? [] : [facts.AccountDisabled.at(now, { ...about(input, state), ...actOf(input) })];
  },
});

export const enableAccount = defineCommand(accounts, {
  name: 'enableAccount',
  input: z.strictObject({ accountId, ...act }),
  id,
  policy: policy('enableAccount'),
  refusals: [noSuchAccount, notDisabled],
  decide(input, state, { now }) {
    return refuseAccount(state) ?? (state.status === 'disabled' ? [facts.AccountEnabled.at(now, { ...about(input, state), ...actOf(input) })] : notDisabled('This account is not disabled.'));
  },
});

export const notePasswordChange = defineCommand(accounts, {
  name: 'notePasswordChange',
  input: z.strictObject({ accountId, how: z.enum(['changed', 'reset']), fromAddress }),
  id,
  policy: policy('notePasswordChange'),
  refusals: [noSuchAccount, accountNotOpen],
  decide: (input, state, { now }) => refuseUnlessOpen(state) ?? [facts.PasswordChanged.at(now, { ...about(input, state), how: input.how, ...actOf(input) })],
});

interface Noted {
  at(occurredAt: string, data: any): NewEvent;
}

/** Records a fact about an account where nothing refuses it and it is news. */
function noting(name: keyof typeof may & string, fact: Noted, { refuse = refuseUnlessOpen, refusals = [noSuchAccount, accountNotOpen], known = () => false }: { refuse?(state: AccountStanding): Refusal | undefined; refusals?: readonly RefusalKind[]; known?(state: AccountStanding): boolean } = {}) {
  return defineCommand(accounts, {
    name,
    input: z.strictObject({ accountId, ...act }),
    id,
    policy: policy(name),
    refusals,
    decide(input, before, { now }) {
      const state = settled(before, now);
      return refuse(state) ?? (known(state) ? [] : [fact.at(now, { ...about(input, state), ...actOf(input) })]);
    },
  });
}

export const requestPasswordReset = noting('requestPasswordReset', facts.PasswordResetRequested);
/** Also of another one in its place: whoever changes it leaves a trace, and ends all other sessions. */
export const enableSecondFactor = noting('enableSecondFactor', facts.SecondFactorEnabled);
export const removeSecondFactor = noting('removeSecondFactor', facts.SecondFactorRemoved, { refuse: refuseAccount, refusals: [noSuchAccount, ownAccount], known: (state) => !state.secondFactor });
export const renewRecoveryCodes = noting('renewRecoveryCodes', facts.RecoveryCodesRenewed);
export const endSessions = noting('endSessions', facts.SessionsEnded);

const changing = {
  refusals: [noSuchAccount, noAddressChange],
  refuse: (state: AccountStanding) => refuseAccount(state) ?? (state.pending ? undefined : noAddressChange('No change of the address is under way: it has taken effect, or was stopped.')),
};

export const confirmAddress = noting('confirmAddress', facts.AddressConfirmed, { ...changing, known: (state) => state.pending?.confirmed ?? false });
export const consentToAddressChange = noting('consentToAddressChange', facts.AddressChangeConsented, { ...changing, known: (state) => state.pending?.consented ?? false });
export const stopAddressChange = noting('stopAddressChange', facts.AddressChangeStopped, changing);

export const requestAddressChange = defineCommand(accounts, {
  name: 'requestAddressChange',
  input: z.strictObject({ accountId, email, ...act }),
  id,
  policy: policy('requestAddressChange'),
  refusals: [noSuchAccount, sameEmail],
  decide(input, before, { now }) {
    const state = settled(before, now);
    const refused = refuseAccount(state);
    if (refused) return refused;
    if (state.email !== null && sameAddress(state.email) === sameAddress(input.email)) return sameEmail('The account has this address already.');
    return [facts.AddressChangeRequested.at(now, { ...about(input, state), personId: state.personId, email: input.email, noticeEnds: plus(now, NOTICE_DAYS * DAY_MS), ...actOf(input) })];
  },
});

export const linkIdentity = defineCommand(accounts, {
  name: 'linkIdentity',
  input: z.strictObject({ accountId, issuer: z.string().max(500), fromAddress }),
  id,
  policy: policy('linkIdentity'),
  refusals: [noSuchAccount, accountNotOpen],
  decide: (input, state, { now }) => refuseUnlessOpen(state) ?? [facts.IdentityLinked.at(now, { ...about(input, state), issuer: input.issuer, ...actOf(input) })],
});

export const unlinkIdentity = defineCommand(accounts, {
  name: 'unlinkIdentity',
  input: z.strictObject({ accountId, issuer: z.string().max(500), fromAddress }),
  id,
  policy: policy('unlinkIdentity'),
  refusals: [noSuchAccount],
  decide: (input, state, { now }) => refuseAccount(state) ?? (state.issuers.includes(input.issuer) ? [facts.IdentityUnlinked.at(now, { ...about(input, state), issuer: input.issuer, ...actOf(input) })] : []),
});

/** Claims, each a stream named by a keyed hash of what is claimed: whoever comes first has it. */
export const claims = defineDecider({
  name: 'claim',
  events: claimEvents,
  initial: claimHolder.initial,
  evolve: (state: Claim, event) => claimHolder.evolve(state, event),
});

export const alreadySetUp = defineRefusal('already-set-up', 'The service is set up already');
export const addressTaken = defineRefusal('address-taken', 'This e-mail address belongs to another account');

export const makeClaim = defineCommand(claims, {
  name: 'makeClaim',
  /** `over`: revision of a claim that holds nothing any more. */
  input: z.strictObject({ claimId: z.string().max(64), of: z.enum(['email', 'member', 'setUp']), accountId, over: z.int().optional() }),
  id: (input) => input.claimId,
  policy: { allow: may.makeClaim },
  refusals: [addressTaken, memberHasAccount, alreadySetUp],
  decide({ claimId, of, accountId: account, over }, state, { now }) {
    // Claimed again it is recorded again: whoever is about to use it must not lose it for having had it long ago.
    if (state.accountId !== undefined && state.accountId !== account && state.revision !== over) {
      if (of === 'setUp') return alreadySetUp('The service is set up already; sign in instead.');
      return of === 'email'
        ? addressTaken('This e-mail address belongs to another account.', { errors: [{ pointer: '/email', detail: 'belongs to another account' }] })
        : memberHasAccount('This member has an account already; an account never moves.', { errors: [{ pointer: '/memberId', detail: 'has an account already' }] });
    }
    return [facts.ClaimMade.at(now, { claimId, accountId: account })];
  },
});

export const accountCommands = [
  inviteAccount,
  renewInvitation,
  openAccount,
  grantRole,
  revokeRole,
  disableAccount,
  enableAccount,
  notePasswordChange,
  requestPasswordReset,
  enableSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  requestAddressChange,
  confirmAddress,
  consentToAddressChange,
  stopAddressChange,
  linkIdentity,
  unlinkIdentity,
  endSessions,
  makeClaim,
] as const;
