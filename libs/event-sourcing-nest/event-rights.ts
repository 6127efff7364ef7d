/** Who gets an event, and what of it: rights are today's, and decided by the document it is of where one decides. */
import { admits, anyEvent, collectionName, mayRead, tagsOf, withheldFrom, type EventPolicy, type RecordedEvent } from '#event-sourcing';
import type { Reader } from './reader.js';
import { viewNamed, type Runtime } from './runtime.js';

export class EventRights {
  private readonly policies = new Map<string, EventPolicy>();
  /** Views that decide about events. */
  readonly views: readonly string[];

  constructor(private readonly runtime: Pick<Runtime, 'features' | 'codec' | 'store' | 'views'>) {
    for (const { policy } of runtime.features) for (const [type, each] of Object.entries(policy.events)) this.policies.set(type, each);
    this.views = [...new Set([...this.policies.values()].flatMap(({ document }) => (document ? [document.view] : [])))];
  }

  /** What a reader gets of events; `undefined` for those that are withheld. Whoever asks binds `views` before. */
  async open(events: readonly RecordedEvent[], reader: Reader): Promise<(RecordedEvent | undefined)[]> {
    const documents = await this.documentsFor(events);
    return events.map((event) => {
      const policy = this.policies.get(event.type) ?? anyEvent;
      const today = policy.document && documents.get(`${policy.document.view} ${policy.document.id(event)}`);
      return this.admits(policy, event, today, reader) ? this.shown(policy, event, today, reader) : undefined;
    });
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
