/** GET /api/v1/groups/{id}/health and /network, reconstructed from events, and /api/v1/learners. */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { collectionName, eventsTagged, notAPosition, plus, positionOfAnotherLog, type RecordedEvent, type Row } from '#event-sourcing';
import {
  afterOwnWrite,
  component,
  defineResource,
  documentAsked,
  For,
  invalid,
  jsonSchema,
  mayReadOf,
  momentOf,
  momentQuery,
  momentShown,
  must,
  mustAdmit,
  mustParse,
  notFound,
  pathId,
  readerOf,
  Refuses,
  relo,
  RUNTIME,
  sendJson,
  shownMoment,
  tagController,
  TakesQuery,
  viewBuilding,
  viewNamed,
  wholeNumber,
  type Reader,
  type Runtime,
} from '#event-sourcing-nest';
import { verdict } from '../alignment/alignment.events.js';
import { groupStanding, type GroupDocument } from '../groups/groups.events.js';
import { namesOf } from '../members/members.events.js';
import { shownUnder, type ReflectionDocument, type Visibility } from '../reflections/reflections.events.js';
import { healthOf } from './health.figures.js';
import { historyAt, type GroupHistory } from './health.fold.js';
import { healthPolicy } from './health.policy.js';
import { networkOf, type Shows } from './network.js';
import { learningTiesView } from './views/learning-ties.js';

const healthQuery = z.strictObject({ ...momentQuery, months: wholeNumber(1, 60).default(12).describe('How many calendar months of the group’s zone, the present one included.') });
const networkQuery = z.strictObject(momentQuery);

const count = z.int().min(0);
const hours = z.number().min(0);
const rate = z.number().min(0).max(1).nullable().describe('Null where there is nothing to count.');
const windowDays = z.int().describe('Length of the window, which ends at the moment asked for.');
const moment = shownMoment.describe('The exclusive ends this answer used; empty for the present.');
const tie = { reflections: count.describe('Shared reflections of the one that name the other.'), exchanges: count.describe('Exchanges in which the one confirmed the other’s help.'), minutes: count.describe('Of these exchanges.') };

const groupHealth = z.strictObject({
  groupId: z.uuid(),
  moment,
  timeZone: z.string().max(64).describe('The group’s, as it was then; it cuts the months.'),
  members: z.strictObject({ active: count, facilitators: count }),
  months: z
    .array(
      z.strictObject({
        month: z.string().max(7),
        active: count.describe('At the end of the month.'),
        joined: count,
        left: count,
        meetings: count.describe('Not cancelled.'),
        expected: count,
        came: count,
        apologised: count,
        attendanceRate: rate,
        commitmentRate: rate,
        reflectedOn: count.describe('Attendances with a reflection; private ones count where five people or more came.'),
        reflectionRate: rate,
        hoursGiven: hours.describe('Confirmed help, once for the giver.'),
        hoursReceived: hours.describe('Confirmed help, for each receiver who confirmed it.'),
      }),
    )
    .max(60)
    .describe('Oldest first.'),
  help: z.strictObject({ windowDays, exchanges: count, hoursGiven: hours, hoursReceived: hours, membersGiving: count, membersReceiving: count, membersGivingAndReceiving: count }),
  actions: z.strictObject({ open: count, overdue: count, windowDays, due: count, done: count }),
  stories: z.strictObject({ told: count, windowDays, toldLately: count, acknowledgedLately: count }),
  alignment: z
    .strictObject({ reviewId: z.uuid(), at: z.iso.datetime(), until: z.iso.datetime(), score: count, verdict, provisional: z.boolean(), inForce: z.boolean() })
    .nullable()
    .describe('The latest decision; null before the first.'),
  northStar: z
    .strictObject({ windowDays, activeMembers: count, there: count, share: rate })
    .describe('Active members who both gave and received confirmed help and recorded value `applied` or higher; what they keep private counts where five or more of them gave and received.'),
});

const groupNetwork = z.strictObject({
  groupId: z.uuid(),
  moment,
  ties: z.array(z.strictObject({ learnerId: z.uuid(), teacherId: z.uuid(), ...tie })).max(1_000_000),
  names: z.record(z.string(), z.string().max(200).nullable()).describe('Of everybody in it, as they are today; null once erased.'),
});

const GROUP = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e20';
const [LEARNER, TEACHER] = ['019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11', '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12'] as const;

const healthExample = {
  groupId: GROUP,
  moment: {},
  timeZone: 'Europe/Berlin',
  members: { active: 11, facilitators: 1 },
  months: [{ month: '2026-02', active: 11, joined: 1, left: 0, meetings: 2, expected: 21, came: 17, apologised: 3, attendanceRate: 0.81, commitmentRate: 0.95, reflectedOn: 9, reflectionRate: 0.53, hoursGiven: 6.5, hoursReceived: 8 }],
  help: { windowDays: 90, exchanges: 12, hoursGiven: 17.5, hoursReceived: 21, membersGiving: 7, membersReceiving: 8, membersGivingAndReceiving: 5 },
  actions: { open: 4, overdue: 1, windowDays: 90, due: 9, done: 7 },
  stories: { told: 6, windowDays: 90, toldLately: 2, acknowledgedLately: 5 },
  alignment: { reviewId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e70', at: '2026-01-15T10:00:00.000Z', until: '2027-01-15T10:00:00.000Z', score: 68, verdict: 'emerging', provisional: false, inForce: true },
  northStar: { windowDays: 30, activeMembers: 11, there: 3, share: 0.27 },
};
const tieExample = { reflections: 3, exchanges: 1, minutes: 60 };
const networkExample = { groupId: GROUP, moment: {}, ties: [{ learnerId: LEARNER, teacherId: TEACHER, ...tieExample }], names: { [LEARNER]: 'Amara Okafor', [TEACHER]: 'Jonas Weber' } };

const { routes } = healthPolicy;

@Controller('api/v1/groups')
export class HealthController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get(':id/health')
  @ApiOperation({
    operationId: 'readGroupHealth',
    summary: 'Read how a group is doing',
    description: 'Members over time, attendance and commitment by month, reflections, help, actions, stories, alignment and north star, as of any moment. Figures of the group alone: what its members do elsewhere is their own.',
  })
  @pathId()
  @TakesQuery(healthQuery)
  @relo('single')
  @For(routes.readGroupHealth, 'group-health:read')
  @ApiResponse({ status: 200, description: 'The figures.', content: { 'application/json': { schema: component('GroupHealth', jsonSchema(groupHealth, 'output')), example: healthExample } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notFound, viewBuilding)
  async readGroupHealth(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = mustParse(healthQuery, request.query, 'query');
    const past = must(momentOf(this.runtime.log.id, asked));
    const { group, all } = await this.begin(routes.readGroupHealth, request);
    const before = past?.moment.occurredBefore ?? plus(this.runtime.clock(), 1);
    const { known, history } = historyAt(all, past?.moment);
    // Months were those of the zone that the group had then.
    const timeZone = known.reduce(groupStanding.evolve, groupStanding.initial).timeZone || group.timeZone;
    const figures = healthOf(history, { before, timeZone, months: asked.months });
    sendJson(reply, { groupId: group.id, moment: momentShown(past?.moment, asked.position), timeZone, ...figures }, past?.echo);
  }

  @Get(':id/network')
  @ApiOperation({
    operationId: 'readGroupNetwork',
    summary: 'Read who learned from whom in a group',
    description: 'From shared reflections that name others and from confirmed help, with counts, as of any moment. It holds what its reader may see: members see the help they gave and got themselves.',
  })
  @pathId()
  @TakesQuery(networkQuery)
  @relo('single')
  @For(routes.readGroupNetwork, 'group-health:read')
  @ApiResponse({ status: 200, description: 'Who learned from whom.', content: { 'application/json': { schema: component('GroupNetwork', jsonSchema(groupNetwork, 'output')), example: networkExample } } } as never)
  @Refuses(invalid, notAPosition, positionOfAnotherLog, notFound, viewBuilding)
  async readGroupNetwork(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = mustParse(networkQuery, request.query, 'query');
    const { runtime } = this;
    const past = must(momentOf(runtime.log.id, asked));
    const { group, reader, all } = await this.begin(routes.readGroupNetwork, request);
    const { history, today } = historyAt(all, past?.moment);
    const ties = networkOf(history, this.shownTo(reader, group.id, today, past && (await this.reflectionsToday(history))));
    const ids = [...new Set(ties.flatMap(({ learnerId, teacherId }) => [learnerId, teacherId]))];
    const names = Object.fromEntries(namesOf(await runtime.store.getMany(collectionName(viewNamed(runtime, 'members')), ids)));
    sendJson(reply, { groupId: group.id, moment: momentShown(past?.moment, asked.position), ties, names }, past?.echo);
  }

  /** Rights are always today's; what was not shared then was not known then either. @param documents today's, where the past is read: a version shows to whom it was itself shared with. */
  private shownTo(reader: Reader, groupId: string, today: GroupHistory, documents?: ReadonlyMap<string, ReflectionDocument>): Shows {
    return {
      reflection: (id, { authorId, visibility, version }) => {
        const now = today.reflections.get(id);
        const document = documents?.get(id);
        const may = (under: Visibility): boolean => mayReadOf(this.runtime, 'reflections', { authorId, groupId, visibility: under }, reader);
        return visibility !== 'private' && now !== undefined && may(now.visibility) && (!documents || (document !== undefined && shownUnder(document, version).some(may)));
      },
      help: (giverId, receiverId) => mayReadOf(this.runtime, 'help', { giverId, receiverIds: [receiverId], memberIds: [giverId, receiverId], groupId }, reader),
    };
  }

  private async reflectionsToday({ reflections }: GroupHistory): Promise<Map<string, ReflectionDocument>> {
    const ids = [...reflections].flatMap(([id, { visibility }]) => (visibility === 'private' ? [] : [id]));
    const stored = await this.runtime.store.getMany(collectionName(viewNamed(this.runtime, 'reflections')), ids);
    return new Map(stored.flatMap(({ id, doc }) => (doc ? [[id, doc as ReflectionDocument]] : [])));
  }

  /** The group, whoever asks, and every event of it. @throws RefusedError where they may not read of it. */
  private async begin(row: Row, request: FastifyRequest): Promise<{ group: GroupDocument; reader: Reader; all: RecordedEvent[] }> {
    const { runtime } = this;
    const [, reader] = await Promise.all([afterOwnWrite(runtime, request, ['events', 'groups', 'members', 'reflections']), readerOf(runtime, request)]);
    const group = await documentAsked<GroupDocument>(runtime, request, 'groups', reader, 'group');
    mustAdmit(row, reader, { group: group.id }, 'read this');
    return { group, reader, all: await eventsTagged(runtime.store, runtime.codec, [`group:${group.id}`]) };
  }
}

tagController(HealthController, 'Group health');

export const LearnersController = defineResource({
  path: 'learners',
  tag: 'Group health',
  reads: {
    view: learningTiesView,
    schema: z.strictObject({
      id: z.uuid().describe('The member who learned.'),
      ties: z.array(z.strictObject({ teacherId: z.uuid(), ...tie })).max(100_000),
      lastAt: z.iso.datetime().nullable().describe('When the last of it took place.'),
    }),
    singular: 'learner',
    plural: 'learners',
    example: { id: LEARNER, ties: [{ teacherId: TEACHER, ...tieExample }], lastAt: '2026-02-10T19:30:00.000Z' },
    policy: healthPolicy.documents.learningTies,
  },
});
