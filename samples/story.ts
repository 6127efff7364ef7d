/** Tells the sample community's story through the real deciders, with a clock that runs through it: samples alone set `recordedAt`. */
import { isRefusal, plus, instantOf, localTime, type Actor, type AnyCommand, type CommandRunner } from '#event-sourcing';
import { adoptCharter, describeGroup, foundGroup } from '#features/groups/groups.decider.js';
import { cancelMeeting, giveRsvp, receiveApology, rescheduleMeeting, scheduleMeeting } from '#features/meetings/meetings.decider.js';
import { closeMeeting, correctAttendance, recordAttendance } from '#features/meetings/roll-call.decider.js';
import { blockMember, changeProfile, offerSkill, pledgeTime, registerMember, seekSkill, setIntroductionCapacity } from '#features/members/members.decider.js';
import { approveRequest, assignRole, declineRequest, joinGroup, leaveGroup, requestMembership } from '#features/memberships/memberships.decider.js';
import { confirmReflectionValue, recordReflection, reviseReflection, shareReflection } from '#features/reflections/reflections.decider.js';
import { belonging, circles, notes, people, type Circle, type Note } from './community.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Stands where the runner will put a new id. */
const UNMINTED = '00000000-0000-7000-8000-000000000000';

const teller: Actor = { kind: 'system', id: 'samples', role: 'system', via: 'samples' };
const asMember = (id: string): Actor => ({ kind: 'member', id, role: 'member', via: 'samples' });

/** The clock of the story; give it to the engine that tells it. */
export class StoryClock {
  constructor(private at: string) {}
  readonly now = (): string => this.at;
  set(at: string): void {
    this.at = at;
  }
}

interface Session {
  circle: Circle;
  id: string;
  startsAt: string;
}

interface Step {
  at: string;
  run(): Promise<void>;
}

/** Ids of who and what the story brought into being, by the keys of the community. */
export interface Told {
  people: Map<string, string>;
  circles: Map<string, string>;
  events: number;
}

/** @param now the moment the story ends; its dates are told from there. */
export async function tellStory(runner: CommandRunner, clock: StoryClock, now: string): Promise<Told> {
  const told: Told = { people: new Map(), circles: new Map(), events: 0 };
  const steps: Step[] = [];
  const sessions: Session[] = [];
  const reflections = new Map<number, string>();
  const id = (key: string): string => told.people.get(key) as string;
  const ago = (weeks: number, hours = 0): string => plus(now, -weeks * WEEK + hours * HOUR);
  const at = (when: string, run: () => Promise<void>): void => void steps.push({ at: when, run });
  const give = async (command: AnyCommand, input: object, actor = teller): Promise<string> => {
    const { mints } = command;
    const parsed = command.input.parse(mints ? { ...input, [mints]: UNMINTED } : input) as Record<string, unknown>;
    if (mints) delete parsed[mints];
    const outcome = await runner.execute(command, parsed, { actor });
    if (isRefusal(outcome)) throw new Error(`the sample story was refused: ${command.name}: ${outcome.detail}`);
    told.events += outcome.events.length;
    return outcome.id;
  };

  for (const [index, person] of people.entries()) {
    at(ago(62, index), async () => {
      told.people.set(person.key, await give(registerMember, { displayName: person.name, email: `${person.key}@example.org`, interests: person.interests, timeZone: person.zone }));
      for (const [skill, level] of person.offers) await give(offerSkill, { memberId: id(person.key), skill, level });
      for (const skill of person.seeks) await give(seekSkill, { memberId: id(person.key), skill });
      await give(pledgeTime, { memberId: id(person.key), hoursPerMonth: person.hours });
    });
  }
  for (const circle of circles) {
    const { key, name, zone, purpose, domain, practice, age, place } = circle;
    at(ago(age, -40), async () => {
      told.circles.set(key, await give(foundGroup, { name, timeZone: zone, charter: { purpose, domain, practice } }));
      if (place) await give(describeGroup, { groupId: told.circles.get(key), place: { text: place }, listed: true });
    });
  }
  const groupOf = (key: string): string => told.circles.get(key) as string;
  for (const { circle, who, joined, left, back } of belonging) {
    at(ago(joined), async () => {
      await give(joinGroup, { groupId: groupOf(circle), memberId: id(who) });
      if (circles.find((each) => each.key === circle)?.facilitator === who) await give(assignRole, { groupId: groupOf(circle), memberId: id(who), role: 'facilitator' });
    });
    if (left !== undefined) at(ago(left), async () => void (await give(leaveGroup, { groupId: groupOf(circle), memberId: id(who), reason: 'No evenings free this season.' }, asMember(id(who)))));
    if (back !== undefined) {
      at(ago(back, -48), async () => void (await give(requestMembership, { groupId: groupOf(circle), memberId: id(who) }, asMember(id(who)))));
      at(ago(back), async () => void (await give(approveRequest, { groupId: groupOf(circle), memberId: id(who) })));
    }
  }
  at(ago(10), async () => void (await give(requestMembership, { groupId: groupOf('harbour'), memberId: id('david') }, asMember(id('david')))));
  at(ago(10, 50), async () => void (await give(declineRequest, { groupId: groupOf('harbour'), memberId: id('david'), reason: 'The workshops hold ten; ask again in spring.' })));
  at(ago(26), async () =>
    void (await give(adoptCharter, { groupId: groupOf('coop'), purpose: 'We teach each other to run food co-operatives that last and stay fair.', domain: ['food co-operatives', 'pricing', 'bookkeeping', 'supply chains'], practice: 'Every second Tuesday: one war story, one question, one commitment each, and a round that leaves room.' })));
  at(ago(18), async () => void (await give(pledgeTime, { memberId: id('amara'), hoursPerMonth: 10 })));
  at(ago(8), async () => void (await give(changeProfile, { memberId: id('amara'), displayName: 'Amara Okafor-Lang' }, asMember(id('amara')))));
  at(ago(8, 2), async () => void (await give(blockMember, { memberId: id('sofia'), blockedMemberId: id('david') }, asMember(id('sofia')))));
  at(ago(7), async () => void (await give(setIntroductionCapacity, { memberId: id('jonas'), capacity: 1 })));

  for (const circle of circles) planMeetings(circle);
  notes.forEach(planNote);
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const step of steps) {
    clock.set(step.at);
    await step.run();
  }
  return told;

  /** Past meetings with answers, roll calls and corrections, and the next one, still to come. */
  function planMeetings(circle: Circle): void {
    const count = Math.floor((circle.age - 4) / circle.every);
    for (let back = count; back >= -1; back--) {
      const day = localTime(plus(now, -(back * circle.every + 1) * WEEK + (back < 0 ? 0 : 2 * DAY)), circle.zone).slice(0, 10);
      const startsAt = instantOf(`${day}T${String(circle.hour).padStart(2, '0')}:00:00`, circle.zone);
      if (back >= 0 && startsAt > plus(now, -DAY)) continue;
      const session: Session = { circle, id: '', startsAt };
      const planned = plus(startsAt, -12 * DAY);
      const title = circle.topics[(count - back) % circle.topics.length] as string;
      at(planned > now ? plus(now, -DAY) : planned, async () => {
        session.id = await give(scheduleMeeting, {
          groupId: groupOf(circle.key),
          title,
          startsAt,
          endsAt: plus(startsAt, circle.minutes * MINUTE),
          mode: circle.place ? 'inPerson' : 'online',
          ...(circle.place && { place: circle.place }),
        });
      });
      if (back >= 0) sessions.push(session);
      planAttendance(session, back, count - back);
    }
  }

  function membersAt(circle: Circle, weeksAgo: number): string[] {
    return belonging
      .filter((each) => each.circle === circle.key && each.joined > weeksAgo && !(each.left !== undefined && weeksAgo < each.left && !(each.back !== undefined && weeksAgo < each.back)))
      .map((each) => each.who);
  }

  function planAttendance(session: Session, back: number, number: number): void {
    const { circle, startsAt } = session;
    const weeksAgo = (Date.parse(now) - Date.parse(startsAt)) / WEEK;
    const who = membersAt(circle, Math.max(0, weeksAgo));
    const cancelled = circle.key === 'harbour' && number === 4;
    const answered = plus(startsAt, -3 * DAY);
    const outcomes: { key: string; outcome: string; minutes?: number }[] = [];
    for (const [index, key] of who.entries()) {
      // A pattern without chance, so that every load tells the same story.
      const turn = (number * 7 + index * 3) % 11;
      const when = plus(answered > now ? plus(now, -20 * HOUR) : answered, index * 11 * MINUTE);
      const response = turn === 2 ? 'no' : turn === 8 ? 'maybe' : 'yes';
      at(when, async () => void (await give(giveRsvp, { meetingId: session.id, memberId: id(key), response, guests: turn === 5 ? 1 : 0 }, asMember(id(key)))));
      if (turn === 2 && back >= 0 && !cancelled) at(plus(startsAt, -5 * HOUR), async () => void (await give(receiveApology, { meetingId: session.id, memberId: id(key), reason: 'A delivery came in.' }, asMember(id(key)))));
      if (turn === 2) continue;
      outcomes.push(turn === 9 ? { key, outcome: 'absent' } : turn === 6 ? { key, outcome: 'late', minutes: circle.minutes - 25 } : { key, outcome: 'present' });
    }
    if (back < 0) return;
    if (cancelled) {
      at(plus(startsAt, -8 * HOUR), async () => void (await give(cancelMeeting, { meetingId: session.id, reason: 'Storm warning for the docks.' })));
      return;
    }
    if (circle.key === 'coop' && number === 6) at(plus(startsAt, -5 * DAY), async () => void (await give(rescheduleMeeting, { meetingId: session.id, place: 'Kantine am Kanal, Leipzig' })));
    const facilitator = asMember('');
    // Every fifth roll call is written down a week late.
    const called = plus(startsAt, number % 5 === 3 ? 7 * DAY : (circle.minutes + 10) * MINUTE);
    if (called > now) return;
    at(called, async () => {
      const entries = outcomes.map(({ key, outcome, minutes }) => ({ memberId: id(key), outcome, ...(minutes !== undefined && { minutes }) }));
      await give(recordAttendance, { meetingId: session.id, how: 'rollCall', entries }, { ...facilitator, id: id(circle.facilitator) });
      await give(closeMeeting, { meetingId: session.id }, { ...facilitator, id: id(circle.facilitator) });
    });
    const wrong = outcomes.find((each) => each.outcome === 'absent');
    const corrected = plus(startsAt, 16 * DAY);
    if (wrong && number % 4 === 1 && corrected < now) {
      at(corrected, async () => {
        const input = { meetingId: session.id, memberId: id(wrong.key), outcome: 'late', minutes: 60, reason: 'Sat at the back and was overlooked; two people remember the question asked.' };
        await give(correctAttendance, input, { ...facilitator, id: id(circle.facilitator) });
      });
    }
  }

  function planNote(note: Note, index: number): void {
    const held = sessions.filter((session) => session.circle.key === note.circle).sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
    const session = held[note.meeting];
    if (!session) throw new Error(`the sample story has no meeting for note ${index}`);
    const written = plus(session.startsAt, (4 + (index % 3) * 9) * HOUR);
    const when = written > now ? plus(now, -HOUR) : written;
    const author = (): Actor => asMember(id(note.who));
    at(when, async () => {
      const { what, soWhat, nowWhat, skills, value, usefulness } = note;
      const reflectionId = await give(
        recordReflection,
        {
          authorId: id(note.who),
          context: { kind: 'meeting', id: session.id },
          what,
          soWhat,
          ...(nowWhat && { nowWhat }),
          learnedFrom: note.from.map(id),
          skills,
          value,
          usefulness,
          visibility: note.visibility === 'network' ? 'group' : note.visibility,
          ...(note.buildsOn !== undefined && { buildsOn: reflections.get(note.buildsOn) }),
        },
        author(),
      );
      reflections.set(index, reflectionId);
    });
    const later = (hours: number): string => (plus(when, hours * HOUR) > now ? plus(now, (hours - 60) * MINUTE) : plus(when, hours * HOUR));
    if (index % 7 === 3) at(later(20), async () => void (await give(reviseReflection, { reflectionId: reflections.get(index), soWhat: `${note.soWhat} That took a night to see.` }, author())));
    if (note.visibility === 'network') at(later(30), async () => void (await give(shareReflection, { reflectionId: reflections.get(index), visibility: 'network' }, author())));
    if (note.confirmedBy) {
      const by = note.confirmedBy;
      at(later(50), async () => void (await give(confirmReflectionValue, { reflectionId: reflections.get(index), memberId: id(by) }, asMember(id(by)))));
    }
  }
}
