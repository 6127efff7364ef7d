/** Memberships: a member's periods in one group, and the fold that says who belongs and who facilitates. */
import { z } from 'zod';
import { defineEvent, defineRefusal, foldEach, open, personal, ref, streamName, type EventOf, type Fold, type Hidden, type RecordedEvent, type Window } from '#event-sourcing';

export const role = z.enum(['member', 'facilitator']);
export type Role = z.output<typeof role>;

const reason = (subject: string) => personal(z.string().min(1).max(1_000), subject).optional();

export const MembershipRequested = defineEvent({
  type: 'MembershipRequested',
  summary: 'A member asked to join a group.',
  data: { groupId: ref('group'), memberId: ref('member') },
});

export const MembershipDeclined = defineEvent({
  type: 'MembershipDeclined',
  summary: 'A request to join was declined.',
  data: { groupId: ref('group'), memberId: ref('member'), reason: reason('memberId') },
});

export const MemberJoined = defineEvent({
  type: 'MemberJoined',
  summary: 'A member joined a group, or came back to it.',
  data: { groupId: ref('group'), memberId: ref('member') },
});

export const MemberLeft = defineEvent({
  type: 'MemberLeft',
  summary: 'A member left a group; everything recorded stays.',
  data: { groupId: ref('group'), memberId: ref('member'), reason: reason('memberId') },
});

export const RoleAssigned = defineEvent({
  type: 'RoleAssigned',
  summary: 'A member of a group became facilitator, or plain member again.',
  data: { groupId: ref('group'), memberId: ref('member'), role: open(role), reason: reason('actor'), fromAddress: personal(z.string().max(64), 'actor').optional() },
});

export const membershipEvents = [MembershipRequested, MembershipDeclined, MemberJoined, MemberLeft, RoleAssigned] as const;

export type MembershipEvent = EventOf<(typeof membershipEvents)[number]>;

/** [from, to); without `to` it lasts. */
export interface Period {
  from: string;
  to?: string;
}

/** Whether one of the periods [from, to) covers an instant. */
export function activeAt(periods: readonly Period[], instant: string): boolean {
  return periods.some(({ from, to }) => from <= instant && (to === undefined || instant < to));
}

/** Whether somebody is active in a window: one of their periods covers its last moment. What happens at `before` belongs to the next window. */
export function activeAtEnd(periods: readonly Period[], { before }: Pick<Window, 'before'>): boolean {
  return periods.some(({ from, to }) => from < before && (to === undefined || before <= to));
}

export interface MembershipStanding {
  /** In order, disjoint; the last may be open. */
  periods: readonly Period[];
  /** The role held now, or last. */
  role: Role;
  /** Whether they facilitate the group now. */
  facilitator: boolean;
  /** Start of the open period; undefined while not a member. */
  memberSince?: string;
  /** When the request still open was made. */
  requestedAt?: string;
  /** `occurredAt` of the last fact: dates never run backwards. Empty without any. */
  changedAt: string;
}

/** Who belongs to the group, since when and as what; fold it over `membership-{groupId}.{memberId}`. */
export const membershipStanding: Fold<MembershipStanding> = {
  initial: { periods: [], role: 'member', facilitator: false, changedAt: '' },
  evolve(before, recorded: RecordedEvent) {
    const event = recorded as MembershipEvent;
    const state = { ...before, changedAt: event.occurredAt > before.changedAt ? event.occurredAt : before.changedAt };
    switch (event.type) {
      case 'MembershipRequested':
        return { ...state, requestedAt: event.occurredAt };
      case 'MembershipDeclined': {
        const { requestedAt: _closed, ...rest } = state;
        return rest;
      }
      case 'MemberJoined': {
        const { requestedAt: _closed, ...rest } = state;
        return { ...rest, periods: [...state.periods, { from: event.occurredAt }], memberSince: event.occurredAt, role: 'member', facilitator: false };
      }
      case 'MemberLeft': {
        const { memberSince: _ended, ...rest } = state;
        return { ...rest, periods: ended(state.periods, event.occurredAt), facilitator: false };
      }
      case 'RoleAssigned':
        return { ...state, role: event.data.role, facilitator: event.data.role === 'facilitator' && state.memberSince !== undefined };
      default:
        event satisfies never;
        return before;
    }
  },
};

export const notAMember = defineRefusal('not-a-member', 'Not a member of this group');

/** The periods with the open one ended; time travel may have hidden its beginning. */
export function ended(periods: readonly Period[], to: string): readonly Period[] {
  const last = periods.at(-1);
  return last && last.to === undefined ? [...periods.slice(0, -1), { from: last.from, to }] : periods;
}

/** Periods among events of many memberships, by what `keyOf` tells of each: its member, its group, or undefined where it does not count. */
export function periodsBy(events: Iterable<RecordedEvent>, keyOf: (membership: { groupId: string; memberId: string }) => string | undefined): Map<string, readonly Period[]> {
  return foldEach(events, [MemberJoined, MemberLeft], ({ data }) => keyOf(data), (known: readonly Period[] = [], event) =>
    event.type === 'MemberJoined' ? [...known, { from: event.occurredAt }] : ended(known, event.occurredAt),
  );
}

/** The id of a membership: completes the name of its stream, and names its document. */
export function membershipId({ groupId, memberId }: { groupId: string; memberId: string }): string {
  return `${groupId}.${memberId}`;
}

/** Its stream, where a group is known. */
export function membershipStream(groupId: string | undefined, memberId: string): string | undefined {
  return groupId && streamName('membership', membershipId({ groupId, memberId }));
}

/** A document of the view `memberships`; its id is `{groupId}.{memberId}`. */
export type MembershipDocument = Hidden & {
  id: string;
  groupId: string;
  memberId: string;
  status: 'requested' | 'declined' | 'active' | 'left';
  role: Role;
  periods: Period[];
  /** Start of the current or last period. */
  joinedAt: string | null;
  /** End of the last period, while not active. */
  leftAt: string | null;
  /** When the last request was made. */
  requestedAt: string | null;
  /** Given for the last leave or decline; about the member, so not for everybody. Null: none, or erased. */
  reason: string | null;
  /** Who may see it, as the policy says. */
  audience: string[];
};
