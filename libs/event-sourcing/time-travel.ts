/** "As it was" and "as we knew it": the same folds over the events that pass both filters ("Two times" in domain.md). */
import type { EventCodec } from './codec.js';
import { START } from './event-log.js';
import type { RecordedEvent } from './event.js';
import { EVENT_INDEX } from './projector.js';
import { foldInto, type ViewDefinition, type ViewDocument } from './view.js';
import type { ViewStore } from './view-store.js';

/** The instants are exclusive ends: a bare date has become the start of the next day in the caller's zone. */
export interface Moment {
  /** Only what occurred before this. */
  occurredBefore?: string;
  /** Only what was recorded before this. */
  recordedBefore?: string;
  /** Only events up to and including this position. */
  upTo?: number;
}

const PAGE = 1000;

/** Every event with a tag that passes the filters, in log order. */
export async function eventsTagged(store: ViewStore, codec: EventCodec, tags: readonly string[], moment: Moment = {}): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let after = START; ; ) {
    const page = await store.findEvents(EVENT_INDEX, { tags, after, ...(moment.upTo !== undefined && { before: moment.upTo + 1 }), limit: PAGE });
    for (const event of await codec.decode(page)) if (passes(event, moment)) events.push(event);
    const last = page.at(-1);
    if (page.length < PAGE || !last) return events;
    after = last.position;
  }
}

export function passes(event: RecordedEvent, { occurredBefore, recordedBefore, upTo }: Moment): boolean {
  return (
    (occurredBefore === undefined || event.occurredAt < occurredBefore) &&
    (recordedBefore === undefined || event.recordedAt < recordedBefore) &&
    (upTo === undefined || event.position <= upTo)
  );
}

/** A single document as of a moment; undefined where there was none. */
export async function documentAt<D extends ViewDocument>(
  store: ViewStore,
  codec: EventCodec,
  view: ViewDefinition<D>,
  id: string,
  moment: Moment,
): Promise<D | undefined> {
  if (!view.tag) throw new Error(`${view.name} declares no tag and has no time travel`);
  const types = new Set(view.events.map((definition) => definition.type));
  let doc: D | undefined;
  for (const event of await eventsTagged(store, codec, [view.tag(id)], moment)) {
    if (types.has(event.type) && view.ids(event).includes(id)) doc = foldInto(view, doc, event, id);
  }
  return doc;
}
