/** Who is suggested, from the documents of the views: against a count by hand over any network, and how much is read for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { collectionName, collectionSchema, isRefusal, newId, type AnyView, type Document, type ViewStore } from '#event-sourcing';
import type { Runtime } from '#event-sourcing-nest';
import { openSqliteViews } from '#stores/sqlite';
import { groupsView } from '../groups/views/groups.js';
import { attendancesView } from '../meetings/views/attendances.js';
import { memberBlocksView } from '../members/views/member-blocks.js';
import { membersView } from '../members/views/members.js';
import { membershipsView } from '../memberships/views/memberships.js';
import { suggestionsFor } from './candidates.js';
import { byScore, match, type Met } from './matching.js';
import { introductionsView } from './views/introductions.js';

const NOW = '2026-03-01T12:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const views: readonly AnyView[] = [membersView, memberBlocksView, membershipsView, groupsView, attendancesView, introductionsView];

let folder: string;
let store: ViewStore;
let position = 0;
/** Documents that were read. */
let read = 0;
let runtime: Runtime;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocon-candidates-'));
  store = await openSqliteViews({ file: join(folder, 'views.db') });
  await store.prepare(views.map((view) => collectionSchema(view)), []);
  const counted = <T extends unknown[]>(found: T): T => ((read += found.length), found);
  const counting = { find: async (...asked: Parameters<ViewStore['find']>) => counted(await store.find(...asked)), getMany: async (...asked: Parameters<ViewStore['getMany']>) => counted(await store.getMany(...asked)) };
  runtime = { views, store: counting, clock: () => NOW } as unknown as Runtime;
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts documents into views, as a projection would. */
async function keep(documents: readonly [AnyView, Document][]): Promise<void> {
  position++;
  const writes = views.map((view) => ({ collection: collectionName(view), documents: documents.flatMap(([of, doc]) => (of === view ? [{ id: doc.id, position, doc, tokens: [] }] : [])) })).filter((write) => write.documents.length > 0);
  await store.commit({ writes, checkpoints: {} });
}

const member = (id: string, more: object = {}): [AnyView, Document] => [membersView, { id, displayName: id, offers: [], seeks: [], offersSkills: [], seeksSkills: [], hoursPerMonth: null, introductionCapacity: 2, registeredAt: NOW, erased: false, ...more }];
const offering = (...skills: string[]) => ({ offers: skills.map((skill) => ({ skill, level: null })), offersSkills: skills });
const seeking = (...skills: string[]) => ({ seeks: skills.map((skill) => ({ skill, level: null })), seeksSkills: skills });
const group = (id: string, domain: string, status = 'active'): [AnyView, Document] => [groupsView, { id, status, charter: { domain: [domain] } }];
const membership = (groupId: string, memberId: string, status = 'active'): [AnyView, Document] => [membershipsView, { id: `${groupId}.${memberId}`, groupId, memberId, status, joinedAt: NOW }];
const attendance = (meetingId: string, memberId: string, startsAt: string, more: object = {}): [AnyView, Document] => [attendancesView, { id: `${meetingId}.${memberId}`, meetingId, memberId, startsAt, outcome: 'present', cancelled: false, ...more }];
const introduction = (one: string, other: string, status: string, settledAt: string | null = null, suggestedAt = daysAgo(200)): [AnyView, Document] => [introductionsView, { id: newId(), seekerId: one, teacherId: other, memberIds: [one, other], status, suggestedAt, settledAt }];

async function suggested(id: string, query: { groupId?: string; limit?: number } = {}) {
  const items = await suggestionsFor(runtime, id, { limit: 50, ...query });
  if (isRefusal(items)) throw new Error(items.detail);
  return items;
}

interface Somebody {
  offers: string[];
  /** Of what the one asking offers. */
  seeks: boolean;
  hours: number | null;
  capacity: number;
  groups: boolean[];
  left: boolean;
  erased: boolean;
  blocks: boolean;
  blocked: boolean;
  /** Introductions with others: whether they were accepted or wait, and since when. */
  others: { status: 'suggested' | 'accepted'; days: number }[];
  /** The introduction with the one asking. */
  between: { status: 'suggested' | 'accepted' | 'declined'; days: number } | null;
  met: { days: number; outcome: string; theirs: string; cancelled: boolean } | null;
}

const outcome = fc.constantFrom('present', 'late', 'substitute', 'visitor', 'absent', 'apologised', 'notExpected');
const seldom = fc.integer({ min: 0, max: 7 }).map((turn) => turn === 0);
const somebody: fc.Arbitrary<Somebody> = fc.record({
  offers: fc.subarray(['law', 'tax', 'wood']),
  seeks: fc.boolean(),
  hours: fc.constantFrom(null, 0, 6),
  capacity: fc.integer({ min: 0, max: 4 }),
  groups: fc.tuple(fc.boolean(), fc.boolean()).map((both) => [...both]),
  left: fc.boolean(),
  erased: seldom,
  blocks: seldom,
  blocked: seldom,
  others: fc.array(fc.record({ status: fc.constantFrom('suggested', 'accepted'), days: fc.constantFrom(1, 29, 31, 80) }), { maxLength: 3 }),
  between: fc.option(fc.record({ status: fc.constantFrom('suggested', 'accepted', 'declined'), days: fc.constantFrom(1, 29, 31, 89, 91) }), { freq: 3 }),
  met: fc.option(fc.record({ days: fc.constantFrom(1, 89, 91, 400), outcome, theirs: outcome, cancelled: seldom })),
});

it('suggests whom a count by hand suggests, in any network', async () => {
  const WAS_THERE = ['present', 'late', 'substitute', 'visitor'];
  await fc.assert(
    fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 12 }), fc.boolean(), async (people, inGroup) => {
      const run = newId();
      const [asker, groupA, groupB] = [newId(), newId(), newId()];
      const skill = (name: string) => `${name} ${run}`;
      const documents = [group(groupA, 'Food'), group(groupB, 'ships'), member(asker, { ...seeking(skill('law'), skill('tax')), ...offering(skill('boats')) }), membership(groupA, asker)];
      const blockedByAsker: string[] = [];
      const expected: { id: string; score: number; met: Met }[] = [];
      for (const each of people) {
        const id = newId();
        const wants = each.seeks ? seeking(skill('boats'), skill('bread')) : seeking(skill('bread'));
        documents.push(member(id, { ...offering(...each.offers.map(skill)), ...wants, hoursPerMonth: each.hours, introductionCapacity: each.capacity, erased: each.erased }));
        [groupA, groupB].forEach((groupId, index) => {
          if (each.groups[index]) documents.push(membership(groupId, id));
          else if (each.left) documents.push(membership(groupId, id, 'left'));
        });
        if (each.blocks) documents.push([memberBlocksView, { id, blockedMemberIds: [newId(), asker] }]);
        if (each.blocked) blockedByAsker.push(id);
        for (const { status, days } of each.others) documents.push(status === 'suggested' ? introduction(newId(), id, status, null, daysAgo(days)) : introduction(newId(), id, status, daysAgo(days)));
        if (each.between) documents.push(introduction(id, asker, each.between.status, each.between.status === 'suggested' ? null : daysAgo(each.between.days)));
        const { met, between } = each;
        if (met) {
          const meetingId = newId();
          documents.push(attendance(meetingId, asker, daysAgo(met.days), { outcome: met.outcome, cancelled: met.cancelled }), attendance(meetingId, id, daysAgo(met.days), { outcome: met.theirs, cancelled: met.cancelled }));
        }
        const were = met !== null && !met.cancelled && WAS_THERE.includes(met.outcome) && WAS_THERE.includes(met.theirs);
        const introduced = between?.status === 'accepted';
        const lately = (were && met.days <= 90) || (introduced && between.days <= 90);
        const load = each.others.filter(({ days }) => days <= 30).length + (introduced && between.days <= 30 ? 1 : 0);
        const belongs = inGroup ? each.groups[0] : each.groups.includes(true);
        if (each.erased || each.blocks || each.blocked || !belongs || load >= each.capacity || between?.status === 'suggested' || (between?.status === 'declined' && between.days <= 90)) continue;
        const when: Met = lately ? 'recently' : were || introduced ? 'before' : 'never';
        const domains = [...(each.groups[0] ? ['Food'] : []), ...(each.groups[1] ? ['ships'] : [])];
        const found = match(
          { id: asker, ...seeking(skill('law'), skill('tax')), ...offering(skill('boats')), domains: ['Food'] },
          { id, ...offering(...each.offers.map(skill)), ...wants, domains, hoursPerMonth: each.hours, capacity: each.capacity, load },
          when,
        );
        if (found) expected.push({ id, score: found.score, met: when });
      }
      if (blockedByAsker.length > 0) documents.push([memberBlocksView, { id: asker, blockedMemberIds: blockedByAsker }]);
      await keep(documents);
      const items = await suggested(asker, inGroup ? { groupId: groupA } : {});
      const never = (reasons: readonly string[]): Met => (reasons.includes('You have never met.') ? 'never' : reasons.includes('You have not met in the last 90 days.') ? 'before' : 'recently');
      expect(items.map(({ memberId: id, score, reasonsForSeeker }) => ({ id, score, met: never(reasonsForSeeker) }))).toEqual(expected.sort(byScore));
    }),
    { numRuns: 150 },
  );
});

it('looks at 500 who offer a skill at most, those who came last, and at nobody who does not offer it', async () => {
  const [asker, groupId] = [newId(), newId()];
  const many = Array.from({ length: 620 }, (_, index) => ({ id: newId(), registeredAt: daysAgo(1_000 - index) }));
  await keep([group(groupId, 'food'), member(asker, seeking('juggling')), ...many.flatMap(({ id, registeredAt }) => [member(id, { ...offering('juggling'), registeredAt }), membership(groupId, id)])]);
  read = 0;
  const items = await suggested(asker);
  const needed = read;
  expect(items).toHaveLength(50);
  expect(items.every(({ memberId }) => many.slice(120).some(({ id }) => id === memberId))).toBe(true);
  // Each of them, their membership, the group, and the one asking; nothing else is there to be read.
  expect(needed).toBe(500 + 500 + 1 + 1);
  // A larger network of people who offer something else takes no more.
  await keep(Array.from({ length: 2_000 }, () => newId()).flatMap((id) => [member(id, offering('sailing')), membership(groupId, id), introduction(newId(), id, 'suggested', null, daysAgo(1))]));
  read = 0;
  await suggested(asker);
  expect(read).toBe(needed);
});

it('counts no group that is archived', async () => {
  const [asker, inBoth, inArchived, open, archived] = [newId(), newId(), newId(), newId(), newId()];
  const skill = `weaving ${newId()}`;
  const memberships = [membership(open, asker), membership(archived, asker), membership(open, inBoth), membership(archived, inBoth), membership(archived, inArchived)];
  const people = [member(asker, seeking(skill)), member(inBoth, offering(skill)), member(inArchived, offering(skill))];
  await keep([group(open, 'bread'), group(archived, 'wool', 'archived'), ...people, ...memberships]);
  // 50 + 10 + 5, in the group that is open; the other one belongs nowhere any more.
  expect((await suggested(asker)).map(({ memberId, score, reasonsForSeeker }) => [memberId, score, reasonsForSeeker.at(-1)])).toEqual([[inBoth, 65, 'Belongs to a group about bread, as you do.']]);
  await keep([group(open, 'bread', 'archived')]);
  expect(await suggested(asker)).toEqual([]);
});

it('looks for the twenty skills that were sought last', async () => {
  const [asker, groupId] = [newId(), newId()];
  const sought = Array.from({ length: 21 }, (_, index) => `craft ${index}`);
  const teachers = [newId(), newId()] as const;
  await keep([group(groupId, 'food'), member(asker, seeking(...sought)), ...teachers.flatMap((id, index) => [member(id, offering(sought[index] as string)), membership(groupId, id)])]);
  expect((await suggested(asker)).map(({ memberId }) => memberId)).toEqual([teachers[1]]);
});
