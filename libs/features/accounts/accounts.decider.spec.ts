import fc from 'fast-check';
import { streamName, type Actor, type NewEvent } from '#event-sourcing';
import { given, recorded } from '#event-sourcing-testing';
import { MemberRegistered, PersonalDataErased } from '../members/members.events.js';
import * as commands from './accounts.decider.js';
import * as facts from './accounts.events.js';
import { accountStanding, settled } from './accounts.events.js';
import { accountId, lives, memberId } from './testing/lives.js';

const DECEMBER = '2025-12-01T09:00:00.000Z';
const JANUARY = '2026-01-10T09:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const IN_A_WEEK = '2026-03-08T12:00:00.000Z';
const JUST_BEFORE = '2026-03-08T11:59:59.999Z';
const FROM = '192.0.2.7';
const EMAIL = 'ada@example.org';
const OTHER = 'ada@example.com';
const member = streamName('member', memberId);
const registered = MemberRegistered.at(DECEMBER, { memberId, displayName: 'Ada' });

const about = { accountId };
const ofMember = { accountId, memberId };
const invited = facts.AccountInvited.at(JANUARY, { ...about, personId: accountId, email: EMAIL });
const invitedMember = facts.AccountInvited.at(JANUARY, { ...ofMember, personId: memberId, email: EMAIL });
const opened = facts.AccountOpened.at(JANUARY, { ...about, by: 'invitation' });
const disabled = facts.AccountDisabled.at(JANUARY, about);
const enabled = facts.AccountEnabled.at(JANUARY, about);
const granted = (role: 'administrator' | 'auditor') => facts.RoleGranted.at(JANUARY, { ...about, role });
const revoked = (role: 'administrator' | 'auditor') => facts.RoleRevoked.at(JANUARY, { ...about, role });
const secured = facts.SecondFactorEnabled.at(JANUARY, about);
const linked = (issuer: string) => facts.IdentityLinked.at(JANUARY, { ...about, issuer });

const asked = (email = OTHER, at = NOW, noticeEnds = IN_A_WEEK) => facts.AddressChangeRequested.at(at, { ...about, personId: accountId, email, noticeEnds });
const confirmed = (at = NOW) => facts.AddressConfirmed.at(at, about);
const consented = (at = NOW) => facts.AddressChangeConsented.at(at, about);
const stopped = (at = NOW) => facts.AddressChangeStopped.at(at, about);

const themselves: Actor = { kind: 'account', id: accountId, role: 'admin', via: 'console' };
const asMember: Actor = { kind: 'member', id: memberId, role: 'admin', via: 'console' };

describe('Inviting', () => {
  const input = { accountId, email: EMAIL };
  it('records address, member and role, with why and from where', () => {
    given().when(commands.inviteAccount, { ...input, fromAddress: FROM, reason: 'Joins us' }).then(facts.AccountInvited.at(NOW, { ...about, personId: accountId, email: EMAIL, reason: 'Joins us', fromAddress: FROM }));
    given().alongside(member, registered).when(commands.inviteAccount, { ...input, memberId }).then(facts.AccountInvited.at(NOW, { ...ofMember, personId: memberId, email: EMAIL }));
    given()
      .when(commands.inviteAccount, { ...input, role: 'auditor', reason: 'Looks after the books', fromAddress: FROM })
      .then(
        facts.AccountInvited.at(NOW, { ...about, personId: accountId, email: EMAIL, reason: 'Looks after the books', fromAddress: FROM }),
        facts.RoleGranted.at(NOW, { ...about, role: 'auditor', reason: 'Looks after the books', fromAddress: FROM }),
      );
    given().alongside(member, registered).when(commands.inviteAccount, { ...input, memberId, role: 'administrator' }).then(facts.AccountInvited.at(NOW, { ...ofMember, personId: memberId, email: EMAIL }), facts.RoleGranted.at(NOW, { ...ofMember, role: 'administrator' }));
  });
  it('is done once, for a member who is there, and makes no member an auditor', () => {
    for (const before of [[invited], [invited, opened], [invited, disabled]]) given(...before).when(commands.inviteAccount, input).thenRefused('account-exists');
    given().when(commands.inviteAccount, { ...input, memberId }).thenRefused('no-such-member');
    given().alongside(member, registered, PersonalDataErased.at(JANUARY, { memberId })).when(commands.inviteAccount, { ...input, memberId }).thenRefused('member-erased');
    given().alongside(member, registered).when(commands.inviteAccount, { ...input, memberId, role: 'auditor' }).thenRefused('auditor-is-independent');
  });
  it('is sent again until it was taken up', () => {
    given(invitedMember).when(commands.renewInvitation, { accountId, fromAddress: FROM }).then(facts.InvitationRenewed.at(NOW, { ...ofMember, fromAddress: FROM }));
    given(invited, opened).when(commands.renewInvitation, about).thenRefused('not-invited');
    given(invited, disabled).when(commands.renewInvitation, about).thenRefused('not-invited');
  });
  it('is taken up once, and never once the account is disabled', () => {
    given(invitedMember).when(commands.openAccount, { accountId, by: 'setUp', fromAddress: FROM }).then(facts.AccountOpened.at(NOW, { ...ofMember, by: 'setUp', fromAddress: FROM }));
    given(invited, facts.InvitationRenewed.at(JANUARY, about)).when(commands.openAccount, { accountId, by: 'invitation' }).then(facts.AccountOpened.at(NOW, { ...about, by: 'invitation' }));
    given(invited, opened).when(commands.openAccount, { accountId, by: 'invitation' }).thenRefused('not-invited');
    given(invited, disabled).when(commands.openAccount, { accountId, by: 'invitation' }).thenRefused('not-invited');
  });
  it('waits still where the account was disabled and enabled meanwhile', () => {
    given(invited, disabled, enabled).when(commands.openAccount, { accountId, by: 'invitation' }).then(facts.AccountOpened.at(NOW, { ...about, by: 'invitation' }));
    given(invited, disabled, enabled).when(commands.requestPasswordReset, about).thenRefused('account-not-open');
    given(invited, opened, disabled, enabled).when(commands.openAccount, { accountId, by: 'invitation' }).thenRefused('not-invited');
  });
});

describe('Roles', () => {
  const admin = { accountId, role: 'administrator' };
  const auditor = { accountId, role: 'auditor' };
  it('are granted and revoked, each once', () => {
    given(invitedMember).when(commands.grantRole, { ...admin, reason: 'Takes over', fromAddress: FROM }).then(facts.RoleGranted.at(NOW, { ...ofMember, role: 'administrator', reason: 'Takes over', fromAddress: FROM }));
    given(invited, granted('administrator')).when(commands.grantRole, admin).thenNothing();
    given(invited, granted('administrator')).when(commands.revokeRole, { ...admin, fromAddress: FROM }).then(facts.RoleRevoked.at(NOW, { ...about, role: 'administrator', fromAddress: FROM }));
    given(invited, granted('administrator'), revoked('administrator')).when(commands.revokeRole, admin).thenNothing();
    given(invited, granted('auditor')).when(commands.revokeRole, admin).thenNothing();
    given(invited, granted('administrator'), revoked('administrator')).when(commands.grantRole, admin).then(facts.RoleGranted.at(NOW, { ...about, role: 'administrator' }));
  });
  it('exclude each other: an auditor is no administrator, no member, and the other way round', () => {
    given(invitedMember).when(commands.grantRole, auditor).thenRefused('auditor-is-independent');
    given(invited, granted('administrator')).when(commands.grantRole, auditor).thenRefused('auditor-is-independent');
    given(invited, granted('auditor')).when(commands.grantRole, admin).thenRefused('auditor-is-independent');
    given(invited, granted('auditor'), revoked('auditor')).when(commands.grantRole, admin).then(facts.RoleGranted.at(NOW, { ...about, role: 'administrator' }));
    given(invited, granted('administrator'), revoked('administrator')).when(commands.grantRole, auditor).then(facts.RoleGranted.at(NOW, { ...about, role: 'auditor' }));
    given(invited, granted('auditor')).when(commands.grantRole, auditor).thenNothing();
  });
  it.each([
    ['grantRole', commands.grantRole, admin],
    ['revokeRole', commands.revokeRole, admin],
    ['disableAccount', commands.disableAccount, about],
  ] as const)('%s is not for one’s own account, whether it acts as itself or as its member', (_name, command, input) => {
    given(invited, granted('administrator')).when(command as never, input, { actor: themselves }).thenRefused('own-account');
    given(invitedMember, granted('administrator')).when(command as never, input, { actor: asMember }).thenRefused('own-account');
  });
  it('never exclude each other in one account, and none is an auditor’s who is a member, whatever is asked for', () => {
    fc.assert(
      fc.property(lives, (events) => {
        let state = accountStanding.initial;
        for (const event of events) {
          state = accountStanding.evolve(state, event);
          expect(state.roles).toHaveLength(new Set(state.roles).size);
          if (state.roles.includes('auditor')) expect([state.roles, state.memberId]).toEqual([['auditor'], undefined]);
        }
      }),
    );
  });
});

describe('Disabling and enabling', () => {
  it('follow each other', () => {
    given(invitedMember, opened).when(commands.disableAccount, { accountId, reason: 'Left', fromAddress: FROM }).then(facts.AccountDisabled.at(NOW, { ...ofMember, reason: 'Left', fromAddress: FROM }));
    given(invited).when(commands.disableAccount, about).then(facts.AccountDisabled.at(NOW, about));
    given(invited, opened, disabled).when(commands.disableAccount, about).thenNothing();
    given(invited, opened, disabled).when(commands.enableAccount, { accountId, fromAddress: FROM }).then(facts.AccountEnabled.at(NOW, { ...about, fromAddress: FROM }));
    for (const before of [[invited], [invited, opened], [invited, opened, disabled, enabled]]) given(...before).when(commands.enableAccount, about).thenRefused('account-not-disabled');
  });
});

describe('What only an open account does', () => {
  const all = [
    ['notePasswordChange', commands.notePasswordChange, { how: 'reset' }, facts.PasswordChanged],
    ['requestPasswordReset', commands.requestPasswordReset, {}, facts.PasswordResetRequested],
    ['enableSecondFactor', commands.enableSecondFactor, {}, facts.SecondFactorEnabled],
    ['renewRecoveryCodes', commands.renewRecoveryCodes, {}, facts.RecoveryCodesRenewed],
    ['endSessions', commands.endSessions, {}, facts.SessionsEnded],
    ['linkIdentity', commands.linkIdentity, { issuer: 'https://login.example' }, facts.IdentityLinked],
  ] as const;
  it.each(all)('%s', (_name, command, more, fact) => {
    const input = { accountId, ...more, fromAddress: FROM };
    const recording = (data: object): NewEvent => fact.at(NOW, { ...data, ...more, fromAddress: FROM } as never);
    given(invited, opened).when(command as never, input).then(recording(about));
    given(invitedMember, opened).when(command as never, input).then(recording(ofMember));
    given(invited, opened, disabled, enabled).when(command as never, input).then(recording(about));
    given(invited).when(command as never, input).thenRefused('account-not-open', /not been taken up/);
    given(invited, opened, disabled).when(command as never, input).thenRefused('account-not-open', /disabled/);
  });
});

describe('A second factor', () => {
  it('leaves a trace also where another one takes its place', () => {
    given(invited, opened, secured).when(commands.enableSecondFactor, about).then(facts.SecondFactorEnabled.at(NOW, about));
  });
  it('is removed where there is one, also from an account that is disabled', () => {
    given(invited, opened, secured).when(commands.removeSecondFactor, { accountId, reason: 'Lost the phone' }).then(facts.SecondFactorRemoved.at(NOW, { ...about, reason: 'Lost the phone' }));
    given(invited, opened, secured, disabled).when(commands.removeSecondFactor, about).then(facts.SecondFactorRemoved.at(NOW, about));
    given(invited, opened).when(commands.removeSecondFactor, about).thenNothing();
  });
});

describe('An identity at a provider', () => {
  it('is unlinked where it is linked', () => {
    const issuer = 'https://login.example';
    given(invited, opened, linked(issuer)).when(commands.unlinkIdentity, { accountId, issuer, fromAddress: FROM }).then(facts.IdentityUnlinked.at(NOW, { ...about, issuer, fromAddress: FROM }));
    given(invited, opened, linked('https://other.example')).when(commands.unlinkIdentity, { accountId, issuer }).thenNothing();
    given(invited, opened, linked(issuer), facts.IdentityUnlinked.at(JANUARY, { ...about, issuer })).when(commands.unlinkIdentity, { accountId, issuer }).thenNothing();
  });
});

describe('Another address', () => {
  const change = { accountId, email: OTHER };
  it('is asked for with seven days’ notice', () => {
    given(invited).when(commands.requestAddressChange, { ...change, fromAddress: FROM }).then(facts.AddressChangeRequested.at(NOW, { ...about, personId: accountId, email: OTHER, noticeEnds: IN_A_WEEK, fromAddress: FROM }));
    given(invitedMember, opened).when(commands.requestAddressChange, change).then(facts.AddressChangeRequested.at(NOW, { ...ofMember, personId: memberId, email: OTHER, noticeEnds: IN_A_WEEK }));
    given(invited, asked()).when(commands.requestAddressChange, { accountId, email: 'third@example.org' }).then(asked('third@example.org'));
  });
  it('is another one: case and form make none', () => {
    given(invited).when(commands.requestAddressChange, { accountId, email: 'ADA@Example.ORG' }).thenRefused('same-address');
    given(invited, asked(), confirmed(), consented()).when(commands.requestAddressChange, change).thenRefused('same-address');
    given(invited, asked(), confirmed()).when(commands.requestAddressChange, change, { now: JUST_BEFORE }).then(asked(OTHER, JUST_BEFORE, '2026-03-15T11:59:59.999Z'));
    given(invited, asked(), confirmed()).when(commands.requestAddressChange, change, { now: IN_A_WEEK }).thenRefused('same-address');
  });
  it('is confirmed and consented to once, in either order', () => {
    given(invited, asked()).when(commands.confirmAddress, { accountId, fromAddress: FROM }).then(facts.AddressConfirmed.at(NOW, { ...about, fromAddress: FROM }));
    given(invited, asked(), confirmed()).when(commands.confirmAddress, about).thenNothing();
    given(invited, asked(), confirmed()).when(commands.consentToAddressChange, about).then(consented());
    given(invited, asked(), consented()).when(commands.consentToAddressChange, about).thenNothing();
    given(invited, asked(), consented()).when(commands.confirmAddress, about).then(confirmed());
  });
  it('is over once it took effect, was stopped, or was confirmed by nobody while notice lasted', () => {
    const over: [string, NewEvent[], string][] = [
      ['never asked for', [], NOW],
      ['in effect by consent', [asked(), confirmed(), consented()], NOW],
      ['in effect by consent first', [asked(), consented(), confirmed()], NOW],
      ['in effect after notice', [asked(), confirmed()], IN_A_WEEK],
      ['stopped', [asked(), stopped()], NOW],
      ['stopped after it was confirmed', [asked(), confirmed(), stopped()], IN_A_WEEK],
      ['confirmed by nobody', [asked()], IN_A_WEEK],
      ['consented to, confirmed by nobody', [asked(), consented()], IN_A_WEEK],
    ];
    for (const [, before, now] of over) for (const command of [commands.confirmAddress, commands.consentToAddressChange, commands.stopAddressChange]) given(invited, opened, ...before).when(command, about, { now }).thenRefused('no-address-change');
  });
  it('can be stopped until the last moment of notice', () => {
    given(invited, asked(), confirmed()).when(commands.stopAddressChange, { accountId, fromAddress: FROM }, { now: JUST_BEFORE }).then(facts.AddressChangeStopped.at(JUST_BEFORE, { ...about, fromAddress: FROM }));
    given(invited, asked()).when(commands.confirmAddress, about, { now: JUST_BEFORE }).then(confirmed(JUST_BEFORE));
  });

  const at = (now: string, ...events: NewEvent[]) => settled(recorded([invited, ...events]).reduce(accountStanding.evolve, accountStanding.initial), now);
  it('counts from consent, or from the very end of notice, once confirmed', () => {
    expect(at(NOW, asked()).email).toBe(EMAIL);
    expect(at(IN_A_WEEK, asked()).email).toBe(EMAIL);
    expect(at(IN_A_WEEK, asked(), consented()).email).toBe(EMAIL);
    expect(at(JUST_BEFORE, asked(), consented()).email).toBe(EMAIL);
    expect(at(JUST_BEFORE, asked(), confirmed()).email).toBe(EMAIL);
    expect(at(IN_A_WEEK, asked(), confirmed()).email).toBe(OTHER);
    expect(at(NOW, asked(), confirmed(), consented()).email).toBe(OTHER);
    expect(at(NOW, asked(), consented(), confirmed()).email).toBe(OTHER);
    expect(at(IN_A_WEEK, asked(), confirmed(), stopped(JUST_BEFORE)).email).toBe(EMAIL);
  });
  it('that is asked for in place of one still waiting begins anew', () => {
    const third = 'third@example.org';
    const again = asked(third, JUST_BEFORE, '2026-03-15T11:59:59.999Z');
    expect(at(IN_A_WEEK, asked(), confirmed(), consented(JUST_BEFORE)).email).toBe(OTHER);
    expect(at(IN_A_WEEK, asked(), confirmed(), again)).toMatchObject({ email: EMAIL, pending: { email: third, confirmed: false, consented: false, noticeEnds: '2026-03-15T11:59:59.999Z' } });
    // The one before had taken effect already.
    expect(at(IN_A_WEEK, asked(), confirmed(), asked(third, IN_A_WEEK, '2026-03-15T12:00:00.000Z'))).toMatchObject({ email: OTHER, pending: { email: third } });
  });
  it('that was erased meanwhile leaves the account without any', () => {
    expect(at(IN_A_WEEK, { ...asked(), data: { ...asked().data, email: null } }, confirmed()).email).toBeNull();
  });
});

describe('What ends sessions', () => {
  const epoch = (...events: NewEvent[]) => recorded([invited, opened, ...events]).reduce(accountStanding.evolve, accountStanding.initial).epoch;
  it('is whatever changes what somebody may, or how they prove who they are, and their own wish', () => {
    const endings = [granted('auditor'), revoked('auditor'), disabled, facts.PasswordChanged.at(NOW, { ...about, how: 'changed' }), secured, facts.SecondFactorRemoved.at(NOW, about), facts.SessionsEnded.at(NOW, about)];
    for (const event of endings) expect([event.type, epoch(event) - epoch()]).toEqual([event.type, 1]);
    expect(epoch(...endings) - epoch()).toBe(7);
  });
  it('is nothing else: no address, no link asked for, no codes', () => {
    const others = [enabled, facts.PasswordResetRequested.at(NOW, about), facts.RecoveryCodesRenewed.at(NOW, about), asked(), confirmed(), consented(), stopped(), linked('https://a.example'), facts.IdentityUnlinked.at(NOW, { ...about, issuer: 'https://a.example' })];
    for (const event of others) expect([event.type, epoch(event) - epoch()]).toEqual([event.type, 0]);
  });
});

it('Every command needs an account that exists', () => {
  const more: Record<string, object> = { openAccount: { by: 'invitation' }, grantRole: { role: 'auditor' }, revokeRole: { role: 'auditor' }, notePasswordChange: { how: 'reset' }, requestAddressChange: { email: OTHER }, linkIdentity: { issuer: 'x' }, unlinkIdentity: { issuer: 'x' } };
  const others = commands.accountCommands.filter(({ name }) => !['inviteAccount', 'makeClaim'].includes(name));
  expect(others).toHaveLength(18);
  for (const command of others) given().when(command as never, { accountId, ...more[command.name] }).thenRefused('no-such-account');
});

it('An account that is settled is settled, and settles no other way for having been looked at before', () => {
  const moment = fc.integer({ min: 0, max: 60 * 86_400_000 }).map((ms) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString());
  fc.assert(
    fc.property(lives, moment, moment, (events, one, other) => {
      const [earlier, later] = [one, other].sort() as [string, string];
      const state = events.reduce(accountStanding.evolve, accountStanding.initial);
      const once = settled(state, later);
      expect(settled(once, later)).toEqual(once);
      expect(settled(settled(state, earlier), later)).toEqual(once);
    }),
  );
});

describe('Claiming', () => {
  const other = '019a9d2c-7b40-7c3e-9f21-0000000000b2';
  const claim = (account: string, of = 'email', over?: number) => ({ claimId: 'h', of, accountId: account, ...(over !== undefined && { over }) });
  const made = (account: string, at = JANUARY) => facts.ClaimMade.at(at, { claimId: 'h', accountId: account });
  it('is whoever’s comes first, and is told apart by what is claimed', () => {
    given().when(commands.makeClaim, claim(accountId)).then(made(accountId, NOW));
    given(made(other)).when(commands.makeClaim, claim(accountId)).thenRefused('address-taken');
    given(made(other)).when(commands.makeClaim, claim(accountId, 'member')).thenRefused('member-has-account');
    given(made(other)).when(commands.makeClaim, claim(accountId, 'setUp')).thenRefused('already-set-up');
  });
  it('is renewed by whoever has it, and taken over only as it was seen', () => {
    given(made(accountId)).when(commands.makeClaim, claim(accountId)).then(made(accountId, NOW));
    given(made(other)).when(commands.makeClaim, claim(accountId, 'email', 0)).then(made(accountId, NOW));
    given(made(other), made(other)).when(commands.makeClaim, claim(accountId, 'email', 0)).thenRefused('address-taken');
    given(made(other), made(other)).when(commands.makeClaim, claim(accountId, 'email', 1)).then(made(accountId, NOW));
  });
});
