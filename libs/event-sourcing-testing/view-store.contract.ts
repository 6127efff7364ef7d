/** What every view store must do. Lists are compared with a plain sort and filter of the same documents. */
import fc from 'fast-check';
import { NO_STREAM, START, type CollectionSchema, type Commit, type Document, type EventLog, type FindQuery, type LoggedEvent, type Scalar, type Snapshot, type StoredDocument, type ViewStore } from '#event-sourcing';
import { anEvent, everything, until } from './event-log.contract.js';

/** A view store beside the log its event index points into. */
export interface ViewStoreUnderTest {
  log: EventLog;
  /** @param instance what the process that opens it is called. */
  open(instance?: string): Promise<ViewStore>;
  /** Whether the store keeps a state of the past for somebody. */
  keepsSnapshot(): Promise<boolean>;
  dispose(): Promise<void>;
}

const schema: CollectionSchema = {
  name: 'people.v1',
  lists: [
    { by: [], sort: 'id' },
    { by: [], sort: 'name' },
    { by: ['city'], sort: 'name' },
    { by: ['city', 'active'], sort: 'age' },
    { by: ['skills'], sort: 'name' },
    { by: ['skills', 'rooms', 'city'], sort: 'name' },
  ],
  arrays: ['skills', 'rooms'],
  searchable: true,
};

type Person = Document & { name?: string | null; city?: string | null; age?: number | null; active?: boolean; skills?: string[]; rooms?: string[] };

/** The same order by hand: null first, then numbers, then strings by code point; ties by id. */
function inOrder(sort: string): (a: Person, b: Person) => number {
  const rank = (value: unknown) => (value === null || value === undefined ? 0 : typeof value === 'number' ? 1 : 2);
  const compare = (a: unknown, b: unknown): number => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (rank(a) === 0) return 0;
    if (typeof a === 'number') return a - (b as number);
    return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string));
  };
  return (a, b) => compare(a[sort], b[sort]) || compare(a.id, b.id);
}

const forEver = new AbortController().signal;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function viewStoreContract(name: string, fresh: () => Promise<ViewStoreUnderTest>): void {
  describe(`${name} keeps the view store contract`, () => {
    let place: ViewStoreUnderTest;
    let store: ViewStore;
    beforeEach(async () => {
      place = await fresh();
      store = await place.open();
      await store.prepare([schema], ['events.v1']);
    });
    afterEach(async () => {
      await store.close();
      await place.dispose();
    });

    const write = (documents: readonly StoredDocument[], position = Math.max(...documents.map((each) => each.position)), more: Partial<Commit> = {}) =>
      store.commit({ writes: [{ collection: schema.name, documents }], checkpoints: { [schema.name]: position }, ...more });
    const people = (...docs: Person[]) => docs.map((doc, index) => ({ id: doc.id, position: index + 1, doc, tokens: [] }));
    const ids = (docs: readonly Document[]) => docs.map((doc) => doc.id);
    const whole = (query: Partial<FindQuery> = {}, collection = schema.name) => {
      const { limit: _limit, after: _after, ...asked } = { where: {}, sort: 'id', limit: 0, ...query };
      return store.snapshot(collection, asked, forEver, async ({ pages }) => {
        const found: Document[] = [];
        for await (const page of pages) found.push(...page);
        return found;
      });
    };
    const find = async (query: Partial<FindQuery>) => {
      const found = await store.find(schema.name, { where: {}, sort: 'id', limit: 100, ...query });
      if (!query.after) expect(await whole(query)).toEqual(found);
      return found;
    };

    it('starts every collection at the beginning and remembers its checkpoint', async () => {
      expect(await store.checkpoints()).toEqual({ 'people.v1': START, 'events.v1': START });
      await write(people({ id: 'a', name: 'Ada' }), 17);
      expect(await store.checkpoints()).toEqual({ 'people.v1': 17, 'events.v1': START });
      await store.prepare([schema], ['events.v1']);
      expect(await store.checkpoints()).toEqual({ 'people.v1': 17, 'events.v1': START });
    });

    it('gives documents back as they were, with the position they have seen, and tombstones', async () => {
      const doc = { id: 'a', name: 'Ada 💡', nested: { list: [1, null, 'ü'] }, none: null };
      await write([{ id: 'a', position: 3, doc, tokens: ['ada'] }, { id: 'gone', position: 4, doc: undefined }], 4);
      const found = new Map((await store.getMany(schema.name, ['gone', 'a', 'missing'])).map((stored) => [stored.id, stored]));
      expect(found.get('a')).toEqual({ id: 'a', position: 3, doc });
      expect(found.get('gone')).toEqual({ id: 'gone', position: 4, doc: undefined });
      expect(found.has('missing')).toBe(false);
      expect(ids(await find({}))).toEqual(['a']);
    });

    it('gives every document asked for at once, however many and large they are', async () => {
      const large = (index: number) => ({ id: `large-${String(index).padStart(4, '0')}`, name: 'x'.repeat(4_000), city: String(index) });
      for (let start = 0; start < 600; start += 200) {
        const documents = Array.from({ length: 200 }, (_, index) => ({ id: large(start + index).id, position: start + index + 1, doc: large(start + index), tokens: [] }));
        await write(documents);
      }
      const wanted = Array.from({ length: 600 }, (_, index) => large(index).id);
      for (const order of [wanted, [...wanted].reverse(), [...wanted.filter((_, index) => index % 2), ...wanted.filter((_, index) => !(index % 2))]]) {
        const found = await store.getMany(schema.name, order);
        expect(found.map(({ id, doc }) => [id, doc?.city]).sort()).toEqual(wanted.map((id, index) => [id, String(index)]));
      }
    });

    it('shows nothing of a write that failed, also to whoever had read before', async () => {
      await store.prepare([{ ...schema, name: 'other.v1' }], []);
      await write(people({ id: 'a', name: 'Ada', skills: ['law'] }));
      expect((await store.getMany(schema.name, ['a', 'b'])).map(({ doc }) => doc?.name)).toEqual(['Ada']);
      await store.drop('other.v1');
      const changed = { id: 'a', position: 2, doc: { id: 'a', name: 'Zoë', skills: ['tax'] }, tokens: [] };
      const added = { id: 'b', position: 2, doc: { id: 'b', name: 'Ben' }, tokens: [] };
      await expect(store.commit({ writes: [{ collection: schema.name, documents: [changed, added] }, { collection: 'other.v1', documents: [changed] }], checkpoints: { [schema.name]: 2 } })).rejects.toThrow();
      expect((await store.getMany(schema.name, ['a', 'b'])).map(({ doc }) => doc?.name)).toEqual(['Ada']);
      expect(await store.checkpoints()).toMatchObject({ [schema.name]: 1 });
      await write([changed], 3);
      expect(ids(await find({ where: { skills: 'tax' }, sort: 'name' }))).toEqual(['a']);
      expect(await find({ where: { skills: 'law' }, sort: 'name' })).toEqual([]);
    });

    it('replaces a document together with what it is found by', async () => {
      await write([{ id: 'a', position: 1, doc: { id: 'a', name: 'Ada', city: 'Bern', skills: ['law'] }, tokens: ['ada'] }]);
      await write([{ id: 'a', position: 2, doc: { id: 'a', name: 'Zoë', city: 'Basel', skills: ['tax'] }, tokens: ['zoe'] }]);
      expect(ids(await find({ where: { city: 'Bern' }, sort: 'name' }))).toEqual([]);
      expect(ids(await find({ where: { skills: 'law' }, sort: 'name' }))).toEqual([]);
      expect(ids(await find({ words: ['ada'] }))).toEqual([]);
      expect(ids(await find({ where: { city: 'Basel' }, sort: 'name' }))).toEqual(['a']);
      expect(ids(await find({ where: { skills: 'tax' }, sort: 'name' }))).toEqual(['a']);
      expect(ids(await find({ words: ['zo'] }))).toEqual(['a']);
      await write([{ id: 'a', position: 3, doc: undefined }]);
      for (const query of [{ where: { skills: 'tax' }, sort: 'name' }, { words: ['zo'] }, {}]) expect(await find(query)).toEqual([]);
    });

    it('finds by the beginning of every word, by contained value, by several values and by id', async () => {
      await write([
        { id: 'a', position: 1, doc: { id: 'a', name: 'Ada Lovelace', city: 'London', skills: ['law', 'tax'] }, tokens: ['ada', 'lovelace'] },
        { id: 'b', position: 2, doc: { id: 'b', name: 'Adam Smith', city: 'Fife', skills: ['trade'] }, tokens: ['adam', 'smith'] },
        { id: 'c', position: 3, doc: { id: 'c', name: null, city: null, skills: [] }, tokens: ['💡'] },
      ]);
      expect(ids(await find({ words: ['ad'] }))).toEqual(['a', 'b']);
      expect(ids(await find({ words: ['ad', 'smi'] }))).toEqual(['b']);
      expect(ids(await find({ words: ['dam'] }))).toEqual([]);
      expect(ids(await find({ words: ['💡'] }))).toEqual(['c']);
      expect(ids(await find({ where: { skills: 'tax' }, sort: 'name' }))).toEqual(['a']);
      expect(ids(await find({ where: { skills: { in: ['trade', 'tax'] } }, sort: 'name' }))).toEqual(['a', 'b']);
      expect(ids(await find({ where: { city: { in: ['Fife', 'London'] } }, sort: 'name' }))).toEqual(['a', 'b']);
      expect(ids(await find({ where: { city: null }, sort: 'name' }))).toEqual(['c']);
      expect(ids(await find({ ids: ['b', 'x', 'c'] }))).toEqual(['b', 'c']);
      expect(ids(await find({ ids: [] }))).toEqual([]);
      expect(await store.count(schema.name, { where: { skills: { in: ['trade', 'tax'] } }, sort: 'name' })).toBe(2);
    });

    it('finds by what several lists contain at once', async () => {
      const member = (id: string, skills: string[], rooms: string[], city = 'Bern') => ({ id, name: id, skills, rooms, city });
      await write(people(member('a', ['law', 'tax'], ['red', 'blue']), member('b', ['law'], ['green']), member('c', ['tax'], ['red'], 'Basel'), member('d', ['tax'], []), member('e', ['la"w'], ['red'])));
      const listed = async (where: FindQuery['where'], more: Partial<FindQuery> = {}) => ids(await find({ where: { city: 'Bern', ...where }, sort: 'name', ...more }));
      expect(await listed({ skills: 'law', rooms: 'red' })).toEqual(['a']);
      expect(await listed({ skills: 'law', rooms: { in: ['green', 'blue'] } })).toEqual(['a', 'b']);
      expect(await listed({ skills: { in: ['law', 'tax'] }, rooms: { in: ['red', 'blue'] } })).toEqual(['a']);
      expect(await listed({ skills: { in: ['law', 'tax'] }, rooms: { in: ['red'] }, city: 'Basel' })).toEqual(['c']);
      expect(await listed({ skills: 'tax', rooms: { in: [] } })).toEqual([]);
      expect(await listed({ skills: 'la"w', rooms: 'red' })).toEqual(['e']);
      expect(await listed({ skills: { in: ['law', 'la"w'] }, rooms: { in: ['red', 'green'] } }, { after: { value: 'a', id: 'a' } })).toEqual(['b', 'e']);
      await write([{ id: 'b', position: 9, doc: member('b', ['law'], ['red']), tokens: [] }]);
      expect(await listed({ skills: 'law', rooms: { in: ['green', 'blue'] } })).toEqual(['a']);
    });

    it('never matches wildcards, quotes or operators in what it is asked for', async () => {
      await write(people({ id: 'a', name: "O'Hara", city: '100%' }, { id: 'b', name: 'Other', city: '100 days' }));
      expect(ids(await find({ where: { city: '100%' }, sort: 'name' }))).toEqual(['a']);
      expect(await find({ where: { city: "' OR 1=1 --" }, sort: 'name' })).toEqual([]);
      expect(await find({ words: ['%'] })).toEqual([]);
    });

    const text = fc.option(fc.constantFrom('', 'a', 'A', 'ä', 'b', '\u{1F4A1}', '\uFFFD', 'Zürich', "x'y"), { nil: null });
    const person = fc.record({ name: text, city: fc.constantFrom('Bern', 'Basel'), age: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), active: fc.boolean() });

    it('lists in the declared order, forwards and backwards, page by page, like a plain sort', async () => {
      let position = 0;
      let generation = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 7 }), fc.boolean(), async (some, limit, descending) => {
          const collection = { ...schema, name: `people.v${++generation + 1}` };
          await store.prepare([collection], []);
          const docs: Person[] = some.map((each, index) => ({ id: `p${String(index).padStart(2, '0')}`, ...each }));
          await store.commit({ writes: [{ collection: collection.name, documents: docs.map((doc) => ({ id: doc.id, position: ++position, doc })) }], checkpoints: {} });
          for (const [where, sort, matches] of [
            [{}, 'name', () => true],
            [{}, 'id', () => true],
            [{ city: 'Bern' }, 'name', (doc: Person) => doc.city === 'Bern'],
            [{ city: 'Bern', active: true }, 'age', (doc: Person) => doc.city === 'Bern' && doc.active],
          ] as const) {
            const expected = docs.filter(matches).sort(inOrder(sort));
            if (descending) expected.reverse();
            const walked: Document[] = [];
            for (let after: FindQuery['after']; ; ) {
              const page = await store.find(collection.name, { where, sort, descending, limit, ...(after && { after }) });
              walked.push(...page);
              const last = page.at(-1);
              if (!last || page.length < limit) break;
              after = { value: (last[sort] ?? null) as Scalar, id: last.id };
            }
            expect(ids(walked)).toEqual(ids(expected));
            expect(ids(await whole({ where, sort, descending }, collection.name))).toEqual(ids(expected));
            expect(await store.count(collection.name, { where, sort })).toBe(expected.length);
          }
        }),
        { numRuns: 40 },
      );
    });

    it('bounds a list by a half-open range of its sort field', async () => {
      await write(people({ id: 'a', name: 'a' }, { id: 'b', name: 'b' }, { id: 'c', name: 'c' }, { id: 'd', name: null }));
      expect(ids(await find({ sort: 'name', range: { from: 'a', before: 'c' } }))).toEqual(['a', 'b']);
      expect(ids(await find({ sort: 'name', range: { from: 'b' } }))).toEqual(['b', 'c']);
      expect(ids(await find({ sort: 'name', range: { before: 'b' } }))).toEqual(['a']);
      expect(await store.count(schema.name, { where: {}, sort: 'name', range: { from: 'b' } })).toBe(2);
    });

    const crowd = Array.from({ length: 1_300 }, (_, index): Person => ({ id: `p${String(index).padStart(4, '0')}`, name: 'before', skills: ['law'] }));
    const changed = (id: string, doc: Person | undefined) => ({ id, position: 2_000, doc, tokens: [] });

    it('shows one state in a snapshot, whatever is written and deleted while it is walked, and in pages', async () => {
      await write(people(...crowd));
      const seen: Document[] = [];
      await store.snapshot(schema.name, { where: { skills: 'law' }, sort: 'name' }, forEver, async ({ position, pages }) => {
        expect(position).toBe(1_300);
        await write([changed('p0100', { id: 'p0100', name: 'after', skills: ['law'] })]);
        for await (const page of pages) {
          if (seen.length === 0) {
            await write([changed('p1200', { id: 'p1200', name: 'after', skills: ['law'] }), changed('p1210', { id: 'p1210', name: 'before', skills: [] }), changed('p1220', undefined), changed('p1230a', { id: 'p1230a', name: 'before', skills: ['law'] })]);
            expect((await store.getMany(schema.name, ['p1200', 'p1220'])).map(({ doc }) => doc?.name).sort()).toEqual(['after', undefined]);
          }
          expect(page.length).toBeLessThan(1_000);
          seen.push(...page);
        }
      });
      expect(seen).toEqual(crowd);
      await store.snapshot(schema.name, { where: { skills: 'law' }, sort: 'name' }, forEver, async ({ position }) => expect(position).toBe(2_000));
      const rest = ids(crowd).filter((id) => !['p0100', 'p1200', 'p1210', 'p1220'].includes(id));
      expect(ids(await whole({ where: { skills: 'law' }, sort: 'name' }))).toEqual(['p0100', 'p1200', ...[...rest, 'p1230a'].sort()]);
    });

    it('shows the same state in a snapshot where the collection is replaced, and never less than all of it where it is dropped', async () => {
      await write(people(...crowd));
      const next = { ...schema, name: `${schema.name}.next` };
      const walked = (meanwhile: () => Promise<void>) =>
        store.snapshot(schema.name, { where: {}, sort: 'id' }, forEver, async ({ pages }) => {
          const seen: string[] = [];
          for await (const page of pages) {
            if (seen.length === 0) await meanwhile();
            seen.push(...ids(page));
          }
          return seen;
        });
      const replaced = await walked(async () => {
        await store.prepare([next], []);
        await store.commit({ writes: [{ collection: next.name, documents: people(...crowd).map((each) => ({ ...each, id: `q${each.id}`, doc: { ...each.doc, id: `q${each.id}` } })) }], checkpoints: { [next.name]: 1_300 } });
        await store.promote(next.name, schema.name);
      });
      expect(replaced).toEqual(ids(crowd));
      const dropped = await walked(() => store.drop(schema.name)).catch(() => 'an error');
      expect([ids(crowd).map((id) => `q${id}`), 'an error']).toContainEqual(dropped);
    });

    it('keeps the state of a snapshot no longer than it is walked, however that ends', async () => {
      await write(people(...crowd));
      const query = { where: {}, sort: 'id' };
      const begun = async (pages: Snapshot['pages']) => {
        const walk = pages[Symbol.asyncIterator]();
        expect((await walk.next()).value?.length).toBeGreaterThan(0);
        await write([{ id: 'p0000', position: 2_000, doc: { id: 'p0000' }, tokens: [] }]);
        expect(await place.keepsSnapshot()).toBe(true);
        return walk;
      };
      await store.snapshot(schema.name, query, forEver, ({ pages }) => begun(pages));
      expect(await place.keepsSnapshot()).toBe(false);
      await expect(store.snapshot(schema.name, query, forEver, async ({ pages }) => (await begun(pages), Promise.reject(new Error('broken off'))))).rejects.toThrow('broken off');
      expect(await place.keepsSnapshot()).toBe(false);
      const stopped = new AbortController();
      await store.snapshot(schema.name, query, stopped.signal, async ({ pages }) => {
        const walk = await begun(pages);
        stopped.abort(new Error('for too long'));
        await expect(walk.next()).rejects.toThrow('for too long');
        while (await place.keepsSnapshot()) continue;
      });
      await expect(store.snapshot(schema.name, query, stopped.signal, async () => 'begun')).rejects.toThrow('for too long');
      expect(await place.keepsSnapshot()).toBe(false);
    });

    it('closes under a snapshot, which ends with an error', async () => {
      await write(people(...crowd));
      await store.snapshot(schema.name, { where: {}, sort: 'id' }, forEver, async ({ pages }) => {
        const walk = pages[Symbol.asyncIterator]();
        await walk.next();
        await store.close();
        await expect(walk.next()).rejects.toThrow();
      });
      store = await place.open();
    });

    it('commits everything of a batch or nothing', async () => {
      await write(people({ id: 'a', name: 'Ada' }), 5);
      await expect(
        store.commit({
          writes: [
            { collection: schema.name, documents: [{ id: 'a', position: 9, doc: { id: 'a', name: 'changed' } }] },
            { collection: 'missing.v1', documents: [{ id: 'x', position: 9, doc: { id: 'x' } }] },
          ],
          checkpoints: { [schema.name]: 9 },
          notes: [{ key: 'parked/x', value: '1' }],
        }),
      ).rejects.toThrow();
      expect((await store.getMany(schema.name, ['a']))[0]).toMatchObject({ position: 1, doc: { id: 'a', name: 'Ada' } });
      expect((await store.checkpoints())[schema.name]).toBe(5);
      expect(await store.notes('parked/')).toEqual([]);
      await write(people({ id: 'b', name: 'Bea' }), 6);
      expect(ids(await find({}))).toEqual(['a', 'b']);
    });

    it('keeps notes with their batch, by prefix', async () => {
      await write(people({ id: 'a' }), 1, { notes: [{ key: 'parked/a', value: '1' }, { key: 'parked/b', value: '2' }, { key: 'other', value: '3' }] });
      await write(people({ id: 'a' }), 2, { notes: [{ key: 'parked/a', value: undefined }, { key: 'parked/b', value: '4' }] });
      expect(await store.notes('parked/')).toEqual([{ key: 'parked/b', value: '4' }]);
    });

    it('finds events by all their tags, between positions, in either direction, and by stream', async () => {
      for (let index = 0; index < 12; index++) await place.log.append(`thing-${index % 3}`, [anEvent(index % 2 ? 'Odd' : 'Even')], Math.floor(index / 3) - 1);
      const events = await everything(place.log);
      const tagsFor = (event: LoggedEvent, index: number) => [`type:${event.type}`, `stream:${event.stream}`, ...(index % 4 === 0 ? ['member:m'] : [])];
      const tagged = [{ collection: 'events.v1', events: events.map((event, index) => ({ event, tags: tagsFor(event, index) })) }];
      const last = (events.at(-1) as LoggedEvent).position;
      await store.commit({ writes: [], tagged, checkpoints: { 'events.v1': last } });
      await store.commit({ writes: [], tagged, checkpoints: { 'events.v1': last } });
      const expected = (tags: string[], from = 0, to = Infinity) =>
        events.filter((event, index) => event.position > from && event.position < to && tags.every((tag) => tag === 'all' || tagsFor(event, index).includes(tag)));
      const after = (events[2] as LoggedEvent).position;
      const before = (events[10] as LoggedEvent).position;
      for (const tags of [['all'], ['type:Odd'], ['member:m'], ['member:m', 'type:Even'], ['member:m', 'type:Odd'], ['stream:thing-1'], ['stream:thing-1', 'type:Odd'], ['stream:thing-2', 'member:m'], ['nobody:x']]) {
        expect(await store.findEvents('events.v1', { tags, limit: 100 })).toEqual(expected(tags));
        expect(await store.findEvents('events.v1', { tags, after, before, limit: 100 })).toEqual(expected(tags, after, before));
        expect(await store.findEvents('events.v1', { tags, descending: true, limit: 100 })).toEqual(expected(tags).toReversed());
        expect(await store.findEvents('events.v1', { tags, limit: 2 })).toEqual(expected(tags).slice(0, 2));
      }
    });

    it('puts a collection built beside it in the place of another, in one step', async () => {
      await write(people({ id: 'old', name: 'Old', city: 'Bern' }), 3, { notes: [{ key: `parked/${schema.name}/old`, value: '{}' }] });
      const next = { ...schema, name: `${schema.name}.next` };
      await store.prepare([next], []);
      await store.commit({ writes: [{ collection: next.name, documents: [{ id: 'new', position: 7, doc: { id: 'new', name: 'New', city: 'Bern', skills: ['law'] }, tokens: ['new'] }] }], checkpoints: { [next.name]: 7 } });
      expect(ids(await find({}))).toEqual(['old']);
      await store.promote(next.name, schema.name);
      expect(ids(await find({}))).toEqual(['new']);
      expect(ids(await find({ where: { skills: 'law' }, sort: 'name' }))).toEqual(['new']);
      expect(ids(await find({ words: ['ne'] }))).toEqual(['new']);
      expect(await store.checkpoints()).toEqual({ [schema.name]: 7, 'events.v1': START });
      expect(await store.notes('parked/')).toEqual([]);
      await store.prepare([next], []);
      expect(await store.find(next.name, { where: {}, sort: 'id', limit: 10 })).toEqual([]);
    });

    it('lists a collection that was filled before its indexes were made like any other, whenever it is asked', async () => {
      const next = { ...schema, name: `${schema.name}.next`, building: true };
      await store.prepare([next], []);
      const names = ['c', 'a', null, 'b'];
      await store.commit({ writes: [{ collection: next.name, documents: names.map((name, index) => ({ id: `p${index}`, position: index + 1, doc: { id: `p${index}`, name, city: 'Bern', skills: [String(name)] }, tokens: [] })) }], checkpoints: { [next.name]: 4 } });
      const listed = async (collection: string) => [ids(await store.find(collection, { where: { city: 'Bern' }, sort: 'name', limit: 9 })), ids(await store.find(collection, { where: { skills: 'b' }, sort: 'name', limit: 9 }))];
      expect(await listed(next.name)).toEqual([['p2', 'p1', 'p3', 'p0'], ['p3']]);
      expect(await store.incomplete()).toEqual([next.name]);
      await store.complete(next.name);
      await store.complete(next.name);
      expect(await store.incomplete()).toEqual([]);
      await store.commit({ writes: [{ collection: next.name, documents: [{ id: 'p9', position: 9, doc: { id: 'p9', name: 'aa', city: 'Bern' }, tokens: [] }] }], checkpoints: { [next.name]: 9 } });
      await store.promote(next.name, schema.name);
      expect(await listed(schema.name)).toEqual([['p2', 'p1', 'p9', 'p3', 'p0'], ['p3']]);
    });

    it('drops a collection with everything it held, and does not mind one that is not there', async () => {
      await write(people({ id: 'a', name: 'Ada' }), 3);
      await store.drop(schema.name);
      await store.drop('never.v1');
      expect(await store.checkpoints()).toEqual({ 'events.v1': START });
      await store.prepare([schema], []);
      expect(await find({})).toEqual([]);
    });

    it('is as it was after closing and opening', async () => {
      await write(people({ id: 'a', name: 'Ada', skills: ['law'] }), 3);
      await store.close();
      store = await place.open();
      await store.prepare([schema], ['events.v1']);
      expect(ids(await find({ where: { skills: 'law' }, sort: 'name' }))).toEqual(['a']);
      expect((await store.checkpoints())[schema.name]).toBe(3);
    });

    it('tells who may write what, since when and until when, for as long as it is held', async () => {
      const names = ['events.v1', schema.name];
      const reopen = async (instance?: string) => {
        await store.close();
        store = await place.open(instance);
        await store.prepare([schema], ['events.v1']);
      };
      const leases = async () => (await store.leases()).sort((a, b) => (a.collection < b.collection ? -1 : 1));
      await reopen('web-1/4711');
      expect(await leases()).toEqual([]);
      await store.hold(names, 60_000);
      const taken = await leases();
      expect(taken).toEqual(names.map((collection) => ({ collection, instance: 'web-1/4711', since: expect.stringMatching(INSTANT), until: store.shared ? expect.stringMatching(INSTANT) : null })));
      const lengths = (held: typeof taken) => held.map((lease) => (lease.until === null ? 60_000 : Date.parse(lease.until) - Date.parse(String(lease.since))));
      expect(lengths(taken)).toEqual([60_000, 60_000]);
      // Renewed it is the same right, which goes on.
      const began = Date.now();
      await until(() => Date.now() > began + 5);
      await store.hold(names, 60_000);
      const renewed = await leases();
      expect(renewed.map(({ since }) => since)).toEqual(taken.map(({ since }) => since));
      expect(lengths(renewed).every((length) => length > 60_000)).toBe(store.shared);
      await store.release();
      expect(await leases()).toEqual([]);
      await reopen();
      await store.hold(names, 60_000);
      expect((await leases()).map(({ instance }) => instance)).toEqual([null, null]);
    });

    it('reads what was committed while later commits are under way', async () => {
      const { append } = place.log;
      await append.call(place.log, 'thing-1', [anEvent('Made')], NO_STREAM);
      const commits: Promise<void>[] = [];
      for (let index = 0; index < 30; index++) commits.push((commits.at(-1) ?? Promise.resolve()).then(() => write([{ id: `p${index}`, position: index + 1, doc: { id: `p${index}` } }], index + 1)));
      const counts: number[] = [];
      for (const commit of commits) {
        await commit;
        counts.push(await store.count(schema.name, { where: {}, sort: 'id' }));
      }
      expect(counts.every((count, index) => count >= index + 1)).toBe(true);
      expect(counts.at(-1)).toBe(30);
    });
  });
}
