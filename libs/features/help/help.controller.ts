/** /api/v1/help-exchanges, and /api/v1/help-offers for what may become one. */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import * as commands from './help.decider.js';
import { helpMinutes } from './help.events.js';
import { helpPolicy } from './help.policy.js';
import { helpView } from './views/help.js';

const giverId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const receiver = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12';
const groupId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const meetingId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30';
const idField = 'helpId';
const tag = 'Help exchanges';
const people = { giverId, receiverIds: [receiver] };
const note = 'We went through the margins of three products.';

export const HelpOffersController = defineResource({
  path: 'help-offers',
  tag,
  commands: [
    {
      verb: 'create',
      command: commands.offerHelp, records: 'HelpOffered',
      readIn: 'help-exchanges',
      summary: 'Offer help',
      description: 'Nothing counts yet: once it was given, record the exchange with this offer’s id. It is read as a help exchange from now on.',
      example: { ...people, groupId, minutes: 60, skill: 'pricing', note: 'Any evening next week.' },
    },
    { verb: 'withdraw', command: commands.withdrawOffer, records: 'HelpOfferWithdrawn', idField, summary: 'Withdraw an offer of help', example: {} },
  ],
});

export const HelpExchangesController = defineResource({
  path: 'help-exchanges',
  tag,
  reads: {
    view: helpView,
    policy: helpPolicy.documents.help,
    schema: z.strictObject({
      id: z.uuid(),
      giverId: z.uuid(),
      receiverIds: z.array(z.uuid()).max(100),
      groupId: z.uuid().nullable(),
      meetingId: z.uuid().nullable(),
      skill: z.string().max(100).nullable(),
      minutes: helpMinutes.nullable().describe('Null: offered without saying how long.'),
      note: z.string().max(1_000).nullable().describe('Null where there is none, or once erased.'),
      status: z.enum(['offered', 'withdrawn', 'recorded', 'confirmed', 'disputed']).describe('recorded: nobody has answered yet. confirmed: by one receiver at least. disputed: by some, and confirmed by none.'),
      confirmedBy: z.array(z.uuid()).max(100),
      disputes: z.array(z.strictObject({ memberId: z.uuid(), reason: z.string().max(1_000).nullable(), disputedAt: z.iso.datetime() })).max(10_000).describe('Every one, oldest first; whoever disputed it may have confirmed it since.'),
      givenAt: z.iso.datetime().nullable().describe('Null before it was given.'),
      happenedAt: z.iso.datetime().describe('When it was given; of an offer, when it was made.'),
      memberIds: z.array(z.uuid()).max(101).describe('Giver and receivers.'),
    }),
    singular: 'help exchange',
    plural: 'help exchanges',
    example: {
      id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60',
      ...people,
      groupId,
      meetingId,
      skill: 'pricing',
      minutes: 45,
      note,
      status: 'confirmed',
      confirmedBy: [receiver],
      disputes: [],
      givenAt: '2026-02-10T19:00:00.000Z',
      happenedAt: '2026-02-03T18:00:00.000Z',
      memberIds: [giverId, receiver],
    },
    neverShown: ['aboutSkills'],
  },
  commands: [
    {
      verb: 'create',
      command: commands.recordHelp, records: 'HelpRecorded',
      summary: 'Record help that was given',
      description: 'By whoever gave or received it. It counts once a receiver confirms it; a receiver who records it has done so. The minutes of teaching several at once count once for whoever taught.',
      example: { ...people, minutes: 45, skill: 'pricing', meetingId, note, occurredAt: '2026-02-10T19:00:00Z' },
    },
    {
      verb: 'confirm',
      command: commands.confirmHelp, records: 'HelpConfirmed',
      idField,
      summary: 'Confirm help as one who received it',
      description: 'Never by whoever gave it. Also after a dispute, which stays on record.',
      example: { memberId: receiver },
    },
    {
      verb: 'dispute',
      command: commands.disputeHelp, records: 'HelpDisputed',
      idField,
      summary: 'Dispute help as one who is said to have received it',
      description: 'What one has confirmed one does not dispute any more.',
      example: { memberId: receiver, reason: 'We said we would meet, and never did.' },
    },
  ],
});
