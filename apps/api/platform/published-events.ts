/** The log as others read it: shaped like CloudEvents 1.0, up to date in schema, filtered by who asks. */
import { z } from 'zod';
import { collectionName, formatPosition, type Disclosure, type EventReader, type RecordedEvent } from '#event-sourcing';
import { isStaff, viewNamed, type Reader, type Runtime } from '#event-sourcing-nest';

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
  actorkind: z.enum(['member', 'key', 'system']).optional(),
  actorid: z.string().max(100).optional(),
  actorrole: z.string().max(20).optional(),
  actorvia: z.string().max(20).optional(),
  commandid: z.string().max(100).optional(),
  correlationid: z.string().max(100).optional(),
  causationid: z.string().max(100).optional(),
  schemaversion: z.int().min(1).optional(),
  datacontenttype: z.literal('application/json').optional(),
  data: z.record(z.string(), z.unknown()).optional().describe('Personal fields are null once erased.'),
});

export type PublishedEvent = z.output<typeof publishedEvent>;

export class Publisher {
  private readonly disclosures = new Map<string, Disclosure>();

  constructor(private readonly runtime: Runtime) {
    for (const { disclosure } of runtime.features) for (const type of disclosure?.types ?? []) this.disclosures.set(type, disclosure as Disclosure);
  }

  /** What a reader gets of events; `undefined` for those that are withheld. */
  async open(events: readonly RecordedEvent[], reader: Reader): Promise<(RecordedEvent | undefined)[]> {
    const documents = await this.documentsFor(events);
    const asking: EventReader = { staff: isStaff(reader), groups: reader.groups, facilitates: reader.facilitates, ...(reader.memberId && { memberId: reader.memberId }) };
    return events.map((event) => {
      const disclosure = this.disclosures.get(event.type);
      if (!disclosure) return event;
      const document = disclosure.document && documents.get(`${disclosure.document.view} ${disclosure.document.id(event)}`);
      return disclosure.allows(event, document, asking) ? event : undefined;
    });
  }

  /** @param open the event as `open` answered. */
  publish(event: RecordedEvent, open: RecordedEvent | undefined): PublishedEvent {
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
      data: open.data as Record<string, unknown>,
    };
  }

  private async documentsFor(events: readonly RecordedEvent[]): Promise<Map<string, unknown>> {
    const wanted = new Map<string, Set<string>>();
    for (const event of events) {
      const decides = this.disclosures.get(event.type)?.document;
      if (decides) wanted.set(decides.view, (wanted.get(decides.view) ?? new Set()).add(decides.id(event)));
    }
    const found = new Map<string, unknown>();
    for (const [view, ids] of wanted) {
      for (const { id, doc } of await this.runtime.store.getMany(collectionName(viewNamed(this.runtime, view)), [...ids])) if (doc) found.set(`${view} ${id}`, doc);
    }
    return found;
  }
}
