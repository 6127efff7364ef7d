import type { NewEvent } from '#event-sourcing';
import { given } from '#event-sourcing-testing';
import { GroupArchived, GroupDescribed, GroupFounded } from '../groups/groups.events.js';
import { closeTrustPulse } from './pulse.decider.js';
import { TrustPulseClosed } from './pulse.events.js';
import { answers, QUESTIONS, SCALE } from './pulse.questions.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const FOUNDED = '2025-01-10T09:00:00.000Z';
/** Of 2026-Q4. */
const LAST_INSTANT = '2026-12-31T23:59:59.999Z';
const AN_HOUR_AFTER = '2027-01-01T01:00:00.000Z';
const founded = GroupFounded.at(FOUNDED, { groupId, name: 'Co-op Builders', timeZone: 'Europe/Berlin' });
const inGroup = (...facts: readonly NewEvent[]) => given(...facts).alongside(`group-${groupId}`, founded);
const totals = ['mistakes', 'asking', 'promises', 'confidences'].map((item) => ({ item, answers: [0, 0, 1, 1, 3] }));
const pulse = (answered: number) => ({ groupId, quarter: '2026-Q4', questions: 1, answered, totals });
const closed = (answered = 5, at = LAST_INSTANT) => TrustPulseClosed.at(at, pulse(answered));
const then = { now: AN_HOUR_AFTER };

describe('Closing a trust pulse', () => {
  it('records the totals as of the last instant of the quarter, an hour after it', () => {
    inGroup().when(closeTrustPulse, pulse(5), then).then(closed());
    inGroup().when(closeTrustPulse, pulse(12), { now: '2027-05-01T00:00:00.000Z' }).then(closed(12));
  });
  it('records nothing where fewer than five have answered', () => {
    for (const answered of [0, 1, 4]) inGroup().when(closeTrustPulse, pulse(answered), then).thenNothing();
  });
  it('does not happen before that hour has passed, whatever the zone of the group', () => {
    inGroup().when(closeTrustPulse, pulse(5), { now: '2027-01-01T00:59:59.999Z' }).thenRefused('quarter-not-over');
    for (const timeZone of ['America/Denver', 'Pacific/Kiritimati']) {
      const elsewhere = () => inGroup().alongside(`group-${groupId}`, GroupDescribed.at(FOUNDED, { groupId, timeZone }));
      elsewhere().when(closeTrustPulse, pulse(5), { now: '2027-01-01T00:59:59.999Z' }).thenRefused('quarter-not-over');
      elsewhere().when(closeTrustPulse, pulse(5), then).then(closed());
    }
  });
  it('happens once', () => {
    inGroup(closed()).when(closeTrustPulse, pulse(7), then).thenNothing();
  });
  it('is of a group we know, archived or not', () => {
    given().when(closeTrustPulse, pulse(5), then).thenRefused('no-such-group');
    inGroup().alongside(`group-${groupId}`, GroupArchived.at(FOUNDED, { groupId })).when(closeTrustPulse, pulse(5), then).then(closed());
  });
});

describe('The questions', () => {
  const valid = { mistakes: 0, asking: 4, promises: 2, confidences: 3 };
  it('are four, answered from not at all to entirely', () => {
    expect([QUESTIONS.version, QUESTIONS.items.map(({ item }) => item)]).toEqual([1, ['mistakes', 'asking', 'promises', 'confidences']]);
    expect([SCALE[0], SCALE[4], SCALE.length]).toEqual(['not at all', 'entirely', 5]);
    expect(answers.safeParse(valid).data).toEqual(valid);
  });
  it('are all answered, and with nothing else', () => {
    for (const wrong of [{ ...valid, asking: 5 }, { ...valid, asking: -1 }, { ...valid, asking: 1.5 }, { ...valid, asking: null }, { ...valid, memberId: groupId }, { mistakes: 0, asking: 4, promises: 2 }]) expect([wrong, answers.safeParse(wrong).success]).toEqual([wrong, false]);
  });
});
