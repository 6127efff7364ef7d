/** Specs of deciders and views that read like the domain page. */
import {
  foldInto,
  isRefusal,
  streamNeeded,
  visible,
  type Actor,
  type CommandDefinition,
  type Decision,
  type EventDefinition,
  type ItemOutcome,
  type Needs,
  type NewEvent,
  type RecordedEvent,
  type ViewDefinition,
  type ViewDocument,
} from '#event-sourcing';

export const administrator: Actor = { kind: 'key', id: '00000000-0000-7000-8000-0000000000ad', role: 'admin', via: 'api' };

export function memberActor(id: string): Actor {
  return { kind: 'member', id, role: 'member', via: 'api' };
}

/** Facts as they would stand in a log: revisions from 0 per stream, positions from 1, recorded when they occurred unless said otherwise. */
export function recorded(
  facts: readonly (NewEvent & { recordedAt?: string; stream?: string; actor?: Actor; id?: string })[],
  stream = 'spec-stream',
): RecordedEvent[] {
  const revisions = new Map<string, number>();
  return facts.map((fact, index) => {
    const name = fact.stream ?? stream;
    const revision = (revisions.get(name) ?? -1) + 1;
    revisions.set(name, revision);
    const recordedAt = fact.recordedAt ?? fact.occurredAt;
    const actor = fact.actor ?? administrator;
    return {
      type: fact.type,
      occurredAt: fact.occurredAt,
      data: fact.data,
      id: fact.id ?? `00000000-0000-7000-9000-${String(index + 1).padStart(12, '0')}`,
      stream: name,
      revision,
      position: index + 1,
      recordedAt,
      actor,
      metadata: { occurredAt: fact.occurredAt, recordedAt, actor, commandId: `command-${index + 1}`, correlationId: `command-${index + 1}`, schemaVersion: 1 },
    };
  });
}

/**
 * given(facts of the command's own stream).alongside(stream, facts).when(command, input).then(facts).
 * `now` defaults to 2026-03-01T12:00:00.000Z and the actor to an administrator's key.
 */
export function given(...facts: readonly NewEvent[]) {
  return new Scenario(facts, new Map());
}

class Scenario {
  constructor(
    private readonly facts: readonly NewEvent[],
    private readonly others: ReadonlyMap<string, readonly NewEvent[]>,
  ) {}

  /** Facts of another stream, which the command may read. */
  alongside(stream: string, ...facts: readonly NewEvent[]): Scenario {
    return new Scenario(this.facts, new Map([...this.others, [stream, [...(this.others.get(stream) ?? []), ...facts]]]));
  }

  when<I, S, N extends Needs>(command: CommandDefinition<I, S, N>, input: unknown, context: { now?: string; actor?: Actor } = {}): Then {
    const parsed = command.input.parse(input);
    const { decider } = command;
    const state = recorded(this.facts).reduce<S>((folded, event) => decider.evolve(folded, event), decider.initial);
    const needs: Record<string, unknown> = {};
    for (const [name, need] of Object.entries(command.needs?.(parsed, state) ?? {})) {
      const fold = need.fold as { initial: unknown; evolve(state: unknown, event: RecordedEvent): unknown };
      const stream = streamNeeded(need, needs);
      const facts = stream === undefined ? [] : (this.others.get(stream) ?? []);
      needs[name] = recorded(facts, stream).reduce((folded, event) => fold.evolve(folded, event), fold.initial);
    }
    const decision = command.decide(parsed, state, {
      now: context.now ?? '2026-03-01T12:00:00.000Z',
      actor: context.actor ?? administrator,
      needs: needs as never,
    });
    return new Then(decision, command as unknown as CommandDefinition);
  }
}

class Then {
  constructor(
    readonly decision: Decision,
    private readonly command: CommandDefinition,
  ) {}

  /** The facts recorded, all of them, in order; each is checked against its schema. */
  then(...facts: readonly NewEvent[]): this {
    if (isRefusal(this.decision)) throw new Error(`refused: ${this.decision.type}: ${this.decision.detail}`);
    const events = 'events' in this.decision ? this.decision.events : (this.decision as readonly NewEvent[]);
    for (const event of events) {
      const definition = this.command.decider.events.find((candidate: EventDefinition) => candidate.type === event.type);
      expect(definition?.type).toBe(event.type);
      definition?.schema.parse(event.data);
    }
    expect(events).toEqual(facts);
    return this;
  }

  thenNothing(): this {
    return this.then();
  }

  /** Refused with this stable type, declared by the command, in a sentence a person understands. */
  thenRefused(type: string, detail?: RegExp): this {
    if (!isRefusal(this.decision)) throw new Error(`expected the refusal ${type}, but it was allowed: ${JSON.stringify(this.decision)}`);
    expect(this.decision.type).toBe(type);
    expect(this.command.refusals.map((refusal) => refusal.type)).toContain(type);
    expect(this.decision.detail).toMatch(/\w+ .*\w[.!]$/s);
    if (detail) expect(this.decision.detail).toMatch(detail);
    return this;
  }

  /** Outcomes of a bulk command by index: 'recorded', 'unchanged' or the type of the refusal. */
  thenResults(...outcomes: readonly string[]): this {
    const results: readonly ItemOutcome[] = !isRefusal(this.decision) && 'results' in this.decision ? this.decision.results : [];
    expect(results.map((result) => (result.outcome === 'refused' ? result.refusal.type : result.outcome))).toEqual(outcomes);
    return this;
  }
}

/** The documents a view makes of facts, by id, as a reader sees them. Facts may name their `stream` and `recordedAt`. */
export function viewOf<D extends ViewDocument>(
  view: ViewDefinition<D>,
  facts: readonly (NewEvent & { recordedAt?: string; stream?: string; actor?: Actor; id?: string })[],
): Record<string, unknown> {
  const documents = new Map<string, D | undefined>();
  const types = new Set(view.events.map((definition) => definition.type));
  for (const event of recorded(facts)) {
    if (!types.has(event.type)) continue;
    for (const id of view.ids(event)) documents.set(id, foldInto(view, documents.get(id), event, id));
  }
  return Object.fromEntries([...documents].filter(([, doc]) => doc !== undefined).map(([id, doc]) => [id, visible(doc as D)]));
}
