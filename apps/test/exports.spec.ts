/** Lists in one piece: what is in them, of which moment, who may take them, and how one knows that nothing is missing. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { defineCommand, newId, NO_STREAM, NotWrittenError, StoreUnavailableError, type Document, type Snapshot } from '#event-sourcing';
import { members, pledgeTime } from '#features/members/members.decider.js';
import { PersonalDataErased } from '#features/members/members.events.js';
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { signedIn, type Person } from './people.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
let ada: Person;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
  ada = await signedIn(api, { memberId: world.people.ada, role: 'administrator' });
});
afterAll(() => api.stop());

const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';
interface Asking {
  accept?: string;
  key?: string;
  headers?: Record<string, string>;
}
const take = (path: string, { accept = NDJSON, key, headers }: Asking = {}) => api.raw(`/api/v1/${path}`, { headers: { accept, ...headers }, ...(key !== undefined && { key }), ...(headers?.cookie !== undefined && { key: null }) });
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Document & { count: number });
/** Items and what the last line counts. */
const taken = async (path: string, asking?: Asking) => {
  const lines = linesOf(await (await take(path, asking)).text());
  return { items: lines.slice(0, -1), count: lines.at(-1)?.count };
};
const rowsOf = (text: string) => parse(text, { columns: true, record_delimiter: ['\r\n'] }) as unknown as Record<string, string>[];
const refusal = async (answer: Promise<Response>) => {
  const response = await answer;
  const { type } = (await response.json()) as { type: string };
  return `${response.status} ${type.replace('urn:relocon:problem:', '')}`;
};
const headNow = async () => (await ok(api.admin.GET('/api/v1/operations/views'))).head;
const recorded = async (type: string) => (await ok(api.admin.GET('/api/v1/events', { params: { query: { type }, header: { 'Relocon-After': await headNow() } } }))).items;
/** An answer to its end, or to where it was cut. */
const read = async (response: Response) => {
  let text = '';
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(chunk).toString();
  } catch {
    return { text, cut: true };
  }
  return { text, cut: false };
};

/** Acts between the first page of each snapshot and the second, or before the page that is named. */
function meanwhile(act: () => Promise<unknown>, before = 1): jest.SpyInstance {
  const { store } = api.service.runtime;
  const snapshot = store.snapshot.bind(store);
  return jest.spyOn(store, 'snapshot').mockImplementation((collection, query, until, work) =>
    snapshot(collection, query, until, ({ position, pages }: Snapshot) => {
      async function* interrupted() {
        let index = 0;
        for await (const page of pages) {
          if (index++ === before) await act();
          yield page;
        }
      }
      return work({ position, pages: interrupted() });
    }),
  );
}

/** The paths that answer `items`, be they lists of a view, which are counted, or not. */
function pathsOfLists(ofView: boolean): string[] {
  const { paths, components } = api.contract.document as unknown as { paths: Record<string, { get?: Described }>; components: { schemas: Record<string, Schema> } };
  const has = ({ $ref, properties }: Schema): boolean => ($ref === undefined ? properties?.items !== undefined : has(components.schemas[$ref.split('/').at(-1) as string] as Schema));
  return Object.entries(paths).filter(([, { get }]) => has(get?.responses['200']?.content?.['application/json']?.schema ?? {}) && (get?.parameters ?? []).some(({ name }) => name === 'total') === ofView).map(([path]) => path.replace('/api/v1/', ''));
}
interface Described {
  parameters?: { name: string }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
}

describe('Every list', () => {
  it('offers CSV and NDJSON', () => {
    const lists = [...pathsOfLists(true), ...pathsOfLists(false)].map((path) => (path.startsWith('/') ? path : `/api/v1/${path}`));
    expect(lists).toEqual(expect.arrayContaining(['/api/v1/members', '/api/v1/keys', '/api/v1/members/{id}/timeline', '/api/public/directory', '/api/v1/events']));
    for (const path of lists) expect([path, Object.keys(api.contract.document.paths[path]?.get?.responses['200']?.content ?? {})]).toEqual([path, ['application/json', CSV, NDJSON]]);
  });

  it('says what it holds as CSV and NDJSON too, in the same order', async () => {
    const lists = pathsOfLists(true);
    expect(lists).toEqual(expect.arrayContaining(['members', 'groups', 'memberships', 'meetings', 'attendances', 'reflections', 'accounts']));
    for (const list of lists) {
      const answer = await api.raw(`/api/v1/${list}?limit=100`, { headers: { 'relocon-after': await headNow() } });
      // Some lists are offered only by what they are of.
      if (answer.status === 400) continue;
      const { items } = (await answer.json()) as { items: Document[] };
      expect([list, await taken(list)]).toEqual([list, { items, count: items.length }]);
      const csv = await (await take(list, { accept: CSV })).text();
      expect([list, rowsOf(csv).map(({ id }) => id)]).toEqual([list, items.map(({ id }) => id)]);
    }
  });

  it('is filtered, sorted and searched as pages are, and holds what its reader may see', async () => {
    const names = async (query: string, asking?: Asking) => (await taken(`members${query}`, asking)).items.map(({ displayName }) => displayName);
    expect(await names('?sort=-displayName&q=o')).toEqual(['Dan Ost', 'Ben Ode']);
    expect(await names('?q=!!')).toEqual([]);
    const { keys, people, groupId } = world;
    expect((await taken(`memberships?groupId=${groupId}`, { key: keys.ben.secret })).count).toBe(3);
    expect((await taken(`memberships?groupId=${groupId}`, { key: keys.dan.secret })).count).toBe(0);
    expect((await taken('memberships', { key: keys.dan.secret })).items.map(({ memberId }) => memberId)).toEqual([people.dan]);
    expect(await refusal(take('members?externalId=7', { key: keys.ben.secret }))).toBe('403 forbidden');
  });

  it('has no pages as an export, no export in pages, and no past', async () => {
    for (const query of ['limit=5', 'cursor=x', 'total=true']) for (const accept of [CSV, NDJSON]) expect([query, await refusal(take(`members?${query}`, { accept }))]).toEqual([query, '400 invalid-input']);
    expect(await refusal(take('members?reason=Books', { accept: 'application/json' }))).toBe('400 invalid-input');
    expect(await refusal(take('members?asOf=2025-01-01'))).toBe('400 no-time-travel');
    expect(await refusal(take('members?sort=interests'))).toBe('400 invalid-input');
    expect(await refusal(take('members?from=2025-01-01&sort=displayName', { accept: CSV }))).toBe('400 unsupported-query');
  });

  it.each([
    ['text/csv', CSV],
    ['application/x-ndjson, text/csv', NDJSON],
    ['application/x-ndjson;q=0.5, text/csv', CSV],
    ['text/html, text/csv;q=0.9, */*;q=0.8', CSV],
    ['application/json, text/csv', 'application/json'],
    ['text/csv;q=0', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
  ])('is in the form that is liked best: %s', async (accept, type) => {
    const response = await take('members', { accept });
    await response.arrayBuffer();
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  });
});

describe('A CSV file', () => {
  it('has a column for every field, in words a spreadsheet takes for words', async () => {
    const evil = '=HYPERLINK("https://evil.example")';
    const { id, position } = await ok(
      api.admin.POST('/api/v1/groups', {
        body: { name: evil, timeZone: 'Europe/Berlin', occurredAt: '2025-05-02T09:00:00Z', charter: { purpose: 'To say "no",\nkindly', domain: ['pricing', '+law', 'a,b'], practice: '@noon' } },
      }),
    );
    await ok(api.admin.POST('/api/v1/groups', { body: { name: 'Ohne Charta', timeZone: 'UTC' } }));
    await ok(api.admin.PATCH('/api/v1/groups/{id}', { params: { ...at(id), header: { 'If-Match': '*' } }, body: { place: { text: '-33 South', latitude: -33.9, longitude: 18.4 } } }));
    const response = await take('groups?q=evil', { accept: CSV, headers: { 'relocon-after': await headNow() } });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="groups-\d{4}-\d\d-\d\d\.csv"$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((response.headers.get('relocon-seen') as string) > position).toBe(true);
    const text = await response.text();
    expect(text.split('\r\n')[0]).toBe('id,name,timeZone,place.text,place.latitude,place.longitude,listed,foundedAt,status,archivedAt,archiveReason,charter.version,charter.purpose,charter.domain,charter.practice,charter.adoptedAt,charterVersions');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rowsOf(text)).toEqual([
      {
        id, name: `'${evil}`, timeZone: 'Europe/Berlin', 'place.text': "'-33 South", 'place.latitude': '-33.9', 'place.longitude': '18.4', listed: 'false', foundedAt: '2025-05-02T09:00:00.000Z', status: 'active', archivedAt: '', archiveReason: '',
        'charter.version': '1', 'charter.purpose': 'To say "no",\nkindly', 'charter.domain': 'pricing; +law; a,b', 'charter.practice': "'@noon", 'charter.adoptedAt': '2025-05-02T09:00:00.000Z', charterVersions: '1',
      },
    ]);
    const [bare] = rowsOf(await (await take('groups?q=Ohne', { accept: CSV })).text());
    expect([bare?.['place.text'], bare?.['charter.purpose'], bare?.['charter.domain'], bare?.charterVersions]).toEqual(['', '', '', '0']);
  });

  it('keeps lists of what is no text as JSON, and says nothing in a column that is not for its reader', async () => {
    const { people, keys } = world;
    await ok(api.admin.POST('/api/v1/members/{id}/offer-skill', { params: at(people.ben), body: { skill: 'law', level: 3 } }));
    await ok(api.admin.PATCH('/api/v1/members/{id}', { params: { ...at(people.ben), header: { 'If-Match': '*' } }, body: { email: 'ben@example.org' } }));
    const told = async (key: string, whom: string) => {
      const row = rowsOf(await (await take('members', { accept: CSV, key, headers: { 'relocon-after': await headNow() } })).text()).find(({ id }) => id === whom);
      return [row?.offers, row?.email, row?.introductionCapacity];
    };
    const offers = '[{"skill":"law","level":3}]';
    expect(await told(keys.ben.secret, people.ben)).toEqual([offers, 'ben@example.org', '2']);
    expect(await told(keys.cleo.secret, people.ben)).toEqual([offers, '', '']);
  });

  it('has its columns where it has no rows', async () => {
    const empty = await (await take('attendances?groupId=none', { accept: CSV })).text();
    expect(empty).toBe('id,meetingId,groupId,memberId,startsAt,cancelled,rsvp.response,rsvp.guests,rsvp.givenAt,rsvp.firstGivenAt,apology.receivedAt,apology.reason,outcome,minutes,how,corrections\r\n');
    expect(await taken('attendances?groupId=none')).toEqual({ items: [], count: 0 });
  });
});

describe('Taking a list away', () => {
  it('takes a reason and the password again from people, and is recorded before it begins', async () => {
    const { people } = world;
    const before = (await recorded('ExportTaken')).length;
    expect(await refusal(take('members', { headers: ada.headers }))).toBe('400 invalid-input');
    const late = await ada.after(6);
    expect(await problem(late.GET('/api/v1/members', { params: { query: { reason: 'Late' } }, headers: { accept: CSV } }))).toBe('403 re-authentication-needed');
    expect(await recorded('ExportTaken')).toHaveLength(before);
    expect((await taken('members?q=Ben&sort=registeredAt&reason=A+mailing', { headers: ada.headers })).count).toBe(1);
    expect((await taken(`memberships?memberId=${people.ben}&reason=Ben+asked`, { headers: ada.headers })).count).toBe(1);
    expect((await taken('members?offersSkills=divorce&reason=A+search', { headers: ada.headers })).count).toBe(0);
    const [first, second, third] = (await recorded('ExportTaken')).slice(before);
    expect(third).toMatchObject({ data: { list: 'members', filters: { offersSkills: '…' } } });
    expect(first).toMatchObject({ actorid: people.ada, data: { list: 'members', filters: { q: '…', sort: 'registeredAt' }, reason: 'A mailing', fromAddress: '127.0.0.1' } });
    expect(first?.data).not.toHaveProperty('memberId');
    expect(second?.data).toMatchObject({ list: 'memberships', filters: { memberId: people.ben }, memberId: people.ben, reason: 'Ben asked' });
  });

  it('is for members as well, of what they may see', async () => {
    const ben = await signedIn(api, { memberId: world.people.ben });
    expect((await taken('memberships?reason=My+own+books', { headers: ben.headers })).count).toBe(3);
    const account = await signedIn(api);
    expect(await refusal(take('accounts?reason=Mine', { headers: account.headers }))).toBe('403 forbidden');
  });

  it('takes a scope from keys, and neither a reason nor an event', async () => {
    const before = (await recorded('ExportTaken')).length;
    const keyWith = async (scopes: string[]) => (await api.service.runtime.apiKeys.create({ name: 'k', role: 'auditor', scopes }, new Date().toISOString())).secret;
    expect(await refusal(take('members', { key: await keyWith(['members:read']) }))).toBe('403 forbidden');
    expect(await refusal(take('members', { key: await keyWith(['events:export', 'events:read']) }))).toBe('403 forbidden');
    expect((await taken('members', { key: await keyWith(['members:read', 'events:export']) })).count).toBe(5);
    expect(await recorded('ExportTaken')).toHaveLength(before);
  });

  it('gives no line where it cannot be recorded', async () => {
    const full = jest.spyOn(api.service.runtime.log, 'append').mockRejectedValue(new NotWrittenError('the disk is full'));
    try {
      const response = await take('members?reason=Audit', { headers: ada.headers });
      expect([response.status, (await response.text()).includes('Ben')]).toEqual([503, false]);
    } finally {
      full.mockRestore();
    }
  });

  it('stands in the records of whom it is about: of one, where one was asked for, else of everybody', async () => {
    const { people, keys } = world;
    const told = async (client: Client, member: string) => {
      const { items } = await ok(client.GET('/api/v1/members/{id}/access-records', { params: { ...at(member), query: { limit: 100 } } }));
      return items.filter(({ what }) => what === 'export').map(({ who, concerns, reason, count }) => [who, concerns, reason, count]);
    };
    const dan = await told(keys.dan, people.dan);
    const cleo = await told(keys.cleo, people.cleo);
    const { secret } = await api.service.runtime.apiKeys.create({ name: 'Roll', role: 'integrator' }, new Date().toISOString());
    // The log, and lists of one, of everybody and of nobody.
    for (const path of ['events', `memberships?memberId=${people.cleo}`, 'members', 'groups', 'meetings', 'members?q=nobody']) await taken(path, { key: secret });
    // A facilitator of another's, a member of their own and of what every list shows them.
    await taken(`memberships?memberId=${people.cleo}`, { key: keys.ada.secret });
    await taken(`memberships?memberId=${people.cleo}`, { key: keys.cleo.secret });
    await taken('members', { key: keys.eve.secret });
    const fresh = (all: unknown[][], before: unknown[][]) => all.slice(0, all.length - before.length).map((each) => each.join()).sort();
    expect(fresh(await told(keys.dan, people.dan), dan)).toEqual(['an API key (Roll),everybody,,2']);
    expect(fresh(await told(keys.cleo, people.cleo), cleo)).toEqual(['Ada Lund,this member,,1', 'an API key (Roll),everybody,,2', 'an API key (Roll),this member,,1']);
  });
});

describe('A list that is no view', () => {
  let ben: Person;
  beforeAll(async () => {
    const { people, keys } = world;
    const { runtime } = api.service;
    ben = await signedIn(api, { memberId: people.ben });
    await ok(ben.client.POST('/api/v1/keys', { body: { name: '=cmd', scopes: ['members:read', 'groups:read'] } }));
    await ok(ben.client.POST('/api/v1/calendars', { body: {} }));
    expect((await ben.client.POST('/api/v1/me/preferences', { body: { changes: [{ name: 'theme', value: '"dark"' }] } })).response.status).toBe(204);
    await runtime.people.identities.link(ben.accountId, { issuer: 'https://login.example.org', subject: 'ben' }, new Date().toISOString());
    await ok(keys.ben.POST('/api/v1/members/{id}/seek-skill', { params: at(people.ben), body: { skill: 'baking' } }));
    await ok(keys.cleo.POST('/api/v1/members/{id}/offer-skill', { params: at(people.cleo), body: { skill: 'baking', level: 4 } }));
    for (const client of [keys.cleo, keys.ada, api.admin]) await ok(client.GET('/api/v1/members/{id}', { params: at(people.ben) }));
  });

  /** Everything that the pages of JSON tell. */
  const told = async (path: string, { headers, key }: Asking): Promise<Document[]> => {
    const items: Document[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const answer = await take(`${path}${cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : ''}`, { accept: 'application/json', ...(headers && { headers }), ...(key !== undefined && { key }) });
      const page = (await answer.json()) as { items: Document[]; next?: string | null };
      items.push(...page.items);
      cursor = page.next ?? null;
    }
    return items;
  };
  /** What stands in a column of an item. */
  const cellOf = (item: Document, column: string): string => {
    const value = column.split('.').reduce<unknown>((of, name) => (of as Document | null | undefined)?.[name], item);
    if (value === null || value === undefined) return '';
    if (typeof value === 'object') return Array.isArray(value) && value.every((each) => typeof each !== 'object') ? value.join('; ') : JSON.stringify(value);
    return String(value).replace(/^=/, "'=");
  };

  const benOf = () => world.people.ben;
  const asBen = () => ({ headers: ben.headers });
  const asKeyOfBen = () => ({ key: world.keys.ben.secret });
  it.each<[list: string, path: () => string, as: () => Asking, reason?: string]>([
    ['members/{id}/access-records', () => `members/${benOf()}/access-records`, asBen],
    ['members/{id}/access-records', () => `members/${benOf()}/access-records`, asKeyOfBen],
    ['members/{id}/access-records', () => `members/${benOf()}/access-records`, () => ({})],
    ['members/{id}/access-records', () => `members/${benOf()}/access-records`, () => ({ headers: ada.headers }), 'Ben asked'],
    ['keys', () => 'keys', asBen],
    ['keys', () => 'keys', asKeyOfBen],
    ['keys', () => 'keys', () => ({ headers: ada.headers }), 'Which are old?'],
    ['sessions', () => 'sessions', asBen],
    ['me/providers', () => 'me/providers', asBen],
    ['me/preferences', () => 'me/preferences', asBen],
    ['calendars', () => 'calendars', asBen],
    ['members/{id}/timeline', () => `members/${benOf()}/timeline`, asBen],
    ['members/{id}/timeline', () => `members/${benOf()}/timeline?asOf=2025-02-01&kind=membership`, asKeyOfBen],
    ['members/{id}/timeline', () => `members/${benOf()}/timeline?groupId=${world.groupId}`, () => ({ key: world.keys.ada.secret })],
    ['members/{id}/timeline', () => `members/${benOf()}/timeline`, () => ({ headers: ada.headers }), 'Ben asked'],
    ['members/{id}/learn-from', () => `members/${benOf()}/learn-from`, asBen],
    ['members/{id}/learn-from', () => `members/${benOf()}/learn-from`, () => ({ headers: ada.headers }), 'Ben asked'],
    ['alignment-formulas', () => 'alignment-formulas', asBen],
    ['trust-pulse', () => 'trust-pulse', asBen],
  ])('says as CSV and NDJSON what its pages say: %s', async (_list, path, as, reason = '') => {
    const asking = as();
    const why = reason === '' ? '' : `${path().includes('?') ? '&' : '?'}reason=${encodeURIComponent(reason)}`;
    const items = await told(path(), asking);
    expect(items).not.toEqual([]);
    expect(await taken(`${path()}${why}`, asking)).toEqual({ items, count: items.length });
    // Taking what is another's away is an access itself.
    const now = await told(path(), asking);
    const response = await take(`${path()}${why}`, { ...asking, accept: CSV });
    expect(response.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="${path().split('?')[0]?.split('/').at(-1)}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`));
    const rows = rowsOf(await response.text());
    const columns = Object.keys(rows[0] as object);
    expect(rows).toEqual(now.map((item) => Object.fromEntries(columns.map((column) => [column, cellOf(item, column)]))));
    for (const field of Object.keys(now[0] as object)) expect([field, columns.some((column) => column === field || column.startsWith(`${field}.`))]).toEqual([field, true]);
  });

  it('is one of those that are asked for above, the log, or the directory', () => {
    expect(pathsOfLists(false).sort()).toEqual(['/api/public/directory', 'alignment-formulas', 'calendars', 'events', 'keys', 'me/preferences', 'me/providers', 'members/{id}/access-records', 'members/{id}/learn-from', 'members/{id}/timeline', 'sessions', 'trust-pulse']);
  });

  it('is for whoever may read it', async () => {
    const { people, keys } = world;
    const keyWith = async (role: 'admin' | 'auditor', ...scopes: string[]) => (await api.service.runtime.apiKeys.create({ name: 'k', role, scopes }, new Date().toISOString())).secret;
    const bare = await keyWith('admin', 'keys:read', 'access-records:read', 'timelines:read', 'introductions:read', 'alignment-reviews:read');
    for (const [path, key, expected] of [
      [`members/${people.ben}/access-records`, keys.cleo.secret, '403 forbidden'],
      [`members/${people.ben}/access-records`, await keyWith('auditor', 'access-records:read', 'events:export'), '403 forbidden'],
      [`members/${people.dan}/timeline`, keys.ben.secret, '403 forbidden'],
      [`members/${people.cleo}/learn-from`, keys.ben.secret, '403 forbidden'],
      [`members/${world.groupId}/timeline`, keys.ben.secret, '404 not-found'],
      ['sessions', keys.ben.secret, '403 forbidden'],
      ['me/providers', keys.ben.secret, '403 forbidden'],
      ['calendars', keys.ben.secret, '403 forbidden'],
      // Without the scope for exports.
      ...[`members/${people.ben}/access-records`, `members/${people.ben}/timeline`, `members/${people.ben}/learn-from`, 'keys', 'alignment-formulas'].map((each) => [each, bare, '403 forbidden'] as const),
    ] as const) {
      for (const accept of [CSV, NDJSON]) expect([path, accept, await refusal(take(path, { accept, key }))]).toEqual([path, accept, expected]);
    }
    expect((await take('keys', { accept: 'application/json', key: bare })).status).toBe(200);
    expect(await refusal(api.raw('/api/v1/keys', { key: null, headers: { accept: CSV } }))).toBe('401 unauthenticated');
  });

  it('has no pages as an export, and no export in pages', async () => {
    const { people } = world;
    for (const [path, accept] of [
      ...['keys', `members/${people.ben}/access-records`, `members/${people.ben}/timeline`, `members/${people.ben}/learn-from`].flatMap((path) => [[`${path}?limit=5`, CSV], [`${path}?reason=x`, 'application/json']]),
      ...['keys', `members/${people.ben}/access-records`, `members/${people.ben}/timeline`].map((path) => [`${path}?cursor=x`, NDJSON]),
      // Of one's own alone nobody says why.
      ['sessions?reason=x', CSV],
    ] as [string, string][]) {
      expect([path, await refusal(take(path, { accept, headers: ben.headers }))]).toEqual([path, '400 invalid-input']);
    }
  });

  it('takes a reason and the password again where it is of others, and is recorded', async () => {
    const { people, keys } = world;
    const exportsSeen = async () => (await ok(keys.ben.GET('/api/v1/members/{id}/access-records', { params: { ...at(people.ben), query: { limit: 100 } } }))).items.filter(({ what }) => what === 'export');
    const withoutReason = async () => (await exportsSeen()).find(({ who, reason }) => who === 'Ada Lund' && reason === null)?.count ?? 0;
    const before = { recorded: (await recorded('ExportTaken')).length, seen: (await exportsSeen()).length };
    const ofOthers = ['keys', `members/${people.ben}/access-records`, `members/${people.ben}/timeline`, `members/${people.ben}/learn-from`];
    const [late, benLate] = [await ada.after(6), await ben.after(6)];
    for (const path of ofOthers) expect([path, await refusal(take(path, { headers: ada.headers }))]).toEqual([path, '400 invalid-input']);
    expect(await problem(late.GET('/api/v1/keys', { params: { query: { reason: 'Late' } }, headers: { accept: CSV } }))).toBe('403 re-authentication-needed');
    // One's own: without a word, also later.
    for (const path of ['keys', `members/${people.ben}/timeline`]) await taken(path, { headers: ben.headers });
    expect((await benLate.GET('/api/v1/sessions', { headers: { accept: CSV }, parseAs: 'text' })).response.status).toBe(200);
    expect([(await recorded('ExportTaken')).length, (await exportsSeen()).length]).toEqual([before.recorded, before.seen]);
    for (const path of ofOthers) await taken(`${path}?reason=A+look+at+${path.split('/').at(-1)}`, { headers: ada.headers });
    const events = (await recorded('ExportTaken')).slice(before.recorded).map(({ data }) => data as Record<string, unknown>);
    expect(events.map(({ list, memberId, reason, filters }) => [list, memberId, reason, filters])).toEqual([
      ['keys', undefined, 'A look at keys', undefined],
      ...['access-records', 'timeline', 'learn-from'].map((list) => [list, people.ben, `A look at ${list}`, undefined]),
    ]);
    expect((await exportsSeen()).slice(0, 4).map(({ who, concerns, reason }) => [who, concerns, reason])).toEqual([
      ...['learn-from', 'timeline', 'access-records'].map((list) => ['Ada Lund', 'this member', `A look at ${list}`]),
      ['Ada Lund', 'everybody', 'A look at keys'],
    ]);
    // By her key she has said no word, and has it on record as well.
    const wordless = await withoutReason();
    await taken(`members/${people.ben}/timeline`, { key: keys.ada.secret });
    expect(await withoutReason()).toBe(wordless + 1);
  });

  it('is the log as CSV, too', async () => {
    const { people, keys } = world;
    const query = `events?tag=member:${people.ben}`;
    const events = linesOf(await (await take(query, { key: keys.ben.secret })).text());
    const rows = rowsOf(await (await take(query, { accept: CSV, key: keys.ben.secret })).text());
    expect(events.length).toBeGreaterThan(3);
    expect(rows.map(({ id, type, actorid, data }) => [id, type, actorid, JSON.parse(data as string)])).toEqual(events.map(({ id, type, actorid, data }) => [id, type, actorid, data]));
    expect(rowsOf(await (await take(`${query}&limit=2`, { accept: CSV, key: keys.ben.secret })).text())).toHaveLength(2);
    expect(await refusal(take('events?reason=x', { accept: 'application/json' }))).toBe('400 invalid-input');
  });

  describe('that is long', () => {
    const OLD = 1_100;
    beforeAll(async () => {
      const { people } = world;
      const { accessRecords, runner } = api.service.runtime;
      for (let count = 0; count < OLD; count++) accessRecords.note({ actor: { kind: 'member', id: people.cleo, role: 'member', via: 'api' } }, '192.0.2.9', { memberId: people.ben, what: 'page', reason: `n${count}` });
      await accessRecords.flush();
      for (let hours = 1; hours <= 520; hours++) await runner.execute(pledgeTime, { memberId: people.ben, hoursPerMonth: hours % 100, occurredAt: new Date(Date.UTC(2025, 5, 1, hours)).toISOString() }, { actor: { kind: 'member', id: people.ben, role: 'member', via: 'api' } });
    });

    /** Acts once the first page is on its way. */
    const meanwhileOf = (act: () => Promise<unknown>) => {
      const { credentials } = api.service.runtime;
      const of = credentials.of.bind(credentials);
      let asked = 0;
      return jest.spyOn(credentials, 'of').mockImplementation(async (...given) => {
        const credential = await of(...given);
        // The guard, then before the first page.
        if (++asked === 2) await act();
        return credential;
      });
    };

    it.each([CSV, NDJSON])('holds all of it, and is cut off where the right to it ends on the way: %s', async (accept) => {
      const { people } = world;
      const { apiKeys } = api.service.runtime;
      const path = `members/${people.ben}/access-records`;
      const { secret, key } = await apiKeys.create({ name: 'Taken away', memberId: people.ben }, new Date().toISOString());
      const whole = await read(await take(path, { accept, key: secret }));
      expect([whole.cut, whole.text.split('\n').length > OLD, whole.text.includes('\n{"count":')]).toEqual([false, true, accept === NDJSON]);
      const spy = meanwhileOf(() => apiKeys.revoke(key.id, new Date().toISOString()));
      const { text, cut } = await read(await take(path, { accept, key: secret }));
      spy.mockRestore();
      expect([cut, text.split('\n').length <= 502, text.includes('\n{"count":')]).toEqual([true, true, false]);
    });

    it('is a timeline of one position, as far as today’s rights go', async () => {
      const { people, keys, meetingId } = world;
      const { id } = await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, context: { kind: 'meeting', id: meetingId }, what: 'hidden on the way', soWhat: 'So.', visibility: 'group', occurredAt: '2025-03-05T09:00:00Z' } }));
      const path = `members/${people.ben}/timeline`;
      const { secret } = await api.as({ role: 'integrator' });
      const takenMeanwhile = async (act: () => Promise<unknown>) => {
        const head = await headNow();
        const spy = meanwhileOf(act);
        const response = await take(path, { key: secret, headers: { 'relocon-after': head } });
        const { text, cut } = await read(response);
        spy.mockRestore();
        const lines = linesOf(text);
        return { cut, count: lines.at(-1)?.count, hidden: text.includes(id), late: text.includes('late'), pages: lines.length > 502, atHead: (response.headers.get('relocon-seen') as string) >= head };
      };
      const whole = await takenMeanwhile(async () => undefined);
      expect(whole).toMatchObject({ cut: false, hidden: true, pages: true, atHead: true });
      // What happens on the way is not in it; what is hidden on the way neither.
      const hide = async () => {
        await ok(keys.ben.POST('/api/v1/members/{id}/offer-skill', { params: at(people.ben), body: { skill: 'late', occurredAt: '2025-02-02T09:00:00Z' } }));
        await ok(keys.ben.POST('/api/v1/reflections/{id}/share', { params: at(id), body: { visibility: 'private' } }));
      };
      expect(await takenMeanwhile(hide)).toEqual({ ...whole, count: (whole.count as number) - 1, hidden: false });
    });

    it('is cut off where a facilitator is one no more', async () => {
      const { people, keys, groupId } = world;
      const role = (of: 'member' | 'facilitator') => ok(api.admin.POST('/api/v1/groups/{id}/assign-role', { params: at(groupId), body: { memberId: people.ada, role: of } }));
      const asFacilitator = async (act: () => Promise<unknown>) => {
        const head = await headNow();
        const spy = meanwhileOf(act);
        const { cut } = await read(await take(`members/${people.ben}/timeline`, { accept: CSV, key: keys.ada.secret, headers: { 'relocon-after': head } }));
        spy.mockRestore();
        return cut;
      };
      expect(await asFacilitator(async () => undefined)).toBe(false);
      expect(await asFacilitator(() => role('member'))).toBe(true);
      await role('facilitator');
    });
  });
});

const REGISTERED = 1_250;

const collectionOf = async (view: string) => Object.keys(await api.service.runtime.store.checkpoints()).find((name) => name.startsWith(`${view}.`)) as string;

/** Members enough for three pages, as the view holds them: the log knows nothing of them. */
async function crowd(): Promise<string[]> {
  const collection = await collectionOf('members');
  const documents = Array.from({ length: REGISTERED }, () => newId()).sort().map((id) => ({ id, position: 1, doc: { id, displayName: 'Guest', email: null, interests: null, timeZone: null, offers: [], seeks: [], offersSkills: [], seeksSkills: [], hoursPerMonth: null, introductionCapacity: 2, registeredAt: '2024-01-01T00:00:00.000Z', erased: false }, tokens: ['guest'] }));
  await api.service.runtime.store.commit({ writes: [{ collection, documents }], checkpoints: {} });
  return documents.map(({ id }) => id);
}

describe('An export that others write beside', () => {
  let guests: string[];
  beforeAll(async () => {
    guests = await crowd();
  });
  const early = 'members?sort=registeredAt';

  it('shows one moment of the list, which it names', async () => {
    const last = guests.at(-1) as string;
    let written = '';
    const spy = meanwhile(async () => {
      await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Zoe, who came late' } }));
      ({ position: written } = await ok(api.admin.PATCH('/api/v1/members/{id}', { params: { ...at(world.people.eve), header: { 'If-Match': '*' } }, body: { displayName: 'Eve, renamed' } })));
      await ok(api.admin.GET('/api/v1/members', { params: { header: { 'Relocon-After': written } } }));
    });
    const response = await take(early, { accept: CSV });
    const rows = rowsOf(await response.text());
    spy.mockRestore();
    expect(rows.map(({ id }) => id).slice(0, REGISTERED)).toEqual(guests);
    expect(rows.slice(REGISTERED).map(({ displayName }) => displayName).sort()).toEqual(['Ada Lund', 'Ben Ode', 'Cleo Zürn', 'Dan Ost', 'Eve Nil']);
    expect((response.headers.get('relocon-seen') as string) < written).toBe(true);
    const after = await taken(early);
    expect([after.count, after.items.find(({ id }) => id === last)?.id, after.items.at(-1)?.displayName]).toEqual([REGISTERED + 6, last, 'Zoe, who came late']);
  });

  it('leaves out what its reader may not see any more', async () => {
    const { people, keys, groupId, meetingId } = world;
    const { store } = api.service.runtime;
    const reflect = async (what: string) => (await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, context: { kind: 'meeting', id: meetingId }, what, soWhat: 'So.', visibility: 'group', occurredAt: '2025-03-05T09:00:00Z' } }))).id;
    const [kept, hidden] = [await reflect('kept'), await reflect('hidden')];
    await ok(keys.ben.GET('/api/v1/reflections', { params: { header: { 'Relocon-After': await headNow() } } }));
    const collection = await collectionOf('reflections');
    const [model] = await store.getMany(collection, [kept]);
    const earlier = Array.from({ length: 600 }, () => newId()).map((id) => ({ id, position: 1, doc: { ...(model?.doc as Document), id, what: 'earlier', reflectedAt: '2024-01-01T00:00:00.000Z' }, tokens: [] }));
    await store.commit({ writes: [{ collection, documents: earlier }], checkpoints: {} });
    const seen = async (act: () => Promise<unknown>) => {
      const spy = meanwhile(act);
      const { text, cut } = await read(await take(`reflections?groupId=${groupId}`, { key: keys.cleo.secret }));
      spy.mockRestore();
      return [...linesOf(text).map(({ what, count }) => what ?? count).filter((what) => what !== 'earlier'), cut];
    };
    expect(await seen(async () => undefined)).toEqual(['kept', 'hidden', 602, false]);
    expect(await seen(() => ok(keys.ben.POST('/api/v1/reflections/{id}/share', { params: at(hidden), body: { visibility: 'private' } })))).toEqual(['kept', 601, false]);
    expect(await seen(() => ok(api.admin.POST('/api/v1/groups/{id}/leave', { params: at(groupId), body: { memberId: people.cleo } })))).toEqual([500, false]);
  });

  it('adds what other documents add to its own, as of its moment', async () => {
    const { people, keys } = world;
    const action = await ok(keys.ben.POST('/api/v1/actions', { body: { ownerId: people.ben, title: 'Ask ten customers', dueOn: '2999-01-01' } }));
    const { id } = await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, context: { kind: 'action', id: action.id }, what: 'w', soWhat: 's', value: 'applied' } }));
    const status = async () => (await taken(`reflections?authorId=${people.ben}`, { key: keys.ben.secret, headers: { 'relocon-after': await headNow() } })).items.find((item) => item.id === id)?.valueStatus;
    const spy = meanwhile(async () => {
      await ok(keys.ben.POST('/api/v1/actions/{id}/complete', { params: at(action.id), body: { outcome: 'o' } }));
      await ok(keys.ben.GET('/api/v1/actions/{id}', { params: { ...at(action.id), header: { 'Relocon-After': await headNow() } } }));
    }, 0);
    const before = await status();
    spy.mockRestore();
    expect([before, await status()]).toEqual(['claimed', 'corroborated']);
  });

  it('folds again only what has changed of those since, however many there are', async () => {
    const { people, keys } = world;
    const { store } = api.service.runtime;
    const one = async (title: string) => {
      const action = await ok(keys.ben.POST('/api/v1/actions', { body: { ownerId: people.ben, title, dueOn: '2999-01-01' } }));
      const { id } = await ok(keys.ben.POST('/api/v1/reflections', { body: { authorId: people.ben, context: { kind: 'action', id: action.id }, what: title, soWhat: 's', value: 'applied' } }));
      return { action: action.id, id };
    };
    const complete = (id: string) => ok(keys.ben.POST('/api/v1/actions/{id}/complete', { params: at(id), body: { outcome: 'o' } }));
    const [done, meanwhileDone, ...open] = [await one('done'), await one('done meanwhile'), await one('open'), await one('open too')];
    await complete(done.action);
    const [findEvents, waiting] = [jest.spyOn(store, 'findEvents'), await headNow()];
    const spy = meanwhile(async () => {
      const { position } = await complete(meanwhileDone.action);
      await ok(keys.ben.GET('/api/v1/actions/{id}', { params: { ...at(meanwhileDone.action), header: { 'Relocon-After': position } } }));
    }, 0);
    const { items } = await taken(`reflections?authorId=${people.ben}`, { key: keys.ben.secret, headers: { 'relocon-after': waiting } });
    spy.mockRestore();
    const folded = findEvents.mock.calls.flatMap(([, { tags }]) => tags).filter((tag) => tag.startsWith('action:'));
    findEvents.mockRestore();
    const status = ({ id }: { id: string }) => items.find((item) => item.id === id)?.valueStatus;
    expect([status(done), status(meanwhileDone), ...open.map(status)]).toEqual(['corroborated', 'claimed', 'claimed', 'claimed']);
    expect(folded).toEqual([`action:${meanwhileDone.action}`]);
  });

  /** Takes the members while something happens between the first page and the second. */
  const interrupted = async (accept: string, act: () => Promise<unknown>, asking: Asking = {}) => {
    const spy = meanwhile(act);
    const { text, cut } = await read(await take(asking.headers ? `${early}&reason=Books` : early, { ...asking, accept }));
    spy.mockRestore();
    return [cut, text.split('\n').length <= 502, text.includes('"count"')];
  };
  const CUT = [true, true, false];

  it.each([CSV, NDJSON])('is cut off where the right to it ends on the way: %s', async (accept) => {
    const { runtime } = api.service;
    const { secret, key } = await runtime.apiKeys.create({ name: 'Taken away', role: 'auditor' }, new Date().toISOString());
    const auditor = await signedIn(api, { role: 'auditor' });
    expect(await interrupted(accept, async () => undefined, { key: secret })).toEqual([false, false, accept === NDJSON]);
    expect(await interrupted(accept, () => runtime.apiKeys.revoke(key.id, new Date().toISOString()), { key: secret })).toEqual(CUT);
    expect(await interrupted(accept, () => auditor.revoke('auditor'), { headers: auditor.headers })).toEqual(CUT);
  });

  it.each([CSV, NDJSON])('is cut off where the store fails, and where it takes too long: %s', async (accept) => {
    expect(await interrupted(accept, () => Promise.reject(new StoreUnavailableError('the disk is gone')))).toEqual(CUT);
    const tooLong = new AbortController();
    const limit = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(tooLong.signal);
    const told = await interrupted(accept, async () => tooLong.abort());
    expect(limit).toHaveBeenCalledWith(300_000);
    limit.mockRestore();
    expect(told).toEqual(CUT);
  });

  it('is cut off where somebody’s data are erased, and shows the rest of them when it is asked for again', async () => {
    const { log, codec } = api.service.runtime;
    const memberId = guests.at(-1) as string;
    const erase = async () => {
      const [id, now, stream] = [newId(), new Date().toISOString(), `member-${memberId}`];
      const metadata = { occurredAt: now, recordedAt: now, actor: { kind: 'system', id: 'test', role: 'system', via: 'cli' }, commandId: id, correlationId: id, schemaVersion: 1 } as const;
      await log.append(stream, await codec.encode(stream, [{ id, fact: PersonalDataErased.at(now, { memberId }), metadata }]), NO_STREAM);
      await recorded('PersonalDataErased');
    };
    expect(await interrupted(NDJSON, erase)).toEqual(CUT);
    expect((await taken(early)).items.find(({ id }) => id === memberId)).toMatchObject({ displayName: null, erased: true });
  });

  it('is cut off by an erasure from when that is acknowledged, however late the views are', async () => {
    const { runner, store } = api.service.runtime;
    const eraseMember = defineCommand(members, { name: 'eraseMember', input: z.strictObject({ memberId: z.uuid() }), id: ({ memberId }) => memberId, policy: { allow: [] }, refusals: [], decide: (input, _state, { now }) => [PersonalDataErased.at(now, input)] });
    const commit = store.commit.bind(store);
    let views: jest.SpyInstance | undefined;
    const erase = async () => {
      views = jest.spyOn(store, 'commit').mockImplementation((batch) => new Promise<void>((resolve) => setTimeout(resolve, 500)).then(() => commit(batch)));
      await runner.execute(eraseMember, { memberId: guests.at(-2) as string }, { actor: { kind: 'system', id: 'test', role: 'system', via: 'reaction' } });
    };
    expect(await interrupted(NDJSON, erase)).toEqual(CUT);
    views?.mockRestore();
  });
});
