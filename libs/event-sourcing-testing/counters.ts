/** A small feature to try the engine with: counters, each with an owner's note. */
import { z } from 'zod';
import { assign, defineCommand, defineDecider, defineEvent, defineRefusal, defineView, open, personal, ref, words, type ViewDocument } from '#event-sourcing';

export const CounterOpened = defineEvent({ type: 'CounterOpened', summary: 'A counter began.', data: { counterId: ref('counter'), ownerId: ref('member'), name: personal(z.string(), 'ownerId') } });
export const CounterRaised = defineEvent({ type: 'CounterRaised', summary: 'A counter went up.', data: { counterId: ref('counter'), by: open(z.int()), note: words(z.string(), 'ownerId').optional(), ownerId: ref('member') } });

const events = [CounterOpened, CounterRaised] as const;

interface State {
  ownerId: string | undefined;
  total: number;
}

export const counters = defineDecider({
  name: 'counter',
  events,
  edits: ['CounterOpened'],
  initial: { ownerId: undefined, total: 0 } as State,
  evolve(state: State, event): State {
    return event.type === 'CounterOpened' ? { ...state, ownerId: event.data.ownerId } : { ...state, total: state.total + event.data.by };
  },
});

export const noSuchCounter = defineRefusal('no-such-counter', 'There is no such counter', 404);
export const tooHigh = defineRefusal('too-high', 'A counter ends at one hundred');

export const openCounter = defineCommand(counters, {
  name: 'openCounter',
  input: z.strictObject({ counterId: z.uuid(), ownerId: z.uuid(), name: z.string() }),
  mints: 'counterId',
  id: (input) => input.counterId,
  policy: { allow: [] },
  refusals: [],
  decide: (input, state, { now }) => (state.ownerId ? [] : [CounterOpened.at(now, input)]),
});

export const raiseCounter = defineCommand(counters, {
  name: 'raiseCounter',
  input: z.strictObject({ counterId: z.uuid(), by: z.int(), note: z.string().optional() }),
  id: (input) => input.counterId,
  policy: { allow: [] },
  refusals: [noSuchCounter, tooHigh],
  decide({ counterId, by, note }, { ownerId, total }, { now }) {
    if (!ownerId) return noSuchCounter('There is no counter with this id.');
    if (total + by > 100) return tooHigh('This counter would go above one hundred.');
    return [CounterRaised.at(now, { counterId, by, ownerId, ...(note !== undefined && { note }) })];
  },
});

export type CounterDocument = ViewDocument & { name: string | null; total: number; raises: number; notes: (string | null)[] };

/** @param version what a release calls it. @param poison a raise by this much cannot be folded. */
export function countersView({ version = 1, poison }: { version?: number; poison?: () => number | undefined } = {}) {
  return defineView<CounterDocument, typeof events>({
    name: 'counters',
    version,
    events,
    lists: [{ by: [], sort: 'total' }],
    fields: { total: 'number' },
    edits: ['CounterOpened'],
    tag: (id) => `counter:${id}`,
    ids: (event) => [event.data.counterId],
    search: (doc) => [doc.name],
    evolve(doc, event) {
      if (event.type === 'CounterOpened') return assign<CounterDocument>({ id: event.data.counterId, name: null, total: 0, raises: 0, notes: [] }, event, { name: event.data.name });
      if (!doc) return undefined;
      if (event.data.by === poison?.()) throw new Error(`cannot fold a raise by ${event.data.by}`);
      const notes = event.data.note === undefined ? doc.notes : [...doc.notes, event.data.note];
      return { ...doc, total: doc.total + event.data.by, raises: doc.raises + 1, notes };
    },
  });
}
