/** Alignment reviews over HTTP: opened, scored, decided, appealed, decided anew, and audited whatever happens afterwards. */
import { defineFeature, definePolicy, newId, NO_STREAM, type EventDefinition, type NewEvent } from '#event-sourcing';
import { ActionCommitted, ActionCompleted, actionEvents } from '#features/actions/actions.events.js';
import { criterion, type Criterion, type Evidence } from '#features/alignment/alignment.events.js';
import { HelpConfirmed, helpEvents, HelpRecorded } from '#features/help/help.events.js';
import { PersonalDataErased } from '#features/members/members.events.js';
import { features } from '../api/features.js';
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { TESTS } from './cast.js';
import { signedIn, type Person } from './people.js';
import { at } from './world.js';

/** Events of slices that this service may not have yet. */
const others = defineFeature({ name: 'others', policy: definePolicy({}), events: ([...helpEvents, ...actionEvents] as readonly EventDefinition[]).filter((each) => !features.some(({ events }) => events.includes(each))) });

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const after = (position: string) => ({ header: { 'Relocon-After': position } });
const paper: Evidence = { kind: 'document', url: 'https://example.org/minutes', title: 'Minutes' };
/** J = 70 */
const EXAMPLE = [4, 3, 3, 2, 3, 3, 2, 1];

let api: TestService;
let [ida, max]: [Person, Person] = [] as never;
beforeAll(async () => {
  api = await startTestService({ features: [...features, others] });
  await administrators();
});
afterAll(() => api.stop());

/** Two who sign in at the address at which the service answers now. */
async function administrators(): Promise<void> {
  [ida, max] = await Promise.all([signedIn(api, { role: 'administrator' }), signedIn(api, { role: 'administrator' })]);
}

interface Circle {
  groupId: string;
  people: string[];
  keys: (Client & { secret: string })[];
  meetings: string[];
}

/** A group that has met three times, everybody for two hours, all through the API; the first of its people facilitates it. */
async function circle(size = 5): Promise<Circle> {
  const { admin } = api;
  const { id: groupId } = await ok(admin.POST('/api/v1/groups', { body: { name: 'Co-op Builders', timeZone: 'Europe/Berlin', occurredAt: daysAgo(300) } }));
  const people: string[] = [];
  for (let count = 0; count < size; count++) {
    const { id: memberId } = await ok(admin.POST('/api/v1/members', { body: { displayName: `Member ${count}`, occurredAt: daysAgo(300) } }));
    await ok(admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId, occurredAt: daysAgo(200) } }));
    await ok(admin.POST('/api/v1/members/{id}/pledge-time', { params: at(memberId), body: { hoursPerMonth: 1.25, occurredAt: daysAgo(200) } }));
    people.push(memberId);
  }
  await ok(admin.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people[0] as string, role: 'facilitator', occurredAt: daysAgo(199) } }));
  const meetings: string[] = [];
  for (const days of [30, 20, 10]) {
    const startsAt = daysAgo(days);
    const { id } = await ok(admin.POST('/api/v1/meetings', { body: { groupId, title: 'War stories', startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(), occurredAt: daysAgo(days + 5) } }));
    await ok(admin.POST('/api/v1/meetings/{id}/record-attendance', { params: at(id), body: { entries: people.map((memberId) => ({ memberId, outcome: 'present' as const })) } }));
    meetings.push(id);
  }
  return { groupId, people, keys: await Promise.all(people.map((memberId) => api.as({ memberId }))), meetings };
}

const open = (client: Client, groupId: string, appealOf?: string) => client.POST('/api/v1/alignment-reviews', { body: { groupId, ...(appealOf !== undefined && { appealOf }) } });
const score = (client: Client, id: string, which: Criterion, level: number, more: { evidence?: Evidence[]; note?: string } = { evidence: [paper] }) => client.POST('/api/v1/alignment-reviews/{id}/score', { params: at(id), body: { criterion: which, level, ...more } });
const decide = (client: Client, id: string, body: { explanation?: string } = {}) => client.POST('/api/v1/alignment-reviews/{id}/decide', { params: at(id), body });
const appeal = (client: Client, id: string, reason = 'Recorded late.') => client.POST('/api/v1/alignment-reviews/{id}/appeal', { params: at(id), body: { reason } });
const read = (client: Client, id: string, position?: string) => client.GET('/api/v1/alignment-reviews/{id}', { params: { ...at(id), ...(position !== undefined && after(position)) } });
const audit = async (client: Client, id: string) => ok(client.GET('/api/v1/alignment-reviews/{id}/audit', { params: at(id) }));
const preview = (client: Client, id: string) => client.GET('/api/v1/alignment-reviews/{id}/preview', { params: at(id) });
const head = async () => (await ok(api.admin.GET('/api/v1/operations/views'))).head;

/** Opened and scored by one person. */
async function judged(person: Person, groupId: string, { levels = EXAMPLE, appealOf }: { levels?: readonly number[]; appealOf?: string } = {}): Promise<string> {
  const { id } = await ok(open(person.client, groupId, appealOf));
  for (const [index, each] of criterion.options.entries()) await ok(score(person.client, id, each, levels[index] as number));
  return id;
}

describe('A review', () => {
  let group: Circle;
  let ada: Client;
  let ben: Client;
  let first: string;
  let second: string;
  beforeAll(async () => {
    group = await circle();
    [ada, ben] = group.keys as unknown as [Client, Client];
    // Three of five people write down what they took from each of three meetings: 9 of 15.
    for (const [index, key] of group.keys.slice(0, 3).entries()) {
      for (const id of group.meetings) await ok(key.POST('/api/v1/reflections', { body: { authorId: group.people[index] as string, context: { kind: 'meeting', id }, what: 'w', soWhat: 's' } }));
    }
  });

  it('is opened once, and of two who open one at once by one, who is named to the other', async () => {
    const answers = await Promise.all([open(ida.client, group.groupId), open(max.client, group.groupId)]);
    const [opened] = answers.flatMap(({ data }) => data ?? []);
    const [refused] = answers.flatMap(({ error }) => error ?? []);
    expect(answers.map(({ response }) => response.status).sort()).toEqual([201, 409]);
    first = opened?.id as string;
    expect(refused).toMatchObject({ type: 'urn:relocon:problem:review-open', reviewId: first });
    expect((await open(ida.client, group.groupId)).error).toMatchObject({ type: 'urn:relocon:problem:review-open', reviewId: first });
    expect(await problem(open(ida.client, newId()))).toBe('404 no-such-group');
  });

  it('takes events of the group and documents for evidence', async () => {
    const { position } = await ok(api.admin.POST('/api/v1/groups', { body: { name: 'Elsewhere', timeZone: 'UTC' } }));
    const idOf = async (query: { tag?: string; type: string }) => (await ok(api.admin.GET('/api/v1/events', { params: { query, ...after(position) } }))).items.at(-1)?.id as string;
    const [held, elsewhere] = [await idOf({ tag: `group:${group.groupId}`, type: 'MeetingScheduled' }), await idOf({ type: 'GroupFounded' })];
    const event = (eventId: string): Evidence => ({ kind: 'event', eventId });
    for (const eventId of [elsewhere, newId()]) {
      const { error } = await score(ida.client, first, 'trust', 3, { evidence: [paper, event(eventId)] });
      expect(error).toMatchObject({ type: 'urn:relocon:problem:no-such-evidence', status: 422, errors: [{ pointer: '/evidence/1/eventId' }] });
    }
    await ok(score(ida.client, first, 'trust', 3, { evidence: [event(held), paper], note: 'They call each other.' }));
    expect(await problem(score(ida.client, newId(), 'trust', 3))).toBe('404 no-such-review');
  });

  it('is scored by two at once: different criteria both count, of the same one the later, and nothing is lost', async () => {
    const trustOf = async (client: Client, note: string) => (await ok(score(client, first, 'trust', 3, { evidence: [paper], note }))).position;
    const [byIda, byMax] = await Promise.all([trustOf(ida.client, 'by Ida'), trustOf(max.client, 'by Max')]);
    const rest = criterion.options.filter((each) => each !== 'trust');
    await Promise.all(rest.map((each, index) => ok(score(index % 2 === 0 ? ida.client : max.client, first, each, EXAMPLE[criterion.options.indexOf(each)] as number))));
    const review = await ok(read(ida.client, first, await head()));
    expect(review.levels.map((each) => [each.criterion, each.level, each.counted])).toEqual(criterion.options.map((each, index) => [each, EXAMPLE[index], EXAMPLE[index]]));
    expect(review.levels.find((each) => each.criterion === 'trust')?.note).toBe(byIda > byMax ? 'by Ida' : 'by Max');
    const notes = review.history.filter((each) => each.criterion === 'trust').map(({ note }) => note);
    expect(notes.toSorted()).toEqual(['They call each other.', 'by Ida', 'by Max'].toSorted());
    expect(notes[0]).toBe('They call each other.');
    expect(new Set(review.history.map(({ scoredBy }) => scoredBy.id))).toEqual(new Set([ida.accountId, max.accountId]));
  });

  it('shows to facilitators before it is decided, and to the group afterwards', async () => {
    expect(await ok(read(ada, first))).toMatchObject({ status: 'open', decision: null });
    expect(await problem(read(ben, first))).toBe('404 not-found');
    expect((await ok(ben.GET('/api/v1/alignment-reviews', { params: { query: { total: 'true' } } })))).toEqual({ items: [], next: null, total: 0 });
    expect(await problem(ben.GET('/api/v1/alignment-reviews/{id}/audit', { params: at(first) }))).toBe('404 not-found');
    expect(await problem(ada.GET('/api/v1/alignment-reviews/{id}/audit', { params: at(first) }))).toBe('409 not-decided');
    expect(await problem(appeal(ada, first))).toBe('409 not-decided');
  });

  it('wants an explanation where J and O lie more than 25 apart', async () => {
    // Hours 1,800 of 5 · 1.25 · 60 · 180/30 = 2,250; reflections 9 of 15; nobody helped: O = 100 · (.8 + .6 + 0 + 0) / 4 = 35.
    const { error } = await decide(ida.client, first);
    expect(error).toMatchObject({ type: 'urn:relocon:problem:explanation-needed', status: 422, judged: 70, observed: 35, errors: [{ pointer: '/explanation' }] });
  });

  it('tells beforehand what would be decided, whom it concerns, and what is missing', async () => {
    const told = await ok(preview(ada, first));
    expect(told).toMatchObject({ judged: 70, observed: 35, apart: 35, score: 56, verdict: 'emerging', provisional: false, mustExplain: true, missing: [], blockedBy: [], activeMembers: 5, meetings: 3 });
    expect(told.ratios[1]).toEqual({ name: 'attendancesReflectedOn', numerator: 9, denominator: 15 });
    expect(JSON.stringify(told)).not.toContain('lastEventId');
    expect(await problem(preview(ben, first))).toBe('404 not-found');
    const { groupId } = await circle(1);
    const { id } = await ok(open(ida.client, groupId));
    await ok(score(ida.client, id, 'trust', 4));
    expect(await ok(preview(ida.client, id))).toMatchObject({ judged: 15, observed: null, apart: null, score: 15, provisional: true, mustExplain: false, missing: criterion.options.filter((each) => each !== 'trust') });
  });

  it('takes nothing that it counts from whoever asks', async () => {
    for (const [path, body] of [
      [`${first}/decide`, { observed: { window: { from: daysAgo(1), before: daysAgo(0) }, lastEventId: null, ratios: [], activeMembers: 9, meetings: 9 } }],
      [`${first}/decide`, { latest: first }],
      [`${first}/score`, { criterion: 'trust', level: 4, ofGroup: [newId()] }],
      [`${first}/appeal`, { reason: 'r', latest: first }],
      ['', { groupId: group.groupId, latest: null }],
    ] as const) {
      const response = await api.raw(`/api/v1/alignment-reviews${path && `/${path}`}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect([path, response.status, ((await response.json()) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)]).toEqual([path, 400, [`/${Object.keys(body).at(-1)}`]]);
    }
  });

  it('is decided once, by the formula, with everything it was made of; a retry gets the first answer', async () => {
    const send = () => api.raw(`/api/v1/alignment-reviews/${first}/decide`, { key: null, method: 'POST', headers: { ...ida.headers, 'content-type': 'application/json', 'idempotency-key': 'decide' }, body: JSON.stringify({ explanation: 'Help was not recorded.' }) });
    const [one, other] = await Promise.all([send(), decide(max.client, first, { explanation: 'Help was not recorded.' })]);
    // Two reviewers at once: one decides, the other is told.
    const winners = [one.status, other.response.status];
    expect(winners.toSorted()).toEqual([200, 409]);
    const told = await one.text();
    await ok(api.admin.POST('/api/v1/groups/{id}/leave', { params: at(group.groupId), body: { memberId: group.people[4] as string } }));
    const again = await send();
    expect([again.status, await again.text()]).toEqual([one.status, told]);
    expect(await problem(decide(max.client, first))).toBe('409 already-decided');
    // Somebody has left since.
    expect(await ok(preview(ida.client, first))).toMatchObject({ judged: 70, activeMembers: 4, missing: [] });
    expect(await problem(preview(ben, first))).toBe('403 forbidden');
    expect(await problem(score(max.client, first, 'trust', 0))).toBe('409 already-decided');
    const review = await ok(read(ben, first, await head()));
    const { decision } = review;
    expect(review).toMatchObject({ status: 'decided', groupId: group.groupId, inForceUntil: decision?.until });
    expect(decision).toMatchObject({ judged: 70, observed: 35, score: 56, provisional: false, verdict: 'emerging', blockedBy: [], explanation: 'Help was not recorded.', activeMembers: 5, meetings: 3 });
    expect(decision?.ratios).toEqual([
      { name: 'hoursAttended', numerator: 1_800, denominator: 2_250 },
      { name: 'attendancesReflectedOn', numerator: 9, denominator: 15 },
      { name: 'membersGivingHelp', numerator: 0, denominator: 5 },
      { name: 'membersGivingAndReceiving', numerator: 0, denominator: 5 },
      { name: 'dueActionsCompleted', numerator: 0, denominator: 0 },
    ]);
    expect(Date.parse(decision?.window.before as string) - Date.parse(decision?.window.from as string)).toBe(180 * DAY_MS);
    expect([365, 366]).toContain((Date.parse(decision?.until as string) - Date.parse(decision?.at as string)) / DAY_MS);
    const last = (await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'ReflectionRecorded' } } }))).items.at(-1);
    // It may be of a reflection that its author keeps private, as here; that it is the group’s is not for the group to know.
    expect(JSON.stringify(review)).not.toContain(last?.id);
    expect((await audit(ida.client, first)).parts).toContainEqual({ part: 'lastEventId', stored: last?.id, recomputed: last?.id, agrees: true });
  });

  it('is audited from the log, part by part, by whoever may read it', async () => {
    for (const client of [ida.client, ada, ben]) {
      const { agrees, parts } = await audit(client, first);
      expect(agrees).toBe(true);
      expect(parts).toHaveLength(client === ida.client ? 19 : 18);
      expect(parts.some(({ part }) => part === 'lastEventId')).toBe(client === ida.client);
      expect(parts.find(({ part }) => part === 'hoursAttended')).toEqual({ part: 'hoursAttended', stored: { numerator: 1_800, denominator: 2_250 }, recomputed: { numerator: 1_800, denominator: 2_250 }, agrees: true });
      expect(parts.find(({ part }) => part === 'score')).toEqual({ part: 'score', stored: 56, recomputed: 56, agrees: true });
    }
    expect(await problem(api.admin.GET('/api/v1/alignment-reviews/{id}/audit', { params: at(newId()) }))).toBe('404 not-found');
  });

  it('is appealed once, by a facilitator of the group', async () => {
    expect(await problem(appeal(ben, first))).toBe('403 forbidden');
    const { position } = await ok(appeal(ada, first));
    expect(await ok(read(ben, first, position))).toMatchObject({ status: 'appealed', appeal: { reason: 'Recorded late.' }, inForceUntil: expect.any(String) });
    expect(await problem(appeal(ada, first))).toBe('409 already-appealed');
  });

  it('gets a second one after an appeal, opened, scored and decided by somebody else', async () => {
    const decider = (await ok(read(ida.client, first))).decision?.by.id === ida.accountId ? ida : max;
    const other = decider === ida ? max : ida;
    expect(await problem(open(decider.client, group.groupId, first))).toBe('409 same-reviewer');
    expect((await open(other.client, group.groupId)).error).toMatchObject({ type: 'urn:relocon:problem:appeal-pending', reviewId: first });
    second = await judged(other, group.groupId, { levels: [2, 2, 2, 2, 2, 2, 2, 2], appealOf: first });
    for (const refused of [score(decider.client, second, 'trust', 4), decide(decider.client, second)]) expect(await problem(refused)).toBe('409 same-reviewer');
    expect((await open(other.client, group.groupId, first)).error).toMatchObject({ type: 'urn:relocon:problem:review-open', reviewId: second });
    // One of five has left since: insufficient, so S = J, provisional, and nothing to explain.
    const { position } = await ok(decide(other.client, second));
    expect((await ok(read(ben, second, position))).decision).toMatchObject({ judged: 50, observed: null, score: 50, provisional: true, verdict: 'emerging', activeMembers: 4, explanation: null });
  });

  it('is replaced by the decision of its appeal, which is final', async () => {
    expect(await ok(read(ben, first))).toMatchObject({ status: 'replaced', inForceUntil: null });
    expect(await ok(read(ben, second))).toMatchObject({ status: 'decided', appealOf: first });
    const inForce = async (client: Client) => (await ok(client.GET('/api/v1/alignment-reviews', { params: { query: { groupId: group.groupId, sort: 'inForceUntil', from: new Date().toISOString() } } }))).items.map(({ id }) => id);
    expect([await inForce(api.admin), await inForce(ben)]).toEqual([[second], [second]]);
    expect(await problem(appeal(ada, second))).toBe('409 decision-final');
    expect(await problem(open(ida.client, group.groupId, first))).toBe('409 not-in-force');
    const lists = async (query: object) => (await ok(ben.GET('/api/v1/alignment-reviews', { params: { query } }))).items.map(({ id }) => id);
    expect([await lists({ groupId: group.groupId }), await lists({ status: 'replaced' }), await lists({ groupId: group.groupId, status: 'open' })]).toEqual([[first, second], [first], []]);
  });

  it('agrees with the log whatever is recorded, withdrawn or forgotten afterwards', async () => {
    const [adaId, benId] = group.people as [string, string];
    const { items } = await ok(ada.GET('/api/v1/reflections', { params: { query: { authorId: adaId } } }));
    await ok(ada.POST('/api/v1/reflections/{id}/withdraw', { params: at(items[0]?.id as string) }));
    // Told late: it happened inside both windows.
    await ok(api.admin.POST('/api/v1/members/{id}/pledge-time', { params: at(adaId), body: { hoursPerMonth: 40, occurredAt: daysAgo(150) } }));
    const late = await ok(api.admin.POST('/api/v1/meetings', { body: { groupId: group.groupId, title: 'Late', startsAt: daysAgo(40), endsAt: daysAgo(39.9), occurredAt: daysAgo(50) } }));
    await ok(api.admin.POST('/api/v1/meetings/{id}/record-attendance', { params: at(late.id), body: { entries: [{ memberId: adaId, outcome: 'present' }] } }));
    await ok(api.admin.POST('/api/v1/meetings/{id}/correct-attendance', { params: at(group.meetings[0] as string), body: { memberId: adaId, outcome: 'absent', reason: 'Mistaken' } }));
    await erase(benId);
    expect(await ok(api.admin.GET('/api/v1/members/{id}', { params: { ...at(benId), ...after(await head()) } }))).toMatchObject({ erased: true, displayName: null });
    for (const id of [first, second]) expect(await audit(api.admin, id)).toMatchObject({ agrees: true });
    expect((await ok(read(api.admin, first))).decision).toMatchObject({ observed: 35, score: 56 });
  });

  it('is found as it was', async () => {
    const { openedAt, decision } = await ok(read(ada, first));
    const then = async (asOf: string) => (await ok(ada.GET('/api/v1/alignment-reviews/{id}', { params: { ...at(first), query: { asOf } } }))).status;
    expect([await then(openedAt), await then(decision?.at as string), await then(daysAgo(-1))]).toEqual(['open', 'decided', 'replaced']);
  });
});

/** Facts as another slice records them, each in a stream of its own. */
async function append(stream: string, ...facts: NewEvent[]): Promise<void> {
  const { log, codec, clock } = api.service.runtime;
  const prepared = facts.map((fact) => {
    const commandId = newId();
    return { id: newId(), fact, metadata: { occurredAt: fact.occurredAt, recordedAt: clock(), actor: TESTS, commandId, correlationId: commandId, schemaVersion: 1 } };
  });
  const { length } = await log.readStream(stream);
  await log.append(stream, await codec.encode(stream, prepared), length === 0 ? NO_STREAM : length - 1);
}

/** Forgets what is personal of somebody, in a service that has not heard of them since. */
async function erase(memberId: string): Promise<void> {
  await append(`member-${memberId}`, PersonalDataErased.at(daysAgo(0), { memberId }));
  await api.service.runtime.vault.put('keys', [{ key: `member:${memberId}`, value: JSON.stringify({ erased: true }) }]);
  await api.restart();
  await administrators();
}

it('gives the example of the domain page: J = 70, O = 65, S = 68, emerging', async () => {
  const { groupId, people, keys, meetings } = await circle(10);
  const [first = '', ...others10] = people;
  // Hours 3,600 of 4,500 = .80; 18 of 30 attendances = .60.
  for (const [index, key] of keys.slice(0, 6).entries()) {
    for (const id of meetings) await ok(key.POST('/api/v1/reflections', { body: { authorId: people[index] as string, context: { kind: 'meeting', id }, what: 'w', soWhat: 's' } }));
  }
  // Seven of ten give, five of them receive; 13 of 20 actions are done.
  const helps = async (giverId: string, receiverIds: string[]) => {
    const about = { helpId: newId(), giverId, receiverIds, groupId, minutes: 30 };
    await append(`help-${about.helpId}`, HelpRecorded.at(daysAgo(15), about), ...receiverIds.map((confirmedBy) => HelpConfirmed.at(daysAgo(14), { ...about, confirmedBy })));
  };
  for (const giver of others10.slice(0, 6)) await helps(giver, [first]);
  await helps(first, others10.slice(0, 4));
  for (let count = 0; count < 20; count++) {
    const action = { actionId: newId(), ownerId: first, helperIds: [], groupId, due: { dueOn: daysAgo(10).slice(0, 10), dueAt: daysAgo(10), timeZone: 'UTC' } };
    await append(`action-${action.actionId}`, ActionCommitted.at(daysAgo(20), { ...action, title: 't' }), ...(count < 13 ? [ActionCompleted.at(daysAgo(11), { ...action, outcome: 'Done.' })] : []));
  }
  const id = await judged(ida, groupId);
  const { position } = await ok(decide(ida.client, id));
  const { decision } = await ok(read(ida.client, id, position));
  expect(decision?.ratios.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual(['3600/4500', '18/30', '7/10', '5/10', '13/20']);
  expect(decision).toMatchObject({ judged: 70, observed: 65, score: 68, verdict: 'emerging', provisional: false, explanation: null });
  expect(await audit(ida.client, id)).toMatchObject({ agrees: true });
});

it('counts what was recorded just before it decides, though no view has seen it', async () => {
  const { groupId, people } = await circle(5);
  const id = await judged(ida, groupId, { levels: [2, 2, 2, 2, 2, 2, 2, 2] });
  const { store, projector } = api.service.runtime;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const commit = store.commit.bind(store);
  const waitFor = projector.waitFor.bind(projector);
  const held = jest.spyOn(store, 'commit').mockImplementation((batch) => released.then(() => commit(batch)));
  // The views go on only for somebody who waits for them.
  const awaited = jest.spyOn(projector, 'waitFor').mockImplementation((...args) => (release(), waitFor(...args)));
  try {
    const { id: meetingId } = await ok(api.admin.POST('/api/v1/meetings', { body: { groupId, title: 'Today', startsAt: daysAgo(1), endsAt: daysAgo(0.9), occurredAt: daysAgo(2) } }));
    await ok(api.admin.POST('/api/v1/meetings/{id}/record-attendance', { params: at(meetingId), body: { entries: people.map((memberId) => ({ memberId, outcome: 'late' as const, minutes: 10 })) } }));
    const { position } = await ok(decide(ida.client, id, { explanation: 'New.' }));
    const { decision } = await ok(read(ida.client, id, position));
    expect(decision).toMatchObject({ meetings: 4 });
    expect(decision?.ratios[0]).toEqual({ name: 'hoursAttended', numerator: 1_850, denominator: 2_250 });
  } finally {
    release();
    held.mockRestore();
    awaited.mockRestore();
  }
});

it('replaces the decision before it, which is kept', async () => {
  const { groupId } = await circle(1);
  const send = () => api.raw('/api/v1/alignment-reviews', { key: null, method: 'POST', headers: { ...ida.headers, 'content-type': 'application/json', 'idempotency-key': `open ${groupId}` }, body: JSON.stringify({ groupId }) });
  const opened = await (await send()).text();
  const { id: one } = JSON.parse(opened) as { id: string };
  for (const [index, each] of criterion.options.entries()) await ok(score(ida.client, one, each, EXAMPLE[index] as number));
  await ok(decide(ida.client, one));
  const next = await judged(ida, groupId, { levels: [4, 4, 4, 4, 1, 4, 4, 4] });
  // A retry of the first opening, while the second review is open, gets the first answer.
  expect(await (await send()).text()).toBe(opened);
  const { position } = await ok(decide(ida.client, next));
  expect(await ok(read(ida.client, one, position))).toMatchObject({ status: 'replaced', inForceUntil: null, decision: { score: 70, provisional: true } });
  expect(await ok(read(ida.client, next))).toMatchObject({ status: 'decided', decision: { judged: 88.75, score: 89, verdict: 'emerging', blockedBy: ['trust'] } });
  expect(await problem(appeal(api.admin, one))).toBe('409 not-in-force');
  expect(await audit(ida.client, one)).toMatchObject({ agrees: true });
});

it('of an appeal is not for the same person with a key, and an appeal is not got round by a review that was open', async () => {
  const { groupId, keys } = await circle(1);
  const one = await judged(ida, groupId);
  await ok(decide(ida.client, one));
  const { secret } = await ok(ida.client.POST('/api/v1/keys', { body: { name: 'Her own', role: 'admin' } }));
  const herKey = api.with({ authorization: `Bearer ${secret}` });
  const two = await judged(ida, groupId);
  await ok(appeal(keys[0] as Client, one));
  expect(await problem(decide(ida.client, two))).toBe('409 same-reviewer');
  expect(await problem(decide(herKey, two))).toBe('409 same-reviewer');
  expect((await decide(max.client, two)).error).toMatchObject({ type: 'urn:relocon:problem:same-reviewer', criteria: criterion.options });
  for (const each of criterion.options) await ok(score(max.client, two, each, 2));
  const { position } = await ok(decide(max.client, two));
  expect(await ok(read(max.client, two, position))).toMatchObject({ status: 'decided', appealOf: one });
  expect(await ok(read(max.client, one))).toMatchObject({ status: 'replaced' });
  expect(await problem(appeal(keys[0] as Client, two))).toBe('409 decision-final');
  // The same from the start.
  const three = await judged(max, groupId);
  await ok(decide(max.client, three));
  await ok(appeal(keys[0] as Client, three));
  const ofMax = api.with({ authorization: `Bearer ${(await ok(max.client.POST('/api/v1/keys', { body: { name: 'His own', role: 'admin' } }))).secret}` });
  expect(await problem(open(ofMax, groupId, three))).toBe('409 same-reviewer');
  const { id: four } = await ok(open(herKey, groupId, three));
  expect(await problem(score(ofMax, four, 'trust', 4))).toBe('409 same-reviewer');
});

it('does not tell which group a private reflection belongs to', async () => {
  const { groupId, people, keys, meetings } = await circle(1);
  const reflect = async (visibility: 'private' | 'group') => {
    const { events } = await ok((keys[0] as Client).POST('/api/v1/reflections', { body: { authorId: people[0] as string, context: { kind: 'meeting', id: meetings[0] as string }, what: 'w', soWhat: 's', visibility } }));
    return events[0]?.id as string;
  };
  const [kept, shared] = [await reflect('private'), await reflect('group')];
  const { id } = await ok(open(ida.client, groupId));
  const named = (eventId: string) => score(ida.client, id, 'trust', 3, { evidence: [{ kind: 'event', eventId }] });
  expect((await named(kept)).error).toEqual((await named(newId())).error);
  expect(await problem(named(kept))).toBe('422 no-such-evidence');
  await ok(named(shared));
});

it('shows its formula to every member', async () => {
  const { keys } = await circle(1);
  for (const client of [...keys, api.admin]) {
    const { items } = await ok(client.GET('/api/v1/alignment-formulas'));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ version: 1, windowDays: 180, percent: { judged: 60, observed: 40 }, alignedFrom: 75, emergingFrom: 50 });
    expect(items[0]?.criteria.map(({ criterion: each, weight, star }) => `${each} ${weight}${star ? ' ★' : ''}`)).toEqual([
      'learningIsThePurpose 15 ★', 'practitionersHelpOthers 15 ★', 'membersCommitTime 15', 'learningGoesBothWays 15', 'trust 15 ★', 'storiesAreShared 10', 'actionIsBuiltTogether 10', 'keyPeopleAreConnected 5',
    ]);
  }
});
