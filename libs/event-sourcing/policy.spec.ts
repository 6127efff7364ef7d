import fc from 'fast-check';
import { admits, audienceFor, audienceOf, definePolicy, linesOf, mayRead, passOf, readableBy, rowInWords, STAFF, withheldFrom, type DocumentPolicy, type Party, type Relation } from './policy.js';

const nobody: Party = { groups: [], facilitates: [] };
const ada: Party = { memberId: 'ada', groups: ['g1', 'g2'], facilitates: ['g1'] };

describe('A row', () => {
  it.each<[Relation, Party, object, boolean]>([
    ['administrator', { ...nobody, role: 'admin' }, {}, true],
    ['administrator', { ...nobody, role: 'auditor' }, {}, false],
    ['administrator', ada, {}, false],
    ['auditor', { ...nobody, role: 'auditor' }, {}, true],
    ['integrator', { ...nobody, role: 'integrator' }, {}, true],
    ['integrator', { ...nobody, role: 'admin' }, {}, false],
    ['self', ada, { self: 'ada' }, true],
    ['self', ada, { self: ['ben', 'ada'] }, true],
    ['self', ada, { self: 'ben' }, false],
    ['self', ada, {}, false],
    ['self', nobody, { self: undefined }, false],
    ['self', { ...nobody, role: 'admin' }, { self: 'ada' }, false],
    ['facilitator', ada, { group: 'g1' }, true],
    ['facilitator', ada, { group: 'g2' }, false],
    ['facilitator', ada, { group: null }, false],
    ['group', ada, { group: 'g2' }, true],
    ['group', ada, { group: 'g3' }, false],
    ['member', ada, {}, true],
    ['member', { ...nobody, role: 'admin' }, {}, false],
    ['member', nobody, {}, false],
  ])('%s of %j at %j: %s', (relation, party, ties, expected) => {
    expect(admits([relation], party, ties)).toBe(expected);
  });

  it('without relations admits nobody, and reads so', () => {
    expect(admits([], { ...ada, role: 'admin' }, { self: 'ada', group: 'g1' })).toBe(false);
    expect(rowInWords([])).toBe('nobody');
    expect(rowInWords(['administrator', 'integrator', 'self'])).toBe('administrators, integrators and the member concerned');
  });
});

interface Note {
  owner: string;
  group: string | null;
  open: boolean;
}

const relation = fc.constantFrom<Relation>('administrator', 'auditor', 'integrator', 'self', 'facilitator', 'group', 'member');
const id = fc.constantFrom('ada', 'ben', 'g1', 'g2');
const anyParty = fc
  .record({ role: fc.constantFrom(undefined, 'admin' as const, 'auditor' as const, 'integrator' as const), memberId: fc.option(id, { nil: undefined }), groups: fc.uniqueArray(id), facilitates: fc.uniqueArray(id) })
  .map(({ role, memberId, ...rest }): Party => ({ ...rest, ...(role && { role }), ...(memberId !== undefined && { memberId }) }));
const anyNote = fc.record<Note>({ owner: id, group: fc.option(id), open: fc.boolean() });

describe('Documents', () => {
  it('are found by the marks of exactly those who may read them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(relation), fc.uniqueArray(relation), anyParty, anyNote, (whenOpen, whenClosed, party, note) => {
        const policy: DocumentPolicy<Note> = { self: (doc) => doc.owner, group: (doc) => doc.group, read: { open: whenOpen, closed: whenClosed }, row: (doc) => (doc.open ? 'open' : 'closed') };
        const asked = readableBy(policy, party) as { audience?: { in: string[] } };
        const found = asked.audience === undefined || audienceFor(policy, note).some((mark) => asked.audience?.in.includes(mark));
        expect(found).toBe(mayRead(policy, note, party));
      }),
      { numRuns: 2_000 },
    );
  });

  it('carry no mark for whoever reads them all', () => {
    const policy: DocumentPolicy<Note> = { self: (doc) => doc.owner, read: { any: [...STAFF, 'self'] } };
    expect(audienceFor(policy, { owner: 'ada', group: null, open: true })).toEqual(['member:ada']);
    expect(audienceOf(['administrator', 'group'], { group: 'g1' })).toEqual(['administrator', 'group:g1']);
    expect(passOf({ ...ada, role: 'admin' })).toEqual(['administrator', 'member:ada', 'member', 'group:g1', 'group:g2', 'facilitators:g1']);
  });

  it('keep fields from those who may read the rest', () => {
    const policy: DocumentPolicy<Note> = { self: (doc) => doc.owner, read: { any: ['member'] }, fields: { open: ['self'], group: ['administrator'] } };
    expect(withheldFrom(policy, { owner: 'ada', group: null, open: true }, ada)).toEqual(['group']);
    expect(withheldFrom(policy, { owner: 'ben', group: null, open: true }, ada)).toEqual(['open', 'group']);
  });
});

it('A slice lists every row it has, each its own', () => {
  const shared = ['administrator'] as const;
  const policy = definePolicy({
    commands: { a: shared, b: shared },
    documents: { notes: { read: { any: ['member'] }, fields: { open: ['self'] } } },
    events: { NoteTaken: { read: ['self'], fields: { with: STAFF } } },
    routes: { readAll: STAFF },
  });
  expect(policy.commands.a).not.toBe(policy.commands.b);
  expect(linesOf('notes', policy).map(({ what, name, row }) => [what, name, row.join()])).toEqual([
    ['command', 'a', 'administrator'],
    ['command', 'b', 'administrator'],
    ['document', 'notes', 'member'],
    ['field', 'notes.open', 'self'],
    ['event', 'NoteTaken', 'self'],
    ['field', 'NoteTaken.with', 'administrator,auditor,integrator'],
    ['route', 'readAll', 'administrator,auditor,integrator'],
  ]);
});
