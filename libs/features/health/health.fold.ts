/** What a group's events tell of it, from which health and network are read. */
import { foldEach, passes, type EventOf, type Moment, type RecordedEvent } from '#event-sourcing';
import { actionsStanding, type ActionStanding } from '../actions/actions.events.js';
import { AlignmentDecided, type Verdict } from '../alignment/alignment.events.js';
import { helpGiven, type HelpGiven } from '../help/help.events.js';
import { meetingsStanding, type MeetingStanding } from '../meetings/meetings.events.js';
import { membershipEvents, membershipStanding, type MembershipStanding } from '../memberships/memberships.events.js';
import { reflectionsStanding, type ReflectionStanding } from '../reflections/reflections.events.js';
import { storyEvents, type StoryEvent } from '../stories/stories.events.js';

export interface Story {
  toldAt: string;
  withdrawn: boolean;
  acknowledgements: readonly string[];
}

export interface Decision {
  reviewId: string;
  at: string;
  until: string;
  score: number;
  verdict: Verdict;
  provisional: boolean;
}

type By<T> = ReadonlyMap<string, T>;

export interface GroupHistory {
  /** By member. */
  memberships: By<MembershipStanding>;
  /** By id, as all below. */
  meetings: By<MeetingStanding>;
  reflections: By<ReflectionStanding>;
  stories: By<Story>;
  help: By<HelpGiven>;
  actions: By<ActionStanding>;
  /** In the order of the log. */
  decisions: readonly Decision[];
}

/** @param events tagged with the group, in log order. */
export function historyOf(events: readonly RecordedEvent[]): GroupHistory {
  return {
    memberships: foldEach(events, membershipEvents, ({ data }) => data.memberId, (known: MembershipStanding = membershipStanding.initial, event) => membershipStanding.evolve(known, event)),
    meetings: meetingsStanding(events),
    reflections: reflectionsStanding(events),
    stories: foldEach(events, storyEvents, ({ data }) => data.storyId, story),
    help: helpGiven(events),
    actions: actionsStanding(events),
    decisions: [...foldEach(events, [AlignmentDecided], ({ id }) => id, (_none: Decision | undefined, event) => decision(event)).values()],
  };
}

/** A group as of a moment and as of today. @param moment undefined: the present. */
export function historyAt(all: readonly RecordedEvent[], moment: Moment | undefined): { known: readonly RecordedEvent[]; history: GroupHistory; today: GroupHistory } {
  const today = historyOf(all);
  if (!moment) return { known: all, history: today, today };
  const known = all.filter((event) => passes(event, moment));
  return { known, history: toldToday(historyOf(known), today), today };
}

/** What was, as far as it may be told today: a reflection that was withdrawn since is gone, and one that is kept private by now was so then. */
function toldToday(then: GroupHistory, today: GroupHistory): GroupHistory {
  const reflections = [...then.reflections].flatMap(([id, reflection]): [string, ReflectionStanding][] => {
    const now = today.reflections.get(id);
    if (!now || now.withdrawn) return [];
    return [[id, now.visibility === 'private' ? { ...reflection, visibility: 'private' } : reflection]];
  });
  return { ...then, reflections: new Map(reflections) };
}

function story(known: Story | undefined, event: StoryEvent): Story | undefined {
  if (event.type === 'StoryTold') return { toldAt: event.occurredAt, withdrawn: false, acknowledgements: [] };
  if (!known) return undefined;
  if (event.type === 'StoryAcknowledged') return { ...known, acknowledgements: [...known.acknowledgements, event.occurredAt] };
  return event.type === 'StoryWithdrawn' ? { ...known, withdrawn: true } : known;
}

function decision({ occurredAt: at, data: { reviewId, until, score, verdict, provisional } }: EventOf<typeof AlignmentDecided>): Decision {
  return { reviewId, at, until, score, verdict, provisional };
}
