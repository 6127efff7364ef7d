/** Tells the sample community's story through the real deciders, with a clock that runs through it: samples alone set `recordedAt`. */
import { instantOf, isRefusal, localTime, plus, type Actor, type AnyCommand, type CommandRunner } from '#event-sourcing';
import { adoptCharter, describeGroup, foundGroup } from '#features/groups/groups.decider.js';
import { acceptIntroduction, suggestIntroduction } from '#features/introductions/introductions.decider.js';
import { cancelMeeting, giveRsvp, receiveApology, rescheduleMeeting, scheduleMeeting } from '#features/meetings/meetings.decider.js';
import { closeMeeting, correctAttendance, recordAttendance } from '#features/meetings/roll-call.decider.js';
import { changeProfile, offerSkill, pledgeTime, registerMember, seekSkill, setIntroductionCapacity } from '#features/members/members.decider.js';
import { approveRequest, assignRole, declineRequest, joinGroup, leaveGroup, requestMembership } from '#features/memberships/memberships.decider.js';
import { confirmReflectionValue, recordReflection, reviseReflection, shareReflection } from '#features/reflections/reflections.decider.js';
import { circles, corrections, departures, notes, people, type Circle, type Evening, type Note } from './community.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days on which nobody meets; an evening that would fall on one is held on the next day that is none. */
const HOLIDAYS = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'];
/** Stands where the runner will put a new id. */
const UNMINTED = '00000000-0000-7000-8000-000000000000';

const teller: Actor = { kind: 'system', id: 'samples', role: 'system', via: 'samples' };

/** The clock of the story; give it to the engine that tells it. */
export class StoryClock {
  constructor(private at: string) {}
  readonly now = (): string => this.at;
  set(at: string): void {
    this.at = at;
  }
}

/** Its id is empty until it is scheduled. */
type Meeting = Evening & { circle: Circle; startsAt: string; id: string };

/** What the story brought into being: members by their keys, meetings by their titles. */
export interface Told {
  members: Map<string, string>;
  meetings: Map<string, Meeting>;
  events: number;
}

const daysAfter = (day: string, days: number): string => plus(`${day}T00:00:00.000Z`, days * DAY).slice(0, 10);

function startOn(circle: Circle, day: string): string {
  return HOLIDAYS.includes(day.slice(5)) ? startOn(circle, daysAfter(day, 1)) : instantOf(`${day}T${circle.from}:00`, circle.zone);
}

/** When a circle's evening begins. Week 0 is its last day of the week of which two days later all is written down. */
function startOf(circle: Circle, week: number, now: string): string {
  let day = localTime(now, circle.zone).slice(0, 10);
  while (new Date(day).getUTCDay() !== circle.weekday || startOn(circle, day) > plus(now, -2 * DAY)) day = daysAfter(day, -1);
  return startOn(circle, daysAfter(day, -7 * week));
}

/** @param now the moment the story ends; its dates are told from there. */
export async function tellStory(runner: CommandRunner, clock: StoryClock, now: string): Promise<Told> {
  const told: Told = { members: new Map(), meetings: new Map(), events: 0 };
  const [groups, reflections] = [new Map<string, string>(), new Map<string, string>()];
  const steps: { at: string; run(): Promise<unknown> }[] = [];
  const at = (when: string, run: () => Promise<unknown>): void => void steps.push({ at: when, run });
  const id = (who: string): string => told.members.get(who) as string;
  const as = (who: string): Actor => ({ kind: 'member', id: id(who), role: 'member', via: 'samples' });
  const start = (circle: string, week: number): string => startOf(circles.find((each) => each.key === circle) as Circle, week, now);
  const both = (circle: string, who: string) => ({ groupId: groups.get(circle), memberId: id(who) });
  const give = async (command: AnyCommand, input: object, actor = teller): Promise<string> => {
    const { mints } = command;
    const parsed = command.input.parse(mints ? { ...input, [mints]: UNMINTED } : input) as Record<string, unknown>;
    if (mints) delete parsed[mints];
    const outcome = await runner.execute(command, parsed, { actor });
    if (isRefusal(outcome)) throw new Error(`the sample story was refused: ${command.name}: ${outcome.detail}`);
    told.events += outcome.events.length;
    return outcome.id;
  };

  for (const [index, { key, name, zone, interests, offers, seeks, hours }] of people.entries()) {
    at(plus(start('coop', 55), index * HOUR), async () => {
      told.members.set(key, await give(registerMember, { displayName: name, email: `${key}@example.org`, interests, timeZone: zone }));
      for (const [skill, level] of offers) await give(offerSkill, { memberId: id(key), skill, level });
      for (const skill of seeks) await give(seekSkill, { memberId: id(key), skill });
      await give(pledgeTime, { memberId: id(key), hoursPerMonth: hours });
    });
  }
  circles.forEach(planCircle);
  planTurns();
  planIntroductions();
  for (const circle of circles) for (const evening of circle.evenings) planMeeting({ ...evening, circle, startsAt: startOf(circle, evening.week, now), id: '' });
  for (const { on, who, days, ...corrected } of corrections) {
    const meeting = meetingOf(on);
    at(plus(meeting.startsAt, days * DAY), () => give(correctAttendance, { ...corrected, meetingId: meeting.id, memberId: id(who) }, as(meeting.circle.facilitator)));
  }
  notes.forEach(planNote);
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const step of steps) {
    clock.set(step.at);
    await step.run();
  }
  return told;

  function meetingOf(title: string): Meeting {
    const meeting = told.meetings.get(title);
    if (!meeting) throw new Error(`the sample community has no evening "${title}"`);
    return meeting;
  }

  /** Its founding, and who joined, left and came back. */
  function planCircle({ key, name, zone, charter, place, facilitator, joined, evenings }: Circle): void {
    const founded = plus(start(key, evenings[0]?.week as number), -14 * DAY);
    at(founded, async () => {
      groups.set(key, await give(foundGroup, { name, timeZone: zone, charter }));
      if (place) await give(describeGroup, { groupId: groups.get(key), place: { text: place }, listed: true });
    });
    for (const [who, week] of Object.entries(joined)) at(who === facilitator ? plus(founded, HOUR) : plus(start(key, week), -4 * DAY), () => give(joinGroup, both(key, who)));
    at(plus(founded, 2 * HOUR), () => give(assignRole, { ...both(key, facilitator), role: 'facilitator' }));
    for (const { who, after, reason, back } of departures.filter((each) => each.circle === key)) {
      at(plus(start(key, after), 3 * DAY), () => give(leaveGroup, { ...both(key, who), reason }, as(who)));
      if (back === undefined) continue;
      at(plus(start(key, back), -9 * DAY), () => give(requestMembership, both(key, who), as(who)));
      at(plus(start(key, back), -6 * DAY), () => give(approveRequest, both(key, who), as(facilitator)));
    }
  }

  /** What happens once. David, who has left the co-op, asks at the harbour before he finds the story circle. */
  function planTurns(): void {
    at(start('coop', 19), () => give(requestMembership, both('harbour', 'david'), as('david')));
    at(plus(start('coop', 19), 2 * DAY), () => give(declineRequest, { ...both('harbour', 'david'), reason: 'We meet at the bench in Lisbon, and you live in Berlin. The War Story Circle meets online.' }, as('ines')));
    at(plus(start('coop', 26), 3 * HOUR), () =>
      give(adoptCharter, { groupId: groups.get('coop'), purpose: 'We teach each other to run food co-operatives that last and stay fair.', domain: ['food co-operatives', 'pricing', 'bookkeeping', 'supply chains'], practice: 'Every second Tuesday: one war story, one question, one commitment each, and room in the middle.' }));
    at(start('coop', 11), () => give(pledgeTime, { memberId: id('amara'), hoursPerMonth: 8 }, as('amara')));
    at(start('coop', 9), () => give(changeProfile, { memberId: id('amara'), displayName: 'Amara Okafor-Lang' }, as('amara')));
    at(start('coop', 7), () => give(setIntroductionCapacity, { memberId: id('jonas'), capacity: 1 }, as('jonas')));
  }

  /** Two whom their facilitator put in touch, and one who waits for an answer. */
  function planIntroductions(): void {
    let introductionId = '';
    at(start('coop', 15), async () => {
      introductionId = await give(suggestIntroduction, { seekerId: id('mei'), teacherId: id('farid'), groupId: groups.get('coop'), note: 'Mei signs for a warehouse in spring, and Farid has talked two mills down.' }, as('amara'));
    });
    for (const [hours, who] of [[20, 'mei'], [31, 'farid']] as const) at(plus(start('coop', 15), hours * HOUR), () => give(acceptIntroduction, { introductionId, memberId: id(who) }, as(who)));
    at(start('coop', 1), () => give(suggestIntroduction, { seekerId: id('elsa'), teacherId: id('kofi'), note: 'The town wants our reading room, and I give way too soon.' }, as('elsa')));
  }

  /** Who belongs to a circle in the week of an evening. */
  function membersIn({ key, joined }: Circle, week: number): string[] {
    const away = (who: string): boolean => departures.some((each) => each.circle === key && each.who === who && week < each.after && (each.back === undefined || week > each.back));
    return Object.keys(joined).filter((who) => (joined[who] as number) >= week && !away(who));
  }

  /** The plan, the answers and, once it is over, the roll call. */
  function planMeeting(meeting: Meeting): void {
    const { circle, week, title, startsAt, but = {}, calledAfter, movedTo, cancelled } = meeting;
    const { key, mode, place, minutes, facilitator } = circle;
    const meetingId = () => ({ meetingId: meeting.id });
    const members = membersIn(circle, week);
    const apologised = (who: string): boolean => but[who] === 'apologised';
    // What is told of meetings to come was said a while ago as well.
    const atLeastAgo = (time: number, when: string): string => (when > plus(now, -time) ? plus(now, -time) : when);
    told.meetings.set(title, meeting);
    at(atLeastAgo(2 * DAY, plus(startsAt, -12 * DAY)), async () => {
      meeting.id = await give(scheduleMeeting, { groupId: groups.get(key), title, startsAt, endsAt: plus(startsAt, minutes * MINUTE), mode, place }, as(facilitator));
    });
    for (const [index, who] of members.entries()) {
      // A pattern without chance, so that every load tells the same story: some do not answer, some are not sure, some bring a guest.
      const turn = (week + 4 + index * 2) % 11;
      if (turn === 0 && !apologised(who)) continue;
      const response = apologised(who) ? 'no' : turn === 4 ? 'maybe' : 'yes';
      const answered = atLeastAgo(20 * HOUR - index * 11 * MINUTE, plus(startsAt, index * 11 * MINUTE - 3 * DAY));
      at(answered, () => give(giveRsvp, { ...meetingId(), memberId: id(who), response, guests: turn === 7 && response === 'yes' ? 1 : 0 }, as(who)));
    }
    if (movedTo) at(plus(startsAt, -5 * DAY), () => give(rescheduleMeeting, { ...meetingId(), place: movedTo }, as(facilitator)));
    if (cancelled) at(plus(startsAt, -8 * HOUR), () => give(cancelMeeting, { ...meetingId(), reason: cancelled }, as(facilitator)));
    if (cancelled || week < 0) return;
    for (const { key: who, sorry } of people.filter((each) => apologised(each.key))) at(plus(startsAt, -5 * HOUR), () => give(receiveApology, { ...meetingId(), memberId: id(who), reason: sorry }, as(who)));
    const called = [...new Set([...members, ...Object.keys(but)])].filter((who) => !apologised(who));
    at(plus(startsAt, calledAfter ? calledAfter * DAY : (minutes + 10) * MINUTE), async () => {
      const stayed: Record<string, number> = { late: minutes - 25, visitor: minutes };
      const entries = called.map((who) => ({ memberId: id(who), outcome: but[who] ?? 'present', minutes: stayed[but[who] ?? 'present'] }));
      await give(recordAttendance, { ...meetingId(), how: 'rollCall', entries }, as(facilitator));
      await give(closeMeeting, meetingId(), as(facilitator));
    });
  }

  /** Written on the day of the meeting or the day after; shared, revised and confirmed within two days. */
  function planNote({ who, on, alone, from, key = `${who}: ${on}`, buildsOn, visibility, revised, confirmedBy, ...words }: Note, index: number): void {
    const meeting = meetingOf(on);
    const when = plus(meeting.startsAt, (4 + (index % 3) * 9) * HOUR);
    const reflectionId = () => ({ reflectionId: reflections.get(key) });
    at(when, async () => {
      const context = alone ? { kind: 'self' } : { kind: 'meeting', id: meeting.id };
      const input = { ...words, authorId: id(who), context, learnedFrom: from.map(id), visibility: visibility === 'network' ? 'group' : visibility, buildsOn: buildsOn && reflections.get(buildsOn) };
      reflections.set(key, await give(recordReflection, input, as(who)));
    });
    if (revised) at(plus(when, 20 * HOUR), () => give(reviseReflection, { ...reflectionId(), soWhat: revised }, as(who)));
    if (visibility === 'network') at(plus(when, 22 * HOUR), () => give(shareReflection, { ...reflectionId(), visibility }, as(who)));
    if (confirmedBy) at(plus(when, 24 * HOUR), () => give(confirmReflectionValue, { ...reflectionId(), memberId: id(confirmedBy) }, as(confirmedBy)));
  }
}
