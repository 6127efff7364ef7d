/** GET /api/v1/members/{id}/access-records: who looked. */
import { z } from 'zod';
import { collectionName, mayRead, streamName, withheldFrom } from '#event-sourcing';
import { actionOf, badCursor, cursorScope, defineActions, everyRelation, EXAMPLE_ID, makeCursor, must, notFound, notYours, openCursor, pageQuery, readerOf, viewNamed } from '#event-sourcing-nest';
import { memberStanding, namesOf } from '#features/members/members.events.js';
import type { AccessRecord } from './access-records.js';
import { accessPolicy } from './events.policy.js';
import type { ReloconRuntime } from './runtime.js';

const policy = accessPolicy.documents.accessRecords;

const record = z.strictObject({
  who: z.string().max(450).describe('Their name, or what kind of caller it was.'),
  kind: z.enum(['member', 'account', 'key', 'system']),
  id: z.string().max(100).describe('Of the member, account or key.'),
  role: z.string().max(20),
  byKey: z.boolean().describe('Whether an API key asked, rather than somebody who had signed in.'),
  what: z.enum(['page', 'timeline', 'progress', 'learn-from', 'reveal', 'export']),
  concerns: z.enum(['this member', 'everybody']),
  reason: z.string().max(1_000).nullable(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  count: z.int().min(1).describe('How often within an hour of the first time; what is read within ten seconds is one look.'),
  address: z.string().max(64).optional().describe('Where the last one came from; for administrators only.'),
});

const example = {
  items: [{ who: 'Amara Okafor', kind: 'member', id: EXAMPLE_ID, role: 'member', byKey: false, what: 'timeline', concerns: 'this member', reason: null, firstAt: '2026-03-01T12:00:00.000Z', lastAt: '2026-03-01T12:04:10.000Z', count: 3 }],
  next: null,
};

const action = actionOf<ReloconRuntime>();

export const AccessRecordsController = defineActions<ReloconRuntime>({
  path: 'members',
  tag: 'Members',
  actions: [
    action({
      method: 'GET',
      path: ':id/access-records',
      operationId: 'listAccessRecords',
      summary: 'List who looked at a member’s data',
      description: 'Reads of their page, timeline, progress and suggestions of whom to learn from by others, reveals of their personal data, and exports: newest first, of the last year. For the member and administrators.',
      access: { row: everyRelation(Object.values(policy.read)), scope: 'access-records:read' },
      query: z.strictObject(pageQuery),
      own: (reader, memberId) => reader.memberId === memberId,
      answer: { name: 'AccessRecords', schema: z.strictObject({ items: z.array(record).max(100), next: z.string().max(2_000).nullable() }), example },
      refusals: [badCursor, notFound],
      async run({ runtime, request, id: memberId, query: { limit, cursor } }) {
        const reader = await readerOf(runtime, request);
        if (!mayRead(policy, { memberId }, reader)) return notYours('Only administrators and the member concerned may read this.');
        if (!(await runtime.runner.fold(memberStanding, streamName('member', memberId))).registered) return notFound('There is no member with this id.');
        const scope = cursorScope(['access-records', memberId, reader.actor.kind, reader.actor.id]);
        const after = cursor === undefined ? undefined : must(openCursor<string>(runtime.cursorKey, scope, cursor));
        // What was noted just now as well.
        await runtime.accessRecords.flush();
        const { items, next } = await runtime.accessRecords.list(memberId, { after, limit });
        const members = items.filter(({ actor }) => actor.kind === 'member').map(({ actor }) => actor.id);
        const names = namesOf(await runtime.store.getMany(collectionName(viewNamed(runtime, 'members')), [...new Set(members)]));
        const withheld = withheldFrom(policy, { memberId }, reader);
        return { items: items.map((each) => shown(each, names, withheld)), next: next === undefined ? null : makeCursor(runtime.cursorKey, scope, next) };
      },
    }),
  ],
});

function shown({ actor, keyId, keyName, what, everybody, reason, firstAt, lastAt, count, address }: AccessRecord, names: ReadonlyMap<string, string | null>, withheld: readonly string[]) {
  const { kind, id, role } = actor;
  return {
    who: kind === 'member' ? (names.get(id) ?? 'a member who was erased') : keyName !== undefined ? `an API key (${keyName})` : role === 'auditor' ? 'an auditor' : 'an administrator',
    kind,
    id,
    role,
    byKey: keyId !== undefined,
    what,
    concerns: everybody ? 'everybody' : 'this member',
    reason: reason ?? null,
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    count,
    ...(!withheld.includes('address') && { address }),
  };
}
