/** Meetings: sessions of a group, with answers before, a roll call at, and corrections after. */
import { z } from 'zod';
import { defineEvent, defineRefusal, foldEach, open, personal, ref, refs, type EventOf, type Fold, type Hidden, type RecordedEvent, type Refusal } from '#event-sourcing';
import { refuseNamedGroup, type GroupStanding } from '../groups/groups.events.js';

const text = (max: number) => z.string().min(1).max(max);
const storedInstant = z.iso.datetime();
const localTime = z.iso.datetime({ local: true });

export const meetingMode = z.enum(['inPerson', 'online', 'both']);
export const rsvpResponse = z.enum(['yes', 'no', 'maybe', 'waitlist']);
export const attendanceOutcome = z.enum(['present', 'late', 'apologised', 'absent', 'substitute', 'visitor', 'notExpected']);
export const recordedHow = z.enum(['rollCall', 'code', 'import', 'api']);
export const minutesAttended = z.int().min(0).max(1_440);
export const guests = z.int().min(0).max(100);

export type AttendanceOutcome = z.output<typeof attendanceOutcome>;
export type RsvpResponse = z.output<typeof rsvpResponse>;

/** Every meeting event names group and meeting, and the start as it stood, so that a member's timeline needs no other stream. */
const about = { groupId: ref('group'), meetingId: ref('meeting'), startsAt: open(storedInstant) };
const oneMember = { ...about, memberId: ref('member') };

export const MeetingScheduled = defineEvent({
  type: 'MeetingScheduled',
  summary: 'A session of a group was planned, or recorded after it took place.',
  data: {
    ...about,
    title: open(text(300)),
    endsAt: open(storedInstant).optional(),
    timeZone: open(text(64)),
    localStart: open(localTime),
    localEnd: open(localTime).optional(),
    mode: open(meetingMode).optional(),
    place: open(text(300)).optional(),
    /** Of a meeting that repeats: its series, and the local date it stands for there, which stays when it is moved. */
    seriesId: ref('series').optional(),
    occurrence: open(z.iso.date()).optional(),
  },
});

export const MeetingRescheduled = defineEvent({
  type: 'MeetingRescheduled',
  summary: 'A meeting was moved, or its title, place or mode changed; `cleared` names what was emptied.',
  data: {
    ...about,
    title: open(text(300)).optional(),
    endsAt: open(storedInstant).optional(),
    timeZone: open(text(64)).optional(),
    localStart: open(localTime),
    localEnd: open(localTime).optional(),
    mode: open(meetingMode).optional(),
    place: open(text(300)).optional(),
    cleared: open(z.array(z.enum(['endsAt', 'mode', 'place'])).max(3)).optional(),
    /** Where it followed a change of its series, and was not changed by itself. */
    seriesId: ref('series').optional(),
    /** Everybody who had answered. */
    memberIds: refs('member'),
  },
});

export const MeetingCancelled = defineEvent({
  type: 'MeetingCancelled',
  summary: 'A meeting did not or will not take place.',
  data: { ...about, reason: personal(text(1_000), 'actor').optional(), memberIds: refs('member') },
});

export const RsvpGiven = defineEvent({
  type: 'RsvpGiven',
  summary: 'Somebody said whether they would come.',
  data: { ...oneMember, response: open(rsvpResponse), guests: open(guests), firstGivenAt: open(storedInstant).optional() },
});

export const ApologyReceived = defineEvent({
  type: 'ApologyReceived',
  summary: 'Somebody apologised for not coming.',
  data: { ...oneMember, reason: personal(text(1_000), 'memberId').optional() },
});

export const AttendanceRecorded = defineEvent({
  type: 'AttendanceRecorded',
  summary: 'Whether one person came to a meeting.',
  data: { ...oneMember, outcome: open(attendanceOutcome), minutes: open(minutesAttended).optional(), how: open(recordedHow) },
});

const attendanceValue = z.strictObject({ outcome: attendanceOutcome, minutes: minutesAttended.optional() });

export const AttendanceCorrected = defineEvent({
  type: 'AttendanceCorrected',
  summary: 'What was recorded of one person’s attendance was put right: old value, new value and reason.',
  data: {
    ...oneMember,
    /** The event that is corrected: an attendance, a correction of it, or the closing that left it open. */
    corrects: open(z.uuid()),
    /** Null where closing left it open. */
    from: open(attendanceValue.nullable()),
    to: open(attendanceValue),
    reason: personal(text(1_000), 'memberId'),
  },
});

export const MeetingClosed = defineEvent({
  type: 'MeetingClosed',
  summary: 'The roll call of a meeting ended; `leftOpen` are those whose outcome nobody knew.',
  data: { ...about, leftOpen: refs('member') },
});

export const meetingEvents = [
  MeetingScheduled,
  MeetingRescheduled,
  MeetingCancelled,
  RsvpGiven,
  ApologyReceived,
  AttendanceRecorded,
  AttendanceCorrected,
  MeetingClosed,
] as const;

export type MeetingEvent = EventOf<(typeof meetingEvents)[number]>;

/** The members an event of a meeting concerns, besides all of the group. */
export function membersConcerned(event: MeetingEvent): readonly string[] {
  const { data } = event;
  if ('memberId' in data) return [data.memberId];
  if ('memberIds' in data) return data.memberIds;
  return 'leftOpen' in data ? data.leftOpen : [];
}

/** What others need to know of a meeting that something took place at. */
export interface MeetingPlace {
  /** Undefined where there is no such meeting. */
  groupId: string | undefined;
  timeZone: string | undefined;
  /** Who answered whether they would come, or of whom it is recorded whether they came. */
  people: readonly string[];
}

/** The group of a meeting, its zone and its people; fold it over `meeting-{id}`. */
export const meetingPlace: Fold<MeetingPlace> = {
  initial: { groupId: undefined, timeZone: undefined, people: [] },
  evolve({ timeZone, people }, recorded: RecordedEvent) {
    const { data } = recorded as MeetingEvent;
    return {
      groupId: data.groupId,
      timeZone: ('timeZone' in data ? data.timeZone : undefined) ?? timeZone,
      people: 'memberId' in data && !people.includes(data.memberId) ? [...people, data.memberId] : people,
    };
  },
};

export const noSuchMeeting = defineRefusal('no-such-meeting', 'There is no such meeting', 404);
export const meetingOfAnotherGroup = defineRefusal('meeting-of-another-group', 'This meeting is another group’s', 422);

/**
 * Why nothing can be said to have taken place there. A group that is named is open; what took place at a meeting of it may be written down when
 * the group is no more.
 */
export function refusePlace(
  { groupId, meetingId }: { groupId?: string | undefined; meetingId?: string | undefined },
  meeting: MeetingPlace,
  group: Pick<GroupStanding, 'founded' | 'archived'>,
): Refusal | undefined {
  if (meetingId === undefined) return refuseNamedGroup(groupId, group);
  if (meeting.groupId === undefined) return noSuchMeeting('There is no meeting with this id.', { errors: [{ pointer: '/meetingId', detail: 'names no meeting we know' }] });
  if (groupId === undefined || groupId === meeting.groupId) return undefined;
  return meetingOfAnotherGroup('This meeting is another group’s; leave the group out, and the meeting says which one it was.', { errors: [{ pointer: '/meetingId', detail: 'is a meeting of another group' }] });
}

const CAME: readonly AttendanceOutcome[] = ['present', 'late', 'substitute'];
const EXPECTED: readonly AttendanceOutcome[] = [...CAME, 'apologised', 'absent'];

/** Of whom a meeting inside a period of theirs is counted: of nobody without an outcome ("Rules that are easy to get wrong" in domain.md). */
export function wasExpected(outcome: AttendanceOutcome | undefined): boolean {
  return outcome !== undefined && EXPECTED.includes(outcome);
}

export function hasCome(outcome: AttendanceOutcome | undefined): boolean {
  return outcome !== undefined && CAME.includes(outcome);
}

/** What is known of one person at a meeting. */
export interface AttendanceStanding {
  value?: AttendanceValue;
  apologised?: true;
}

/** What an event adds to that. */
export function attendanceTold(event: MeetingEvent): AttendanceStanding {
  switch (event.type) {
    case 'ApologyReceived':
      return { apologised: true };
    case 'AttendanceRecorded':
      return { value: { outcome: event.data.outcome, ...(event.data.minutes !== undefined && { minutes: event.data.minutes }) } };
    case 'AttendanceCorrected':
      return { value: event.data.to };
    default:
      return {};
  }
}

/** An apology stands until the roll call says otherwise. */
export function outcomeOf({ value, apologised }: AttendanceStanding): AttendanceOutcome | undefined {
  return value?.outcome ?? (apologised && 'apologised');
}

/** A meeting as figures of its group count it. */
export interface MeetingStanding {
  startsAt: string;
  /** `occurredAt` of what set the start. */
  plannedAt: string;
  cancelled: boolean;
  /** By member. */
  people: ReadonlyMap<string, AttendanceStanding>;
}

/** Meetings by id. Their start is what planning them said: an answer names the start as it stood when that was written down. */
export function meetingsStanding(events: Iterable<RecordedEvent>): Map<string, MeetingStanding> {
  return foldEach(events, meetingEvents, ({ data }) => data.meetingId, (known: (MeetingStanding & { people: Map<string, AttendanceStanding> }) | undefined, event) => {
    const { startsAt } = event.data;
    if (event.type === 'MeetingScheduled') return { startsAt, plannedAt: event.occurredAt, cancelled: false, people: new Map() };
    if (!known) return undefined;
    if (event.type === 'MeetingRescheduled') return event.occurredAt < known.plannedAt ? known : { ...known, startsAt, plannedAt: event.occurredAt };
    if (event.type === 'MeetingCancelled') return { ...known, cancelled: true };
    if ('memberId' in event.data) known.people.set(event.data.memberId, { ...known.people.get(event.data.memberId), ...attendanceTold(event) });
    return known;
  });
}

export function attendanceId({ meetingId, memberId }: { meetingId: string; memberId: string }): string {
  return `${meetingId}.${memberId}`;
}

/** A document of the view `meetings`. */
export type MeetingDocument = Hidden & {
  id: string;
  groupId: string;
  title: string;
  startsAt: string;
  /** Null: unknown. */
  endsAt: string | null;
  timeZone: string;
  localStart: string;
  localEnd: string | null;
  mode: z.output<typeof meetingMode> | null;
  place: string | null;
  /** Of a meeting that repeats, and the local date it stands for there. */
  seriesId: string | null;
  occurrence: string | null;
  status: 'scheduled' | 'cancelled' | 'closed';
  /** As `status` tells it: figures count meetings that were not cancelled. */
  cancelled: boolean;
  /** By response, and guests of those who come. */
  rsvps: Record<RsvpResponse, number> & { guests: number };
  /** Members by outcome; an apology counts until the roll call says otherwise. */
  attendance: Record<AttendanceOutcome, number>;
  /** How often its plan was changed, and when we learned of it last. */
  _changed: { times: number; at: string };
  /** What the counts are made of, by member. */
  _people: Record<string, { response?: RsvpResponse; guests?: number; answeredAt?: string; apology?: true; outcome?: AttendanceOutcome }>;
};

/** A document of the view `attendances`: what is known of one person and one meeting; its id is `{meetingId}.{memberId}`. */
export type AttendanceDocument = Hidden & {
  id: string;
  meetingId: string;
  groupId: string;
  memberId: string;
  startsAt: string;
  cancelled: boolean;
  rsvp: { response: RsvpResponse; guests: number; givenAt: string; firstGivenAt: string } | null;
  apology: { receivedAt: string; reason: string | null } | null;
  /** Null: nothing recorded and no apology. */
  outcome: AttendanceOutcome | null;
  /** Null: unknown. */
  minutes: number | null;
  /** How it was recorded; null for an apology that no roll call has answered. */
  how: z.output<typeof recordedHow> | null;
  corrections: { from: AttendanceValue | null; to: AttendanceValue; reason: string | null; correctedAt: string; eventId: string }[];
  /** Who may see it, as the policy says. */
  audience: string[];
};

export type AttendanceValue = z.output<typeof attendanceValue>;
