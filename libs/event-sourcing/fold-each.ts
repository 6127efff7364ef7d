/** Folding many things at once, each from its own events. */
import type { EventDefinition, EventOf, RecordedEvent } from './event.js';

/**
 * What events of many streams tell of many things, by id, in the order in which these were first heard of. The map is filled here and changed by
 * nobody afterwards; a fold into one record of all of them would copy it for every event.
 *
 * @param definitions events of other types are left out.
 * @param idOf undefined: the event is about none of them.
 */
export function foldEach<const D extends readonly EventDefinition[], S>(
  events: Iterable<RecordedEvent>,
  definitions: D,
  idOf: (event: EventOf<D[number]>) => string | undefined,
  evolve: (before: S | undefined, event: EventOf<D[number]>) => S | undefined,
): Map<string, S> {
  const types = new Set<string>(definitions.map(({ type }) => type));
  const all = new Map<string, S>();
  for (const each of events) {
    if (!types.has(each.type)) continue;
    const event = each as EventOf<D[number]>;
    const id = idOf(event);
    if (id === undefined) continue;
    const after = evolve(all.get(id), event);
    if (after !== undefined) all.set(id, after);
  }
  return all;
}
