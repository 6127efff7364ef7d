import fc from 'fast-check';
import { mayRead, withheldFrom, type NewEvent, type Party } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import * as facts from '../accounts.events.js';
import { accountStanding, settled, type AccountDocument } from '../accounts.events.js';
import { accountPolicy } from '../accounts.policy.js';
import { accountId as id, lives, memberId } from '../testing/lives.js';
import { accountsView } from './accounts.js';

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const about = { accountId: id, memberId };
const EMAIL = 'ada@example.org';
const OTHER = 'ada@example.com';
const invited = facts.AccountInvited.at(day(1), { ...about, personId: memberId, email: EMAIL });
const opened = facts.AccountOpened.at(day(2), { ...about, by: 'invitation' });
const asked = facts.AddressChangeRequested.at(day(3), { ...about, personId: memberId, email: OTHER, noticeEnds: day(10) });
const confirmed = (n: number) => facts.AddressConfirmed.at(day(n), about);
const consented = (n: number) => facts.AddressChangeConsented.at(day(n), about);
const ended = (n: number) => facts.SessionsEnded.at(day(n), about);

const one = (...events: NewEvent[]) => viewOf(accountsView, events)[id] as AccountDocument;
const blank = { id, memberId, email: EMAIL, status: 'invited', roles: [], secondFactor: false, invitedAt: day(1), openedAt: null, pendingEmail: null, noticeEnds: null, providers: [], audience: [`member:${id}`, `member:${memberId}`] };

describe('The view of accounts', () => {
  it('shows who was invited, and when they came', () => {
    expect(one(invited)).toEqual(blank);
    expect(one(invited, facts.InvitationRenewed.at(day(2), about))).toEqual(blank);
    expect(one(invited, opened)).toEqual({ ...blank, status: 'open', openedAt: day(2) });
    const outside = facts.AccountInvited.at(day(1), { accountId: id, personId: id, email: EMAIL });
    expect(one(outside)).toEqual({ ...blank, memberId: null, audience: [`member:${id}`] });
  });

  it('shows roles that are had', () => {
    const granted = facts.RoleGranted.at(day(2), { ...about, role: 'administrator' });
    expect(one(invited, granted, granted)).toEqual({ ...blank, roles: ['administrator'] });
    expect(one(invited, granted, facts.RoleRevoked.at(day(3), { ...about, role: 'auditor' }))).toEqual({ ...blank, roles: ['administrator'] });
    expect(one(invited, granted, facts.RoleRevoked.at(day(3), { ...about, role: 'administrator' }))).toEqual(blank);
  });

  it('shows whether an account may be used; one that was never opened waits on', () => {
    const [disabled, enabled] = [facts.AccountDisabled.at(day(3), about), facts.AccountEnabled.at(day(4), about)];
    expect(one(invited, opened, disabled)).toEqual({ ...blank, status: 'disabled', openedAt: day(2) });
    expect(one(invited, opened, disabled, enabled)).toEqual({ ...blank, status: 'open', openedAt: day(2) });
    expect(one(invited, disabled, enabled)).toEqual(blank);
  });

  it('shows whether there is a second factor, and which providers', () => {
    const enabled = facts.SecondFactorEnabled.at(day(2), about);
    expect(one(invited, enabled)).toEqual({ ...blank, secondFactor: true });
    expect(one(invited, enabled, facts.SecondFactorRemoved.at(day(3), about))).toEqual(blank);
    const linked = (issuer: string) => facts.IdentityLinked.at(day(2), { ...about, issuer });
    expect(one(invited, linked('a'), linked('b'), linked('a'))).toEqual({ ...blank, providers: ['a', 'b'] });
    expect(one(invited, linked('a'), linked('b'), facts.IdentityUnlinked.at(day(3), { ...about, issuer: 'a' }))).toEqual({ ...blank, providers: ['b'] });
  });

  it('shows an address that waits until it is the one, is stopped or is over', () => {
    const waiting = { ...blank, pendingEmail: OTHER, noticeEnds: day(10) };
    expect(one(invited, asked)).toEqual(waiting);
    expect(one(invited, asked, confirmed(4))).toEqual(waiting);
    expect(one(invited, asked, consented(4))).toEqual(waiting);
    expect(one(invited, asked, confirmed(4), consented(5))).toEqual({ ...blank, email: OTHER });
    expect(one(invited, asked, consented(4), confirmed(5))).toEqual({ ...blank, email: OTHER });
    expect(one(invited, asked, confirmed(4), facts.AddressChangeStopped.at(day(5), about))).toEqual(blank);
    expect(one(invited, asked, confirmed(4), ended(9))).toEqual(waiting);
    expect(one(invited, asked, confirmed(4), ended(10))).toEqual({ ...blank, email: OTHER });
    expect(one(invited, asked, ended(10))).toEqual(blank);
    expect(one(invited, asked, consented(4), ended(10))).toEqual(blank);
  });

  it('begins anew with another address asked for in place of the first', () => {
    const again = facts.AddressChangeRequested.at(day(5), { ...about, personId: memberId, email: 'third@example.org', noticeEnds: day(12) });
    expect(one(invited, asked, confirmed(4), again, consented(6))).toEqual({ ...blank, pendingEmail: 'third@example.org', noticeEnds: day(12) });
    expect(one(invited, asked, consented(4), again, confirmed(6))).toEqual({ ...blank, pendingEmail: 'third@example.org', noticeEnds: day(12) });
  });

  it('is not changed by what only happens to passwords, codes and sessions', () => {
    const others = [facts.PasswordChanged.at(day(3), { ...about, how: 'reset' }), facts.PasswordResetRequested.at(day(3), about), facts.RecoveryCodesRenewed.at(day(3), about), ended(3)];
    expect(one(invited, opened, ...others)).toEqual({ ...blank, status: 'open', openedAt: day(2) });
  });

  it('has nothing of an account whose beginning time travel hides, and is found by its tag', () => {
    expect(one(opened)).toBeUndefined();
    expect(accountsView.tag?.(id)).toBe(`account:${id}`);
  });

  it('agrees with what rights are decided by, whatever happened', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const now = events.at(-1)?.occurredAt as string;
        const { status, roles, email, secondFactor, pending, issuers } = settled(events.reduce(accountStanding.evolve, accountStanding.initial), now);
        const doc = viewOf(accountsView, events)[id] as AccountDocument;
        expect(doc).toMatchObject({ status, roles, email, secondFactor, pendingEmail: pending?.email ?? null, noticeEnds: pending?.noticeEnds ?? null, providers: issuers });
      }),
    );
  });
});

describe('Accounts', () => {
  const policy = accountPolicy.documents.accounts;
  const party = (more: Partial<Party>): Party => ({ groups: [], facilitates: [], ...more });
  const readers: [string, Party, boolean, string[]][] = [
    ['an administrator', party({ role: 'admin' }), true, []],
    ['an auditor', party({ role: 'auditor' }), true, ['email', 'pendingEmail', 'noticeEnds']],
    ['an integrator', party({ role: 'integrator' }), false, ['email', 'pendingEmail', 'noticeEnds']],
    ['the member whose it is', party({ memberId }), true, []],
    ['whoever it is', party({ accountId: id }), true, []],
    ['another member', party({ memberId: '019a9d2c-7b40-7c3e-9f21-00000000000b' }), false, ['email', 'pendingEmail', 'noticeEnds']],
    ['another account', party({ accountId: '019a9d2c-7b40-7c3e-9f21-0000000000a2' }), false, ['email', 'pendingEmail', 'noticeEnds']],
  ];
  it.each(readers)('%s', (_who, reader, reads, withheld) => {
    expect([mayRead(policy, one(invited), reader), withheldFrom(policy, one(invited), reader)]).toEqual([reads, withheld]);
  });
});
