/** A member's progress counted from published events alone, by the words of the domain page. It imports nothing, so that it can agree with nothing by itself. */

export interface PublishedEvent {
  id: string;
  type: string;
  time: string;
  recordedtime: string;
  data?: Record<string, unknown>;
}

type Data = Record<string, any>;

const VALUES = ['immediate', 'potential', 'applied', 'realised', 'transformative'];
const CAME = ['present', 'late', 'substitute'];
const twoPlaces = (number: number): number => Math.round(number * 100) / 100;

/** @param theirs the events that the member reads themselves, @param everybodys those that staff read, both in log order; within [from, before). */
export function recountProgress(memberId: string, theirs: readonly PublishedEvent[], everybodys: readonly PublishedEvent[], { from, before }: { from: string; before: string }) {
  const isIn = (at: string): boolean => from <= at && at < before;
  const of = (events: readonly PublishedEvent[], ...types: string[]): { type: string; time: string; data: Data }[] =>
    events.filter(({ type, data, time }) => data && time < before && types.includes(type.replace('relocon.', ''))).map(({ type, time, data }) => ({ type: type.replace('relocon.', ''), time, data: data as Data }));

  // Periods in each group: [joined, left).
  const periods: { groupId: string; joined: string; left: string }[] = [];
  for (const { type, time, data } of of(everybodys, 'MemberJoined', 'MemberLeft')) {
    if (data.memberId !== memberId) continue;
    if (type === 'MemberJoined') periods.push({ groupId: data.groupId, joined: time, left: '9999' });
    else for (const period of periods) if (period.groupId === data.groupId && period.left === '9999') period.left = time;
  }

  // What became of each meeting, and of this member there: the last in the log.
  const meetings = new Map<string, { startsAt: string; groupId: string; cancelled: boolean }>();
  const outcomes = new Map<string, { outcome: string; minutes?: number }>();
  for (const { type, data } of of(everybodys, 'MeetingScheduled', 'MeetingRescheduled', 'MeetingCancelled', 'ApologyReceived', 'AttendanceRecorded', 'AttendanceCorrected')) {
    if (type === 'MeetingCancelled') Object.assign(meetings.get(data.meetingId) ?? {}, { cancelled: true });
    else if (type.startsWith('Meeting')) meetings.set(data.meetingId, { startsAt: data.startsAt, groupId: data.groupId, cancelled: false });
    else if (data.memberId !== memberId) continue;
    else if (type === 'ApologyReceived') outcomes.set(data.meetingId, outcomes.get(data.meetingId) ?? { outcome: 'apologised' });
    else outcomes.set(data.meetingId, type === 'AttendanceCorrected' ? data.to : { outcome: data.outcome, minutes: data.minutes });
  }
  const attended = [...outcomes].flatMap(([meetingId, { outcome, minutes }]) => {
    const { startsAt, groupId, cancelled } = meetings.get(meetingId) ?? { startsAt: '', groupId: '', cancelled: true };
    const belonged = periods.some((period) => period.groupId === groupId && period.joined <= startsAt && startsAt < period.left);
    return isIn(startsAt) && !cancelled ? [{ outcome, minutes, belonged }] : [];
  });
  const expected = attended.filter(({ outcome, belonged }) => belonged && [...CAME, 'apologised', 'absent'].includes(outcome));
  const came = expected.filter(({ outcome }) => CAME.includes(outcome));
  const apologised = expected.filter(({ outcome }) => outcome === 'apologised');
  const there = attended.filter(({ outcome }) => [...CAME, 'visitor'].includes(outcome));
  const known = there.filter(({ minutes }) => minutes !== undefined);

  // A pledge holds until the next one.
  const pledges = of(everybodys, 'TimePledged').filter(({ data }) => data.memberId === memberId);
  const pledged = pledges.reduce((sum, { time, data }, index) => {
    const [start, end] = [time > from ? time : from, pledges[index + 1]?.time ?? before];
    return sum + (data.hoursPerMonth * Math.max(0, Date.parse(end) - Date.parse(start))) / (30 * 86_400_000);
  }, 0);

  const reflections = (events: readonly PublishedEvent[]): { at: string; data: Data }[] => {
    const known_ = new Map<string, { at: string; data: Data }>();
    for (const { type, time, data } of of(events, 'ReflectionRecorded', 'ReflectionRevised', 'ReflectionShared', 'ReflectionWithdrawn')) {
      const one = known_.get(data.reflectionId);
      if (type === 'ReflectionRecorded') known_.set(data.reflectionId, { at: time, data });
      else if (type === 'ReflectionWithdrawn') known_.delete(data.reflectionId);
      else if (one) one.data = { ...one.data, ...data };
    }
    return [...known_.values()].filter(({ at }) => isIn(at));
  };
  const mine = reflections(theirs).filter(({ data }) => data.authorId === memberId);
  const named = reflections(everybodys).filter(({ data }) => data.authorId !== memberId && data.visibility !== 'private' && (data.learnedFrom ?? []).includes(memberId));

  const confirmed = new Map<string, { at: string; giverId: string; minutes: number; by: Set<string> }>();
  for (const { type, time, data } of of(everybodys, 'HelpRecorded', 'HelpConfirmed')) {
    if (type === 'HelpRecorded') confirmed.set(data.helpId, { at: time, giverId: data.giverId, minutes: data.minutes, by: new Set() });
    else confirmed.get(data.helpId)?.by.add(data.confirmedBy);
  }
  const exchanges = [...confirmed.values()].filter(({ at, by }) => isIn(at) && by.size > 0);
  const given = exchanges.filter(({ giverId }) => giverId === memberId);
  const received = exchanges.filter(({ by }) => by.has(memberId));
  const minutesOf = (all: typeof exchanges): number => all.reduce((sum, { minutes }) => sum + minutes, 0);
  const [gave, got] = [minutesOf(given), minutesOf(received)];

  const actions = new Map<string, { ownerId: string; dueAt: string; done: boolean; dropped: boolean }>();
  // Dropped in time is not due; dropped after its day, it was.
  for (const { type, time, data } of of(everybodys, 'ActionCommitted', 'ActionRenegotiated', 'ActionCompleted', 'ActionDropped')) {
    actions.set(data.actionId, { ownerId: data.ownerId, dueAt: data.due.dueAt, done: type === 'ActionCompleted', dropped: type === 'ActionDropped' && time <= data.due.dueAt });
  }
  const due = [...actions.values()].filter(({ ownerId, dueAt, dropped }) => ownerId === memberId && isIn(dueAt) && !dropped);

  // A story that was withdrawn was told all the same, and others took something from it; its teller alone reads of it still.
  const told = of(theirs, 'StoryTold').filter(({ time, data }) => data.tellerId === memberId && isIn(time));
  const acknowledged = of(theirs, 'StoryAcknowledged').filter(({ time, data }) => data.tellerId === memberId && isIn(time));

  const rate = (count: number): number | null => (expected.length === 0 ? null : count / expected.length);
  return {
    time: {
      ...(pledges.length > 0 && { pledgedHours: twoPlaces(pledged) }),
      attendedHours: there.length > 0 && known.length === 0 ? null : twoPlaces(known.reduce((sum, { minutes = 0 }) => sum + minutes, 0) / 60),
      meetingsWithoutMinutes: there.length - known.length,
    },
    attendance: { expected: expected.length, came: came.length, apologised: apologised.length, attendanceRate: rate(came.length), commitmentRate: rate(came.length + apologised.length) },
    learned: {
      reflections: mine.length,
      peopleLearnedFrom: new Set(mine.flatMap(({ data }) => data.learnedFrom ?? [])).size,
      byValue: Object.fromEntries(VALUES.map((value) => [value, mine.filter(({ data }) => data.value === value).length])),
    },
    taught: { timesNamed: named.length, minutesGiven: gave, storiesTold: told.length, storiesAcknowledged: acknowledged.length },
    helped: { exchangesGiven: given.length, exchangesReceived: received.length, hoursGiven: twoPlaces(gave / 60), hoursReceived: twoPlaces(got / 60), reciprocity: gave + got > 120 ? (2 * Math.min(gave, got)) / (gave + got) : null },
    acted: { done: due.filter(({ done }) => done).length, due: due.length },
  };
}
