/** Help exchanges over HTTP: offered, given, confirmed, disputed; and what is left where two do so at once. */
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { after, at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

type Name = keyof World['people'];
interface Exchange {
  giverId: string;
  receiverIds: string[];
  minutes: number;
  offerId?: string;
  skill?: string;
  groupId?: string;
  meetingId?: string;
  occurredAt?: string;
}

const post = (client: Client, body: Exchange) => client.POST('/api/v1/help-exchanges', { body });
const confirm = (who: Name, id: string) => world.keys[who].POST('/api/v1/help-exchanges/{id}/confirm', { params: at(id), body: { memberId: world.people[who] } });
const dispute = (who: Name, id: string, reason = 'We never met.') => world.keys[who].POST('/api/v1/help-exchanges/{id}/dispute', { params: at(id), body: { memberId: world.people[who], reason } });
const read = (client: Client, id: string, position: string, query: object = {}) => client.GET('/api/v1/help-exchanges/{id}', after(id, position, query));
/** What stands in the stream, oldest first. */
const eventsOf = async (id: string, position: string) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `help-${id}` }, header: { 'Relocon-After': position } } }))).items.map(({ type }) => type.replace('relocon.', ''));
const given = async (more: Partial<Exchange> = {}) => ok(post(world.keys.ada, { giverId: world.people.ada, receiverIds: [world.people.ben, world.people.cleo], minutes: 45, ...more }));

it('is offered, given to fewer, and confirmed', async () => {
  const { people, keys, groupId, meetingId } = world;
  const offer = await keys.ada.POST('/api/v1/help-offers', { body: { giverId: people.ada, receiverIds: [people.ben, people.cleo], groupId, minutes: 60, skill: 'Pricing', note: 'Any evening.', occurredAt: '2025-03-01T10:00:00Z' } });
  const { id, position } = await ok(Promise.resolve(offer));
  expect(offer.response.headers.get('location')).toBe(`/api/v1/help-exchanges/${id}`);
  const asOffered = { id, giverId: people.ada, receiverIds: [people.ben, people.cleo], groupId, meetingId: null, skill: 'Pricing', minutes: 60, note: 'Any evening.', status: 'offered', confirmedBy: [], disputes: [], givenAt: null, happenedAt: '2025-03-01T10:00:00.000Z', memberIds: [people.ada, people.ben, people.cleo] };
  expect(await ok(read(keys.cleo, id, position))).toEqual(asOffered);
  expect(await problem(confirm('ben', id))).toBe('409 not-given-yet');
  expect(await problem(keys.ben.POST('/api/v1/help-offers/{id}/withdraw', { params: at(id), body: {} }))).toBe('403 forbidden');
  expect(await problem(post(keys.ada, { offerId: id, giverId: people.ada, receiverIds: [people.ben, people.dan], minutes: 45 }))).toBe('404 no-such-exchange');
  const recorded = await ok(post(keys.ada, { offerId: id, giverId: people.ada, receiverIds: [people.ben], minutes: 45, meetingId, occurredAt: '2025-03-04T19:00:00Z' }));
  expect(recorded.id).toBe(id);
  expect(await problem(keys.cleo.GET('/api/v1/help-exchanges/{id}', { params: at(id) }))).toBe('404 not-found');
  const asGiven = { ...asOffered, receiverIds: [people.ben], meetingId, minutes: 45, status: 'recorded', givenAt: '2025-03-04T19:00:00.000Z', happenedAt: '2025-03-04T19:00:00.000Z', memberIds: [people.ada, people.ben] };
  expect(await ok(read(keys.ben, id, recorded.position))).toEqual(asGiven);
  // Whom it was offered to and did not help has nothing more to do with it, at once, now or in the past.
  for (const query of [{}, { position }]) expect(await problem(read(keys.cleo, id, recorded.position, query))).toBe('404 not-found');
  expect(await problem(confirm('cleo', id))).toBe('404 no-such-exchange');
  // She learns that others were helped, and no more.
  const entries = async (client: Client) => (await ok(client.GET('/api/v1/members/{id}/timeline', after(people.cleo, recorded.position, { kind: 'helped' })))).items.filter(({ details }) => details.helpId === id);
  for (const client of [keys.cleo, api.admin, keys.ada]) expect(await entries(client)).toMatchObject([{ what: 'was-offered-help', occurredAt: '2025-03-01T10:00:00.000Z', details: { status: 'given-to-others', minutes: 60, skill: 'Pricing' } }]);
  const inLog = async (client: Client, query: object) => (await ok(client.GET('/api/v1/events', { params: { query: { type: 'HelpRecorded', ...query }, header: { 'Relocon-After': recorded.position } } }))).items;
  for (const query of [{}, { stream: `help-${id}` }, { tag: `help:${id}` }, { tag: `member:${people.cleo}` }]) expect(await inLog(keys.cleo, query)).toEqual([]);
  for (const client of [keys.ada, keys.ben, api.admin]) expect((await inLog(client, { stream: `help-${id}` }))[0]).toMatchObject({ data: { receiverIds: [people.ben], offeredTo: [people.cleo] } });
  const confirmed = await ok(confirm('ben', id));
  expect(await ok(read(keys.ada, id, confirmed.position))).toEqual({ ...asGiven, status: 'confirmed', confirmedBy: [people.ben] });
  expect(await ok(read(keys.ada, id, confirmed.position, { position }))).toEqual(asOffered);
  expect(await ok(read(api.admin, id, confirmed.position, { asOf: '2025-03-05' }))).toEqual(asGiven);
  expect(await problem(read(api.admin, id, confirmed.position, { asOf: '2025-02-28' }))).toBe('404 not-found');
  expect((await ok(confirm('ben', id))).events).toEqual([]);
  expect(await eventsOf(id, confirmed.position)).toEqual(['HelpOffered', 'HelpRecorded', 'HelpConfirmed']);
});

it('is withdrawn as an offer by whoever made it', async () => {
  const { people, keys } = world;
  const { id } = await ok(keys.dan.POST('/api/v1/help-offers', { body: { giverId: people.dan, receiverIds: [people.eve] } }));
  const { position } = await ok(keys.dan.POST('/api/v1/help-offers/{id}/withdraw', { params: at(id), body: {} }));
  expect(await ok(read(keys.eve, id, position))).toMatchObject({ status: 'withdrawn', minutes: null, groupId: null, skill: null, note: null });
  expect(await problem(post(keys.dan, { offerId: id, giverId: people.dan, receiverIds: [people.eve], minutes: 5 }))).toBe('409 offer-withdrawn');
  expect(await problem(keys.dan.POST('/api/v1/help-offers', { body: { giverId: people.dan, receiverIds: [people.dan] } }))).toBe('422 helped-oneself');
});

it('is recorded by a receiver, who has confirmed it by that, and by nobody whom it does not concern', async () => {
  const { people, keys, groupId, meetingId } = world;
  const body = { giverId: people.ada, receiverIds: [people.ben, people.cleo], minutes: 30, groupId };
  const { id, position, events } = await ok(post(keys.cleo, body));
  expect(events.map(({ type }) => type)).toEqual(['HelpRecorded', 'HelpConfirmed']);
  expect(await ok(read(keys.ada, id, position))).toMatchObject({ status: 'confirmed', confirmedBy: [people.cleo] });
  const [recorded, confirmed] = (await ok(api.admin.GET('/api/v1/events', { params: { query: { stream: `help-${id}` } } }))).items;
  expect(confirmed).toMatchObject({ actorid: people.cleo, commandid: recorded?.commandid, data: { ...body, helpId: id, confirmedBy: people.cleo } });
  expect(await problem(post(keys.dan, body))).toBe('403 forbidden');
  // On behalf of others nothing is confirmed.
  const integrator = await api.as({ role: 'integrator' });
  expect((await ok(post(integrator, body))).events.map(({ type }) => type)).toEqual(['HelpRecorded']);
  for (const [wrong, answer] of [
    [{ receiverIds: [people.ben, people.ada] }, '422 helped-oneself'],
    [{ meetingId: groupId }, '404 no-such-meeting'],
    [{ groupId: world.otherGroupId, meetingId }, '422 meeting-of-another-group'],
    [{ groupId: meetingId }, '404 no-such-group'],
    [{ minutes: 0 }, '400 invalid-input'],
    [{ minutes: 1_441 }, '400 invalid-input'],
    [{ receiverIds: [] }, '400 invalid-input'],
    [{ occurredAt: '2999-01-01T00:00:00Z' }, '422 in-the-future'],
  ] as const) expect([wrong, await problem(post(keys.ada, { ...body, ...wrong } as Exchange))]).toEqual([wrong, answer]);
  const refused = await (await api.raw('/api/v1/help-exchanges', { method: 'POST', key: keys.ada.secret, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...body, receiverIds: [people.ben, meetingId] }) })).json();
  expect(refused).toMatchObject({ type: 'urn:relocon:problem:no-such-member', status: 404, errors: [{ pointer: '/receiverIds/1' }] });
});

it('is never confirmed or disputed by whoever gave it, nor by anybody for another', async () => {
  const { people, keys, groupId } = world;
  const { id, position } = await given({ groupId });
  expect(await problem(confirm('ada', id))).toBe('422 cannot-confirm-oneself');
  expect(await problem(dispute('ada', id))).toBe('422 cannot-confirm-oneself');
  for (const client of [api.admin, keys.ada, keys.cleo]) {
    expect(await problem(client.POST('/api/v1/help-exchanges/{id}/confirm', { params: at(id), body: { memberId: people.ben } }))).toBe('403 forbidden');
    expect(await problem(client.POST('/api/v1/help-exchanges/{id}/dispute', { params: at(id), body: { memberId: people.ben, reason: 'x' } }))).toBe('403 forbidden');
  }
  expect(await problem(confirm('dan', id))).toBe('404 no-such-exchange');
  expect(await eventsOf(id, position)).toEqual(['HelpRecorded']);
});

it('is disputed for a reason, and may be confirmed after that but not the other way round', async () => {
  const { people, keys, groupId } = world;
  const { id } = await given({ groupId });
  const disputed = await ok(dispute('ben', id));
  const told = { memberId: people.ben, reason: 'We never met.', disputedAt: expect.any(String) };
  // Ada facilitates the group; Dan does not.
  for (const client of [keys.ada, keys.ben, keys.cleo, api.admin]) expect(await ok(read(client, id, disputed.position))).toMatchObject({ status: 'disputed', confirmedBy: [], disputes: [told] });
  expect(await problem(read(keys.dan, id, disputed.position))).toBe('404 not-found');
  expect((await ok(dispute('ben', id))).events).toEqual([]);
  await ok(dispute('ben', id, 'It was half an hour less.'));
  const confirmed = await ok(confirm('ben', id));
  expect(await ok(read(keys.ada, id, confirmed.position))).toMatchObject({ status: 'confirmed', confirmedBy: [people.ben], disputes: [told, { ...told, reason: 'It was half an hour less.' }] });
  expect(await problem(dispute('ben', id))).toBe('409 already-confirmed');
  expect(await eventsOf(id, confirmed.position)).toEqual(['HelpRecorded', 'HelpDisputed', 'HelpDisputed', 'HelpConfirmed']);
});

it('is listed for those it concerns, by whom, group, status and skill, newest first if asked', async () => {
  const { people, keys, otherGroupId } = world;
  const make = async (skill: string, day: number, more: object = {}) => (await ok(post(keys.dan, { giverId: people.dan, receiverIds: [people.eve], minutes: 20, skill, occurredAt: `2025-02-0${day}T10:00:00Z`, ...more }))).id;
  const first = await make('Beekeeping', 1);
  const second = await make('BEEKEEPING', 2, { groupId: otherGroupId });
  const { position } = await ok(confirm('eve', second));
  const list = async (client: Client, query: object) => (await ok(client.GET('/api/v1/help-exchanges', { params: { query, header: { 'Relocon-After': position } } }))).items.map(({ id }) => id);
  for (const client of [keys.dan, keys.eve, api.admin]) {
    expect(await list(client, { aboutSkills: 'beeKeeping' })).toEqual([first, second]);
    expect(await list(client, { aboutSkills: 'beekeeping', sort: '-happenedAt' })).toEqual([second, first]);
  }
  expect(await list(keys.eve, { memberIds: people.dan, status: 'confirmed' })).toEqual([second]);
  expect(await list(keys.eve, { memberIds: people.dan, from: '2025-02-01', until: '2025-02-01' })).toEqual([first]);
  expect(await list(api.admin, { groupId: otherGroupId })).toEqual([second]);
  expect(await list(api.admin, { giverId: people.dan })).toHaveLength(3);
  expect(await list(keys.ben, { memberIds: people.dan })).toEqual([]);
  expect(await list(keys.ada, { aboutSkills: 'beekeeping' })).toEqual([]);
});

it('shows on timelines and in figures: minutes once for the giver, all of them for each who confirmed', async () => {
  const { keys, groupId } = world;
  const member = async (displayName: string) => (await ok(api.admin.POST('/api/v1/members', { body: { displayName } }))).id;
  const [gil, hua, ivo] = [await member('Gil'), await member('Hua'), await member('Ivo')];
  for (const memberId of [gil, hua]) await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId } }));
  const [asGil, asHua, asIvo] = [await api.as({ memberId: gil }), await api.as({ memberId: hua }), await api.as({ memberId: ivo })];
  const say = (id: string, memberId: string) => ({ params: at(id), body: { memberId } });
  const taught = await ok(post(asGil, { giverId: gil, receiverIds: [hua, ivo], minutes: 90, groupId, occurredAt: '2025-05-01T10:00:00Z' }));
  await ok(asHua.POST('/api/v1/help-exchanges/{id}/confirm', say(taught.id, hua)));
  await ok(asIvo.POST('/api/v1/help-exchanges/{id}/confirm', say(taught.id, ivo)));
  await ok(post(asGil, { giverId: hua, receiverIds: [gil], minutes: 60, occurredAt: '2025-05-02T10:00:00Z' }));
  const { position } = await ok(post(asGil, { giverId: gil, receiverIds: [ivo], minutes: 10, occurredAt: '2025-05-03T10:00:00Z' }));
  const progress = async (client: Client, id: string, query: object = {}) => {
    const { helped, taught: minutes } = await ok(client.GET('/api/v1/members/{id}/progress', after(id, position, { from: '2025-05-01', until: '2025-05-31', ...query })));
    return { ...helped, minutesGiven: minutes.minutesGiven };
  };
  expect(await progress(asGil, gil)).toEqual({ exchangesGiven: 1, exchangesReceived: 1, hoursGiven: 1.5, hoursReceived: 1, reciprocity: 0.8, minutesGiven: 90 });
  expect(await progress(asHua, hua)).toEqual({ exchangesGiven: 1, exchangesReceived: 1, hoursGiven: 1, hoursReceived: 1.5, reciprocity: 0.8, minutesGiven: 60 });
  expect(await progress(asIvo, ivo)).toEqual({ exchangesGiven: 0, exchangesReceived: 1, hoursGiven: 0, hoursReceived: 1.5, reciprocity: null, minutesGiven: 0 });
  expect(await progress(asGil, gil, { from: '2025-05-02' })).toMatchObject({ exchangesGiven: 0, exchangesReceived: 1, reciprocity: null });
  // A facilitator sees what comes from their group alone.
  expect(await progress(keys.ada, gil)).toEqual({ exchangesGiven: 1, exchangesReceived: 0, hoursGiven: 1.5, hoursReceived: 0, reciprocity: null, minutesGiven: 90 });
  const timeline = async (client: Client, id: string) => (await ok(client.GET('/api/v1/members/{id}/timeline', after(id, position, { kind: 'helped' })))).items;
  expect((await timeline(asGil, gil)).map(({ what, memberIds, details }) => [what, memberIds, details.status, details.minutes])).toEqual([
    ['gave-help', [ivo], 'recorded', 10],
    ['received-help', [hua], 'confirmed', 60],
    ['gave-help', [hua, ivo], 'confirmed', 90],
  ]);
  expect(await timeline(keys.ada, gil)).toMatchObject([{ what: 'gave-help', groupId, occurredAt: '2025-05-01T10:00:00.000Z', details: { helpId: taught.id, confirmedBy: [hua, ivo] } }]);
});

it('has notes that belong to whoever wrote them, in the log too', async () => {
  const member = async (displayName: string) => (await ok(api.admin.POST('/api/v1/members', { body: { displayName } }))).id;
  const [giver, receiver] = [await member('Jo'), await member('Kim')];
  const [asGiver, asReceiver] = [await api.as({ memberId: giver }), await api.as({ memberId: receiver })];
  const { id, position } = await ok(asReceiver.POST('/api/v1/help-exchanges', { body: { giverId: giver, receiverIds: [receiver], minutes: 20, note: 'I wept, and she waited.' } }));
  const recorded = async (client: Client) => (await ok(client.GET('/api/v1/events', { params: { query: { stream: `help-${id}`, type: 'HelpRecorded' }, header: { 'Relocon-After': position } } }))).items[0];
  expect(await recorded(asReceiver)).toMatchObject({ data: { note: 'I wept, and she waited.' } });
  expect(await recorded(asGiver)).toMatchObject({ masked: ['note'] });
  // Both read it with the exchange.
  for (const client of [asGiver, asReceiver]) expect(await ok(read(client, id, position))).toMatchObject({ note: 'I wept, and she waited.' });
});

it('is something its giver and receivers reflect on', async () => {
  const { people, keys, groupId } = world;
  const { id } = await given({ groupId });
  const reflect = (who: Name) => keys[who].POST('/api/v1/reflections', { body: { authorId: people[who], context: { kind: 'help', id }, what: 'He asked what I sell.', soWhat: 'I could not say.', visibility: 'group' } });
  const { id: reflectionId, position } = await ok(reflect('ben'));
  expect(await ok(keys.cleo.GET('/api/v1/reflections/{id}', after(reflectionId, position)))).toMatchObject({ context: { kind: 'help', id }, groupId });
  await ok(reflect('ada'));
  expect(await problem(reflect('dan'))).toBe('404 no-such-context');
});

describe('At once', () => {
  const ROUNDS = 12;
  const statusOf = (answer: { response: Response }) => answer.response.status;

  it.each([
    ['confirm before dispute', [confirm, dispute]],
    ['dispute before confirm', [dispute, confirm]],
  ] as const)('a confirmation and a dispute by one receiver are one after the other, or the dispute is refused: %s', async (_order, asked) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await given();
      const answers = await Promise.all(asked.map((ask) => ask('ben', id)));
      const [confirmed, disputed] = (asked[0] === confirm ? answers : answers.toReversed()) as [(typeof answers)[0], (typeof answers)[0]];
      expect(statusOf(confirmed)).toBe(200);
      const { position } = await ok(Promise.resolve(confirmed));
      const bothKept = statusOf(disputed) === 200;
      if (!bothKept) expect(await problem(Promise.resolve(disputed))).toBe('409 already-confirmed');
      expect(await eventsOf(id, position)).toEqual(bothKept ? ['HelpRecorded', 'HelpDisputed', 'HelpConfirmed'] : ['HelpRecorded', 'HelpConfirmed']);
      const { status, confirmedBy, disputes } = await ok(read(world.keys.ada, id, position));
      expect([status, confirmedBy, disputes.length]).toEqual(['confirmed', [world.people.ben], bothKept ? 1 : 0]);
    }
  });

  it('two receivers are both kept, whatever each says, and whoever says it twice says it once', async () => {
    const { people } = world;
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await given();
      const answers = await Promise.all([confirm('ben', id), dispute('cleo', id), confirm('ben', id), dispute('cleo', id)]);
      expect(answers.map(statusOf)).toEqual([200, 200, 200, 200]);
      const position = answers.map(({ data }) => (data as { position: string }).position).sort().at(-1) as string;
      expect((await eventsOf(id, position)).sort()).toEqual(['HelpConfirmed', 'HelpDisputed', 'HelpRecorded']);
      expect(await ok(read(world.keys.ada, id, position))).toMatchObject({ status: 'confirmed', confirmedBy: [people.ben], disputes: [{ memberId: people.cleo }] });
    }
  });

  it('an offer that comes true and is withdrawn does one of the two', async () => {
    const { people, keys } = world;
    for (let round = 0; round < ROUNDS; round++) {
      const offer = { giverId: people.ada, receiverIds: [people.ben] };
      const { id } = await ok(keys.ada.POST('/api/v1/help-offers', { body: offer }));
      const ask = [() => post(keys.ben, { ...offer, offerId: id, minutes: 5 }), () => keys.ada.POST('/api/v1/help-offers/{id}/withdraw', { params: at(id), body: {} })];
      const answers = await Promise.all((round % 2 === 0 ? ask : ask.toReversed()).map((each) => each()));
      const [recorded, withdrawn] = (round % 2 === 0 ? answers : answers.toReversed()) as [(typeof answers)[0], (typeof answers)[0]];
      expect([['201 success', '409 help-already-recorded'], ['409 offer-withdrawn', '200 success']]).toContainEqual([await problem(Promise.resolve(recorded)), await problem(Promise.resolve(withdrawn))]);
    }
  });
});

it('has seen each of its operations succeed, and record what the example of its answer says', () => {
  expect(api.contract.unseen((tag) => tag === 'Help exchanges')).toEqual({ operations: [], records: [] });
});
