/** The log as others read it: shaped like CloudEvents 1.0, up to date in schema, filtered by who asks. */
import { z } from 'zod';
import { admits, anyEvent, collectionName, formatPosition, mayRead, tagsOf, withheldFrom, type EventPolicy, type RecordedEvent } from '#event-sourcing';
import { viewNamed, type Reader, type Runtime } from '#event-sourcing-nest';
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
  private readonly policies = new Map<string, EventPolicy>();
  /** Views that decide about events. */
  readonly views: readonly string[];

  constructor(private readonly runtime: Runtime) {
    for (const { policy } of runtime.features) for (const [type, each] of Object.entries(policy.events)) this.policies.set(type, each);
    this.views = [...new Set([...this.policies.values()].flatMap(({ document }) => (document ? [document.view] : [])))];
  }

  /** What a reader gets of events; `undefined` for those that are withheld. */
  async open(events: readonly RecordedEvent[], reader: Reader): Promise<(RecordedEvent | undefined)[]> {
    const documents = await this.documentsFor(events);
    return events.map((event) => {
      const policy = this.policies.get(event.type) ?? anyEvent;
      const today = policy.document && documents.get(`${policy.document.view} ${policy.document.id(event)}`);
      return this.admits(policy, event, today, reader) ? this.shown(policy, event, today, reader) : undefined;
    });
  }

  /** Whether an event, as `open` answered it, still tells of what it is found by: nobody finds events by what they do not get of them. */
  tellsOf(tag: string, event: RecordedEvent): boolean {
    const definition = this.runtime.codec.catalogue.get(event.type);
    return tag === 'all' || !definition || tagsOf(definition, event).includes(tag);
  }

  /** @param today the document that decides, where one does. */
  private admits({ read, self, document }: EventPolicy, event: RecordedEvent, today: unknown, reader: Reader): boolean {
    if (!document) return admits(read, reader, { self: self ? self(event) : this.membersNamed(event) });
    return today !== undefined && mayRead(document.policy, today, reader) && (document.alsoIf?.(event, today as never, reader) ?? true);
  }

  private membersNamed(event: RecordedEvent): string[] {
    const definition = this.runtime.codec.catalogue.get(event.type);
    return definition ? tagsOf(definition, event).flatMap((tag) => (tag.startsWith('member:') ? [tag.slice('member:'.length)] : [])) : [];
  }

  /** Without what is withheld of its document, and what others' lists tell of others. */
  private shown({ fields = {}, document }: EventPolicy, event: RecordedEvent, today: unknown, reader: Reader): RecordedEvent {
    const data = event.data as Record<string, unknown>;
    const withheld = document ? withheldFrom(document.policy, today, reader).filter((field) => field in data) : [];
    const narrowed = Object.entries(fields).flatMap(([field, row]) => {
      const listed = data[field];
      const whole = !Array.isArray(listed) || admits(row, reader, { group: data.groupId as string | undefined });
      return whole ? [] : [[field, listed.filter((id) => id === reader.memberId)]];
    });
    if (withheld.length === 0 && narrowed.length === 0) return event;
    const shown = Object.entries({ ...data, ...Object.fromEntries(narrowed) }).filter(([field]) => !withheld.includes(field));
    return { ...event, data: Object.fromEntries(shown) };
  }

  /** @param open the event as `open` answered. */
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

  private async documentsFor(events: readonly RecordedEvent[]): Promise<Map<string, unknown>> {
    const wanted = new Map<string, Set<string>>();
    for (const event of events) {
      const decides = this.policies.get(event.type)?.document;
      if (decides) wanted.set(decides.view, (wanted.get(decides.view) ?? new Set()).add(decides.id(event)));
    }
    const found = new Map<string, unknown>();
    for (const [view, ids] of wanted) {
      for (const { id, doc } of await this.runtime.store.getMany(collectionName(viewNamed(this.runtime, view)), [...ids])) if (doc) found.set(`${view} ${id}`, doc);
    }
    return found;
  }
}
