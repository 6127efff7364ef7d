/** Canaries: texts that only one person may see, and every path by which somebody else could come across them. */
import { formatPosition } from '#event-sourcing';
import { startTestService, type TestService } from './api.js';
import { Cast, type Somebody } from './cast.js';
import { messagesUntil } from './matrix.js';

/** In a private reflection: each of its texts, its skills, and how it was before. */
const WORDS = { what: 'zyxwhat', soWhat: 'zyxsowhat', nowWhat: 'zyxnowwhat', skill: 'zyxskill', revised: 'zyxrevised' };
const PRIVATE = Object.values(WORDS);
const REASON = 'zyxreason';
const ADDRESS = 'zyxaddress@example.org';

let api: TestService;
let cast: Cast;
let author: Somebody;
let teacher: string;
let blocked: string;
let meetingId: string;
let reflectionId: string;
let declined: { groupId: string; memberId: string };
let position: string;
let start: string;
let readers: [string, Somebody][];

beforeAll(async () => {
  api = await startTestService();
  cast = await Cast.of(api);
  author = cast.ben;
  const { people, groupId } = cast;
  const memberId = author.memberId as string;
  teacher = people.facil.memberId as string;
  blocked = await cast.member();
  const { log } = cast.runtime;
  start = formatPosition(log.id, 0);
  meetingId = (await cast.give('scheduleMeeting', { groupId, title: 'An evening', startsAt: '2025-03-04T17:00:00Z', occurredAt: '2025-02-01T09:00:00Z' })).id;
  reflectionId = (await cast.give('recordReflection', { authorId: memberId, context: { kind: 'meeting', id: meetingId }, what: WORDS.what, soWhat: WORDS.soWhat, nowWhat: WORDS.nowWhat, skills: [WORDS.skill], learnedFrom: [teacher], value: 'transformative', usefulness: 1, occurredAt: '2025-03-05T08:00:00Z' })).id;
  await cast.give('reviseReflection', { reflectionId, soWhat: WORDS.revised });
  await cast.give('blockMember', { memberId, blockedMemberId: blocked });
  declined = { groupId: await cast.group(), memberId };
  await cast.give('requestMembership', declined);
  await cast.give('declineRequest', { ...declined, reason: REASON });
  await cast.give('changeProfile', { memberId, email: ADDRESS });
  await cast.settled();
  position = formatPosition(log.id, await log.head());
  readers = [
    ['administrator', people.admin],
    ['key of an administrator', people.adminKey],
    ['auditor', people.auditor],
    ['integrator', people.integr],
    ['account without anything', people.account],
    ['facilitator, named in it', people.facil],
    ['member of the group', people.group],
    ['facilitator of another group', people.else],
    ['facilitator who has left', people.left],
    ['administrator who is a member', people.admElse],
  ];
});
afterAll(() => api.stop());

interface Parameter {
  name: string;
  in: string;
  schema?: { enum?: string[] };
}

/** Values of a filter that would lead to what is hidden. */
function valuesOf({ name, schema }: Parameter): string[] {
  const { memberId, accountId } = author as Required<Somebody>;
  const known: Record<string, string[]> = {
    q: PRIVATE, aboutSkills: [WORDS.skill], offersSkills: [WORDS.skill], seeksSkills: [WORDS.skill],
    authorId: [memberId], memberId: [memberId], actor: [memberId, accountId], groupId: [cast.groupId, declined.groupId], meetingId: [meetingId], learnedFrom: [teacher],
    stream: [`reflection-${reflectionId}`, `member-${memberId}`, `account-${accountId}`, `membership-${declined.groupId}.${memberId}`],
    tag: [`reflection:${reflectionId}`, `member:${memberId}`, `member:${teacher}`, `member:${blocked}`, `group:${cast.groupId}`, `meeting:${meetingId}`],
    type: ['ReflectionRecorded', 'ReflectionRevised', 'MemberBlocked', 'MembershipDeclined', 'MemberProfileChanged'],
    asOf: ['2025-12-31'], knownAt: ['2999-01-01'], position: [position], total: ['true'], limit: ['1', '100'], listed: ['true', 'false'],
    from: ['2025-01-01'], until: ['2999-12-31'], days: ['3650'],
  };
  return known[name] ?? schema?.enum ?? [];
}

/** Every GET of the document that somebody signed in may ask, with every id and each value of each parameter. */
function everyRead(): string[] {
  const { memberId, accountId } = author as Required<Somebody>;
  const ids = [memberId, teacher, blocked, accountId, cast.groupId, declined.groupId, meetingId, reflectionId, `${declined.groupId}.${memberId}`, `${cast.groupId}.${memberId}`, `${meetingId}.${memberId}`];
  return Object.entries(api.contract.document.paths).flatMap(([path, methods]) => {
    const get = methods.get as unknown as { parameters?: Parameter[] } | undefined;
    if (!get || path === '/api/v1/changes' || path.startsWith('/api/v1/provider')) return [];
    const queries = ['', ...(get.parameters ?? []).filter((each) => each.in === 'query').flatMap((parameter) => valuesOf(parameter).map((value) => `?${parameter.name}=${encodeURIComponent(value)}`))];
    return (path.includes('{') ? ids.map((id) => path.replace(/\{[^}]+\}/, id)) : [path]).flatMap((each) => queries.map((query) => each + query));
  });
}

/** All pages of an answer, with its headers, without what was asked for itself. */
async function told(url: string, reader: Somebody, accept: string): Promise<string> {
  const asked = decodeURIComponent(url).split('?')[1] ?? '';
  let all = '';
  // Whoever takes the log away says why.
  const first = accept !== 'application/json' && reader.token !== undefined ? `${url}${url.includes('?') ? '&' : '?'}reason=Books` : url;
  for (let [next, pages] = [first as string | null, 0]; next !== null && pages < 5; pages++) {
    const response = await api.raw(next, { key: null, headers: { ...cast.headersOf(reader), accept } });
    const text = await response.text();
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    all += `\n${headers}\n${text}`;
    const cursor = /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text === '' || accept !== 'application/json' ? '{}' : text) as { next?: string | null }).next : null;
    next = cursor ? `${url}${url.includes('?') ? '&' : '?'}${url.startsWith('/api/v1/events') ? 'after' : 'cursor'}=${encodeURIComponent(cursor)}` : null;
  }
  // A problem or a link to the next page may repeat the question.
  return asked === '' ? all : all.replaceAll(asked, '').replaceAll(encodeURI(asked), '');
}

it('can be read by whom they belong to', async () => {
  const own = async (path: string) => (await api.raw(path, { key: null, headers: cast.headersOf(author) })).text();
  for (const word of [WORDS.what, WORDS.nowWhat, WORDS.skill, WORDS.revised]) expect(await own(`/api/v1/reflections/${reflectionId}`)).toContain(word);
  expect(await own(`/api/v1/events?stream=reflection-${reflectionId}`)).toContain(WORDS.soWhat);
  expect(await own(`/api/v1/member-blocks/${author.memberId}`)).toContain(blocked);
  expect(await own(`/api/v1/memberships/${declined.groupId}.${author.memberId}`)).toContain(REASON);
  expect(await own(`/api/v1/members/${author.memberId}`)).toContain(ADDRESS);
});

it('are met by nobody else on any path, whatever is asked, in any form, header or problem', async () => {
  const urls = everyRead();
  expect(urls.length).toBeGreaterThan(200);
  const found: string[] = [];
  const walk = async ([who, reader]: [string, Somebody]) => {
    const mayKnow = who.startsWith('admin') || who.startsWith('key') || who === 'auditor' || who === 'integrator';
    const facilitates = who === 'facilitator, named in it';
    for (const url of urls) {
      for (const accept of url.startsWith('/api/v1/events') ? ['application/json', 'application/x-ndjson'] : ['application/json']) {
        const text = await told(url, reader, accept);
        const hidden = [...PRIVATE, ...(url.includes(reflectionId) ? [] : [reflectionId]), ...(url.includes(blocked) ? [] : [`"blockedMemberIds":["${blocked}"`, `"blockedMemberId":"${blocked}"`]), ...(mayKnow ? [] : [ADDRESS, ...(facilitates ? [] : [REASON])])];
        for (const word of hidden) if (text.includes(word)) found.push(`${who} met ${word} at ${accept} ${url}`);
      }
    }
  };
  await Promise.all(readers.map(walk));
  expect(found).toEqual([]);
}, 180_000);

it('do not come with the stream, read from the start', async () => {
  for (const [who, reader] of readers.filter(([each]) => each !== 'account without anything')) {
    const [last] = (await cast.give('seekSkill', { memberId: reader.memberId ?? cast.eve, skill: cast.name('skill') })).events;
    const stopped = new AbortController();
    const response = await api.raw('/api/v1/changes', { key: null, headers: { ...cast.headersOf(reader), 'last-event-id': start }, signal: stopped.signal });
    const text = JSON.stringify(await messagesUntil(response, formatPosition(cast.runtime.log.id, last?.position as number)));
    stopped.abort();
    for (const word of [...PRIVATE, reflectionId, blocked, REASON, ADDRESS]) expect([who, word, text.replaceAll(`member-${blocked}`, '').includes(word)]).toEqual([who, word, false]);
  }
});

it('count for nobody else: lists and their totals are as if they were not there', async () => {
  for (const [who, reader] of readers) {
    for (const query of ['', `&authorId=${author.memberId}`, `&q=${WORDS.what}`, '&value=transformative', `&learnedFrom=${teacher}`, `&aboutSkills=${WORDS.skill}`, `&meetingId=${meetingId}`]) {
      const response = await api.raw(`/api/v1/reflections?total=true${query}`, { key: null, headers: cast.headersOf(reader) });
      expect([who, query, await response.json()]).toEqual([who, query, { items: [], next: null, total: 0 }]);
    }
  }
});

/** Ids of nothing, of the form of ours. */
const NOTHING = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6eff';

it('answer whoever may not know of them as what does not exist, to the letter, whatever they say they have', async () => {
  const etag = (await api.raw(`/api/v1/reflections/${reflectionId}`, { key: null, headers: cast.headersOf(author) })).headers.get('etag') as string;
  const json = { 'content-type': 'application/json' };
  const probes: { method: string; path: (id: string) => string; headers?: Record<string, string>; body?: string }[] = [
    ...['', '?asOf=2025-12-31', '?knownAt=2999-01-01', `?position=${position}`].map((query) => ({ method: 'GET', path: (id: string) => `/api/v1/reflections/${id}${query}` })),
    ...[etag, '*', '"1.x"'].map((known) => ({ method: 'GET', path: (id: string) => `/api/v1/reflections/${id}`, headers: { 'if-none-match': known } })),
    ...[etag, '*', '"0.x"', '"999.x"'].map((known) => ({ method: 'PATCH', path: (id: string) => `/api/v1/reflections/${id}`, headers: { ...json, 'if-match': known }, body: '{"what":"x"}' })),
    { method: 'PATCH', path: (id) => `/api/v1/reflections/${id}`, headers: json, body: '{"what":"x"}' },
    { method: 'POST', path: (id) => `/api/v1/reflections/${id}/share`, headers: json, body: '{"visibility":"network"}' },
    { method: 'POST', path: (id) => `/api/v1/reflections/${id}/share`, headers: { ...json, 'idempotency-key': 'canary' }, body: '{"visibility":"network"}' },
    { method: 'POST', path: (id) => `/api/v1/reflections/${id}/withdraw`, headers: json, body: '{}' },
  ];
  for (const [who, reader] of readers) {
    const confirm = { method: 'POST', path: (id: string) => `/api/v1/reflections/${id}/confirm-value`, headers: json, body: JSON.stringify({ memberId: reader.memberId ?? cast.eve, groupId: cast.groupId }) };
    for (const { method, path, headers, body } of [...probes, confirm]) {
      const answer = async (id: string) => {
        const response = await api.raw(path(id), { key: null, method, headers: { ...cast.headersOf(reader), ...headers }, ...(body !== undefined && { body }) });
        return [response.status, (await response.text()).replaceAll(id, 'ID'), response.headers.get('etag')];
      };
      expect([who, method, path('ID'), headers, await answer(reflectionId)]).toEqual([who, method, path('ID'), headers, await answer(NOTHING)]);
    }
  }
});

it('are not reached with the cursor of somebody who may see them', async () => {
  for (let count = 0; count < 2; count++) await cast.give('recordReflection', { authorId: author.memberId, what: WORDS.what, soWhat: WORDS.soWhat });
  await cast.settled();
  const list = '/api/v1/reflections?limit=1';
  const { next } = (await (await api.raw(list, { key: null, headers: cast.headersOf(author) })).json()) as { next: string };
  expect(next).toEqual(expect.any(String));
  for (const [who, reader] of readers) {
    const response = await api.raw(`${list}&cursor=${encodeURIComponent(next)}`, { key: null, headers: cast.headersOf(reader) });
    expect([who, response.status, ((await response.json()) as { type: string }).type]).toEqual([who, 400, 'urn:relocon:problem:bad-cursor']);
  }
});
