/** Everything the API offers, once, from command to document: through the generated client, every answer checked against the document. */
import { ok, problem, startTestService, type TestService } from './api.js';
import { signedIn } from './people.js';
import { after, at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const all = () => [world.people.ada, world.people.ben, world.people.cleo];

it('keeps a member’s profile, skills, pledge and capacity', async () => {
  const { admin } = api;
  const { id } = await ok(
    admin.POST('/api/v1/members', { body: { displayName: '  Gül  💡\tDemir ', email: 'guel@example.org', interests: ['boats'], timeZone: 'Asia/Tokyo', occurredAt: '2025-01-01T12:00:00+02:00' } }),
  );
  const say = { params: at(id) };
  await ok(admin.POST('/api/v1/members/{id}/offer-skill', { ...say, body: { skill: 'Pricing', level: 3 } }));
  await ok(admin.POST('/api/v1/members/{id}/offer-skill', { ...say, body: { skill: 'Law' } }));
  await ok(admin.POST('/api/v1/members/{id}/withdraw-skill-offer', { ...say, body: { skill: 'LAW' } }));
  await ok(admin.POST('/api/v1/members/{id}/seek-skill', { ...say, body: { skill: 'Welding', level: 2 } }));
  await ok(admin.POST('/api/v1/members/{id}/seek-skill', { ...say, body: { skill: 'Tax' } }));
  await ok(admin.POST('/api/v1/members/{id}/end-skill-search', { ...say, body: { skill: 'tax' } }));
  await ok(admin.POST('/api/v1/members/{id}/pledge-time', { ...say, body: { hoursPerMonth: 6.5 } }));
  const { position } = await ok(admin.POST('/api/v1/members/{id}/set-introduction-capacity', { ...say, body: { capacity: 4 } }));
  const read = await admin.GET('/api/v1/members/{id}', after(id, position));
  expect(read.data).toEqual({
    id,
    displayName: 'Gül 💡 Demir',
    email: 'guel@example.org',
    interests: ['boats'],
    timeZone: 'Asia/Tokyo',
    offers: [{ skill: 'Pricing', level: 3 }],
    seeks: [{ skill: 'Welding', level: 2 }],
    hoursPerMonth: 6.5,
    introductionCapacity: 4,
    registeredAt: '2025-01-01T10:00:00.000Z',
    erased: false,
  });
  const changed = await ok(admin.PATCH('/api/v1/members/{id}', { params: { ...at(id), header: { 'If-Match': read.response.headers.get('etag') as string } }, body: { displayName: 'Gül Demir', email: null } }));
  const now = await ok(admin.GET('/api/v1/members/{id}', after(id, changed.position)));
  expect([now.displayName, now.email, now.timeZone]).toEqual(['Gül Demir', null, 'Asia/Tokyo']);
  expect((await ok(admin.GET('/api/v1/members', { params: { query: { offersSkills: 'PRICING' } } }))).items.map((item) => item.id)).toEqual([id]);
  expect((await ok(admin.GET('/api/v1/members', { params: { query: { q: 'gul dem' } } }))).items.map((item) => item.id)).toEqual([id]);
  expect(await problem(admin.POST('/api/v1/members/{id}/withdraw-skill-offer', { ...say, body: { skill: 'Juggling' } }))).toBe('409 skill-not-offered');
});

it('shows blocks to the blocker alone', async () => {
  const { keys, people } = world;
  await ok(keys.ben.POST('/api/v1/members/{id}/block', { params: at(people.ben), body: { blockedMemberId: people.dan } }));
  const { position } = await ok(keys.ben.POST('/api/v1/members/{id}/block', { params: at(people.ben), body: { blockedMemberId: people.cleo } }));
  await ok(keys.ben.POST('/api/v1/members/{id}/unblock', { params: at(people.ben), body: { blockedMemberId: people.cleo } }));
  expect((await ok(keys.ben.GET('/api/v1/member-blocks/{id}', after(people.ben, position)))).blockedMemberIds).toContain(people.dan);
  for (const client of [api.admin, keys.dan, keys.ada]) {
    expect(await problem(client.GET('/api/v1/member-blocks/{id}', { params: at(people.ben) }))).toBe('404 not-found');
    expect(await problem(client.POST('/api/v1/members/{id}/block', { params: at(people.ben), body: { blockedMemberId: people.ada } }))).toBe('403 forbidden');
  }
});

it('founds, describes, charters, archives and reopens a group', async () => {
  const { admin } = api;
  const { id } = await ok(admin.POST('/api/v1/groups', { body: { name: 'Short Lived', timeZone: 'UTC' } }));
  const first = await admin.GET('/api/v1/groups/{id}', after(id, (await ok(admin.POST('/api/v1/groups/{id}/adopt-charter', { params: at(id), body: { purpose: 'Learn to price', domain: ['pricing'], practice: 'War stories' } }))).position));
  expect(first.data).toMatchObject({ charter: { version: 1, purpose: 'Learn to price', domain: ['pricing'], practice: 'War stories' }, status: 'active', listed: false });
  const etag = first.response.headers.get('etag') as string;
  await ok(admin.PATCH('/api/v1/groups/{id}', { params: { ...at(id), header: { 'If-Match': etag } }, body: { name: 'Long Lived', place: { text: 'Helena', latitude: 46.6, longitude: -112.03 }, listed: true } }));
  await ok(admin.POST('/api/v1/groups/{id}/archive', { params: at(id), body: { reason: 'Nobody came' } }));
  expect(await problem(admin.POST('/api/v1/meetings', { body: { groupId: id, title: 'Too late', startsAt: '2026-01-01T10:00:00Z' } }))).toBe('409 group-archived');
  expect(await problem(admin.POST('/api/v1/groups/{id}/join', { params: at(id), body: { memberId: world.people.eve } }))).toBe('409 group-archived');
  const { position } = await ok(admin.POST('/api/v1/groups/{id}/reopen', { params: at(id), body: {} }));
  expect(await ok(admin.GET('/api/v1/groups/{id}', after(id, position)))).toMatchObject({ name: 'Long Lived', place: { text: 'Helena', latitude: 46.6, longitude: -112.03 }, listed: true, status: 'active', archivedAt: null, charterVersions: 1 });
  expect((await ok(admin.GET('/api/v1/groups', { params: { query: { listed: 'true' } } }))).items.map((item) => item.name)).toEqual(['Long Lived']);
});

it('keeps two periods of a member who returns, and answers requests', async () => {
  const { admin } = api;
  const { people, groupId, keys } = world;
  const say = (body: { memberId: string; occurredAt?: string }) => ({ params: at(groupId), body });
  await ok(keys.eve.POST('/api/v1/groups/{id}/request', say({ memberId: people.eve, occurredAt: '2025-02-01T10:00:00Z' })));
  expect(await problem(keys.eve.POST('/api/v1/groups/{id}/request', say({ memberId: people.eve })))).toBe('409 already-requested');
  expect(await problem(keys.eve.POST('/api/v1/groups/{id}/approve', say({ memberId: people.eve })))).toBe('403 forbidden');
  await ok(keys.ada.POST('/api/v1/groups/{id}/decline', { params: at(groupId), body: { memberId: people.eve, reason: 'Full', occurredAt: '2025-02-02T10:00:00Z' } }));
  await ok(keys.eve.POST('/api/v1/groups/{id}/request', say({ memberId: people.eve, occurredAt: '2025-02-03T10:00:00Z' })));
  await ok(keys.ada.POST('/api/v1/groups/{id}/approve', say({ memberId: people.eve, occurredAt: '2025-02-04T10:00:00Z' })));
  await ok(keys.eve.POST('/api/v1/groups/{id}/leave', say({ memberId: people.eve, occurredAt: '2025-03-01T10:00:00Z' })));
  expect(await problem(admin.POST('/api/v1/groups/{id}/join', say({ memberId: people.eve, occurredAt: '2025-02-20T10:00:00Z' })))).toBe('422 dates-run-backwards');
  const { position } = await ok(admin.POST('/api/v1/groups/{id}/join', say({ memberId: people.eve, occurredAt: '2025-04-01T10:00:00Z' })));
  expect(await problem(admin.POST('/api/v1/groups/{id}/join', say({ memberId: people.eve })))).toBe('409 already-a-member');
  const membership = await ok(admin.GET('/api/v1/memberships/{id}', after(`${groupId}.${people.eve}`, position)));
  expect(membership).toMatchObject({
    status: 'active',
    role: 'member',
    periods: [{ from: '2025-02-04T10:00:00.000Z', to: '2025-03-01T10:00:00.000Z' }, { from: '2025-04-01T10:00:00.000Z' }],
  });
  await ok(admin.POST('/api/v1/groups/{id}/leave', say({ memberId: people.eve, occurredAt: '2025-04-02T10:00:00Z' })));
});

it('takes answers, apologies, a roll call of forty in one request, corrections and the closing', async () => {
  const { admin } = api;
  const { people, groupId, keys, meetingId } = world;
  await ok(keys.ben.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(meetingId), body: { memberId: people.ben, response: 'yes', guests: 2, occurredAt: '2025-02-20T10:00:00Z' } }));
  await ok(keys.cleo.POST('/api/v1/meetings/{id}/receive-apology', { params: at(meetingId), body: { memberId: people.cleo, reason: 'Ill', occurredAt: '2025-03-01T10:00:00Z' } }));
  expect(await problem(keys.ben.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(meetingId), body: { memberId: people.cleo, response: 'no' } }))).toBe('403 forbidden');
  const visitors: string[] = [];
  for (let index = 0; index < 37; index++) visitors.push((await ok(admin.POST('/api/v1/members', { body: { displayName: `Visitor ${index}` } }))).id);
  const stranger = '019a9d2c-7b40-7c3e-9f21-000000000000';
  const forty = [
    { memberId: people.ada, outcome: 'present' as const },
    { memberId: people.ben, outcome: 'late' as const, minutes: 75 },
    ...visitors.map((memberId) => ({ memberId, outcome: 'visitor' as const, minutes: 120 })),
    { memberId: stranger, outcome: 'present' as const },
  ];
  const roll = await ok(keys.ada.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { how: 'rollCall', entries: forty } }));
  expect(roll.results).toHaveLength(40);
  expect(roll.results?.map((result) => result.outcome)).toEqual([...forty.slice(0, 39).map(() => 'recorded'), 'refused']);
  expect(roll.results?.[39]?.problem).toMatchObject({ type: 'urn:relocon:problem:no-such-member', status: 404 });
  const again = await ok(keys.ada.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { how: 'rollCall', entries: [forty[0] as (typeof forty)[0], { memberId: people.ben, outcome: 'absent' }] } }));
  expect(again.results?.map((result) => [result.outcome, result.problem?.type])).toEqual([['unchanged', undefined], ['refused', 'urn:relocon:problem:attendance-already-recorded']]);
  expect(await problem(admin.POST('/api/v1/meetings/{id}/cancel', { params: at(meetingId), body: {} }))).toBe('409 attendance-exists');

  const roster = await ok(keys.ada.GET('/api/v1/meetings/{id}/roster', after(meetingId, roll.position)));
  expect(roster.people).toHaveLength(40);
  expect(roster.people.slice(0, 3)).toEqual([
    { memberId: people.ada, displayName: 'Ada Lund', expected: true, rsvp: null, apologised: false, outcome: 'present', minutes: 120 },
    { memberId: people.ben, displayName: 'Ben Ode', expected: true, rsvp: 'yes', apologised: false, outcome: 'late', minutes: 75 },
    { memberId: people.cleo, displayName: 'Cleo Zürn', expected: true, rsvp: null, apologised: true, outcome: 'apologised', minutes: null },
  ]);
  expect(roster.withoutOutcome).toEqual([]);
  const corrected = await ok(keys.ada.POST('/api/v1/meetings/{id}/correct-attendance', { params: at(meetingId), body: { memberId: people.ben, outcome: 'present', minutes: 118, reason: 'He was in the kitchen' } }));
  expect(await ok(admin.GET('/api/v1/attendances/{id}', after(`${meetingId}.${people.ben}`, corrected.position)))).toMatchObject({
    outcome: 'present',
    minutes: 118,
    rsvp: { response: 'yes', guests: 2 },
    corrections: [{ from: { outcome: 'late', minutes: 75 }, to: { outcome: 'present', minutes: 118 }, reason: 'He was in the kitchen' }],
  });
  const closed = await ok(keys.ada.POST('/api/v1/meetings/{id}/close', { params: at(meetingId), body: { absent: [], leaveOpen: [] } }));
  expect(await problem(keys.ada.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { entries: [{ memberId: people.cleo, outcome: 'present' }] } }))).toBe('409 meeting-closed');
  expect(await ok(admin.GET('/api/v1/meetings/{id}', after(meetingId, closed.position)))).toMatchObject({
    status: 'closed',
    localStart: '2025-03-04T18:00:00',
    rsvps: { yes: 1, no: 0, maybe: 0, waitlist: 0, guests: 2 },
    attendance: { present: 2, late: 0, apologised: 1, absent: 0, substitute: 0, visitor: 37, notExpected: 0 },
  });
  expect((await ok(admin.GET('/api/v1/attendances', { params: { query: { meetingId, outcome: 'visitor', total: 'true', limit: 1 } } }))).total).toBe(37);

  const moved = await ok(admin.POST('/api/v1/meetings', { body: { groupId, title: 'To be moved', startsAt: '2027-01-05T17:00:00Z', endsAt: '2027-01-05T18:30:00Z' } }));
  const read = await admin.GET('/api/v1/meetings/{id}', after(moved.id, moved.position));
  const there = await ok(keys.ada.PATCH('/api/v1/meetings/{id}', { params: { ...at(moved.id), header: { 'If-Match': read.response.headers.get('etag') as string } }, body: { startsAt: '2027-07-06T17:00:00Z', mode: 'online' } }));
  expect(await ok(admin.GET('/api/v1/meetings/{id}', after(moved.id, there.position)))).toMatchObject({ endsAt: '2027-07-06T18:30:00.000Z', localStart: '2027-07-06T19:00:00', localEnd: '2027-07-06T20:30:00', mode: 'online' });
  await ok(keys.ada.POST('/api/v1/meetings/{id}/cancel', { params: at(moved.id), body: { reason: 'Flood' } }));
  expect(await problem(admin.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(moved.id), body: { memberId: people.ben, response: 'yes' } }))).toBe('409 meeting-cancelled');
});

it('records, revises, shares, confirms and withdraws a reflection', async () => {
  const { people, keys, meetingId } = world;
  const { id, position: recorded } = await ok(
    keys.ben.POST('/api/v1/reflections', {
      body: { authorId: people.ben, context: { kind: 'meeting', id: meetingId }, what: 'We lost a client', soWhat: 'I priced by cost', nowWhat: 'Ask first', learnedFrom: [people.ada], skills: ['Pricing'], value: 'potential', usefulness: 4, occurredAt: '2025-03-05T08:00:00Z' },
    }),
  );
  const read = await keys.ben.GET('/api/v1/reflections/{id}', after(id, recorded));
  await ok(keys.ben.PATCH('/api/v1/reflections/{id}', { params: { ...at(id), header: { 'If-Match': read.response.headers.get('etag') as string } }, body: { value: 'realised', nowWhat: null } }));
  await ok(keys.ben.POST('/api/v1/reflections/{id}/share', { params: at(id), body: { visibility: 'group' } }));
  expect(await problem(keys.ben.POST('/api/v1/reflections/{id}/confirm-value', { params: at(id), body: { memberId: people.ben } }))).toBe('422 cannot-confirm-oneself');
  expect(await problem(keys.dan.POST('/api/v1/reflections/{id}/confirm-value', { params: at(id), body: { memberId: people.dan } }))).toBe('404 no-such-reflection');
  const { position } = await ok(keys.cleo.POST('/api/v1/reflections/{id}/confirm-value', { params: at(id), body: { memberId: people.cleo } }));
  expect(await ok(keys.ada.GET('/api/v1/reflections/{id}', after(id, position)))).toMatchObject({ what: 'We lost a client', nowWhat: null, value: 'realised', valueStatus: 'corroborated', confirmedBy: [people.cleo], visibility: 'group' });
  expect((await ok(keys.cleo.GET('/api/v1/reflections', { params: { query: { aboutSkills: 'pricing' } } }))).items.map((item) => item.id)).toEqual([id]);
  const next = await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, what: 'Raised prices', soWhat: 'It worked', value: 'applied', buildsOn: id } }));
  const gone = await ok(keys.ben.POST('/api/v1/reflections/{id}/withdraw', { params: at(next.id) }));
  expect(await ok(keys.ben.GET('/api/v1/reflections/{id}', after(next.id, gone.position)))).toMatchObject({ status: 'withdrawn', visibility: 'private' });
});

it('tells a member’s timeline and progress', async () => {
  const { people, keys, groupId, meetingId } = world;
  const timeline = await ok(keys.ben.GET('/api/v1/members/{id}/timeline', { params: at(people.ben) }));
  const told = timeline.items.map(({ kind, what }) => `${kind} ${what}`);
  expect(told).toEqual(['learned reflected', 'attendance present', 'membership joined', 'profile registered']);
  expect(timeline.items[1]).toMatchObject({ groupId, meetingId, details: { outcome: 'present', minutes: 118, rsvp: 'yes', guests: 2, corrections: 1, corrected: { from: expect.objectContaining({ outcome: expect.any(String) }), reason: expect.any(String), at: expect.any(String) } } });
  expect(timeline.items[1]?.eventIds).toHaveLength(3);
  expect(timeline.names.meetings[meetingId]).toBe('War stories');
  for (const eventId of timeline.items.flatMap((item) => item.eventIds)) {
    const found = (await ok(keys.ben.GET('/api/v1/events', { params: { query: { tag: `member:${people.ben}`, limit: 1000 } } }))).items.find((event) => event.id === eventId);
    expect(found).toBeDefined();
  }
  const progress = await ok(keys.ben.GET('/api/v1/members/{id}/progress', { params: { ...at(people.ben), query: { from: '2025-01-01', until: '2025-12-31' } } }));
  expect(progress).toMatchObject({
    window: { from: '2025-01-01T00:00:00.000Z', before: '2026-01-01T00:00:00.000Z', days: 365 },
    learned: { reflections: 1, peopleLearnedFrom: 1, byValue: { realised: 1 } },
    taught: { timesNamed: 0 },
    attendance: { expected: 1, came: 1, apologised: 0, attendanceRate: 1, commitmentRate: 1 },
    time: { attendedHours: 1.97, meetingsWithoutMinutes: 0, pledgedHours: null },
  });
  expect(await ok(keys.cleo.GET('/api/v1/members/{id}/progress', { params: { ...at(people.cleo), query: { from: '2025-01-01', until: '2025-12-31' } } }))).toMatchObject({
    attendance: { expected: 1, came: 0, apologised: 1, attendanceRate: 0, commitmentRate: 1 },
  });
  // A facilitator sees what comes from that group; others do not see it at all.
  const theirs = await ok(keys.ada.GET('/api/v1/members/{id}/timeline', { params: at(people.ben) }));
  expect(theirs.items.map(({ what }) => what)).toEqual(['reflected', 'present', 'joined']);
  for (const client of [keys.cleo, keys.dan]) expect(await problem(client.GET('/api/v1/members/{id}/timeline', { params: at(people.ben) }))).toBe('403 forbidden');
});

it('suggests whom to learn from, and puts two in touch', async () => {
  const { people, keys } = world;
  await ok(keys.ada.POST('/api/v1/members/{id}/offer-skill', { params: at(people.ada), body: { skill: 'Juggling' } }));
  const { position: sought } = await ok(keys.cleo.POST('/api/v1/members/{id}/seek-skill', { params: at(people.cleo), body: { skill: 'juggling' } }));
  expect((await ok(keys.cleo.GET('/api/v1/members/{id}/learn-from', after(people.cleo, sought)))).items).toEqual([expect.objectContaining({ memberId: people.ada, skills: ['juggling'] })]);
  const { id } = await ok(keys.cleo.POST('/api/v1/introductions', { body: { seekerId: people.cleo, teacherId: people.ada } }));
  const { position } = await ok(keys.ada.POST('/api/v1/introductions/{id}/accept', { params: at(id), body: { memberId: people.ada } }));
  expect(await ok(keys.cleo.GET('/api/v1/introductions/{id}', after(id, position)))).toMatchObject({ status: 'accepted', acceptedBy: [people.cleo, people.ada] });
  const other = await ok(keys.cleo.POST('/api/v1/introductions', { body: { seekerId: people.cleo, teacherId: people.ben, note: 'Your prices.' } }));
  const said = await ok(keys.ben.POST('/api/v1/introductions/{id}/decline', { params: at(other.id), body: { memberId: people.ben } }));
  expect((await ok(keys.cleo.GET('/api/v1/introductions', { params: { header: { 'Relocon-After': said.position } } }))).items.map((item) => item.status)).toEqual(['accepted', 'declined']);
});

it('reviews how far a group lives its purpose', async () => {
  const { keys, groupId } = world;
  const [one, two] = await Promise.all([signedIn(api, { role: 'administrator' }), signedIn(api, { role: 'administrator' })]);
  const { items: formulas } = await ok(keys.ben.GET('/api/v1/alignment-formulas'));
  const judge = async ({ client }: typeof one, appealOf?: string) => {
    const { id } = await ok(client.POST('/api/v1/alignment-reviews', { body: { groupId, ...(appealOf !== undefined && { appealOf }) } }));
    for (const { criterion } of formulas[0]?.criteria ?? []) await ok(client.POST('/api/v1/alignment-reviews/{id}/score', { params: at(id), body: { criterion, level: 4, evidence: [] } }));
    const scored = await ok(client.GET('/api/v1/alignment-reviews/{id}/preview', { params: at(id) }));
    expect(scored).toMatchObject({ judged: 50, observed: null, score: 50, provisional: true, verdict: 'emerging', missing: [] });
    const { position } = await ok(client.POST('/api/v1/alignment-reviews/{id}/decide', { params: at(id), body: {} }));
    return { id, position };
  };
  const first = await judge(one);
  // Three members and one meeting are too few: judged alone, where 4 without evidence counts as 2.
  expect(await ok(keys.ben.GET('/api/v1/alignment-reviews/{id}', after(first.id, first.position)))).toMatchObject({ status: 'decided', decision: { judged: 50, observed: null, score: 50, provisional: true, verdict: 'emerging', activeMembers: 3 } });
  await ok(keys.ada.POST('/api/v1/alignment-reviews/{id}/appeal', { params: at(first.id), body: { reason: 'We have evidence.' } }));
  expect(await problem(one.client.POST('/api/v1/alignment-reviews', { body: { groupId, appealOf: first.id } }))).toBe('409 same-reviewer');
  const second = await judge(two, first.id);
  const { items } = await ok(keys.ben.GET('/api/v1/alignment-reviews', { params: { query: { groupId }, header: { 'Relocon-After': second.position } } }));
  expect(items.map(({ id, status }) => [id, status])).toEqual([[first.id, 'replaced'], [second.id, 'decided']]);
  for (const { id } of items) expect(await ok(keys.ben.GET('/api/v1/alignment-reviews/{id}/audit', { params: at(id) }))).toMatchObject({ agrees: true });
});

it('commits to actions, moves, completes and drops them, and has them on the agenda', async () => {
  const { people, keys, groupId, meetingId } = world;
  const commit = async (title: string) => ok(keys.ada.POST('/api/v1/actions', { body: { ownerId: people.ada, title, dueOn: '2025-03-14', groupId, occurredAt: '2025-03-01T09:00:00Z' } }));
  const [call, book] = [await commit('Call three clients'), await commit('Book the room')];
  await ok(keys.ada.POST('/api/v1/actions/{id}/renegotiate', { params: at(call.id), body: { dueOn: '2025-03-21', reason: 'Ill' } }));
  await ok(keys.ada.POST('/api/v1/actions/{id}/complete', { params: at(call.id), body: { outcome: 'They pay by the hour.' } }));
  const { position } = await ok(keys.ada.POST('/api/v1/actions/{id}/drop', { params: at(book.id), body: { reason: 'We meet at Ben’s.' } }));
  expect(await ok(keys.cleo.GET('/api/v1/actions/{id}', after(call.id, position)))).toMatchObject({ status: 'completed', outcome: 'They pay by the hour.', renegotiated: [{ from: '2025-03-14', to: '2025-03-21', reason: 'Ill' }] });
  expect((await ok(keys.cleo.GET('/api/v1/actions', { params: { query: { groupId, status: 'dropped' } } }))).items.map((item) => item.title)).toEqual(['Book the room']);
  expect((await ok(keys.cleo.GET('/api/v1/meetings/{id}/agenda', { params: at(meetingId) }))).actions.map(({ title, dueOn }) => [title, dueOn])).toEqual([['Call three clients', '2025-03-14'], ['Book the room', '2025-03-14']]);
});

it('tells what a reflection brought about, as a story', async () => {
  const { keys } = world;
  const [reflection] = (await ok(keys.ben.GET('/api/v1/reflections'))).items;
  expect(await ok(keys.cleo.GET('/api/v1/reflections/{id}/value-story', { params: at(reflection?.id as string) }))).toMatchObject({ reflections: [{ id: reflection?.id, buildsOn: null }], values: [{ value: 'realised', valueStatus: 'corroborated' }], summary: { highestValue: 'realised', valueStatus: 'corroborated' } });
});

it('lists what there is', async () => {
  const { admin } = api;
  const { groupId } = world;
  const memberships = await ok(admin.GET('/api/v1/memberships', { params: { query: { groupId, status: 'active' } } }));
  expect(memberships.items.map((item) => item.memberId).sort()).toEqual(all().sort());
  const meetings = await ok(admin.GET('/api/v1/meetings', { params: { query: { groupId, from: '2025-01-01', until: '2025-12-31' } } }));
  expect(meetings.items.map((item) => item.title)).toEqual(['War stories']);
  expect((await ok(admin.GET('/api/v1/attendances', { params: { query: { memberId: world.people.ada } } }))).items).toHaveLength(1);
  expect((await ok(admin.GET('/api/v1/groups', { params: { query: { status: 'active', sort: 'name' } } }))).items.map((item) => item.name)).toEqual(['Co-op Builders', 'Long Lived', 'Night Shift']);
  expect((await ok(admin.GET('/api/v1/reflections'))).items).toHaveLength(1);
});

it('tells how the views do and builds one anew', async () => {
  const { admin } = api;
  const state = await ok(admin.GET('/api/v1/operations/views'));
  expect(state.views.map((view) => view.name)).toEqual(expect.arrayContaining(['events', 'members', 'groups', 'memberships', 'meetings', 'attendances', 'reflections']));
  expect(state.parked).toEqual([]);
  // Without a data folder there is nowhere to write mail to.
  expect(await ok(admin.GET('/api/v1/operations/outbox'))).toMatchObject({ delivery: expect.stringMatching(/^(folder|none)$/) });
  expect(await ok(admin.POST('/api/v1/operations/views/{name}/rebuild', { params: { path: { name: 'meetings' } } }))).toEqual({ name: 'meetings' });
  expect(await problem(admin.POST('/api/v1/operations/views/{name}/rebuild', { params: { path: { name: 'nothing' } } }))).toBe('404 not-found');
  expect(await ok(admin.POST('/api/v1/operations/parked/retry', { body: { collection: 'members.v2', id: 'x' } }))).toEqual({ well: false });
  for (const path of ['/health', '/ready', '/metrics']) expect((await api.raw(path, { key: null })).status).toBe(200);
});

it('makes keys for programs, reveals for a reason, and tells who looked', async () => {
  const { people } = world;
  const { client } = await signedIn(api, { memberId: people.dan, role: 'administrator' });
  const { id } = await ok(client.POST('/api/v1/keys', { body: { name: 'Nightly', role: 'integrator' } }));
  expect((await ok(client.POST('/api/v1/keys/{id}/rotate', { params: at(id), body: {} }))).id).toBe(id);
  expect((await client.POST('/api/v1/keys/{id}/revoke', { params: at(id), body: {} })).response.status).toBe(204);
  expect((await ok(client.GET('/api/v1/keys'))).items[0]).toMatchObject({ id, revokedAt: expect.any(String) });
  const [event] = (await ok(client.GET('/api/v1/events', { params: { query: { tag: `member:${people.ada}`, type: 'MemberRegistered' } } }))).items;
  expect((await ok(client.POST('/api/v1/reveals', { body: { positions: [event?.position as string], reason: 'Ada asked' } }))).items[0]?.fields).toMatchObject({ displayName: 'Ada Lund' });
  expect((await ok(world.keys.ada.GET('/api/v1/members/{id}/access-records', { params: at(people.ada) }))).items[0]).toMatchObject({ who: 'Dan Ost', what: 'reveal', reason: 'Ada asked' });
});

it('plans meetings that repeat', async () => {
  const { admin } = api;
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const plan = { groupId: world.groupId, title: 'Every month', rule: { frequency: 'monthly', interval: 1, weekday: 'thursday', nth: -1 } as const, startTime: '18:00', durationMinutes: 90, from: day(1), until: day(150) };
  const { id } = await ok(admin.POST('/api/v1/meeting-series', { body: plan }));
  const { results } = await ok(admin.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from: day(1), place: 'Library' } }));
  expect(results?.length).toBeGreaterThan(3);
  await ok(admin.POST('/api/v1/meeting-series/{id}/extend', { params: at(id), body: { until: day(350) } }));
  const { position } = await ok(admin.POST('/api/v1/meeting-series/{id}/end', { params: at(id), body: { from: day(200) } }));
  expect(await ok(admin.GET('/api/v1/meeting-series/{id}', after(id, position)))).toMatchObject({ rule: plan.rule, place: 'Library', until: day(350), endedFrom: day(200) });
  expect((await ok(admin.GET('/api/v1/meeting-series'))).items.map((item) => item.id)).toEqual([id]);
  const meetings = (await ok(admin.GET('/api/v1/meetings', { params: { query: { seriesId: id, limit: 100 } } }))).items;
  expect(new Set(meetings.map(({ status }) => status))).toEqual(new Set(['scheduled', 'cancelled']));
});

it('makes and ends an address for a calendar program', async () => {
  const { client } = await signedIn(api, { memberId: world.people.ada });
  const { id, address } = await ok(client.POST('/api/v1/calendars', { body: { groupId: world.groupId } }));
  expect((await ok(client.GET('/api/v1/calendars'))).items).toEqual([{ id, groupId: world.groupId, createdAt: expect.any(String) }]);
  const { pathname } = new URL(address);
  expect(await (await api.raw(pathname, { key: null })).text()).toContain('SUMMARY:Every month\r\n');
  expect((await client.DELETE('/api/v1/calendars/{id}', { params: at(id) })).response.status).toBe(204);
  expect((await api.raw(pathname, { key: null })).status).toBe(404);
});

it('has seen every operation of the domain succeed, and record what the example of its answer says', () => {
  // These have specs of their own.
  const elsewhere = ['Signing in', 'Accounts', 'Help exchanges', 'Stories', 'Trust pulses', 'Group health', 'Directory'];
  const { operations, records } = api.contract.unseen((tag) => !elsewhere.includes(tag));
  const specs = ['followChanges', 'summariseEvents', 'importRows', 'dryRunImport', 'readCheckInCode', 'checkIn'];
  expect(operations.filter((operation) => !specs.includes(operation))).toEqual([]);
  expect(records).toEqual([]);
});
