/** Addresses of calendars: facts in the log, hashes of their tokens in the vault, where one that was ended is gone for every instance. */
import { defineRefusal, isRefusal, newId, streamName, type Actor, type CommandRunner, type RecordedEvent, type Refusal, type Vault } from '#event-sourcing';
import { notFound } from '#event-sourcing-nest/reader.js';
import { accountStanding } from '#features/accounts/accounts.events.js';
import { revokeCalendar, subscribeCalendar } from '#features/calendars/calendars.decider.js';
import { calendarStanding } from '#features/calendars/calendars.events.js';
import { memberStanding } from '#features/members/members.events.js';
import { membershipId, membershipStanding } from '#features/memberships/memberships.events.js';
import { hashOfToken, newToken } from './tokens.js';
import { entriesUnder } from './vault-entries.js';

/** By hash of the token. */
const SPACE = 'calendars';
/** By `<member>.<calendar>`: the hash of its token. */
const OF_MEMBER = 'calendars-of-member';
/** More than anybody has programs. */
const MOST = 20;

export const tooManyCalendars = defineRefusal('too-many-calendars', 'You have too many calendars');

export interface Calendar {
  id: string;
  accountId: string;
  memberId: string;
  /** Without one, of all meetings of the member. */
  groupId?: string;
  createdAt: string;
}

/** Who does it, and from where. */
export interface CalendarAct {
  actor: Actor;
  fromAddress: string;
}

export class Calendars {
  constructor(
    private readonly vault: Vault,
    private readonly runner: CommandRunner,
  ) {}

  /** Recorded first: an address that nothing tells of never works. @returns the token, which nobody can read again. */
  async subscribe(whose: Pick<Calendar, 'accountId' | 'memberId' | 'groupId'>, { actor, fromAddress }: CalendarAct): Promise<{ token: string; calendar: Calendar } | Refusal> {
    if ((await this.listOf(whose.memberId)).length >= MOST) return tooManyCalendars(`Nobody has more than ${MOST} calendars: end one first.`);
    const outcome = await this.runner.execute(subscribeCalendar, { calendarId: newId(), ...whose, fromAddress }, { actor });
    if (isRefusal(outcome)) return outcome;
    const token = newToken();
    const hash = hashOfToken(token) as string;
    const calendar: Calendar = { id: outcome.id, ...whose, createdAt: (outcome.events[0] as RecordedEvent).occurredAt };
    // First, so that there is none which its member does not see.
    await this.vault.put(OF_MEMBER, [{ key: placeOf(calendar), value: hash }]);
    await this.vault.put(SPACE, [{ key: hash, value: JSON.stringify(calendar) }]);
    return { token, calendar };
  }

  /** Those of a member, newest first. */
  async listOf(memberId: string): Promise<Calendar[]> {
    const index = await entriesUnder(this.vault, OF_MEMBER, `${memberId}.`);
    const entries = await this.vault.getMany(SPACE, index.map(({ value }) => value));
    return entries.map(({ value }) => JSON.parse(value) as Calendar).sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Ended first: whoever asks again after a crash records it. @returns nothing where it is done. */
  async revoke(id: string, { actor, fromAddress }: CalendarAct): Promise<Refusal | undefined> {
    const input = { calendarId: id, fromAddress };
    const { memberId, revoked } = await this.runner.fold(calendarStanding, streamName('calendar', id));
    if (memberId === undefined || revoked || (await this.runner.refused(revokeCalendar, input, actor))) return notFound('There is no calendar of yours with this id.');
    const place = placeOf({ id, memberId });
    const [entry] = await this.vault.getMany(OF_MEMBER, [place]);
    if (entry) await this.vault.delete(SPACE, [entry.value]);
    await this.vault.delete(OF_MEMBER, [place]);
    const outcome = await this.runner.execute(revokeCalendar, input, { actor });
    return isRefusal(outcome) ? outcome : undefined;
  }

  /** What a token is the address of; undefined for none, and where whoever made it may not read it now. */
  async find(token: string): Promise<Calendar | undefined> {
    const hash = hashOfToken(token);
    const [entry] = hash === undefined ? [] : await this.vault.getMany(SPACE, [hash]);
    if (!entry) return undefined;
    const calendar = JSON.parse(entry.value) as Calendar;
    return (await this.counts(calendar)) ? calendar : undefined;
  }

  private async counts({ accountId, memberId, groupId }: Calendar): Promise<boolean> {
    const account = await this.runner.fold(accountStanding, streamName('account', accountId));
    const member = await this.runner.fold(memberStanding, streamName('member', memberId));
    if (account.status !== 'open' || account.memberId !== memberId || !member.registered || member.erased) return false;
    return groupId === undefined || (await this.runner.fold(membershipStanding, streamName('membership', membershipId({ groupId, memberId })))).memberSince !== undefined;
  }
}

function placeOf({ id, memberId }: Pick<Calendar, 'id' | 'memberId'>): string {
  return `${memberId}.${id}`;
}
