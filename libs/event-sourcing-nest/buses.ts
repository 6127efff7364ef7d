/** The engine behind @nestjs/cqrs: one command and three queries, so that whatever wraps the buses sees every one. */
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  collectionName,
  documentAt,
  type AnyCommand,
  type CommandOutcome,
  type CommandRequest,
  type FindQuery,
  type Moment,
  type Refusal,
  type Snapshot,
  type StoredDocument,
  type ViewDefinition,
  type ViewDocument,
} from '#event-sourcing';
import { RUNTIME, type Runtime } from './runtime.js';

export class GiveCommand extends Command<CommandOutcome | Refusal> {
  constructor(
    readonly definition: AnyCommand,
    readonly input: unknown,
    readonly request: CommandRequest,
  ) {
    super();
  }
}

@CommandHandler(GiveCommand)
export class GiveCommandHandler implements ICommandHandler<GiveCommand> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  execute({ definition, input, request }: GiveCommand): Promise<CommandOutcome | Refusal> {
    return this.runtime.runner.execute(definition, input as never, request);
  }
}

/** Documents of a view by id, as of today or of a moment. */
export class ReadDocuments extends Query<Map<string, ViewDocument>> {
  constructor(
    readonly view: ViewDefinition,
    readonly ids: readonly string[],
    readonly moment?: Moment,
  ) {
    super();
  }
}

@QueryHandler(ReadDocuments)
export class ReadDocumentsHandler implements IQueryHandler<ReadDocuments> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async execute({ view, ids, moment }: ReadDocuments): Promise<Map<string, ViewDocument>> {
    const { store, codec } = this.runtime;
    const documents = new Map<string, ViewDocument>();
    const { standing, past } = await this.split(view, ids, moment);
    for (const { id, doc } of standing) if (doc) documents.set(id, doc);
    for (const id of past) {
      const doc = await documentAt(store, codec, view, id, moment as Moment);
      if (doc) documents.set(id, doc);
    }
    return documents;
  }

  /** Which of them are at that moment as they are stored, and which have to be folded up to it. */
  private async split(view: ViewDefinition, ids: readonly string[], moment: Moment | undefined): Promise<{ standing: readonly StoredDocument[]; past: readonly string[] }> {
    const { store, projector } = this.runtime;
    const collection = collectionName(view);
    if (!moment) return { standing: await store.getMany(collection, ids), past: [] };
    const { upTo, occurredBefore, recordedBefore } = moment;
    // A view that has not come so far says too little; asked before the documents are.
    if (upTo === undefined || occurredBefore !== undefined || recordedBefore !== undefined || projector.position([view.name]) < upTo) return { standing: [], past: ids };
    const stored = await store.getMany(collection, ids);
    return { standing: stored.filter(({ position }) => position <= upTo), past: stored.filter(({ position }) => position > upTo).map(({ id }) => id) };
  }
}

/** One page of a view, and how many there are when asked. */
export class ListDocuments extends Query<{ items: ViewDocument[]; total?: number }> {
  constructor(
    readonly view: ViewDefinition,
    readonly query: FindQuery,
    readonly countToo: boolean,
  ) {
    super();
  }
}

@QueryHandler(ListDocuments)
export class ListDocumentsHandler implements IQueryHandler<ListDocuments> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async execute({ view, query, countToo }: ListDocuments): Promise<{ items: ViewDocument[]; total?: number }> {
    const collection = collectionName(view);
    const items = (await this.runtime.store.find(collection, query)) as ViewDocument[];
    if (!countToo) return { items };
    const { limit: _limit, after: _after, ...counted } = query;
    return { items, total: await this.runtime.store.count(collection, counted) };
  }
}

/** All of a list, of one state of its view, for as long as `work` takes or `until` allows. */
export class WalkSnapshot extends Query<void> {
  constructor(
    readonly view: ViewDefinition,
    readonly query: Omit<FindQuery, 'limit' | 'after'>,
    readonly until: AbortSignal,
    readonly work: (snapshot: Snapshot) => Promise<void>,
  ) {
    super();
  }
}

@QueryHandler(WalkSnapshot)
export class WalkSnapshotHandler implements IQueryHandler<WalkSnapshot> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  execute({ view, query, until, work }: WalkSnapshot): Promise<void> {
    return this.runtime.store.snapshot(collectionName(view), query, until, work);
  }
}
