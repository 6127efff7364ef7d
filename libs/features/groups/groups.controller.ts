/** /api/v1/groups */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import * as commands from './groups.decider.js';
import { place } from './groups.events.js';
import { groupPolicy } from './groups.policy.js';
import { groupsView } from './views/groups.js';

const charter = {
  purpose: 'We teach each other to run food co-operatives that last.',
  domain: ['food co-operatives', 'bookkeeping'],
  practice: 'We meet every second Tuesday, tell one war story each and commit to one action.',
};

export const GroupsController = defineResource({
  path: 'groups',
  tag: 'Groups',
  reads: {
    view: groupsView,
    schema: z.strictObject({
      id: z.uuid(),
      name: z.string().max(200),
      timeZone: z.string().max(64),
      place: place.nullable(),
      listed: z.boolean().describe('Whether the public directory may list it.'),
      foundedAt: z.iso.datetime(),
      status: z.enum(['active', 'archived']),
      archivedAt: z.iso.datetime().nullable(),
      archiveReason: z.string().max(1_000).nullable().optional().describe('For staff and facilitators only.'),
      charter: z
        .strictObject({
          version: z.int().min(1),
          purpose: z.string().max(2_000),
          domain: z.array(z.string().max(100)).max(20),
          practice: z.string().max(5_000).nullable(),
          adoptedAt: z.iso.datetime(),
        })
        .nullable()
        .describe('The one in force.'),
      charterVersions: z.int().min(0),
    }),
    singular: 'group',
    plural: 'groups',
    externalKind: 'group',
    example: {
      id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20',
      name: 'Co-op Builders',
      timeZone: 'Europe/Berlin',
      place: { text: 'Leipzig' },
      listed: true,
      foundedAt: '2025-09-02T17:00:00.000Z',
      status: 'active',
      archivedAt: null,
      charter: { version: 1, ...charter, adoptedAt: '2025-09-02T17:00:00.000Z' },
      charterVersions: 1,
    },
    policy: groupPolicy.documents.groups,
  },
  commands: [
    { verb: 'create', command: commands.foundGroup, records: 'GroupFounded', summary: 'Found a group', example: { name: 'Co-op Builders', timeZone: 'Europe/Berlin', charter } },
    {
      verb: 'edit',
      command: commands.describeGroup, records: 'GroupDescribed',
      idField: 'groupId',
      summary: 'Describe a group',
      description: 'Merge patch of name, zone, place and listing: null empties the place, absent fields stay.',
      example: { place: { text: 'Leipzig', latitude: 51.34, longitude: 12.37 }, listed: true },
    },
    { verb: 'adopt-charter', command: commands.adoptCharter, records: 'CharterAdopted', idField: 'groupId', summary: 'Adopt a version of the charter', example: charter },
    { verb: 'archive', command: commands.archiveGroup, records: 'GroupArchived', idField: 'groupId', summary: 'Archive a group', description: 'Nothing new is recorded in it; its history stays.', example: { reason: 'The purpose is fulfilled.' } },
    { verb: 'reopen', command: commands.reopenGroup, records: 'GroupReopened', idField: 'groupId', summary: 'Reopen an archived group', example: {} },
  ],
});
