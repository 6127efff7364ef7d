/** Help on timelines and in figures, against the domain page and against a count that shares no code. */
import fc from 'fast-check';
import { tagsOf, type EventDefinition, type NewEvent, type ProgressWindow, type RecordedEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import { HelpConfirmed, HelpDisputed, helpEvents, HelpOffered, HelpOfferWithdrawn, HelpRecorded } from './help.events.js';
import { helpProgress, helpTimeline } from './help.timeline.js';
import { shownTo } from '../timeline/fold.js';

const [groupId, otherId, meetingId] = ['20', '21', '30'].map((n) => `019a9d2c-7b40-7c3e-9f21-0000000000${n}`) as [string, string, string];
const [ada, ben, cleo, dan] = ['a', 'b', 'c', 'd'].map((n) => `019a9d2c-7b40-7c3e-9f21-00000000000${n}`) as [string, string, string, string];
const exchange = (n: number) => `019a9d2c-7b40-7c3e-9f21-0000000006${String(n).padStart(2, '0')}`;
const eventId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const about = { helpId: exchange(1), giverId: ada, receiverIds: [ben, cleo], groupId };
const offered = (n: number, more: object = {}) => HelpOffered.at(day(n), { ...about, ...more });
const given = (n: number, more: object = {}) => HelpRecorded.at(day(n), { ...about, minutes: 45, ...more });
const confirmed = (n: number, confirmedBy: string, more: object = {}) => HelpConfirmed.at(day(n), { ...about, minutes: 45, ...more, confirmedBy });
const disputed = (n: number, disputedBy: string, more: object = {}) => HelpDisputed.at(day(n), { ...about, minutes: 45, ...more, disputedBy, reason: 'r' });

/** The events that name a member, as timelines find them. */
function concerning(memberId: string, facts: readonly NewEvent[]): RecordedEvent[] {
  return recorded(facts).filter((event) => tagsOf(helpEvents.find(({ type }) => type === event.type) as EventDefinition, event).includes(`member:${memberId}`));
}

const told = (memberId: string, ...facts: readonly NewEvent[]) => helpTimeline.entries(concerning(memberId, facts), memberId);
const whole: ProgressWindow = { from: day(1), before: day(91), own: true };
const figures = (memberId: string, facts: readonly NewEvent[], more: Partial<ProgressWindow> = {}) =>
  helpProgress.figures(concerning(memberId, facts), memberId, { ...whole, ...more }) as { taught: object; helped: Record<string, number | null> };

describe('A timeline', () => {
  it('tells the giver what they gave and each receiver what they received, on the day it was given', () => {
    const facts = [given(5, { skill: 'Pricing', meetingId }), confirmed(6, ben), disputed(7, cleo)];
    const entry = { id: exchange(1), kind: 'helped', occurredAt: day(5), groupId, meetingId, details: { helpId: exchange(1), status: 'confirmed', minutes: 45, skill: 'Pricing', confirmedBy: [ben], disputedBy: [cleo] }, eventIds: [1, 2, 3].map(eventId) };
    expect(told(ada, ...facts)).toEqual([{ ...entry, what: 'gave-help', memberIds: [ben, cleo] }]);
    expect(told(ben, ...facts)).toEqual([{ ...entry, what: 'received-help', memberIds: [ada, cleo] }]);
    expect(told(dan, ...facts)).toEqual([]);
  });
  it('tells an offer, on its day until something came of it', () => {
    const { groupId: _none, ...anywhere } = about;
    expect(told(ada, HelpOffered.at(day(2), { ...anywhere, minutes: 30 }))).toEqual([{ id: exchange(1), kind: 'helped', occurredAt: day(2), what: 'offered-help', memberIds: [ben, cleo], details: { helpId: exchange(1), status: 'offered', minutes: 30 }, eventIds: [eventId(1)] }]);
    expect(told(ben, offered(2), HelpOfferWithdrawn.at(day(3), about))).toMatchObject([{ what: 'was-offered-help', occurredAt: day(2), details: { status: 'withdrawn' }, eventIds: [eventId(1), eventId(2)] }]);
    expect(told(ben, offered(2), given(4), disputed(5, ben))).toMatchObject([{ id: exchange(1), what: 'received-help', occurredAt: day(4), details: { status: 'disputed', minutes: 45, confirmedBy: [], disputedBy: [ben] } }]);
  });
  it('tells whom it was offered to and did not help that others were helped, and no more', () => {
    const fewer = { receiverIds: [ben] };
    const others = [given(4, { ...fewer, offeredTo: [cleo], minutes: 20, skill: 'Law', meetingId }), confirmed(5, ben, fewer)];
    const entry = { id: exchange(1), kind: 'helped', occurredAt: day(2), what: 'was-offered-help', groupId, memberIds: [ada, ben], details: { helpId: exchange(1), status: 'given-to-others' }, eventIds: [eventId(1), eventId(2)] };
    expect(told(cleo, offered(2), ...others)).toEqual([entry]);
    expect(told(cleo, offered(2, { minutes: 30, skill: 'Tax' }), ...others)).toEqual([{ ...entry, details: { ...entry.details, minutes: 30, skill: 'Tax' } }]);
    // Nothing of it where time travel hides the offer.
    expect(told(cleo, ...others)).toEqual([]);
    expect(told(ben, offered(2), ...others)).toMatchObject([{ what: 'received-help', memberIds: [ada], details: { status: 'confirmed', minutes: 20 } }]);
    expect(figures(cleo, [offered(2), ...others]).helped).toMatchObject({ exchangesReceived: 0, hoursReceived: 0 });
  });
  it('is one entry for each exchange, whichever of its events happened first', () => {
    // Offered on the 5th, written down later for the 3rd: as of the 4th there is the help alone.
    const [then] = told(ada, given(3));
    const [today] = told(ada, offered(5), given(3));
    expect(shownTo({ own: true, pass: [] }, [then as never], [today as never]).map(({ what, occurredAt }) => [what, occurredAt])).toEqual([['gave-help', day(3)]]);
  });
  it('has nothing of answers to what time travel hides', () => {
    expect(told(ben, confirmed(5, ben))).toEqual([]);
  });
});

describe('Figures', () => {
  it('count what a receiver has confirmed: once for the giver, the whole of it for each who confirmed', () => {
    const facts = [given(5), confirmed(6, ben), confirmed(6, cleo), given(7, { helpId: exchange(2), minutes: 30 }), disputed(8, ben, { helpId: exchange(2) }), given(9, { helpId: exchange(3), minutes: 60, giverId: ben, receiverIds: [ada] }), confirmed(9, ada, { helpId: exchange(3), minutes: 60, giverId: ben, receiverIds: [ada] })];
    expect(figures(ada, facts)).toEqual({ taught: { minutesGiven: 45 }, helped: { exchangesGiven: 1, exchangesReceived: 1, hoursGiven: 0.75, hoursReceived: 1, reciprocity: null } });
    expect(figures(ben, facts)).toEqual({ taught: { minutesGiven: 60 }, helped: { exchangesGiven: 1, exchangesReceived: 1, hoursGiven: 1, hoursReceived: 0.75, reciprocity: null } });
    expect(figures(cleo, facts).helped).toMatchObject({ exchangesReceived: 1, hoursReceived: 0.75 });
    expect(figures(dan, facts)).toEqual({ taught: { minutesGiven: 0 }, helped: { exchangesGiven: 0, exchangesReceived: 0, hoursGiven: 0, hoursReceived: 0, reciprocity: null } });
  });
  it('say how far it goes both ways above two hours in all', () => {
    const both = (gave: number, got: number) => [
      ...(gave > 0 ? [given(5, { minutes: gave }), confirmed(6, ben, { minutes: gave })] : []),
      ...(got > 0 ? [given(5, { helpId: exchange(2), minutes: got, giverId: ben, receiverIds: [ada] }), confirmed(6, ada, { helpId: exchange(2), minutes: got, giverId: ben, receiverIds: [ada] })] : []),
    ];
    const reciprocity = (gave: number, got: number) => figures(ada, both(gave, got)).helped.reciprocity;
    expect([reciprocity(60, 60), reciprocity(61, 60), reciprocity(100, 25), reciprocity(121, 0), reciprocity(0, 121), reciprocity(0, 0), reciprocity(90, 90)]).toEqual([null, 120 / 121, 0.4, 0, 0, null, 1]);
    // Two decimals for people; minutes are what is counted.
    expect(figures(ada, both(100, 50)).helped).toMatchObject({ hoursGiven: 1.67, hoursReceived: 0.83, reciprocity: 2 / 3 });
  });
  it('are of a window by when it was given, and of a group', () => {
    const facts = [given(10), confirmed(20, ben)];
    const counted = (more: Partial<ProgressWindow>) => figures(ada, facts, more).helped.exchangesGiven;
    expect([counted({ from: day(10), before: day(11) }), counted({ from: day(11) }), counted({ before: day(10) }), counted({ groupIds: [groupId] }), counted({ groupIds: [otherId] })]).toEqual([1, 0, 0, 1, 0]);
    const { groupId: _none, ...anywhere } = about;
    const outside = [HelpRecorded.at(day(10), { ...anywhere, minutes: 45 }), HelpConfirmed.at(day(10), { ...anywhere, minutes: 45, confirmedBy: ben })];
    expect(figures(ada, outside).helped.exchangesGiven).toBe(1);
    expect(figures(ada, outside, { groupIds: [groupId] }).helped.exchangesGiven).toBe(0);
  });

  it('agree with a count by hand, for any offering, recording, confirming and disputing, in any order, window and group', () => {
    const everybody = [ada, ben, cleo, dan];
    const answer = fc.record({ who: fc.nat(3), confirms: fc.boolean() });
    const help = fc.record({
      giver: fc.nat(3),
      receivers: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }),
      offer: fc.constantFrom('none', 'kept', 'withdrawn'),
      minutes: fc.integer({ min: 1, max: 200 }),
      on: fc.integer({ min: 1, max: 60 }),
      group: fc.constantFrom(undefined, groupId, otherId),
      answers: fc.array(answer, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(help, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.boolean(), (all, start, length, oneGroup) => {
        const facts: NewEvent[] = [];
        const gave = new Map<string, number[]>(everybody.map((who) => [who, []]));
        const got = new Map<string, number[]>(everybody.map((who) => [who, []]));
        for (const [index, { giver, receivers, offer, minutes, on, group, answers }] of all.entries()) {
          const receiverIds = receivers.filter((each) => each !== giver).map((each) => everybody[each] as string);
          if (receiverIds.length === 0) continue;
          const giverId = everybody[giver] as string;
          const who = { helpId: exchange(index + 10), giverId, receiverIds, ...(group && { groupId: group }) };
          const what = { ...who, minutes };
          if (offer !== 'none') facts.push(HelpOffered.at(day(1), { ...who, receiverIds: everybody.filter((each) => each !== giverId) }));
          if (offer === 'withdrawn') {
            facts.push(HelpOfferWithdrawn.at(day(2), who));
            continue;
          }
          facts.push(HelpRecorded.at(day(on), what));
          const last = new Map<string, boolean>();
          for (const { who: each, confirms } of answers) {
            const member = everybody[each] as string;
            if (!receiverIds.includes(member)) continue;
            facts.push(confirms ? HelpConfirmed.at(day(on + 1), { ...what, confirmedBy: member }) : HelpDisputed.at(day(on + 1), { ...what, disputedBy: member, reason: 'r' }));
            last.set(member, confirms);
          }
          const inside = on >= start && on < start + length && (!oneGroup || group === groupId);
          const confirmers = [...last].filter(([, confirms]) => confirms).map(([member]) => member);
          if (!inside || confirmers.length === 0) continue;
          (gave.get(giverId) as number[]).push(minutes);
          for (const member of confirmers) (got.get(member) as number[]).push(minutes);
        }
        for (const member of everybody) {
          const [exchangesGiven, exchangesReceived] = [gave.get(member) as number[], got.get(member) as number[]];
          const [out, back] = [exchangesGiven, exchangesReceived].map((some) => some.reduce((total, each) => total + each, 0)) as [number, number];
          // A hundredth of an hour is 36 seconds; half up.
          const hours = (minutes: number) => Math.floor((minutes * 100 + 30) / 60) / 100;
          expect(figures(member, facts, { from: day(start), before: day(start + length), ...(oneGroup && { groupIds: [groupId] }) })).toEqual({
            taught: { minutesGiven: out },
            helped: {
              exchangesGiven: exchangesGiven.length,
              exchangesReceived: exchangesReceived.length,
              hoursGiven: hours(out),
              hoursReceived: hours(back),
              reciprocity: out + back <= 120 ? null : (2 * Math.min(out, back)) / (out + back),
            },
          });
        }
      }),
    );
  });
});
