import { mayRead, withheldFrom, type Party } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import { ActionCompleted } from '../../actions/actions.events.js';
import * as facts from '../reflections.events.js';
import { reflectionPolicy, versionShownTo } from '../reflections.policy.js';
import { byItsAction } from '../value-status.js';
import { reflectionsView } from './reflections.js';

const reflectionId = '019a9d2c-7b40-7c3e-9f21-000000000050';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const [ada, ben] = ['019a9d2c-7b40-7c3e-9f21-00000000000a', '019a9d2c-7b40-7c3e-9f21-00000000000b'] as const;
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const recorded = facts.ReflectionRecorded.at(day(1), { reflectionId, authorId: ada, groupId, context: 'meeting', meetingId, what: 'w', soWhat: 's', learnedFrom: [ben], skills: ['Pricing'], value: 'potential', usefulness: 3, visibility: 'private' });
const blank = {
  id: reflectionId, authorId: ada, groupId, context: { kind: 'meeting', id: meetingId }, meetingId, what: 'w', soWhat: 's', nowWhat: null, learnedFrom: [ben], skills: ['Pricing'], aboutSkills: ['pricing'],
  value: 'potential', valueStatus: 'claimed', confirmedBy: [], buildsOn: null, usefulness: 3, visibility: 'private', status: 'recorded', reflectedAt: day(1), revisedAt: null, audience: [`member:${ada}`],
};
const about = { reflectionId, authorId: ada, groupId, memberIds: [ben] };
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(reflectionsView, events)[reflectionId] as Record<string, unknown>;
const revised = (n: number, more: object) => facts.ReflectionRevised.at(day(n), { ...about, ...more });
const shared = (visibility: facts.Visibility, n = 3) => facts.ReflectionShared.at(day(n), { ...about, visibility });
const confirmed = facts.ReflectionValueConfirmed.at(day(4), { ...about, confirmedBy: ben });

describe('The view of reflections', () => {
  it('begins private, for its author alone', () => {
    expect(one(recorded)).toEqual(blank);
    expect(one(revised(2, { what: 'x' }))).toBeUndefined();
  });
  it('names what it is about, whatever kind of thing', () => {
    for (const kind of ['help', 'action', 'story'] as const) {
      const { meetingId: _m, groupId: _g, ...rest } = recorded.data;
      expect(one(facts.ReflectionRecorded.at(day(1), { ...rest, context: kind, [`${kind}Id`]: meetingId, nowWhat: 'n', buildsOn: groupId }))).toMatchObject({ context: { kind, id: meetingId }, meetingId: null, groupId: null, nowWhat: 'n', buildsOn: groupId });
    }
    const { meetingId: _m, groupId: _g, usefulness: _u, ...rest } = recorded.data;
    expect(one(facts.ReflectionRecorded.at(day(1), { ...rest, context: 'self' }))).toMatchObject({ context: { kind: 'self', id: null }, usefulness: null });
  });
  it('is revised and emptied', () => {
    expect(one(recorded, revised(2, { what: 'x', soWhat: 'y', nowWhat: 'z', learnedFrom: [], skills: ['Law'], value: 'applied', cleared: ['usefulness'] }))).toEqual({ ...blank, what: 'x', soWhat: 'y', nowWhat: 'z', learnedFrom: [], skills: ['Law'], aboutSkills: ['law'], value: 'applied', usefulness: null, revisedAt: day(2) });
  });
  it('shows to whom it is shared with, and hides again', () => {
    expect(one(recorded, shared('facilitator'))).toEqual({ ...blank, visibility: 'facilitator', audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, `facilitators:${groupId}`] });
    expect(one(recorded, shared('group'))).toMatchObject({ audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, `group:${groupId}`] });
    expect(one(recorded, shared('network'))).toMatchObject({ audience: ['administrator', 'auditor', 'integrator', `member:${ada}`, 'member'] });
    expect(one(recorded, shared('network'), shared('private'))).toEqual(blank);
    expect(one(recorded, shared('network'), facts.ReflectionWithdrawn.at(day(5), about))).toEqual({ ...blank, status: 'withdrawn' });
  });
  it('is corroborated once another confirms realised value, until another value is claimed', () => {
    const realised = revised(2, { value: 'realised' });
    expect(one(recorded, realised, confirmed)).toMatchObject({ valueStatus: 'corroborated', confirmedBy: [ben] });
    expect(one(recorded, realised, confirmed, revised(5, { what: 'other words' }))).toMatchObject({ valueStatus: 'corroborated', confirmedBy: [ben] });
    expect(one(recorded, realised, confirmed, revised(5, { value: 'transformative' }))).toMatchObject({ valueStatus: 'claimed', confirmedBy: [] });
    expect(one(recorded, realised)).toMatchObject({ valueStatus: 'claimed' });
    expect(one(recorded, confirmed)).toMatchObject({ value: 'potential', valueStatus: 'claimed' });
  });
  describe('of applied value', () => {
    const applied = revised(2, { value: 'applied' });
    const of = { ownerId: ada, helperIds: [], due: { dueOn: '2026-01-20', dueAt: day(20), timeZone: 'UTC' }, actionId: meetingId, outcome: 'o' };
    const acted = (more: object = {}, n = 3) => ActionCompleted.at(day(n), { ...of, reflectionId, ...more });
    it('is corroborated once an action that was opened from it is completed, whether it was claimed before or after', () => {
      expect(one(recorded, applied, acted())).toEqual({ ...blank, value: 'applied', valueStatus: 'corroborated', revisedAt: day(2) });
      expect(one(recorded, acted(), applied)).toMatchObject({ valueStatus: 'corroborated' });
      expect(one(recorded, acted())).toEqual(blank);
      expect(one(recorded, applied, acted(), revised(4, { value: 'realised' }))).toMatchObject({ value: 'realised', valueStatus: 'claimed' });
      expect(one(recorded, revised(2, { value: 'realised' }), acted(), confirmed)).toMatchObject({ valueStatus: 'corroborated' });
      expect(one(recorded, revised(2, { value: 'transformative' }), acted(), confirmed)).toMatchObject({ valueStatus: 'claimed' });
    });
    it('is corroborated by nobody else’s, by another reflection’s, nor by itself', () => {
      expect(one(recorded, applied, acted({ ownerId: ben }))).toMatchObject({ valueStatus: 'claimed' });
      expect(one(recorded, applied, acted({ reflectionId: groupId }))).toMatchObject({ valueStatus: 'claimed' });
      expect(one(recorded, applied, acted({ reflectionId: undefined }))).toMatchObject({ valueStatus: 'claimed' });
      expect(one(acted())).toBeUndefined();
    });
    it('is corroborated by the action it is about, once that is completed, where the author owns it or helps', () => {
      const about = (more: object) => one(facts.ReflectionRecorded.at(day(1), { ...recorded.data, context: 'action', meetingId: undefined, actionId: meetingId, value: 'applied', ...more })) as never;
      const doc = about({});
      const status = (action: object) => byItsAction.with(doc, { status: 'completed', ownerId: ada, helperIds: [], ...action } as never).valueStatus;
      expect(byItsAction.id(doc)).toBe(meetingId);
      expect([status({}), status({ ownerId: ben, helperIds: [ada] }), status({ ownerId: ben }), status({ status: 'open' }), status({ status: 'dropped' })]).toEqual(['corroborated', 'corroborated', 'claimed', 'claimed', 'claimed']);
      // Where nothing follows from it, nothing is looked up.
      expect([about({ value: 'realised' }), about({ context: 'meeting' }), one(recorded, applied, acted()) as never].map(byItsAction.id)).toEqual([undefined, undefined, undefined]);
    });
  });
  it('is found by its words and skills', () => {
    expect(reflectionsView.search?.(blank as never)).toEqual(['w', 's', null, 'Pricing']);
  });
});

describe('Who may read', () => {
  const { documents, events } = reflectionPolicy;
  const today = (visibility: string, versions: object[] = []) => ({ ...blank, visibility, _versions: versions }) as never;
  const author = { memberId: ada, groups: [], facilitates: [] };
  const fellow = { memberId: ben, groups: [groupId], facilitates: [] };
  const facilitator = { memberId: ben, groups: [groupId], facilitates: [groupId] };
  const outsider = { memberId: ben, groups: [], facilitates: [] };
  const auditor = { role: 'auditor', groups: [], facilitates: [] } as const;
  it.each([
    ['private', [true, false, false, false, false]],
    ['facilitator', [true, false, true, false, true]],
    ['group', [true, true, true, false, true]],
    ['network', [true, true, true, true, true]],
  ] as const)('visibility %s', (visibility, expected) => {
    expect([author, fellow, facilitator, outsider, auditor].map((reader) => mayRead(documents.reflections, today(visibility), reader))).toEqual(expected);
  });
  it('shows what it builds on, and whom it ever named, to its author alone', () => {
    expect([author, fellow, facilitator, auditor].map((reader) => withheldFrom(documents.reflections, today('network'), reader))).toEqual([[], ['buildsOn', 'memberIds'], ['buildsOn', 'memberIds'], ['buildsOn', 'memberIds']]);
  });
  it('shows a past version only to those it was itself shared with', () => {
    const doc = today('network', [{ eventId: 'v1', shownTo: ['private'] }, { eventId: 'v2', shownTo: ['private', 'group'] }, { eventId: 'v3', shownTo: ['group', 'network'] }]);
    const seen = (version: string) => [author, fellow, outsider, auditor].map((reader) => versionShownTo(version, doc, reader));
    expect(seen('v1')).toEqual([true, false, false, false]);
    expect(seen('v2')).toEqual([true, true, false, true]);
    expect(seen('v3')).toEqual([true, true, true, true]);
    expect(seen('unknown')).toEqual([true, false, false, false]);
  });
  it('discloses every event by the document of today, and a text by its version', () => {
    const doc = today('network', [{ eventId: 'v1', shownTo: ['private'] }, { eventId: 'v2', shownTo: ['network'] }]);
    const alsoIf = (type: string, id: string, reader: Party) => events[type as 'ReflectionRecorded']?.document?.alsoIf?.({ type, id, data: { reflectionId } } as never, doc, reader);
    expect([alsoIf('ReflectionRecorded', 'v1', outsider), alsoIf('ReflectionRevised', 'v2', outsider), alsoIf('ReflectionShared', 'x', outsider)]).toEqual([false, true, true]);
    expect([alsoIf('ReflectionRecorded', 'v1', author), alsoIf('ReflectionRecorded', 'v1', auditor), alsoIf('ReflectionRevised', 'v2', auditor)]).toEqual([true, false, true]);
    expect(Object.keys(events).sort()).toEqual(facts.reflectionEvents.map((each) => each.type).sort());
    for (const { document } of Object.values(events)) expect(document).toMatchObject({ view: 'reflections' });
  });
});
