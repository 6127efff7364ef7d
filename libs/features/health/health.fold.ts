/** What a group's events tell of it: one fold, from which health and network are read. */
import type { RecordedEvent } from '#event-sourcing';
import { actionsStanding, type ActionStanding } from '../actions/actions.events.js';
import { alignmentEvents, type AlignmentEvent } from '../alignment/alignment.events.js';
import { helpGiven, type HelpGiven } from '../help/help.events.js';
import { meetingEvents, type AttendanceOutcome, type MeetingEvent } from '../meetings/meetings.events.js';
import { membershipEvents, membershipStanding, type MembershipEvent, type MembershipStanding } from '../memberships/memberships.events.js';
import { reflectionEvents, type ReflectionEvent, type ReflectionValue, type Visibility } from '../reflections/reflections.events.js';
import { storyEvents, type StoryEvent } from '../stories/stories.events.js';

export interface Reflected {
  authorId: string;
  meetingId: string | undefined;
  at: string;
  learnedFrom: readonly string[];
  value: ReflectionValue;
  visibility: Visibility;
  withdrawn: boolean;
}

export interface Session {
  startsAt: string;
  cancelled: boolean;
  /** By member: what was recorded, else an apology. */
  outcomes: Readonly<Record<string, AttendanceOutcome>>;
}

export interface Decision {
  reviewId: string;
  at: string;
  until: string;
  score: number;
  verdict: Extract<AlignmentEvent, { type: 'AlignmentDecided' }>['data']['verdict'];
  provisional: boolean;
}

type By<T> = Readonly<Record<string, T>>;

export interface GroupHistory {
  /** By member. */
  memberships: By<MembershipStanding>;
  /** By id, as all below. */
  sessions: By<Session>;
  reflections: By<Reflected>;
  stories: By<{ toldAt: string; withdrawn: boolean; acknowledgements: readonly string[] }>;
  help: By<HelpGiven>;
  actions: By<ActionStanding>;
  /** In the order of the log. */
  decisions: readonly Decision[];
}

const nothing: GroupHistory = { memberships: {}, sessions: {}, reflections: {}, stories: {}, help: helpGiven.initial, actions: actionsStanding.initial, decisions: [] };

const typesOf = (definitions: readonly { type: string }[]) => new Set(definitions.map(({ type }) => type));
const OF = { memberships: typesOf(membershipEvents), meetings: typesOf(meetingEvents), reflections: typesOf(reflectionEvents), stories: typesOf(storyEvents), alignment: typesOf(alignmentEvents) };

/** @param events tagged with the group, in log order. */
export function historyOf(events: readonly RecordedEvent[]): GroupHistory {
  const history = {
    memberships: { ...nothing.memberships } as Record<string, MembershipStanding>,
    sessions: { ...nothing.sessions } as Record<string, Session>,
    reflections: { ...nothing.reflections } as Record<string, Reflected>,
    stories: {} as Record<string, GroupHistory['stories'][string]>,
    help: nothing.help,
    actions: nothing.actions,
    decisions: [] as Decision[],
  };
  for (const event of events) {
    if (OF.memberships.has(event.type)) membership(history.memberships, event as MembershipEvent);
    else if (OF.meetings.has(event.type)) meeting(history.sessions, event as MeetingEvent);
    else if (OF.reflections.has(event.type)) reflection(history.reflections, event as ReflectionEvent);
    else if (OF.stories.has(event.type)) story(history.stories, event as StoryEvent);
    else if (OF.alignment.has(event.type)) decision(history.decisions, event as AlignmentEvent);
    history.help = helpGiven.evolve(history.help, event as never);
    history.actions = actionsStanding.evolve(history.actions, event as never);
  }
  return history;
}

function membership(all: Record<string, MembershipStanding>, event: MembershipEvent): void {
  const { memberId } = event.data;
  all[memberId] = membershipStanding.evolve(all[memberId] ?? membershipStanding.initial, event as never);
}

function meeting(all: Record<string, Session>, event: MeetingEvent): void {
  const { meetingId, startsAt } = event.data;
  const known = all[meetingId] ?? { startsAt, cancelled: false, outcomes: {} };
  const withOutcome = (memberId: string, outcome: AttendanceOutcome): Session => ({ ...known, startsAt, outcomes: { ...known.outcomes, [memberId]: outcome } });
  switch (event.type) {
    case 'MeetingCancelled':
      all[meetingId] = { ...known, cancelled: true };
      return;
    case 'ApologyReceived':
      // An apology stands until the roll call says otherwise.
      all[meetingId] = withOutcome(event.data.memberId, known.outcomes[event.data.memberId] ?? 'apologised');
      return;
    case 'AttendanceRecorded':
      all[meetingId] = withOutcome(event.data.memberId, event.data.outcome);
      return;
    case 'AttendanceCorrected':
      all[meetingId] = withOutcome(event.data.memberId, event.data.to.outcome);
      return;
    default:
      all[meetingId] = { ...known, startsAt };
  }
}

function reflection(all: Record<string, Reflected>, event: ReflectionEvent): void {
  const { reflectionId } = event.data;
  if (event.type === 'ReflectionRecorded') {
    const { authorId, meetingId, learnedFrom, value, visibility } = event.data;
    all[reflectionId] = { authorId, meetingId, at: event.occurredAt, learnedFrom, value, visibility, withdrawn: false };
    return;
  }
  const known = all[reflectionId];
  if (!known) return;
  if (event.type === 'ReflectionRevised') all[reflectionId] = { ...known, learnedFrom: event.data.learnedFrom ?? known.learnedFrom, value: event.data.value ?? known.value };
  else if (event.type === 'ReflectionShared') all[reflectionId] = { ...known, visibility: event.data.visibility };
  else if (event.type === 'ReflectionWithdrawn') all[reflectionId] = { ...known, withdrawn: true };
}

function story(all: Record<string, GroupHistory['stories'][string]>, event: StoryEvent): void {
  const { storyId } = event.data;
  if (event.type === 'StoryTold') all[storyId] = { toldAt: event.occurredAt, withdrawn: false, acknowledgements: [] };
  const known = all[storyId];
  if (!known) return;
  if (event.type === 'StoryAcknowledged') all[storyId] = { ...known, acknowledgements: [...known.acknowledgements, event.occurredAt] };
  else if (event.type === 'StoryWithdrawn') all[storyId] = { ...known, withdrawn: true };
}

function decision(all: Decision[], event: AlignmentEvent): void {
  if (event.type !== 'AlignmentDecided') return;
  const { reviewId, until, score, verdict, provisional } = event.data;
  all.push({ reviewId, at: event.occurredAt, until, score, verdict, provisional });
}
