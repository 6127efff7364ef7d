/** Chains of reflections, each shown to somebody else: who meets what of them, on every path. */
import { startTestService, type TestService } from './api.js';
import { Cast, type Somebody } from './cast.js';

const VISIBILITIES = ['private', 'facilitator', 'group', 'network'] as const;
type Visibility = (typeof VISIBILITIES)[number];

/** Who reads, and what is shown to them ("Reflection" in the domain's words). */
const SHOWN: Readonly<Record<string, readonly Visibility[]>> = {
  own: ['private', 'facilitator', 'group', 'network'],
  admin: ['facilitator', 'group', 'network'],
  auditor: ['facilitator', 'group', 'network'],
  facil: ['facilitator', 'group', 'network'],
  group: ['group', 'network'],
  else: ['network'],
  left: ['network'],
};
const STAFF = ['admin', 'auditor'];
const VALUES = ['immediate', 'applied', 'realised'] as const;

interface Written {
  id: string;
  word: string;
  visibility: Visibility;
}

let api: TestService;
let cast: Cast;
let authorId: string;
/** Chains of three, hidden and shown in each way: each builds on the one before it. */
const chains: Written[][] = [];
const all = () => chains.flat();

beforeAll(async () => {
  api = await startTestService();
  cast = await Cast.of(api);
  authorId = cast.ben.memberId as string;
  const { id: meetingId } = await cast.give('scheduleMeeting', { groupId: cast.groupId, title: 'An evening', startsAt: '2025-03-04T17:00:00Z', occurredAt: '2025-02-01T09:00:00Z' });
  const readers = ['facil', 'group', 'else', 'left'].map((who) => readerCalled(who).memberId as string);
  for (const first of VISIBILITIES) for (const second of VISIBILITIES) for (const third of ['private', 'network'] as const) chains.push(await written(meetingId, [first, second, third], readers));
  await cast.settled();
}, 120_000);
afterAll(() => api.stop());

async function written(meetingId: string, visibilities: readonly Visibility[], learnedFrom: string[]): Promise<Written[]> {
  const chain: Written[] = [];
  for (const [index, visibility] of visibilities.entries()) {
    const word = cast.name('zyx');
    const { id } = await cast.give('recordReflection', { authorId, context: { kind: 'meeting', id: meetingId }, what: word, soWhat: 's', learnedFrom, value: VALUES[index], visibility, buildsOn: chain.at(-1)?.id, occurredAt: `2025-03-0${5 + index}T08:00:00Z` });
    chain.push({ id, word, visibility });
  }
  return chain;
}

const readerCalled = (who: string): Somebody => (who === 'own' ? cast.ben : cast.people[who as 'admin']);

/** An answer, which must hold nothing of what is not shown to its reader: neither its words nor that it is there. */
async function asked(who: string, path: string): Promise<{ status: number; body: any }> {
  const response = await api.raw(path, { key: null, headers: cast.headersOf(readerCalled(who)) });
  const text = await response.text();
  const met = all().filter(({ id, word, visibility }) => !SHOWN[who]?.includes(visibility) && ((text.includes(id) && !path.includes(id)) || (text.includes(`"${word}"`) && !path.includes(word))));
  expect([who, path, met]).toEqual([who, path, []]);
  return { status: response.status, body: JSON.parse(text) };
}

/** The items of every page. */
async function pages(who: string, path: string): Promise<any[]> {
  const items: any[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body }: { body: { items: any[]; next: string | null } } = await asked(who, next === '' ? path : `${path}&${path.includes('/events') ? 'after' : 'cursor'}=${encodeURIComponent(next)}`);
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

describe.each(Object.keys(SHOWN))('As %s', (who) => {
  const shown = (chain: readonly Written[] = all()) => chain.filter(({ visibility }) => SHOWN[who]?.includes(visibility));

  it('stories hold what is shown, in order, without a gap, and count nothing else', async () => {
    for (const chain of chains) {
      const seen = shown(chain);
      const values = seen.map((each) => VALUES[chain.indexOf(each)]);
      for (const each of chain) {
        const { status, body } = await asked(who, `/api/v1/reflections/${each.id}/value-story`);
        expect(status).toBe(seen.includes(each) ? 200 : 404);
        if (status === 404) continue;
        expect(body.reflections.map(({ id, buildsOn, what }: any) => [id, buildsOn, what])).toEqual(seen.map(({ id, word }, index) => [id, seen[index - 1]?.id ?? null, word]));
        expect(body.values).toEqual(values.map((value) => ({ value, valueStatus: 'claimed' })));
        expect(body.summary).toEqual({ highestValue: values.at(-1), valueStatus: 'claimed', from: body.reflections[0].reflectedAt, to: body.reflections.at(-1).reflectedAt });
      }
    }
  }, 120_000);

  it('single reflections and search show what is shown, and what it builds on to the author', async () => {
    for (const each of all()) {
      const { status, body } = await asked(who, `/api/v1/reflections/${each.id}`);
      expect(status).toBe(shown([each]).length === 1 ? 200 : 404);
      if (status === 200) expect('buildsOn' in body).toBe(who === 'own');
      const { body: found } = await asked(who, `/api/v1/reflections?q=${each.word}&total=true`);
      expect([found.items.map(({ id }: any) => id), found.total]).toEqual([shown([each]).map(({ id }) => id), shown([each]).length]);
    }
  }, 120_000);

  it('lists and the log hold what is shown, and nothing else', async () => {
    const ids = shown().map(({ id }) => id).sort();
    expect((await pages(who, `/api/v1/reflections?authorId=${authorId}&limit=100`)).map(({ id }) => id).sort()).toEqual(ids);
    const events = (await pages(who, `/api/v1/events?type=ReflectionRecorded&limit=1000`)).filter(({ withheld }) => !withheld);
    expect(events.map(({ data }) => data.reflectionId).sort()).toEqual(ids);
    expect(events.some(({ data }) => 'buildsOn' in data)).toBe(who === 'own');
    for (const chain of chains) {
      const [first] = chain as [Written];
      // By an id they may have heard of, nobody finds what builds on it.
      const tagged = await pages(who, `/api/v1/events?tag=reflection:${first.id}&limit=100`);
      expect(tagged.map(({ data }) => data.reflectionId)).toEqual(who === 'own' ? chain.slice(0, 2).map(({ id }) => id) : shown([first]).map(({ id }) => id));
    }
  }, 120_000);

  it('timelines hold what is shown, and what it builds on for the author', async () => {
    const ids = shown().map(({ id }) => id).sort();
    const reader = readerCalled(who);
    if (who === 'own' || who === 'facil' || STAFF.includes(who)) {
      const entries = await pages(who, `/api/v1/members/${authorId}/timeline?kind=learned&limit=100`);
      expect(entries.map(({ details }) => details.reflectionId).sort()).toEqual(ids);
      expect(entries.some(({ details }) => 'buildsOn' in details)).toBe(who === 'own');
    }
    if (who !== 'own' && reader.memberId !== undefined) {
      const entries = await pages(who, `/api/v1/members/${reader.memberId}/timeline?kind=taught&limit=100`);
      expect(entries.map(({ details }) => details.reflectionId).sort()).toEqual(ids);
      expect(entries.some(({ details }) => 'buildsOn' in details)).toBe(false);
    }
  }, 120_000);
});

it('What was shared and is hidden again leaves no trace in the story', async () => {
  const chain = chains.find((each) => each.every(({ visibility }) => visibility === 'network')) as [Written, Written, Written];
  const [first, second, third] = chain;
  await cast.give('shareReflection', { reflectionId: second.id, visibility: 'private' });
  await cast.settled();
  second.visibility = 'private';
  const { body } = await asked('else', `/api/v1/reflections/${third.id}/value-story`);
  expect(body.reflections.map(({ id, buildsOn }: any) => [id, buildsOn])).toEqual([[first.id, null], [third.id, first.id]]);
  expect(body.values.map(({ value }: any) => value)).toEqual(['immediate', 'realised']);
  // Nor does what was withdrawn, for its author either.
  await cast.give('withdrawReflection', { reflectionId: third.id });
  await cast.settled();
  third.visibility = 'private';
  expect((await asked('own', `/api/v1/reflections/${first.id}/value-story`)).body.reflections.map(({ id }: any) => id)).toEqual([first.id, second.id]);
  expect((await asked('own', `/api/v1/reflections/${third.id}/value-story`)).status).toBe(404);
});
