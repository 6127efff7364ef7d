/** The log as others read it: shaped like CloudEvents 1.0, up to date in schema, filtered by who asks. */
import { z } from 'zod';
import { formatPosition, tagsOf, type RecordedEvent } from '#event-sourcing';
import { EventRights, type Reader, type Runtime } from '#event-sourcing-nest';
import { PERSONAL_SCOPE } from '../credentials/scopes.js';

/** CloudEvents attribute names are lower-case letters and digits only. */
export const publishedEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().max(100).describe('The log it stands in.'),
  type: z.string().max(120).describe('`relocon.` and the stored name, such as `relocon.MemberJoined`.'),
  time: z.iso.datetime().describe('When it happened.'),
  recordedtime: z.iso.datetime().describe('When we learned it.'),
  position: z.string().max(20).describe('Its place in the log; comparable as text.'),
  withheld: z.literal(true).optional().describe('You may know that it happened, and no more.'),
  subject: z.string().max(200).optional().describe('The stream.'),
  revision: z.int().min(0).optional(),
  actorkind: z.enum(['member', 'account', 'key', 'system']).optional(),
  actorid: z.string().max(100).optional(),
  actorrole: z.string().max(20).optional(),
  actorvia: z.string().max(20).optional(),
  commandid: z.string().max(100).optional(),
  correlationid: z.string().max(100).optional(),
  causationid: z.string().max(100).optional(),
  schemaversion: z.int().min(1).optional(),
  datacontenttype: z.literal('application/json').optional(),
  data: z.record(z.string(), z.unknown()).optional().describe('Personal fields are null once erased.'),
  masked: z.array(z.string().max(100)).max(100).optional().describe('Personal fields of others, left out of `data`; /api/v1/reveals shows them.'),
});

export type PublishedEvent = z.output<typeof publishedEvent>;

export class Publisher {
  readonly rights: EventRights;

  constructor(private readonly runtime: Runtime) {
    this.rights = new EventRights(runtime);
  }

  /** Whether an event, as `rights.open` answered it, still tells of what it is found by: nobody finds events by what they do not get of them. */
  tellsOf(tag: string, event: RecordedEvent): boolean {
    const definition = this.runtime.codec.catalogue.get(event.type);
    return tag === 'all' || !definition || tagsOf(definition, event).includes(tag);
  }

  /** @param open the event as `rights.open` answered. */
  publish(event: RecordedEvent, open: RecordedEvent | undefined, reader: Reader): PublishedEvent {
    const { log } = this.runtime;
    const always = {
      specversion: '1.0' as const,
      id: event.id,
      source: `/logs/${log.id}`,
      type: `relocon.${event.type}`,
      time: event.occurredAt,
      recordedtime: event.recordedAt,
      position: formatPosition(log.id, event.position),
    };
    if (!open) return { ...always, withheld: true };
    const { actor, metadata } = open;
    return {
      ...always,
      subject: open.stream,
      revision: open.revision,
      actorkind: actor.kind,
      actorid: actor.id,
      actorrole: actor.role,
      actorvia: actor.via,
      commandid: metadata.commandId,
      correlationid: metadata.correlationId,
      ...(metadata.causationId && { causationid: metadata.causationId }),
      schemaversion: this.runtime.codec.catalogue.get(open.type)?.version ?? metadata.schemaVersion,
      datacontenttype: 'application/json',
      ...this.masked(open, reader),
    };
  }

  /** Others' personal fields are left out and named; a reveal shows them, with a reason. */
  private masked(event: RecordedEvent, reader: Reader): { data: Record<string, unknown>; masked?: string[] } {
    const data = event.data as Record<string, unknown>;
    if (reader.scopes?.has(PERSONAL_SCOPE)) return { data };
    const masked = this.personalOfOthers(event, reader).map(({ field }) => field);
    if (masked.length === 0) return { data };
    return { data: Object.fromEntries(Object.entries(data).filter(([field]) => !masked.includes(field))), masked };
  }

  /** Which fields of an event are about other people, and about whom; none that is empty or was erased. */
  personalOfOthers(event: RecordedEvent, reader: Reader): { field: string; subject: string; value: unknown }[] {
    const data = event.data as Record<string, unknown>;
    return Object.entries(this.runtime.codec.catalogue.get(event.type)?.fields ?? {}).flatMap(([field, privacy]) => {
      const value = data[field];
      if (privacy.kind !== 'personal' || value === undefined || value === null) return [];
      const subject = String(privacy.subject === 'actor' ? event.actor.id : data[privacy.subject]);
      return subject === reader.memberId || subject === reader.actor.id ? [] : [{ field, subject, value }];
    });
  }
}
