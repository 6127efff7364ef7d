/** What the public sees of groups, in what words, and how far away. */
import { viewOf } from '#event-sourcing-testing';
import { AlignmentDecided, criterion, type Verdict } from '../alignment/alignment.events.js';
import { CharterAdopted, GroupArchived, GroupDescribed, GroupFounded, GroupReopened } from '../groups/groups.events.js';
import { explained } from './explanation.js';
import { distanceTo, isAt, kilometresBetween, type Point } from './places.js';
import { directoryView } from './views/directory.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const founded = GroupFounded.at(day(1), { groupId, name: 'Co-op', timeZone: 'Europe/Berlin' });
const listed = GroupDescribed.at(day(2), { groupId, place: { text: 'Berlin', latitude: 52.52, longitude: 13.4 }, listed: true });
const charter = CharterAdopted.at(day(3), { groupId, version: 1, purpose: 'Teach each other', domain: ['Pricing', 'Law'] });
const decided = (n: number, verdict: Verdict, more: object = {}) =>
  AlignmentDecided.at(day(n), {
    reviewId: '019a9d2c-7b40-7c3e-9f21-000000000080',
    groupId,
    formulaVersion: 1,
    window: { from: day(1), before: day(n) },
    lastEventId: null,
    levels: criterion.options.map((each) => ({ criterion: each, level: 4, counted: 2, evidence: [{ kind: 'document' as const, url: 'https://example.org/minutes', title: 'What Ada said' }] })),
    ratios: [{ name: 'hoursAttended', numerator: 90, denominator: 60 }, { name: 'membersGivingHelp', numerator: 1, denominator: 3 }, { name: 'dueActionsCompleted', numerator: 0, denominator: 0 }],
    activeMembers: 3,
    meetings: 2,
    judged: 50,
    observed: 65,
    score: 56,
    provisional: false,
    verdict,
    blockedBy: [],
    explanation: 'Ada was late.',
    until: '2027-01-15T00:00:00.000Z',
    ...more,
  });
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(directoryView, events)[groupId] as Record<string, unknown>;
const alignment = {
  verdict: 'emerging', score: 56, judged: 50, observed: 65, provisional: false, decidedAt: day(15), until: '2027-01-15T00:00:00.000Z',
  criteria: criterion.options.map((each) => ({ criterion: each, level: 2 })),
  ratios: [{ name: 'hoursAttended', share: 1 }, { name: 'membersGivingHelp', share: 0.33 }],
};

describe('The directory', () => {
  it('holds charter, place and alignment, and nothing of reviewers, evidence or members', () => {
    const entry = one(founded, listed, charter, decided(15, 'emerging'));
    expect(entry).toEqual({
      id: groupId, name: 'Co-op', timeZone: 'Europe/Berlin', place: { text: 'Berlin', latitude: 52.52, longitude: 13.4 },
      charter: { purpose: 'Teach each other', domain: ['Pricing', 'Law'], practice: null }, domains: ['pricing', 'law'], alignment, verdict: 'emerging', shown: true,
    });
    expect(JSON.stringify(entry)).not.toContain('Ada');
  });
  it('shows groups that opted in, are open, and are decided to be aligned or emerging', () => {
    const shown = (...events: Parameters<typeof viewOf>[1]) => one(founded, ...events).shown;
    expect(shown(listed, decided(15, 'aligned'))).toBe(true);
    expect(shown(listed, decided(15, 'emerging'))).toBe(true);
    expect(shown(listed, decided(15, 'notYet'))).toBe(false);
    expect(shown(listed)).toBe(false);
    expect(shown(decided(15, 'aligned'))).toBe(false);
    expect(shown(listed, decided(15, 'aligned'), GroupDescribed.at(day(16), { groupId, listed: false }))).toBe(false);
    expect(shown(listed, decided(15, 'aligned'), decided(16, 'notYet'))).toBe(false);
    expect(shown(listed, decided(15, 'notYet'), decided(16, 'aligned'))).toBe(true);
    const archived = GroupArchived.at(day(16), { groupId });
    expect(shown(listed, decided(15, 'aligned'), archived)).toBe(false);
    expect(shown(listed, decided(15, 'aligned'), archived, GroupReopened.at(day(17), { groupId }))).toBe(true);
  });
  it('tells no ratio where too little was observed: of so few it would tell of somebody', () => {
    expect(one(founded, listed, decided(15, 'emerging', { observed: null, provisional: true }))).toMatchObject({ shown: true, alignment: { observed: null, ratios: [] } });
  });
  it('keeps what was said last of when it happened', () => {
    expect(one(founded, GroupDescribed.at(day(9), { groupId, name: 'New' }), GroupDescribed.at(day(5), { groupId, name: 'Old' }))).toMatchObject({ name: 'New' });
    expect(one(founded, listed, GroupDescribed.at(day(9), { groupId, cleared: ['place'] }))).toMatchObject({ place: null });
  });
});

describe('The explanation', () => {
  it('says the verdict, each criterion and each ratio', () => {
    const words = explained({ ...alignment, verdict: 'emerging', ratios: [{ name: 'membersGivingHelp', share: 0.33 }], criteria: [{ criterion: 'trust', level: 4 }, { criterion: 'storiesAreShared', level: 0 }] });
    expect(words).toEqual(['56 of 100, emerging: 50 judged, 65 observed over 180 days.', 'Trust: self-sustaining.', 'Stories are shared: absent.', '33 % of members gave others help that these confirmed.']);
    expect(explained({ ...alignment, verdict: 'aligned', observed: null, provisional: true, criteria: [], ratios: [] })).toEqual(['56 of 100, aligned for now: 50 judged, too little could be observed yet.']);
  });
});

describe('Places', () => {
  const [berlin, lisbon, sydney] = [{ latitude: 52.52, longitude: 13.405 }, { latitude: 38.7223, longitude: -9.1393 }, { latitude: -33.8688, longitude: 151.2093 }] as [Point, Point, Point];
  it('are as far apart as a globe says', () => {
    // The spherical law of cosines, with the same mean radius.
    const rad = Math.PI / 180;
    const apart = (a: Point, b: Point) =>
      6_371.0088 * Math.acos(Math.sin(a.latitude * rad) * Math.sin(b.latitude * rad) + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.cos((a.longitude - b.longitude) * rad));
    expect(kilometresBetween(berlin, lisbon)).toBeCloseTo(apart(berlin, lisbon), 3);
    expect(kilometresBetween(berlin, sydney)).toBeCloseTo(apart(berlin, sydney), 3);
    expect(kilometresBetween(berlin, berlin)).toBe(0);
    // Half a great circle: π · 6371.0088.
    expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015.1, 0);
    expect(kilometresBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.2, 0);
  });
  it('without coordinates are at no distance', () => {
    expect(distanceTo({ text: 'Berlin' }, berlin)).toBeUndefined();
    expect(distanceTo(null, berlin)).toBeUndefined();
    expect(distanceTo({ text: 'Berlin', ...berlin }, berlin)).toBe(0);
  });
  it('are found by the beginnings of their words', () => {
    expect(isAt({ text: 'Alte Post, München' }, ['mun'])).toBe(true);
    expect(isAt({ text: 'Alte Post, München' }, ['post', 'alt'])).toBe(true);
    expect(isAt({ text: 'Alte Post, München' }, ['ost'])).toBe(false);
    expect(isAt(null, ['x'])).toBe(false);
    expect(isAt(null, [])).toBe(true);
  });
});
