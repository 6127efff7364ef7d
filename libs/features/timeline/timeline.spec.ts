/** Timelines and figures, against the domain page and against a count by hand. */
import fc from 'fast-check';
import type { NewEvent, RecordedEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import { introductions } from '../introductions/index.js';
import { IntroductionAccepted, IntroductionDeclined, IntroductionSuggested } from '../introductions/introductions.events.js';
import { ActionCommitted, ActionCompleted } from '../actions/actions.events.js';
import { actions } from '../actions/index.js';
import { HelpRecorded } from '../help/help.events.js';
import { help } from '../help/index.js';
import { meetings } from '../meetings/index.js';
import { ApologyReceived, AttendanceCorrected, AttendanceRecorded, MeetingCancelled, MeetingClosed, MeetingRescheduled, RsvpGiven, type AttendanceOutcome } from '../meetings/meetings.events.js';
import { members } from '../members/index.js';
import { IntroductionCapacitySet, MemberProfileChanged, MemberRegistered, SkillOffered, SkillOfferWithdrawn, SkillSearchEnded, SkillSought, TimePledged } from '../members/members.events.js';
import { pledgedHours } from '../members/members.timeline.js';
import { memberships } from '../memberships/index.js';
import { MemberJoined, MemberLeft, MembershipDeclined, MembershipRequested, RoleAssigned } from '../memberships/memberships.events.js';
import { reflections } from '../reflections/index.js';
import { ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionValueConfirmed, ReflectionWithdrawn } from '../reflections/reflections.events.js';
import { progressOf, shownTo, timelineOf } from './fold.js';

const features = [members, memberships, meetings, reflections, introductions];
const [ada, ben, cleo] = ['a', 'b', 'c'].map((each) => `019a9d2c-7b40-7c3e-9f21-00000000000${each}`) as [string, string, string];
const [groupId, otherId] = ['20', '21'].map((each) => `019a9d2c-7b40-7c3e-9f21-0000000000${each}`) as [string, string];
const meeting = (n: number) => `019a9d2c-7b40-7c3e-9f21-0000000003${String(n).padStart(2, '0')}`;
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const about = (n: number, group = groupId) => ({ groupId: group, meetingId: meeting(n), startsAt: day(n) });
const attended = (n: number, outcome: AttendanceOutcome, minutes?: number, memberId = ada, group = groupId) => AttendanceRecorded.at(day(n), { ...about(n, group), memberId, outcome, how: 'rollCall', ...(minutes !== undefined && { minutes }) });
const joined = (n: number, group = groupId) => MemberJoined.at(day(n), { groupId: group, memberId: ada });
const left = (n: number, group = groupId) => MemberLeft.at(day(n), { groupId: group, memberId: ada });
const told = (facts: NewEvent[], memberId = ada) => timelineOf(features, recorded(facts), memberId);
const window = { from: day(1), before: day(91), own: true };
const figures = (facts: NewEvent[], more: object = {}, memberId = ada) => progressOf(features, recorded(facts), memberId, { ...window, ...more }) as Record<string, Record<string, unknown>>;
const eventId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;

describe('A timeline', () => {
  it('tells the profile, newest first, each entry with its event', () => {
    const entries = told([
      MemberRegistered.at(day(1), { memberId: ada, displayName: 'Ada' }),
      MemberProfileChanged.at(day(2), { memberId: ada, displayName: 'A', cleared: ['email'] }),
      SkillOffered.at(day(3), { memberId: ada, skill: 'Law', level: 2 }),
      SkillOffered.at(day(3), { memberId: ada, skill: 'Tax' }),
      SkillOfferWithdrawn.at(day(4), { memberId: ada, skill: 'Law' }),
      SkillSought.at(day(5), { memberId: ada, skill: 'Sales', level: 3 }),
      SkillSearchEnded.at(day(6), { memberId: ada, skill: 'Sales' }),
      TimePledged.at(day(7), { memberId: ada, hoursPerMonth: 4 }),
      IntroductionCapacitySet.at(day(8), { memberId: ada, capacity: 1 }),
    ]);
    expect(entries.map(({ what, details, audience }) => [what, details, audience])).toEqual([
      ['introduction-capacity-set', { capacity: 1 }, ['administrator', 'auditor', 'integrator', `member:${ada}`]],
      ['time-pledged', { hoursPerMonth: 4 }, ['administrator', 'auditor', 'integrator', `member:${ada}`]],
      ['skill-search-ended', { skill: 'Sales' }, undefined],
      ['skill-sought', { skill: 'Sales', level: 3 }, undefined],
      ['skill-offer-withdrawn', { skill: 'Law' }, undefined],
      ['skill-offered', { skill: 'Tax' }, undefined],
      ['skill-offered', { skill: 'Law', level: 2 }, undefined],
      ['profile-changed', { fields: ['displayName', 'email'] }, undefined],
      ['registered', {}, undefined],
    ]);
    expect(entries.every((entry) => entry.kind === 'profile' && entry.eventIds.length === 1 && entry.eventIds[0] === entry.id)).toBe(true);
  });

  it('tells comings and goings, and knows who returns', () => {
    const both = { groupId, memberId: ada };
    const entries = told([MembershipRequested.at(day(1), both), MembershipDeclined.at(day(2), both), joined(3), RoleAssigned.at(day(4), { ...both, role: 'facilitator' }), left(5), joined(6), joined(7, otherId), MemberJoined.at(day(8), { groupId, memberId: ben })]);
    expect(entries.map(({ what, details }) => [what, details])).toEqual([['joined', {}], ['returned', {}], ['left', {}], ['role-assigned', { role: 'facilitator' }], ['joined', {}], ['request-declined', {}], ['requested-to-join', {}]]);
    expect(entries[0]).toMatchObject({ kind: 'membership', groupId: otherId, occurredAt: day(7) });
  });

  it('makes one entry of a meeting, from all its events about the member', () => {
    const facts = [
      RsvpGiven.at(day(2), { ...about(10), memberId: ada, response: 'no', guests: 0 }),
      RsvpGiven.at(day(4), { ...about(10), memberId: ada, response: 'yes', guests: 2 }),
      RsvpGiven.at(day(3), { ...about(10), memberId: ada, response: 'maybe', guests: 0 }),
      attended(10, 'late', 30),
      attended(10, 'absent', undefined, ben),
      AttendanceCorrected.at(day(10), { ...about(10), memberId: ada, corrects: eventId(4), from: { outcome: 'late', minutes: 30 }, to: { outcome: 'present' }, reason: 'r' }),
    ];
    expect(told(facts)).toEqual([
      { id: eventId(1), kind: 'attendance', occurredAt: day(10), what: 'present', groupId, meetingId: meeting(10), details: { startsAt: day(10), outcome: 'present', rsvp: 'yes', guests: 2, corrections: 1, corrected: { from: { outcome: 'late', minutes: 30 }, reason: 'r', at: day(10) } }, eventIds: [1, 2, 3, 4, 6].map(eventId) },
    ]);
  });

  it('tells an answer on the day it was given until something more is known', () => {
    const answer = RsvpGiven.at(day(2), { ...about(10), memberId: ada, response: 'yes', guests: 0 });
    expect(told([answer])[0]).toMatchObject({ what: 'answered', occurredAt: day(2), details: { rsvp: 'yes', guests: 0 } });
    expect(told([answer, ApologyReceived.at(day(3), { ...about(10), memberId: ada })])[0]).toMatchObject({ what: 'apologised', occurredAt: day(10) });
    expect(told([answer, MeetingCancelled.at(day(3), { ...about(10), memberIds: [ada] })])[0]).toMatchObject({ what: 'meeting-cancelled', occurredAt: day(10) });
    expect(told([MeetingClosed.at(day(11), { ...about(10), leftOpen: [ada] })])[0]).toMatchObject({ what: 'left-open', occurredAt: day(10) });
    expect(told([answer, MeetingRescheduled.at(day(3), { ...about(10), startsAt: day(12), localStart: '2026-01-12T00:00:00', memberIds: [ada] }), attended(12, 'absent')]).map(({ what }) => what)).toEqual(['absent', 'answered']);
    expect(told([answer, MeetingRescheduled.at(day(3), { ...about(10), startsAt: day(12), localStart: '2026-01-12T00:00:00', memberIds: [ada] })])[0]?.details).toMatchObject({ startsAt: day(12) });
  });

  it('tells an introduction once both want it: learned by the one, taught by the other', () => {
    const introductionId = meeting(70);
    const both = { introductionId, seekerId: ada, teacherId: ben, groupId };
    const suggested = IntroductionSuggested.at(day(1), { ...both, skills: ['Law'], reasonsForSeeker: ['r'], reasonsForTeacher: ['r'] });
    const accepted = (memberId: string, n: number) => IntroductionAccepted.at(day(n), { ...both, memberId });
    const facts = [suggested, accepted(ada, 1), accepted(ben, 4)];
    const entry = { id: eventId(3), what: 'introduced', occurredAt: day(4), groupId, details: { introductionId, skills: ['Law'] }, eventIds: [1, 2, 3].map(eventId), audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, `member:${ben}`, `facilitators:${groupId}`] };
    expect(told(facts)).toEqual([{ ...entry, kind: 'learned', memberIds: [ben] }]);
    expect(told(facts, ben)).toEqual([{ ...entry, kind: 'taught', memberIds: [ada] }]);
    expect(told([suggested, accepted(ada, 1)])).toEqual([]);
    expect(told([suggested, accepted(ada, 1), IntroductionDeclined.at(day(4), { ...both, memberId: ben })])).toEqual([]);
    expect(told([accepted(ada, 1), accepted(ben, 4)])).toEqual([]);
  });
  describe('of reflections', () => {
    const reflectionId = meeting(50);
    const base = { reflectionId, authorId: ada, groupId };
    const reflected = (more: object = {}) => ReflectionRecorded.at(day(5), { ...base, context: 'meeting', meetingId: meeting(4), what: 'w', soWhat: 's', learnedFrom: [ben], skills: ['Law'], value: 'realised', visibility: 'private', ...more });
    const concerning = { ...base, memberIds: [ben] };
    it('tells the author what they learned, and whoever is named what they taught once it is shared', () => {
      expect(told([reflected()])).toEqual([
        { id: eventId(1), kind: 'learned', what: 'reflected', occurredAt: day(5), groupId, meetingId: meeting(4), memberIds: [ben], details: { reflectionId, value: 'realised', valueStatus: 'claimed', skills: ['Law'], visibility: 'private' }, words: { version: eventId(1), texts: { what: 'w', soWhat: 's', nowWhat: null } }, eventIds: [eventId(1)], audience: [`member:${ada}`], versions: { [eventId(1)]: [`member:${ada}`] } },
      ]);
      expect(told([reflected()], ben)).toEqual([]);
      expect(told([reflected({ visibility: 'group' })])[0]?.audience).toEqual(['administrator', 'auditor', 'integrator', `member:${ada}`, `group:${groupId}`]);
      expect(told([reflected({ visibility: 'group' })], ben)[0]).toMatchObject({ kind: 'taught', what: 'named-as-teacher', memberIds: [ada], details: { reflectionId, skills: ['Law'] }, audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, `group:${groupId}`] });
      expect(told([reflected({ visibility: 'group' })], cleo)).toEqual([]);
    });
    it('knows of each version whom it was shared with', () => {
      const shared = (visibility: 'group' | 'network' | 'private') => ReflectionShared.at(day(7), { ...concerning, visibility });
      const revised = ReflectionRevised.at(day(8), { ...concerning, what: 'v' });
      const staff = ['administrator', 'auditor', 'integrator'];
      // Private, then for the group; revised, then for the network, and private again.
      expect(told([reflected(), shared('group'), revised, shared('network'), shared('private')])[0]?.versions).toEqual({
        [eventId(1)]: [`member:${ada}`, ...staff, `group:${groupId}`],
        [eventId(3)]: [...staff, `member:${ada}`, `group:${groupId}`, 'member'],
      });
    });
    it('tells whoever is named by a revision what they taught', () => {
      const whole = { what: 'w', soWhat: 's', skills: ['Law'], value: 'realised' as const, meetingId: meeting(4), before: { reflectedAt: day(5), visibility: 'group' as const } };
      const revised = ReflectionRevised.at(day(8), { ...base, memberIds: [ben, cleo], ...whole, learnedFrom: [cleo] });
      // Their own events begin with it.
      expect(told([revised], cleo)).toEqual([
        { id: eventId(1), kind: 'taught', what: 'named-as-teacher', occurredAt: day(5), groupId, meetingId: meeting(4), memberIds: [ada], details: { reflectionId, skills: ['Law'] }, words: { version: eventId(1), texts: { what: 'w', soWhat: 's', nowWhat: null } }, eventIds: [eventId(1)], audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, `group:${groupId}`], versions: { [eventId(1)]: ['administrator', 'auditor', 'integrator', `member:${ada}`, `group:${groupId}`] } },
      ]);
      expect(figures([revised], {}, cleo).taught?.timesNamed).toBe(1);
      expect(told([ReflectionRevised.at(day(8), { ...base, memberIds: [ben, cleo], learnedFrom: [cleo] })], cleo)).toEqual([]);
    });
    it('follows revisions, confirmations and sharing', () => {
      const confirmed = ReflectionValueConfirmed.at(day(6), { ...concerning, confirmedBy: ben });
      expect(told([reflected({ visibility: 'group' }), confirmed])[0]).toMatchObject({ details: { valueStatus: 'corroborated' }, eventIds: [eventId(1), eventId(2)] });
      const revised = ReflectionRevised.at(day(7), { ...concerning, soWhat: 't', nowWhat: 'n', value: 'applied', learnedFrom: [cleo], skills: [] });
      expect(told([reflected({ nowWhat: 'x', visibility: 'group' }), confirmed, revised])[0]).toMatchObject({ memberIds: [cleo], details: { value: 'applied', valueStatus: 'claimed', skills: [] }, words: { version: eventId(3), texts: { what: 'w', soWhat: 't', nowWhat: 'n' } } });
      expect(told([reflected({ visibility: 'group' }), confirmed, revised], ben)).toEqual([]);
      expect(told([reflected({ nowWhat: 'x' }), ReflectionRevised.at(day(7), { ...concerning, cleared: ['nowWhat'] })])[0]?.words?.texts.nowWhat).toBeNull();
      expect(told([reflected(), confirmed, ReflectionRevised.at(day(7), { ...concerning, what: 'v' })])[0]).toMatchObject({ details: { valueStatus: 'corroborated' }, words: { texts: { what: 'v' } } });
      expect(told([reflected(), ReflectionShared.at(day(7), { ...concerning, visibility: 'network' })], ben)[0]).toMatchObject({ what: 'named-as-teacher', audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, 'member'] });
      expect(told([reflected({ visibility: 'network' }), ReflectionWithdrawn.at(day(7), concerning)])).toEqual([]);
      const [builds] = told([reflected({ buildsOn: meeting(51) })]);
      expect([builds?.own, builds?.details]).toEqual([{ buildsOn: meeting(51) }, expect.not.objectContaining({ buildsOn: meeting(51) })]);
      expect(told([ReflectionShared.at(day(7), { ...concerning, visibility: 'network' })])).toEqual([]);
    });
    it('follows the actions of its author, which are on their timeline', () => {
      const of = { actionId: meeting(60), ownerId: ben, helperIds: [ada], due: { dueOn: '2026-01-20', dueAt: day(20), timeZone: 'UTC' }, outcome: 'o' };
      const status = (...facts: NewEvent[]) => told(facts).find(({ kind }) => kind === 'learned')?.details.valueStatus;
      const onAction = reflected({ context: 'action', meetingId: undefined, actionId: meeting(60), value: 'applied' });
      const fromIt = reflected({ value: 'applied' });
      const done = (more: object = {}) => ActionCompleted.at(day(4), { ...of, ...more });
      expect([status(onAction), status(onAction, done()), status(done(), onAction), status(onAction, done({ helperIds: [cleo] })), status(onAction, done({ actionId: meeting(61) }))]).toEqual(['claimed', 'corroborated', 'corroborated', 'claimed', 'claimed']);
      expect([status(fromIt, done()), status(fromIt, done({ reflectionId })), status(fromIt, done({ reflectionId, ownerId: cleo, helperIds: [] }))]).toEqual(['claimed', 'corroborated', 'claimed']);
      expect(status(reflected({ value: 'potential' }), done({ reflectionId }))).toBe('claimed');
    });
    it('counts as learned and taught; what is private, for its author alone', () => {
      const facts = [
        reflected(),
        ReflectionRecorded.at(day(6), { ...reflected().data, reflectionId: meeting(51), visibility: 'network', learnedFrom: [ben, cleo], value: 'immediate' }),
        ReflectionRecorded.at(day(100), { ...reflected().data, reflectionId: meeting(52), visibility: 'network' }),
        ReflectionRecorded.at(day(7), { ...reflected().data, reflectionId: meeting(53), visibility: 'network', learnedFrom: [] }),
        ReflectionWithdrawn.at(day(8), { ...concerning, reflectionId: meeting(53) }),
      ];
      expect(figures(facts).learned).toEqual({ reflections: 2, peopleLearnedFrom: 2, byValue: { immediate: 1, potential: 0, applied: 0, realised: 1, transformative: 0 } });
      expect(figures(facts, { own: false }).learned).toEqual({ reflections: 1, peopleLearnedFrom: 2, byValue: { immediate: 1, potential: 0, applied: 0, realised: 0, transformative: 0 } });
      expect(figures(facts, { groupIds: [otherId] }).learned).toMatchObject({ reflections: 0 });
      expect(figures(facts, { groupIds: [groupId] }).learned).toMatchObject({ reflections: 2 });
      expect(figures(facts, {}, ben).taught).toEqual({ timesNamed: 1 });
      expect(figures(facts, {}, ben).learned).toMatchObject({ reflections: 0 });
      expect(figures(facts, { from: day(6), before: day(101) }, ben).taught).toEqual({ timesNamed: 2 });
      expect(figures(facts, { from: day(6), before: day(100) }, ben).taught).toEqual({ timesNamed: 1 });
    });
  });
});

describe('What a viewer sees of a past timeline', () => {
  const entry = (id: string, more: object = {}) => ({ id, kind: 'learned' as const, occurredAt: day(1), what: 'reflected', details: {}, eventIds: [id], ...more });
  it('has today’s rights and the past’s content', () => {
    const past = [entry('1', { audience: ['staff'], details: { n: 1 } }), entry('2', { audience: [`member:${ada}`] }), entry('3')];
    const today = [entry('1', { audience: [`member:${ada}`] }), entry('2', { audience: ['staff'], details: { n: 2 } })];
    expect(shownTo({ own: false, pass: ['staff'] }, past, today)).toEqual([entry('2')]);
    expect(shownTo({ own: true, pass: [`member:${ada}`] }, past, today)).toEqual([entry('1', { details: { n: 1 } })]);
  });
  it('has what is for the member alone for the member alone', () => {
    const all = [entry('1', { details: { n: 1 }, own: { m: 2 } })];
    expect(shownTo({ own: true, pass: [] }, all, all)).toEqual([entry('1', { details: { n: 1, m: 2 } })]);
    expect(shownTo({ own: false, pass: [] }, all, all)).toEqual([entry('1', { details: { n: 1 } })]);
  });
  it('has only what comes from the groups asked for', () => {
    const all = [entry('1', { groupId }), entry('2', { groupId: otherId }), entry('3')];
    expect(shownTo({ own: false, pass: [], groupIds: [groupId] }, all, all).map(({ id }) => id)).toEqual(['1']);
    expect(shownTo({ own: false, pass: [] }, all, all)).toHaveLength(3);
  });
  it('has another’s words only in the version shared today', () => {
    const words = (version: string) => ({ words: { version, texts: { what: version } } });
    const shown = (viewer: object, past: object, today: object) => shownTo({ own: false, pass: [], ...viewer }, [entry('1', past)], [entry('1', today)])[0]?.words;
    expect(shown({}, words('v1'), words('v1'))).toEqual({ what: 'v1' });
    expect(shown({}, words('v1'), words('v2'))).toBeUndefined();
    expect(shown({ own: true }, words('v1'), words('v2'))).toEqual({ what: 'v1' });
    expect(shown({ own: true }, { ...words('v1'), kind: 'taught' }, { ...words('v2'), kind: 'taught' })).toBeUndefined();
  });
});

describe('Rates', () => {
  it('count what was expected inside a period: the worked cases of the domain page', () => {
    const facts = [
      attended(1, 'present', 60),
      joined(2),
      attended(2, 'present', 60),
      attended(3, 'late', 30),
      attended(4, 'substitute', 60),
      attended(5, 'apologised'),
      attended(6, 'absent'),
      attended(7, 'visitor', 60),
      attended(8, 'notExpected'),
      ApologyReceived.at(day(8), { ...about(9), memberId: ada }),
      RsvpGiven.at(day(8), { ...about(10), memberId: ada, response: 'yes', guests: 0 }),
      attended(11, 'absent'),
      MeetingCancelled.at(day(9), { ...about(11), memberIds: [ada] }),
      left(12),
      attended(12, 'absent'),
      attended(13, 'absent', undefined, ben),
    ];
    // Expected: 2, 3, 4 (came), 5 and 9 (apologised), 6 (absent). Not: 1 before joining, 7, 8, 10 without outcome, 11 cancelled, 12 after leaving.
    expect(figures(facts).attendance).toEqual({ expected: 6, came: 3, apologised: 2, attendanceRate: 0.5, commitmentRate: 5 / 6 });
    expect(figures(facts).time).toMatchObject({ attendedHours: 4.5, meetingsWithoutMinutes: 0 });
    // For how long somebody was there may be unknown, and unknown is not zero.
    expect(figures([joined(1), attended(2, 'present')]).time).toMatchObject({ attendedHours: null, meetingsWithoutMinutes: 1 });
    expect(figures([joined(1), attended(2, 'present'), attended(3, 'late', 30)]).time).toMatchObject({ attendedHours: 0.5, meetingsWithoutMinutes: 1 });
    expect(figures([joined(1), attended(2, 'absent')]).time).toMatchObject({ attendedHours: 0, meetingsWithoutMinutes: 0 });
    expect(figures([]).attendance).toEqual({ expected: 0, came: 0, apologised: 0, attendanceRate: null, commitmentRate: null });
  });

  it('agree with a count by hand, for any joining, leaving, recording and correcting, in any order and window', () => {
    const outcome = fc.constantFrom<AttendanceOutcome>('present', 'late', 'apologised', 'absent', 'substitute', 'visitor', 'notExpected');
    const session = fc.record({ n: fc.integer({ min: 1, max: 60 }), other: fc.boolean(), recorded: fc.option(outcome, { nil: undefined }), apologised: fc.boolean(), corrected: fc.option(outcome, { nil: undefined }), minutes: fc.integer({ min: 0, max: 200 }), cancelled: fc.boolean() });
    const turns = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(session, { maxLength: 15, selector: ({ n }) => n }), turns, turns, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.boolean(), (sessions, here, there, start, length, oneGroup) => {
        const facts: NewEvent[] = [];
        const periods = new Map<string, number[]>([[groupId, [...here].sort((a, b) => a - b)], [otherId, [...there].sort((a, b) => a - b)]]);
        for (const [group, days] of periods) days.forEach((n, index) => facts.push(index % 2 === 0 ? joined(n, group) : left(n, group)));
        for (const { n, other, recorded: first, apologised, corrected, minutes, cancelled } of sessions) {
          const group = other ? otherId : groupId;
          if (apologised) facts.push(ApologyReceived.at(day(n), { ...about(n, group), memberId: ada }));
          if (first) facts.push(attended(n, first, minutes, ada, group));
          if (first && corrected) facts.push(AttendanceCorrected.at(day(n), { ...about(n, group), memberId: ada, corrects: meeting(1), from: { outcome: first }, to: { outcome: corrected }, reason: 'r' }));
          if (cancelled) facts.push(MeetingCancelled.at(day(n), { ...about(n, group), memberIds: [ada] }));
        }
        let [expected, came, apologies, minutesThere, timed, untimed] = [0, 0, 0, 0, 0, 0];
        for (const { n, other, recorded: first, apologised, corrected, minutes, cancelled } of sessions) {
          if (cancelled || n < start || n >= start + length || (oneGroup && other)) continue;
          minutesThere += first && !corrected ? minutes : 0;
          if (first && !corrected) timed++;
          if (first && corrected && ['present', 'late', 'substitute', 'visitor'].includes(corrected)) untimed++;
          const stands = (first && corrected) || first || (apologised ? 'apologised' : undefined);
          // Inside [joined, left): an odd number of turns at or before that day.
          const inside = (periods.get(other ? otherId : groupId) as number[]).filter((turn) => turn <= n).length % 2 === 1;
          if (!inside || !stands || stands === 'visitor' || stands === 'notExpected') continue;
          expected++;
          if (stands === 'apologised') apologies++;
          else if (stands !== 'absent') came++;
        }
        const { attendance, time } = figures(facts, { from: day(start), before: day(start + length), ...(oneGroup && { groupIds: [groupId] }) });
        expect(attendance).toEqual({ expected, came, apologised: apologies, attendanceRate: expected ? came / expected : null, commitmentRate: expected ? (came + apologies) / expected : null });
        expect(time).toMatchObject({ attendedHours: timed === 0 && untimed > 0 ? null : Math.round((minutesThere / 60) * 100) / 100, meetingsWithoutMinutes: untimed });
      }),
    );
  });
});

describe('Pledged time', () => {
  const pledged = (n: number, hoursPerMonth: number) => TimePledged.at(day(n), { memberId: ada, hoursPerMonth });
  it('is pledge · days / 30, for the days each pledge was in force', () => {
    expect(figures([pledged(-100, 10)]).time).toMatchObject({ pledgedHours: 30 });
    expect(figures([pledged(-100, 10), pledged(31, 4)]).time).toMatchObject({ pledgedHours: 18 });
    expect(figures([pledged(61, 3)]).time).toMatchObject({ pledgedHours: 3 });
    expect(figures([pledged(91, 3)]).time).toMatchObject({ pledgedHours: 0 });
    expect(figures([]).time).toMatchObject({ pledgedHours: null });
    expect(figures([pledged(-100, 10)], { groupIds: [groupId] }).time).not.toHaveProperty('pledgedHours');
    expect(pledgedHours([{ at: day(1), value: 5 }], day(1), day(2))).toBe(0.17);
  });
});

it('takes as long as there is history: of 8,000 meetings, exchanges, actions and reflections not minutes', () => {
  const many = Array.from({ length: 8_000 }, (_, n) => `019a9d2c-7b40-7c3e-9f22-${String(n).padStart(12, '0')}`);
  const facts = many.flatMap((each): NewEvent[] => [
    AttendanceRecorded.at(day(2), { groupId, meetingId: each, startsAt: day(2), memberId: ada, outcome: 'present', how: 'rollCall' }),
    HelpRecorded.at(day(2), { helpId: each, giverId: ada, receiverIds: [ben], minutes: 60 }),
    ActionCommitted.at(day(2), { actionId: each, ownerId: ada, helperIds: [], due: { dueOn: '2026-01-03', dueAt: day(3), timeZone: 'UTC' }, title: 't' }),
    ReflectionRecorded.at(day(2), { reflectionId: each, authorId: ada, context: 'self', what: 'w', soWhat: 's', learnedFrom: [ben], skills: [], value: 'immediate', visibility: 'network' }),
  ]);
  const events = recorded(facts);
  const began = performance.now();
  expect(timelineOf([...features, help, actions], events, ada)).toHaveLength(32_000);
  expect(progressOf([...features, help, actions], events, ada, window)).toMatchObject({ learned: { reflections: 8_000 }, acted: { due: 8_000 }, time: { meetingsWithoutMinutes: 8_000 } });
  expect(performance.now() - began).toBeLessThan(10_000);
});

describe('Entries of one instant', () => {
  it('have one order, whatever order they were recorded in', () => {
    const facts = [joined(3), joined(3, otherId)];
    const events = recorded(facts);
    const reversed = [...events].reverse() as RecordedEvent[];
    expect(timelineOf(features, reversed, ada).map(({ id }) => id)).toEqual(timelineOf(features, events, ada).map(({ id }) => id));
    expect(timelineOf(features, events, ada).map(({ id }) => id)).toEqual([eventId(2), eventId(1)]);
  });
});
