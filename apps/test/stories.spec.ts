/** The journey of a story: told, found, acknowledged, revised, withdrawn; and what becomes of it when several do so at once. */
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { after, at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

const words = { title: 'The year we priced by fear', text: 'We cut every offer before anybody had asked us to. Zwei Kunden hielten uns für verzweifelt.' };
const tell = (client: Client, body: { tellerId: string; toldTo: 'group' | 'network'; groupId?: string; meetingId?: string; skills?: string[]; title?: string; occurredAt?: string }) => client.POST('/api/v1/stories', { body: { ...words, ...body } });
const acknowledge = (client: Client, id: string, memberId: string, took = 'I will name a price and be quiet.') => client.POST('/api/v1/stories/{id}/acknowledge', { params: at(id), body: { memberId, took } });
const withdraw = (client: Client, id: string) => client.POST('/api/v1/stories/{id}/withdraw', { params: at(id) });
const revise = (client: Client, id: string, etag: string, body: { title?: string; text?: string; skills?: string[] }) => client.PATCH('/api/v1/stories/{id}', { params: { ...at(id), header: { 'If-Match': etag } }, body });
const statusesOf = (clients: readonly Client[], id: string, position: string, query: object = {}) => Promise.all(clients.map(async (client) => (await client.GET('/api/v1/stories/{id}', after(id, position, query))).response.status));
const listed = async (client: Client, query: object, position: string) => (await ok(client.GET('/api/v1/stories', { params: { query: { ...query, total: 'true' }, header: { 'Relocon-After': position } } }))).items.map(({ id }) => id);

it('is told to a group, read by its members, and found by skill and words', async () => {
  const { people, keys, groupId, meetingId } = world;
  const { id, position } = await ok(tell(keys.ben, { tellerId: people.ben, toldTo: 'group', meetingId, skills: ['Pricing', 'Négociation'], occurredAt: '2025-03-04T18:00:00Z' }));
  expect(await ok(keys.cleo.GET('/api/v1/stories/{id}', after(id, position)))).toEqual({
    id, tellerId: people.ben, groupId, meetingId, ...words, skills: ['Pricing', 'Négociation'], toldTo: 'group', status: 'told', revisions: 0, toldAt: '2025-03-04T18:00:00.000Z', revisedAt: null, acknowledgements: [],
  });
  expect(await statusesOf([keys.ada, keys.ben, keys.cleo, api.admin, keys.dan, keys.eve], id, position)).toEqual([200, 200, 200, 200, 404, 404]);
  const ofBen = { tellerId: people.ben };
  for (const query of [{ aboutSkills: 'PRICING' }, { aboutSkills: 'négociation', ...ofBen }, { aboutSkills: 'pricing', groupId }, ofBen, { groupId }, { toldTo: 'group' }, { q: 'fear' }, { q: 'zwei kund' }, { q: 'negoc' }, { q: 'verzweifelt', ...ofBen }, { from: '2025-03-04', until: '2025-03-04' }]) {
    expect([query, await listed(keys.cleo, query, position), await listed(keys.dan, query, position)]).toEqual([query, [id], []]);
  }
  for (const query of [{ aboutSkills: 'law' }, { q: 'fear courage' }, { toldTo: 'network' }, { until: '2025-03-03' }]) expect([query, await listed(keys.cleo, query, position)]).toEqual([query, []]);
});

it('is told to the whole network by whoever belongs to no group, sorted by when it was told', async () => {
  const { people, keys } = world;
  const late = await ok(tell(keys.eve, { tellerId: people.eve, toldTo: 'network', title: 'Late' }));
  const early = await ok(tell(keys.eve, { tellerId: people.eve, toldTo: 'network', title: 'Early', occurredAt: '2024-01-01T00:00:00Z' }));
  expect(await listed(keys.dan, { tellerId: people.eve }, early.position)).toEqual([early.id, late.id]);
  expect(await listed(keys.dan, { tellerId: people.eve, sort: '-toldAt' }, early.position)).toEqual([late.id, early.id]);
});

it('is refused with the field and what to do instead', async () => {
  const { people, keys, groupId, otherGroupId, meetingId } = world;
  const refused = async (client: Client, body: Parameters<typeof tell>[1]) => {
    const { error, response } = await tell(client, body);
    const { type, detail, errors = [] } = error as { type: string; detail: string; errors?: { pointer: string }[] };
    return [`${response.status} ${type.replace('urn:relocon:problem:', '')} ${errors.map(({ pointer }) => pointer).join()}`.trim(), detail];
  };
  const byEve = { tellerId: people.eve, toldTo: 'group' } as const;
  expect(await refused(keys.eve, byEve)).toEqual(['422 story-needs-a-group /groupId', 'Name the group you tell it to, or the meeting you told it at; or tell it to the whole network.']);
  expect(await refused(keys.eve, { ...byEve, groupId })).toEqual(['409 not-a-member /groupId', 'You can tell stories in groups that you belong to, or once did; to tell this one to the whole network, name no group.']);
  expect((await refused(keys.eve, { ...byEve, meetingId }))[0]).toBe('409 not-a-member /meetingId');
  expect((await refused(keys.eve, { ...byEve, groupId: people.eve }))[0]).toBe('404 no-such-group /groupId');
  expect((await refused(keys.eve, { ...byEve, meetingId: people.eve }))[0]).toBe('404 no-such-meeting /meetingId');
  expect((await refused(keys.dan, { tellerId: people.dan, toldTo: 'group', groupId: otherGroupId, meetingId }))[0]).toBe('422 meeting-of-another-group /meetingId');
  expect((await refused(keys.eve, { tellerId: people.eve, toldTo: 'network', occurredAt: '2999-01-01T00:00:00Z' }))[0]).toBe('422 in-the-future /occurredAt');
  // Nobody tells for somebody else.
  for (const client of [keys.ada, api.admin]) expect((await refused(client, { tellerId: people.eve, toldTo: 'network' }))[0]).toBe('403 forbidden');
});

it('keeps its versions for whoever may read it, also from before they could', async () => {
  const { people, keys, groupId } = world;
  const first = await ok(tell(keys.ben, { tellerId: people.ben, toldTo: 'group', groupId, occurredAt: '2025-04-01T00:00:00Z' }));
  const { id } = first;
  const etag = (await keys.ben.GET('/api/v1/stories/{id}', after(id, first.position))).response.headers.get('etag') as string;
  expect(await problem(keys.cleo.PATCH('/api/v1/stories/{id}', { params: { ...at(id), header: { 'If-Match': etag } }, body: { title: 'Mine' } }))).toBe('403 forbidden');
  // What others take from it makes no editor's copy stale.
  await ok(acknowledge(keys.cleo, id, people.cleo));
  const second = await ok(revise(keys.ben, id, etag, { title: 'What fear cost', skills: ['Law'] }));
  expect(await problem(revise(keys.ben, id, etag, { title: 'Another' }))).toBe('412 changed-meanwhile');
  const { position } = await ok(api.admin.POST('/api/v1/groups/{id}/join', { params: at(groupId), body: { memberId: people.dan } }));
  const read = async (query: object) => ok(keys.dan.GET('/api/v1/stories/{id}', after(id, position, query)));
  expect(await read({})).toMatchObject({ title: 'What fear cost', text: words.text, skills: ['Law'], revisions: 1, revisedAt: expect.stringMatching(/^2\d{3}-/), acknowledgements: [{ memberId: people.cleo }] });
  for (const query of [{ position: first.position }, { asOf: '2025-04-01' }]) expect(await read(query)).toMatchObject({ title: words.title, skills: [], revisions: 0, revisedAt: null, acknowledgements: [] });
  expect(await problem(keys.dan.GET('/api/v1/stories/{id}', after(id, position, { knownAt: '2025-12-31' })))).toBe('404 not-found');
  expect(await listed(keys.dan, { aboutSkills: 'law', groupId }, position)).toEqual([id]);
  const left = await ok(api.admin.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: people.dan } }));
  for (const query of [{}, { position: second.position }, { asOf: '2025-04-01' }]) expect(await statusesOf([keys.dan, keys.cleo], id, left.position, query)).toEqual([404, 200]);
});

it('is acknowledged by others who may read it, once each, and tells on both timelines', async () => {
  const { people, keys, groupId } = world;
  const { id } = await ok(tell(keys.ada, { tellerId: people.ada, toldTo: 'group', groupId, title: 'Told by Ada' }));
  expect(await problem(acknowledge(keys.ada, id, people.ada))).toBe('422 cannot-acknowledge-oneself');
  expect(await problem(acknowledge(keys.dan, id, people.dan))).toBe('404 no-such-story');
  expect(await problem(acknowledge(keys.cleo, id, people.ben))).toBe('403 forbidden');
  await ok(acknowledge(keys.ben, id, people.ben, 'Courage.'));
  expect((await ok(acknowledge(keys.ben, id, people.ben, ' Courage. '))).events).toEqual([]);
  expect(await problem(acknowledge(keys.ben, id, people.ben, 'Something else.'))).toBe('409 already-acknowledged');
  const { position } = await ok(acknowledge(keys.cleo, id, people.cleo, 'Patience.'));
  const story = await ok(keys.ben.GET('/api/v1/stories/{id}', after(id, position)));
  expect(story.acknowledgements.map(({ memberId, took }) => [memberId, took])).toEqual([[people.ben, 'Courage.'], [people.cleo, 'Patience.']]);
  const timeline = async (client: Client, memberId: string, kind: 'taught' | 'learned') =>
    (await ok(client.GET('/api/v1/members/{id}/timeline', after(memberId, position, { kind })))).items.filter(({ details }) => details.storyId === id).map(({ what, memberIds, words: said }) => [what, memberIds, said]);
  const taught = [
    ['story-acknowledged', [people.cleo], { title: 'Told by Ada', took: 'Patience.' }],
    ['story-acknowledged', [people.ben], { title: 'Told by Ada', took: 'Courage.' }],
    ['story-told', undefined, { title: 'Told by Ada' }],
  ];
  for (const client of [keys.ada, api.admin]) expect(await timeline(client, people.ada, 'taught')).toEqual(taught);
  for (const client of [keys.ben, keys.ada, api.admin]) expect(await timeline(client, people.ben, 'learned')).toEqual([['acknowledged-story', [people.ada], { took: 'Courage.' }]]);
  for (const client of [keys.ada, api.admin]) expect((await ok(client.GET('/api/v1/members/{id}/progress', after(people.ada, position)))).taught).toMatchObject({ storiesTold: 1, storiesAcknowledged: 2 });
});

it('is something to reflect on, in its group', async () => {
  const { people, keys, groupId } = world;
  const { id: storyId } = await ok(tell(keys.ben, { tellerId: people.ben, toldTo: 'group', groupId }));
  await ok(acknowledge(keys.cleo, storyId, people.cleo));
  const { id, position } = await ok(keys.cleo.POST('/api/v1/reflections', { body: { authorId: people.cleo, context: { kind: 'story', id: storyId }, what: 'Ben cut every offer.', soWhat: 'So do I.', learnedFrom: [people.ben], visibility: 'group' } }));
  expect(await ok(keys.ada.GET('/api/v1/reflections/{id}', after(id, position)))).toMatchObject({ context: { kind: 'story', id: storyId }, groupId });
  expect(await problem(keys.dan.GET('/api/v1/reflections/{id}', after(id, position)))).toBe('404 not-found');
});

it('stays with its teller once withdrawn; others meet nothing of it, whatever they took from it', async () => {
  const { people, keys, groupId } = world;
  const { id, position: toldAt } = await ok(tell(keys.cleo, { tellerId: people.cleo, toldTo: 'network', groupId, skills: ['Regret'] }));
  await ok(acknowledge(keys.ben, id, people.ben, 'Better not.'));
  const everybody = [keys.cleo, keys.ben, keys.ada, keys.dan, api.admin];
  expect(await statusesOf(everybody, id, toldAt)).toEqual([200, 200, 200, 200, 200]);
  expect(await problem(withdraw(api.admin, id))).toBe('403 forbidden');
  const { position } = await ok(withdraw(keys.cleo, id));
  expect(await problem(withdraw(keys.cleo, id))).toBe('409 story-withdrawn');
  expect(await problem(revise(keys.cleo, id, '*', { title: 'x' }))).toBe('409 story-withdrawn');
  for (const query of [{}, { position: toldAt }, { asOf: '2999-01-01' }]) expect(await statusesOf(everybody, id, position, query)).toEqual([200, 404, 404, 404, 404]);
  expect(await ok(keys.cleo.GET('/api/v1/stories/{id}', after(id, position)))).toMatchObject({ status: 'withdrawn', text: words.text, acknowledgements: [{ memberId: people.ben, took: 'Better not.' }] });
  for (const client of everybody) expect(await listed(client, { aboutSkills: 'regret' }, position)).toEqual(client === keys.cleo ? [id] : []);
  expect(await problem(acknowledge(keys.dan, id, people.dan))).toBe('404 no-such-story');
  expect(await problem(acknowledge(keys.ben, id, people.ben, 'Better not.'))).toBe('404 no-such-story');
  for (const client of everybody.slice(1)) expect(JSON.stringify(await ok(client.GET('/api/v1/events', { params: { query: { tag: `story:${id}` } } })))).not.toContain(id);
  expect((await ok(keys.cleo.GET('/api/v1/events', { params: { query: { tag: `story:${id}` } } }))).items.map(({ type }) => type)).toEqual(['relocon.StoryTold', 'relocon.StoryAcknowledged', 'relocon.StoryWithdrawn']);
  for (const [client, memberId] of [[keys.ben, people.ben], [keys.ada, people.cleo], [api.admin, people.cleo], [api.admin, people.ben]] as const) {
    expect(JSON.stringify(await ok(client.GET('/api/v1/members/{id}/timeline', after(memberId, position))))).not.toContain(id);
  }
  for (const [client, figures] of [[keys.cleo, { storiesTold: 1, storiesAcknowledged: 1 }], [api.admin, { storiesTold: 0, storiesAcknowledged: 0 }]] as const) {
    expect((await ok(client.GET('/api/v1/members/{id}/progress', after(people.cleo, position)))).taught).toMatchObject(figures);
  }
});

describe('At once', () => {
  it('two who acknowledge are both kept, and each of them once', async () => {
    const { people, keys, groupId } = world;
    const { id } = await ok(tell(keys.ada, { tellerId: people.ada, toldTo: 'group', groupId }));
    const answers = await Promise.all([keys.ben, keys.cleo, keys.ben, keys.cleo].map((client) => acknowledge(client, id, client === keys.ben ? people.ben : people.cleo)));
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
    const position = answers.map(({ data }) => data?.position as string).sort().at(-1) as string;
    const { acknowledgements } = await ok(keys.ada.GET('/api/v1/stories/{id}', after(id, position)));
    expect(acknowledgements.map(({ memberId }) => memberId).sort()).toEqual([people.ben, people.cleo].sort());
  });

  it('of two who revise what both have read one is told that it was changed', async () => {
    const { people, keys } = world;
    const { id, position } = await ok(tell(keys.ada, { tellerId: people.ada, toldTo: 'network' }));
    const etag = (await keys.ada.GET('/api/v1/stories/{id}', after(id, position))).response.headers.get('etag') as string;
    const answers = await Promise.all(['One', 'Two'].map((title) => revise(keys.ada, id, etag, { title })));
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 412]);
    const kept = answers.findIndex(({ response }) => response.status === 200);
    expect(await ok(keys.ada.GET('/api/v1/stories/{id}', after(id, answers[kept]?.data?.position as string)))).toMatchObject({ title: ['One', 'Two'][kept], revisions: 1 });
  });

  it('whoever acknowledges what is withdrawn came before it, or finds nothing', async () => {
    const { people, keys } = world;
    for (const first of ['acknowledge', 'withdraw'] as const) {
      const { id } = await ok(tell(keys.ada, { tellerId: people.ada, toldTo: 'network' }));
      const acts = { acknowledge: () => acknowledge(keys.ben, id, people.ben), withdraw: () => withdraw(keys.ada, id) };
      const begun = first === 'acknowledge' ? [acts.acknowledge(), acts.withdraw()] : [acts.withdraw(), acts.acknowledge()];
      const answers = await Promise.all(begun);
      const [acknowledged, withdrawn] = first === 'acknowledge' ? answers : [...answers].reverse();
      expect(withdrawn?.response.status).toBe(200);
      const story = await ok(keys.ada.GET('/api/v1/stories/{id}', after(id, withdrawn?.data?.position as string)));
      expect(story.status).toBe('withdrawn');
      expect([acknowledged?.response.status, story.acknowledgements.length]).toEqual(acknowledged?.response.ok ? [200, 1] : [404, 0]);
    }
  });
});

it('has seen every operation succeed, and record what the example of its answer says', () => {
  expect(api.contract.unseen((tag) => tag === 'Stories')).toEqual({ operations: [], records: [] });
});
