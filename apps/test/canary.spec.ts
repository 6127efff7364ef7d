/** Canaries: texts that only one person may see, and every path by which somebody else could come across them. */
import { formatPosition } from '#event-sourcing';
import { startTestService, type TestService } from './api.js';
import { Cast, type Somebody } from './cast.js';
import { messagesUntil } from './matrix.js';
import { thorough } from './thorough.js';

/** In a private reflection: each of its texts, its skills, and how it was before. */
const WORDS = { what: 'zyxwhat', soWhat: 'zyxsowhat', nowWhat: 'zyxnowwhat', skill: 'zyxskill', revised: 'zyxrevised' };
/** In a story that was withdrawn, after one of the readers had acknowledged it: for its teller alone. */
const WITHDRAWN = { title: 'zyxtitle', text: 'zyxtext', skill: 'zyxtaught', revised: 'zyxretold', took: 'zyxtook' };
/** In a story told to a group: for its members of today and staff. */
const TOLD = { title: 'qwxtitle', text: 'qwxtext', skill: 'qwxtaught', took: 'qwxtook' };
const PRIVATE = [...Object.values(WORDS), ...Object.values(WITHDRAWN)];
const REASON = 'zyxreason';
const ADDRESS = 'zyxaddress@example.org';
/** Of help in no group: what was noted, and why it was disputed. */
const HELP = ['zyxnote', 'zyxdispute'];
/** In an introduction, which the two read and staff: what was written to them, and why it was declined. */
const INTRODUCTION = ['zyxbothofyou', 'zyxdecline'] as const;
/** In a score of a review that is not decided. */
const JUDGED = 'zyxjudged';
/** How many answered the trust pulse of the group. */
const ANSWERED = 987_654_321;

let api: TestService;
let cast: Cast;
let author: Somebody;
let teacher: string;
let blocked: string;
let meetingId: string;
let reflectionId: string;
let helpId: string;
let helper: string;
let withdrawnId: string;
let toldId: string;
let declined: { groupId: string; memberId: string };
let introductionId: string;
let reviewId: string;
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
  const tell = async (words: typeof TOLD) => {
    const { id: storyId } = await cast.give('tellStory', { tellerId: memberId, toldTo: 'group', meetingId, title: words.title, text: words.text, skills: [words.skill] });
    await cast.give('acknowledgeStory', { storyId, memberId: teacher, took: words.took });
    return storyId;
  };
  toldId = await tell(TOLD);
  withdrawnId = await tell(WITHDRAWN);
  await cast.give('reviseStory', { storyId: withdrawnId, text: WITHDRAWN.revised });
  await cast.give('withdrawStory', { storyId: withdrawnId });
  await cast.give('blockMember', { memberId, blockedMemberId: blocked });
  declined = { groupId: await cast.group(), memberId };
  await cast.give('requestMembership', declined);
  await cast.give('declineRequest', { ...declined, reason: REASON });
  await cast.give('changeProfile', { memberId, email: ADDRESS });
  helper = await cast.member();
  helpId = (await cast.give('offerHelp', { giverId: helper, receiverIds: [memberId, teacher], skill: 'zyxhelp', note: HELP[0], occurredAt: '2025-03-06T08:00:00Z' })).id;
  await cast.give('recordHelp', { offerId: helpId, giverId: helper, receiverIds: [memberId], minutes: 45, occurredAt: '2025-03-07T08:00:00Z' });
  await cast.give('disputeHelp', { helpId, memberId, reason: HELP[1] });
  introductionId = (await cast.give('suggestIntroduction', { seekerId: memberId, teacherId: cast.eve, note: INTRODUCTION[0] })).id;
  await cast.give('declineIntroduction', { introductionId, memberId: cast.eve, reason: INTRODUCTION[1] });
  reviewId = (await cast.give('openReview', { groupId })).id;
  await cast.give('scoreCriterion', { reviewId, criterion: 'trust', level: 1, note: JUDGED });
  await cast.give('closeTrustPulse', { groupId, quarter: '2025-Q1', questions: 1, answered: ANSWERED, totals: [] });
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
    q: [...PRIVATE, ...Object.values(TOLD)], aboutSkills: [WORDS.skill, WITHDRAWN.skill, TOLD.skill, 'zyxhelp'], offersSkills: [WORDS.skill], seeksSkills: [WORDS.skill],
    authorId: [memberId], memberId: [memberId], tellerId: [memberId], memberIds: [memberId, helper, cast.eve], giverId: [helper], actor: [memberId, accountId], groupId: [cast.groupId, declined.groupId], meetingId: [meetingId], learnedFrom: [teacher],
    stream: [...Object.entries(things()).map(([kind, id]) => `${kind.replace(/\d/, '')}-${id}`), `member-${memberId}`, `account-${accountId}`, `membership-${declined.groupId}.${memberId}`, `pulse-${cast.groupId}.2025-Q1`],
    tag: [...Object.entries(things()).map(([kind, id]) => `${kind.replace(/\d/, '')}:${id}`), ...[memberId, teacher, blocked, helper].map((id) => `member:${id}`), `group:${cast.groupId}`, `meeting:${meetingId}`],
    type: [
      ...['ReflectionRecorded', 'ReflectionRevised', 'StoryTold', 'StoryRevised', 'StoryAcknowledged', 'StoryWithdrawn', 'HelpOffered', 'HelpRecorded', 'HelpDisputed'],
      ...['IntroductionSuggested', 'IntroductionDeclined', 'CriterionScored', 'TrustPulseClosed', 'MemberBlocked', 'MembershipDeclined', 'MemberProfileChanged'],
    ],
    asOf: ['2025-12-31'], knownAt: ['2999-01-01'], position: [position], total: ['true'], limit: ['1', '100'], listed: ['true', 'false'],
    from: ['2025-01-01'], until: ['2999-12-31'], days: ['3650'],
  };
  return [...(known[name] ?? schema?.enum ?? []), ...(name === 'status' ? ['disputed'] : [])];
}

/** What the canaries lie in, by the name of its streams. */
function things(): Record<string, string> {
  return { reflection: reflectionId, story: withdrawnId, story2: toldId, help: helpId, introduction: introductionId, review: reviewId };
}

/** Every GET of the document that somebody signed in may ask, with every id and each value of each parameter. */
function everyRead(...more: readonly string[]): string[] {
  const { memberId, accountId } = author as Required<Somebody>;
  const ids = [...more, memberId, teacher, blocked, helper, accountId, cast.groupId, declined.groupId, meetingId, ...Object.values(things()), `${declined.groupId}.${memberId}`, `${cast.groupId}.${memberId}`, `${meetingId}.${memberId}`, `${cast.groupId}.2025-Q1`];
  return Object.entries(api.contract.document.paths).flatMap(([path, methods]) => {
    const get = methods.get as unknown as Described | undefined;
    if (!get || path === '/api/v1/changes' || path.startsWith('/api/v1/provider')) return [];
    const queries = ['', ...(get.parameters ?? []).filter((each) => each.in === 'query').flatMap((parameter) => valuesOf(parameter).map((value) => `?${parameter.name}=${encodeURIComponent(value)}`))];
    return (path.includes('{') ? ids.map((id) => path.replace(/\{[^}]+\}/, id)) : [path]).flatMap((each) => queries.map((query) => each + query));
  });
}

interface Described {
  parameters?: Parameter[];
  responses: Record<string, { content?: object }>;
}

const described = new Map<string, Described | undefined>();

/** What the document says of reading a path. */
function getOf(url: string): Described | undefined {
  const { pathname } = new URL(url, api.url);
  const { paths } = api.contract.document;
  const find = () => (pathname in paths ? pathname : Object.keys(paths).find((path) => new RegExp(`^${path.replace(/\{[^}]+\}/, '[^/]+')}$`).test(pathname)));
  if (!described.has(pathname)) described.set(pathname, (paths[find() ?? ''] as unknown as { get?: Described } | undefined)?.get);
  return described.get(pathname);
}

/** Every form in which the document says that a path answers; CSV, which has the same as NDJSON, where nothing is asked for. Of what is asked for, one form at a time in turn, unless this is to be thorough. */
function formsOf(url: string, turn: number): string[] {
  const forms = Object.keys(getOf(url)?.responses['200']?.content ?? { 'application/json': {} });
  if (!url.includes('?')) return forms;
  const lines = forms.filter((form) => form !== 'text/csv');
  return thorough ? lines : lines.filter((_, index) => index === turn % lines.length);
}

/** All pages of an answer, with its headers, without what was asked for itself. */
async function told(url: string, reader: Somebody, accept: string): Promise<string> {
  const asked = decodeURIComponent(url).split('?')[1] ?? '';
  let all = '';
  // Whoever takes the log or a list away says why.
  const why = accept !== 'application/json' && reader.token !== undefined && getOf(url)?.parameters?.some(({ name }) => name === 'reason');
  const first = why ? `${url}${url.includes('?') ? '&' : '?'}reason=Books` : url;
  for (let [next, pages] = [first as string | null, 0]; next !== null && pages < 5; pages++) {
    // What answers look like is seen elsewhere: here only what stands in them.
    const response = await fetch(api.url + next, { headers: { ...cast.headersOf(reader), accept } });
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
  for (const word of [WITHDRAWN.title, WITHDRAWN.skill, WITHDRAWN.revised, WITHDRAWN.took]) expect(await own(`/api/v1/stories/${withdrawnId}`)).toContain(word);
  expect(await own(`/api/v1/events?stream=story-${withdrawnId}`)).toContain(WITHDRAWN.text);
  for (const word of Object.values(TOLD)) expect(await own(`/api/v1/stories/${toldId}`)).toContain(word);
  expect(await own(`/api/v1/member-blocks/${author.memberId}`)).toContain(blocked);
  expect(await own(`/api/v1/memberships/${declined.groupId}.${author.memberId}`)).toContain(REASON);
  expect(await own(`/api/v1/members/${author.memberId}`)).toContain(ADDRESS);
  for (const word of HELP) expect(await own(`/api/v1/help-exchanges/${helpId}`)).toContain(word);
  for (const word of INTRODUCTION) expect(await own(`/api/v1/introductions/${introductionId}`)).toContain(word);
  const facilitator = await api.raw(`/api/v1/alignment-reviews/${reviewId}`, { key: null, headers: cast.headersOf(cast.people.facil) });
  expect(await facilitator.text()).toContain(JUDGED);
  for (const path of ['', `/${cast.groupId}.2025-Q1`]) expect(await own(`/api/v1/trust-pulses${path}`)).toContain(String(ANSWERED));
});

/** Who met what of it where, of all others. */
async function metBy(urls: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const walk = async ([who, reader]: [string, Somebody]) => {
    const mayKnow = who.startsWith('admin') || who.startsWith('key') || who === 'auditor' || who === 'integrator';
    const facilitates = who === 'facilitator, named in it';
    const belongs = facilitates || who === 'member of the group';
    /** What they may not read, asked plainly. */
    const closed = new Set<string>();
    for (const [turn, url] of urls.entries()) {
      const { pathname, search } = new URL(url, api.url);
      for (const accept of formsOf(url, turn)) {
        // Who may not read a thing is asked again in the other forms and of other times, but not with every parameter.
        if (closed.has(pathname) && !/^\?(asOf|knownAt|position)=/.test(search) && search !== '') continue;
        const text = await told(url, reader, accept);
        const refused = text.includes('"urn:relocon:problem:');
        if (refused && search === '' && !(pathname in api.contract.document.paths)) closed.add(pathname);
        const hidden = [
          ...[...PRIVATE, reflectionId, withdrawnId],
          ...(url.includes(blocked) ? [] : [`"blockedMemberIds":["${blocked}"`, `"blockedMemberId":"${blocked}"`]),
          ...(mayKnow ? [] : [ADDRESS, ...HELP, ...INTRODUCTION, introductionId]),
          ...(mayKnow || facilitates ? [] : [REASON, JUDGED, helpId, reviewId]),
          ...(mayKnow || belongs ? [] : [toldId, ...Object.values(TOLD), String(ANSWERED)]),
        ].filter((word) => !url.includes(word) || PRIVATE.includes(word));
        for (const word of hidden) if (text.includes(word)) found.push(`${who} met ${word} at ${accept} ${url}`);
      }
    }
  };
  await Promise.all(readers.map(walk));
  return found;
}

it('are met by nobody else on any path, whatever is asked, in any form, header or problem', async () => {
  const urls = everyRead();
  expect(urls.length).toBeGreaterThan(200);
  expect(await metBy(urls)).toEqual([]);
}, 180_000);

it('do not come with the stream, read from the start', async () => {
  for (const [who, reader] of readers.filter(([each]) => each !== 'account without anything')) {
    const [last] = (await cast.give('seekSkill', { memberId: reader.memberId ?? cast.eve, skill: cast.name('skill') })).events;
    const stopped = new AbortController();
    const response = await api.raw('/api/v1/changes', { key: null, headers: { ...cast.headersOf(reader), 'last-event-id': start }, signal: stopped.signal });
    const text = JSON.stringify(await messagesUntil(response, formatPosition(cast.runtime.log.id, last?.position as number)));
    stopped.abort();
    for (const word of [...PRIVATE, ...HELP, ...INTRODUCTION, JUDGED, reflectionId, withdrawnId, blocked, REASON, ADDRESS]) expect([who, word, text.replaceAll(`member-${blocked}`, '').includes(word)]).toEqual([who, word, false]);
  }
});

it('stand in no calendar', async () => {
  const members = readers.filter(([, { token, memberId }]) => token !== undefined && memberId !== undefined);
  expect(members.length).toBeGreaterThan(3);
  for (const [who, reader] of [...members, ['its author', author] as const]) {
    for (const body of [{}, { groupId: cast.groupId }]) {
      const made = await api.raw('/api/v1/calendars', { key: null, method: 'POST', body: JSON.stringify(body), headers: { ...cast.headersOf(reader), 'content-type': 'application/json' } });
      if (made.status === 403) continue;
      const text = await (await api.raw(new URL(((await made.json()) as { address: string }).address).pathname, { key: null })).text();
      expect(text).toContain('BEGIN:VCALENDAR');
      for (const word of [...PRIVATE, reflectionId, blocked, REASON, ADDRESS, author.memberId as string]) expect([who, word, text.includes(word)]).toEqual([who, word, false]);
    }
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
    const confirm = { method: 'POST', path: (id: string) => `/api/v1/reflections/${id}/confirm-value`, headers: json, body: JSON.stringify({ memberId: reader.memberId ?? cast.eve }) };
    for (const { method, path, headers, body } of [...probes, confirm]) {
      const answer = async (id: string) => {
        const response = await api.raw(path(id), { key: null, method, headers: { ...cast.headersOf(reader), ...headers }, ...(body !== undefined && { body }) });
        return [response.status, (await response.text()).replaceAll(id, 'ID'), response.headers.get('etag')];
      };
      expect([who, method, path('ID'), headers, await answer(reflectionId)]).toEqual([who, method, path('ID'), headers, await answer(NOTHING)]);
    }
  }
});

it('of help count and exist for nobody whom it does not concern, whoever it was offered to', async () => {
  const json = { 'content-type': 'application/json' };
  const others = readers.slice(4, -1);
  expect(others.map(([who]) => who)).toEqual(['account without anything', 'facilitator, named in it', 'member of the group', 'facilitator of another group', 'facilitator who has left']);
  for (const [who, reader] of others) {
    const ask = async (path: string, body?: object) => {
      const response = await api.raw(path, { key: null, headers: { ...cast.headersOf(reader), ...(body && json) }, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
      return [response.status, await response.text()] as const;
    };
    for (const query of ['', `&memberIds=${author.memberId}`, `&giverId=${helper}`, '&status=disputed', '&aboutSkills=zyxhelp']) {
      expect([who, query, JSON.parse((await ask(`/api/v1/help-exchanges?total=true${query}`))[1])]).toEqual([who, query, { items: [], next: null, total: 0 }]);
    }
    const self = reader.memberId ?? cast.eve;
    const probes: [path: (id: string) => string, body?: (id: string) => object][] = [
      ...['', '?asOf=2025-03-06', '?knownAt=2999-01-01', `?position=${position}`].map((query): [(id: string) => string] => [(id) => `/api/v1/help-exchanges/${id}${query}`]),
      [(id) => `/api/v1/help-offers/${id}/withdraw`, () => ({})],
      [() => '/api/v1/help-exchanges', (offerId) => ({ offerId, giverId: self, receiverIds: [author.memberId], minutes: 5 })],
      [(id) => `/api/v1/help-exchanges/${id}/confirm`, () => ({ memberId: self })],
      [(id) => `/api/v1/help-exchanges/${id}/dispute`, () => ({ memberId: self, reason: 'x' })],
      [() => '/api/v1/reflections', (id) => ({ authorId: self, context: { kind: 'help', id }, what: 'x', soWhat: 'x' })],
      // Whoever it was offered to may be told that something came of it.
      ...(self === teacher ? [] : ([[() => '/api/v1/help-exchanges', (offerId) => ({ offerId, giverId: helper, receiverIds: [self, author.memberId], minutes: 5 })]] as [() => string, (id: string) => object][])),
    ];
    for (const [path, body] of probes) {
      const answer = async (id: string) => (await ask(path(id), body?.(id))).map((each) => String(each).replaceAll(id, 'ID'));
      expect([who, path('ID'), await answer(helpId)]).toEqual([who, path('ID'), await answer(NOTHING)]);
    }
  }
});

it('of an open review are for staff and facilitators: to others it does not exist, and is not counted', async () => {
  for (const [who, reader] of readers.filter(([each]) => /^(account|member of|facilitator (of|who))/.test(each))) {
    for (const path of ['', '?asOf=2999-01-01', `?position=${position}`, '/audit']) {
      const answer = async (id: string) => {
        const response = await api.raw(`/api/v1/alignment-reviews/${id}${path}`, { key: null, headers: cast.headersOf(reader) });
        return [response.status, (await response.text()).replaceAll(id, 'ID'), response.headers.get('etag')];
      };
      expect([who, path, await answer(reviewId)]).toEqual([who, path, await answer(NOTHING)]);
    }
    for (const query of ['', `&groupId=${cast.groupId}`, '&status=open', `&groupId=${cast.groupId}&status=open`, '&sort=inForceUntil']) {
      const response = await api.raw(`/api/v1/alignment-reviews?total=true${query}`, { key: null, headers: cast.headersOf(reader) });
      expect([who, query, await response.json()]).toEqual([who, query, { items: [], next: null, total: 0 }]);
    }
    for (const [verb, body] of [['score', { criterion: 'trust', level: 0 }], ['decide', {}], ['appeal', { reason: 'x' }]] as const) {
      const answer = async (id: string) => {
        const response = await api.raw(`/api/v1/alignment-reviews/${id}/${verb}`, { key: null, method: 'POST', headers: { ...cast.headersOf(reader), 'content-type': 'application/json' }, body: JSON.stringify(body) });
        return [response.status, (await response.text()).replaceAll(id, 'ID')];
      };
      expect([who, verb, await answer(reviewId)]).toEqual([who, verb, await answer(NOTHING)]);
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

describe('Of stories', () => {
  const outside = () => readers.filter(([who]) => ['account without anything', 'facilitator of another group', 'facilitator who has left'].includes(who));
  /** Each story with those to whom there is none. */
  const hidden = (): [string, [string, Somebody][], typeof TOLD][] => [[withdrawnId, readers, WITHDRAWN], [toldId, outside(), TOLD]];

  it('count for nobody else', async () => {
    for (const [, everybody, { title, skill }] of hidden()) {
      for (const [who, reader] of everybody) {
        for (const query of [`&q=${title}`, `&aboutSkills=${skill}`, `&tellerId=${author.memberId}&aboutSkills=${skill}`, `&groupId=${cast.groupId}&aboutSkills=${skill}`]) {
          const response = await api.raw(`/api/v1/stories?total=true${query}`, { key: null, headers: cast.headersOf(reader) });
          expect([who, query, await response.json()]).toEqual([who, query, { items: [], next: null, total: 0 }]);
        }
      }
    }
  });

  it('answer as what does not exist, to the letter', async () => {
    const json = { 'content-type': 'application/json' };
    for (const [storyId, everybody] of hidden()) {
      const etag = (await api.raw(`/api/v1/stories/${storyId}`, { key: null, headers: cast.headersOf(author) })).headers.get('etag') as string;
      for (const [who, reader] of everybody) {
        const probes: { method: string; path: (id: string) => string; headers?: Record<string, string>; body?: string }[] = [
          ...['', '?asOf=2999-12-31', '?knownAt=2999-01-01', `?position=${position}`].map((query) => ({ method: 'GET', path: (id: string) => `/api/v1/stories/${id}${query}` })),
          ...[etag, '*'].map((known) => ({ method: 'GET', path: (id: string) => `/api/v1/stories/${id}`, headers: { 'if-none-match': known } })),
          ...[etag, '*', '"999.x"'].map((known) => ({ method: 'PATCH', path: (id: string) => `/api/v1/stories/${id}`, headers: { ...json, 'if-match': known }, body: '{"title":"x"}' })),
          { method: 'POST', path: (id) => `/api/v1/stories/${id}/withdraw`, headers: json, body: '{}' },
          // The words of whoever has acknowledged it, and others.
          ...[WITHDRAWN.took, 'other words'].map((took) => ({ method: 'POST', path: (id: string) => `/api/v1/stories/${id}/acknowledge`, headers: json, body: JSON.stringify({ memberId: reader.memberId ?? cast.eve, took }) })),
        ];
        for (const { method, path, headers, body } of probes) {
          const answer = async (id: string) => {
            const response = await api.raw(path(id), { key: null, method, headers: { ...cast.headersOf(reader), ...headers }, ...(body !== undefined && { body }) });
            return [response.status, (await response.text()).replaceAll(id, 'ID'), response.headers.get('etag')];
          };
          expect([who, method, path('ID'), body, await answer(storyId)]).toEqual([who, method, path('ID'), body, await answer(NOTHING)]);
        }
      }
    }
  });
});
it('are not met by way of what builds on them, or of what was opened from them', async () => {
  const { groupId } = cast;
  const authorId = author.memberId as string;
  // Somebody who reads what is open to all, who is named in it, and who helps.
  const told = await cast.give('recordReflection', { authorId, context: { kind: 'meeting', id: meetingId }, what: 'An open thought.', soWhat: 'Heard by all.', value: 'applied', buildsOn: reflectionId, learnedFrom: [teacher], visibility: 'network' });
  const furtherOn = await cast.give('recordReflection', { authorId, what: 'Another.', soWhat: 'And more.', buildsOn: told.id, visibility: 'network' });
  const action = await cast.give('commitAction', { ownerId: authorId, groupId, title: 'Ask three clients', dueOn: '2999-01-01', reflectionId, helperIds: [teacher] });
  await cast.give('renegotiateAction', { actionId: action.id, dueOn: '2999-01-02' });
  const { id: next } = await cast.give('scheduleMeeting', { groupId, title: 'The next evening', startsAt: '2999-01-01T17:00:00Z' });
  await cast.settled();
  const own = async (path: string) => (await api.raw(path, { key: null, headers: cast.headersOf(author) })).text();
  for (const path of [`/api/v1/reflections/${told.id}`, `/api/v1/reflections/${furtherOn.id}/value-story`, `/api/v1/actions/${action.id}`, `/api/v1/members/${authorId}/timeline`, `/api/v1/events?stream=action-${action.id}`]) expect([path, (await own(path)).includes(reflectionId)]).toEqual([path, true]);
  expect(await own(`/api/v1/meetings/${next}/agenda`)).toContain(action.id);
  const urls = everyRead(told.id, furtherOn.id, action.id, next).filter((url) => /\/(reflections|actions|events|agenda|timeline)(\/|$|\?(tag|stream|authorId|asOf|limit)=)/.test(url));
  expect(await metBy(urls)).toEqual([]);
  // Completed, it is told to more.
  await cast.give('completeAction', { actionId: action.id, outcome: 'All three were asked.' });
  await cast.settled();
  expect(await metBy([`/api/v1/reflections/${told.id}`, `/api/v1/actions/${action.id}`, `/api/v1/events?stream=action-${action.id}`, `/api/v1/events?tag=action:${action.id}`, `/api/v1/members/${authorId}/timeline`, `/api/v1/members/${teacher}/timeline`])).toEqual([]);
  // Nobody finds them by the id they may have heard of.
  for (const [who, reader] of readers.filter(([each]) => each !== 'account without anything')) {
    const response = await api.raw(`/api/v1/events?tag=reflection:${reflectionId}`, { key: null, headers: cast.headersOf(reader) });
    expect([who, ((await response.json()) as { items: object[] }).items]).toEqual([who, []]);
  }
}, 180_000);
