/** Runs commands: fold the stream, decide, append with the expected revision, retry what may be retried. */
import { setTimeout as pause } from 'node:timers/promises';
import { toRecorded, type EventCodec } from './codec.js';
import type { AnyCommand, CommandDefinition, Decider, Decision, Fold, ItemOutcome, Needs } from './decider.js';
import { streamName, streamNeeded } from './decider.js';
import { ConflictError, NO_STREAM, NotWrittenError, StoreUnavailableError, type Appended, type CommandLog, type EventToAppend } from './event-log.js';
import type { Actor, EventMetadata, NewEvent, RecordedEvent } from './event.js';
import { newId } from './ids.js';
import { defineRefusal, isRefusal, type Refusal } from './refusal.js';
import { StreamCache, type StreamEntry } from './stream-cache.js';
import { Turns } from './turns.js';

export const stale = defineRefusal('changed-meanwhile', 'Somebody changed it meanwhile', 412);
export const forbidden = defineRefusal('forbidden', 'Not allowed', 403);
export const busy = defineRefusal('too-busy', 'Too much at once', 503);

/** Who asks, and under which ids. */
export interface CommandRequest {
  actor: Actor;
  /** Reserved before the append by whoever must be able to retry; minted here otherwise. */
  commandId?: string;
  /** The id a creating command gives its thing, reserved with the command id. */
  mintedId?: string;
  correlationId?: string;
  causationId?: string;
  /** Revision part of `If-Match`. */
  ifRevision?: number;
  /** The command id was reserved by an earlier attempt whose outcome is unknown. */
  resumed?: boolean;
  /** Folds and decides, appends nothing. */
  dryRun?: boolean;
}

export interface CommandOutcome {
  id: string;
  stream: string;
  /** Events this command recorded; empty when it changed nothing. */
  events: RecordedEvent[];
  results?: readonly ItemOutcome[];
  /**
   * Revision of the last event of this command, or where the stream ended, and a position at which it can be read: the last one of the append it
   * went in with. START for a stream without any.
   */
  revision: number;
  position: number;
  /** Revision of the last event that changed what can be edited; NO_STREAM without any. */
  editRevision: number;
}

/** A command to be given together with others of its stream. */
export interface GivenCommand {
  command: AnyCommand;
  input: Record<string, unknown>;
  request: CommandRequest;
  /** Index of one before it without which it must not be given: its refusal becomes this one's. */
  onlyAfter?: number;
}

interface Pending {
  command: AnyCommand;
  input: Record<string, unknown>;
  id: string;
  request: CommandRequest & { commandId: string };
  onlyAfter: number | undefined;
}

/** Where a stream ends. */
type Place = Pick<CommandOutcome, 'revision' | 'position'>;

/** A fact about to be recorded. */
interface Prepared {
  id: string;
  fact: NewEvent;
  metadata: EventMetadata;
}

/** Whether an actor may give a command; it can ask for the state the command would be decided on. Answers the refusal. */
export type Authorise = (
  command: CommandDefinition,
  input: unknown,
  state: () => Promise<unknown>,
  actor: Actor,
  fold: <S>(fold: Fold<S, never>, stream: string) => Promise<S>,
) => Promise<Refusal | undefined>;

export interface CommandRunnerOptions {
  log: CommandLog;
  codec: EventCodec;
  clock(): string;
  authorise: Authorise;
  /** How long conflicts and unknown outcomes are retried. */
  deadlineMs?: number;
  cachedStreams?: number;
  /** Waited for after an append, before anybody is told of it. */
  recorded?(types: readonly string[], position: number): Promise<void>;
  observe?: { appended(events: number): void; conflict(): void };
}

export class CommandRunner {
  private readonly cache: StreamCache;
  /** Appends to one stream queue up: forty phones at one check-in do not conflict with each other. */
  private readonly turns = new Turns();

  constructor(private readonly options: CommandRunnerOptions) {
    this.cache = new StreamCache(options.log, options.codec, options.cachedStreams ?? 20_000);
  }

  /**
   * @param input as the command's schema parsed it.
   * @throws StoreUnavailableError when the log cannot be reached within the deadline.
   */
  async execute<I, S, N extends Needs>(command: CommandDefinition<I, S, N>, input: I, request: CommandRequest): Promise<CommandOutcome | Refusal> {
    const [outcome] = await this.executeAll([{ command, input: input as Record<string, unknown>, request }]);
    return outcome as CommandOutcome | Refusal;
  }

  /**
   * Several commands to one stream, each decided on what those before it record; their events go in with one append.
   *
   * @throws when they are not of one stream, and StoreUnavailableError when the log cannot be reached within the deadline.
   */
  async executeAll(given: readonly GivenCommand[]): Promise<(CommandOutcome | Refusal)[]> {
    const pending = given.map(({ command, input, request, onlyAfter }): Pending => {
      const { mints } = command;
      const complete = mints && !input[mints] ? { ...input, [mints]: request.mintedId ?? newId() } : input;
      return { command, input: complete, id: command.id(complete), request: { ...request, commandId: request.commandId ?? newId() }, onlyAfter };
    });
    const [first] = pending;
    if (!first) return [];
    const stream = streamName(first.command.decider.name, first.id);
    if (pending.some(({ command, id }) => command.decider !== first.command.decider || id !== first.id)) throw new Error('commands that go together must be of one stream');
    return this.turns.inTurn(stream, () => this.attempt(stream, first.command.decider, pending));
  }

  /** Why this actor may not give this command as things stand, before anything else is asked of it. */
  async refused<I, S, N extends Needs>(command: CommandDefinition<I, S, N>, input: I, actor: Actor): Promise<Refusal | undefined> {
    return this.authorise(command, input, () => this.fold(command.decider, streamName(command.decider.name, command.id(input))), actor);
  }

  private authorise<I, S, N extends Needs>(command: CommandDefinition<I, S, N>, input: I, state: () => Promise<S>, actor: Actor): Promise<Refusal | undefined> {
    return this.options.authorise(command as unknown as CommandDefinition, input, state, actor, (fold, stream) => this.fold(fold, stream));
  }

  /** The state of any stream under a fold, as current as the log can tell. */
  async fold<S>(fold: Fold<S, never>, stream: string): Promise<S> {
    return (await this.cache.read(stream, [fold])).state(fold);
  }

  private async attempt(stream: string, decider: Decider<unknown, RecordedEvent>, pending: readonly Pending[]): Promise<(CommandOutcome | Refusal)[]> {
    const deadline = Date.now() + (this.options.deadlineMs ?? 10_000);
    for (let attempt = 0; ; attempt++) {
      const entry = await this.cache.read(stream, [decider]);
      // Others may bring the entry further while we decide; the append must expect what we decided on.
      const before = { revision: entry.revision, position: entry.position };
      const ahead = entry.fork();
      const { facts, outcomes } = await this.decideAll(stream, decider, pending, ahead, attempt > 0);
      if (facts.length === 0) return outcomes.map((outcome) => outcome(before));
      try {
        const events = await this.record(stream, facts, before.revision, ahead, deadline);
        return outcomes.map((outcome) => outcome(before, events));
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        this.options.observe?.conflict();
        this.cache.forget(stream);
        if (Date.now() > deadline) return pending.map(() => busy('Others kept changing this at the same moment; please try again.'));
        await pause(Math.random() * Math.min(50, 2 ** attempt));
      }
    }
  }

  /** What the commands would record, and what becomes of each once that is recorded. @param ahead the stream, which is folded on. */
  private async decideAll(stream: string, decider: Decider<unknown, RecordedEvent>, pending: readonly Pending[], ahead: StreamEntry, again: boolean): Promise<{ facts: Prepared[]; outcomes: ((before: Place, events?: readonly RecordedEvent[]) => CommandOutcome | Refusal)[] }> {
    const facts: Prepared[] = [];
    const refusals: (Refusal | undefined)[] = [];
    const outcomes = [];
    for (const [index, { command, input, id, request, onlyAfter }] of pending.entries()) {
      const earlier = request.resumed || again ? await this.findEarlier(command, input, request, id, stream) : undefined;
      if (earlier) {
        outcomes.push(() => earlier);
        continue;
      }
      const decision = (onlyAfter === undefined ? undefined : refusals[onlyAfter]) ?? (await this.decide(command, input, request, ahead));
      if (isRefusal(decision)) {
        refusals[index] = decision;
        outcomes.push(() => decision);
        continue;
      }
      const from = facts.length;
      const recordedAt = later(this.options.clock(), ahead.recordedAt);
      for (const fact of request.dryRun ? [] : factsOf(decision)) {
        const prepared = { id: newId(), fact, metadata: this.metadata(fact, recordedAt, request) };
        facts.push(prepared);
        ahead.apply(toRecorded({ id: prepared.id, stream, revision: ahead.revision + 1, position: ahead.position }, fact.type, fact.data, prepared.metadata));
      }
      const [to, results, editRevision] = [facts.length, resultsOf(decision), ahead.editRevision(decider)];
      outcomes.push((before: Place, events: readonly RecordedEvent[] = []): CommandOutcome => {
        const { revision, position } = events[to - 1] ?? before;
        return { id, stream, events: events.slice(from, to), results, revision, position, editRevision };
      });
    }
    return { facts, outcomes };
  }

  private async decide<I, S, N extends Needs>(
    command: CommandDefinition<I, S, N>,
    input: I,
    request: CommandRequest,
    entry: StreamEntry,
    now = later(this.options.clock(), entry.recordedAt),
  ): Promise<Decision> {
    const state = entry.state(command.decider);
    const refused = await this.authorise(command, input, async () => state, request.actor);
    if (refused) return refused;
    const editRevision = entry.editRevision(command.decider);
    // What is not there has not changed meanwhile: the command itself says that it is not there.
    if (request.ifRevision !== undefined && editRevision !== NO_STREAM && request.ifRevision !== editRevision) {
      return stale('It was changed after you read it; read it again and decide on that.', { extra: { editRevision } });
    }
    return command.decide(input, state, { now, actor: request.actor, needs: (await this.needs(command.needs?.(input, state))) as never });
  }

  private async needs(needs: Needs | undefined): Promise<Record<string, unknown>> {
    const states: Record<string, unknown> = {};
    for (const name in needs) {
      const need = needs[name] as Needs[string];
      const stream = streamNeeded(need, states);
      states[name] = stream === undefined ? need.fold.initial : await this.fold(need.fold, stream);
    }
    return states;
  }

  private async record(stream: string, facts: readonly Prepared[], expected: number, ahead: StreamEntry, deadline: number): Promise<RecordedEvent[]> {
    const encoded = await this.options.codec.encode(stream, facts);
    const appended = await this.append(stream, encoded, expected, deadline);
    this.options.observe?.appended(facts.length);
    await this.options.recorded?.(facts.map(({ fact }) => fact.type), appended.position);
    // A log tells the position of the last one alone.
    const events = facts.map(({ id, fact, metadata }, index) => toRecorded({ id, stream, revision: expected + 1 + index, position: appended.position }, fact.type, fact.data, metadata));
    ahead.position = appended.position;
    this.cache.advance(stream, ahead);
    return events;
  }

  private metadata(fact: NewEvent, recordedAt: string, request: CommandRequest & { commandId: string }): EventMetadata {
    return {
      occurredAt: fact.occurredAt,
      recordedAt,
      actor: request.actor,
      commandId: request.commandId,
      correlationId: request.correlationId ?? request.commandId,
      ...(request.causationId && { causationId: request.causationId }),
      schemaVersion: this.options.codec.catalogue.get(fact.type)?.version ?? 1,
    };
  }

  /** An append whose outcome is unknown is sent again with the same ids at the same revision. */
  private async append(stream: string, events: EventToAppend[], expectedRevision: number, deadline: number): Promise<Appended> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.options.log.append(stream, events, expectedRevision);
      } catch (error) {
        if (!(error instanceof StoreUnavailableError) || error instanceof NotWrittenError || Date.now() > deadline) throw error;
        await pause(Math.min(1000, 50 * 2 ** attempt));
      }
    }
  }

  /** The outcome of this command id, if an earlier attempt recorded it: the same answer again. */
  private async findEarlier<I, S, N extends Needs>(
    command: CommandDefinition<I, S, N>,
    input: I,
    request: CommandRequest & { commandId: string },
    id: string,
    stream: string,
  ): Promise<CommandOutcome | undefined> {
    const all = await this.options.codec.decode(await this.options.log.readStream(stream));
    const mine = all.filter((event) => event.metadata.commandId === request.commandId);
    const [first] = mine;
    const last = mine.at(-1);
    if (!first || !last) return undefined;
    const upTo = (end: number) => StreamCache.entryOf(all.slice(0, end), [command.decider]);
    const again = await this.decide(command, input, { ...request, ifRevision: undefined }, upTo(first.revision), first.recordedAt);
    return {
      id,
      stream,
      events: mine,
      results: isRefusal(again) ? undefined : resultsOf(again),
      revision: last.revision,
      position: last.position,
      editRevision: upTo(last.revision + 1).editRevision(command.decider),
    };
  }
}

function factsOf(decision: Exclude<Decision, Refusal>): readonly NewEvent[] {
  return 'results' in decision ? decision.events : decision;
}

function resultsOf(decision: Exclude<Decision, Refusal>): readonly ItemOutcome[] | undefined {
  return 'results' in decision ? decision.results : undefined;
}

function later(a: string, b: string | undefined): string {
  return b !== undefined && b > a ? b : a;
}
