/** /api/v1/actions */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import * as commands from './actions.decider.js';
import { actionPolicy } from './actions.policy.js';
import { actionsView } from './views/actions.js';

const ownerId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const helper = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const meetingId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30';
const idField = 'actionId';
const title = 'Ask three clients what they could pay';
const words = (max: number) => z.string().max(max).nullable();

export const ActionsController = defineResource({
  path: 'actions',
  tag: 'Actions',
  reads: {
    view: actionsView,
    policy: actionPolicy.documents.actions,
    schema: z.strictObject({
      id: z.uuid(),
      ownerId: z.uuid(),
      helperIds: z.array(z.uuid()).max(50),
      groupId: z.uuid().nullable(),
      meetingId: z.uuid().nullable(),
      reflectionId: z.uuid().nullable().optional().describe('The reflection it came from; for the owner alone.'),
      title: words(300).describe('Null once erased.'),
      details: words(2_000),
      dueOn: z.iso.date(),
      dueAt: z.iso.datetime().describe('The last millisecond of that day in `timeZone`.'),
      timeZone: z.string().max(64),
      renegotiated: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), reason: words(1_000), at: z.iso.datetime() })).max(10_000).describe('Due dates it had before, oldest first.'),
      status: z.enum(['open', 'completed', 'dropped']),
      outcome: words(2_000).describe('What came of it.'),
      reason: words(1_000).describe('Why it was dropped.'),
      committedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
      memberIds: z.array(z.uuid()).max(51).describe('Owner and helpers.'),
    }),
    singular: 'action',
    plural: 'actions',
    example: {
      id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60',
      ownerId,
      helperIds: [helper],
      groupId,
      meetingId,
      title,
      details: null,
      dueOn: '2026-03-06',
      dueAt: '2026-03-06T22:59:59.999Z',
      timeZone: 'Europe/Berlin',
      renegotiated: [{ from: '2026-02-20', to: '2026-03-06', reason: 'Two of them were away.', at: '2026-02-19T08:00:00.000Z' }],
      status: 'open',
      outcome: null,
      reason: null,
      committedAt: '2026-02-10T19:00:00.000Z',
      endedAt: null,
      memberIds: [ownerId, helper],
    },
  },
  commands: [
    {
      verb: 'create',
      command: commands.commitAction, records: 'ActionCommitted',
      summary: 'Commit to an action',
      description: 'To a group, in one of its meetings or not, or on one’s own.',
      example: { ownerId, title, dueOn: '2026-02-20', groupId, meetingId, helperIds: [helper] },
    },
    {
      verb: 'renegotiate',
      command: commands.renegotiateAction, records: 'ActionRenegotiated',
      idField,
      summary: 'Move the due date of an action',
      description: 'The old date is kept.',
      example: { dueOn: '2026-03-06', reason: 'Two of them were away.' },
    },
    { verb: 'complete', command: commands.completeAction, records: 'ActionCompleted', idField, summary: 'Complete an action', example: { outcome: 'All three pay by the hour, and would rather not.' } },
    { verb: 'drop', command: commands.dropAction, records: 'ActionDropped', idField, summary: 'Drop an action', example: { reason: 'The clients have gone.' } },
  ],
});
