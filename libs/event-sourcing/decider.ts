/**
 * Deciders: `decide(command, state) → events` and `evolve(state, event) → state`, both pure. Time and ids arrive in the context.
 */
import type { z } from 'zod';
import type { Actor, EventDefinition, EventOf, NewEvent, RecordedEvent } from './event.js';
import type { Row, Ties } from './policy.js';
import type { Refusal, RefusalKind } from './refusal.js';

/** A pure fold of one stream. A command folds a foreign stream with a small one of its own. */
export interface Fold<S, E extends RecordedEvent = RecordedEvent> {
  readonly initial: S;
  evolve(state: S, event: E): S;
}

/**
 * Which fold over which stream a command needs besides its own; `stream` undefined: not needed this time, the fold's initial state is used. Where
 * another need tells which stream it is, it is a function of the states of those before it.
 */
export interface Need<S> {
  fold: Fold<S, never>;
  stream: string | undefined | ((before: Readonly<Record<string, any>>) => string | undefined);
}

/** The stream a need is about, once the needs before it are known. */
export function streamNeeded({ stream }: Need<unknown>, before: Readonly<Record<string, unknown>>): string | undefined {
  return typeof stream === 'function' ? stream(before) : stream;
}

export type Needs = Record<string, Need<unknown>>;
export type NeededStates<N extends Needs> = { [K in keyof N]: N[K] extends Need<infer S> ? S : never };

export interface DecideContext<N extends Needs = Needs> {
  /** The moment the command runs; RFC 3339, UTC, milliseconds. */
  now: string;
  actor: Actor;
  /** The states of the streams named by `needs`. */
  needs: NeededStates<N>;
}

/** What became of one item of a bulk command. `id`: the thing it is about, where whoever asks did not name it. */
export type ItemOutcome = ({ outcome: 'recorded' } | { outcome: 'unchanged' } | { outcome: 'refused'; refusal: Refusal }) & { id?: string };

/** No events: nothing to record, the command changed nothing. */
export type Decision = readonly NewEvent[] | Refusal | { events: readonly NewEvent[]; results: readonly ItemOutcome[] };

export interface Decider<S, E extends RecordedEvent> extends Fold<S, E> {
  readonly name: string;
  /** Streams are called `{name}-{id}`. */
  readonly events: readonly EventDefinition[];
  /** Event types that change what a person can edit; their revision makes the ETag. */
  readonly edits: readonly string[];
}

/** Declares the aggregate whose streams are called `{name}-{id}`. */
export function defineDecider<S, const D extends readonly EventDefinition[]>(decider: {
  name: string;
  events: D;
  edits?: readonly D[number]['type'][];
  initial: S;
  evolve(state: S, event: EventOf<D[number]>): S;
}): Decider<S, EventOf<D[number]>> {
  return { edits: [], ...decider } as unknown as Decider<S, EventOf<D[number]>>;
}

/** Who may give a command: a row of the slice's policy, and what the command is to people. */
export interface CommandPolicy<I, S> {
  allow: Row;
  /** The member whose own affair this is. */
  self?(input: I, state: S): Ties['self'];
  /** The group it happens in, or the stream that tells. */
  group?(input: I, state: S): string | undefined | { fold: Fold<{ groupId: string | undefined }, never>; stream: string };
}

export interface CommandDefinition<I = unknown, S = unknown, N extends Needs = Needs> {
  readonly name: string;
  readonly decider: Decider<S, RecordedEvent>;
  /** The whole command, ids included. */
  readonly input: z.ZodType<I>;
  /** Field of the input that the runner fills with a new id where the caller gave none. */
  readonly mints?: keyof I & string;
  /** Id of the thing, completing the stream's name. */
  id(input: I): string;
  /** Streams to be known besides its own. @param state of its own stream. */
  needs?(input: I, state: S): N;
  readonly policy: CommandPolicy<I, S>;
  /** Every refusal `decide` can make. */
  readonly refusals: readonly RefusalKind[];
  decide(input: I, state: S, context: DecideContext<N>): Decision;
}

/** Any command: inputs and states differ, and only the command itself looks into them. */
export type AnyCommand = CommandDefinition<any, any, any>;

/** Declares a command of a decider. */
export function defineCommand<I, S, E extends RecordedEvent, N extends Needs = Record<never, never>>(
  decider: Decider<S, E>,
  command: {
    name: string;
    input: z.ZodType<I>;
    mints?: keyof NoInfer<I> & string;
    id(input: NoInfer<I>): string;
    needs?(input: NoInfer<I>, state: S): N;
    policy: CommandPolicy<NoInfer<I>, S>;
    refusals: readonly RefusalKind[];
    decide(input: NoInfer<I>, state: S, context: DecideContext<N>): Decision;
  },
): CommandDefinition<I, S, N> {
  return { ...command, decider: decider as unknown as Decider<S, RecordedEvent> };
}

/** Streams are called `{aggregate}-{id}`. */
export function streamName(aggregate: string, id: string): string {
  return `${aggregate}-${id}`;
}
