import {
  collectionName,
  mayRead,
  type CommandRunner,
  type EventCodec,
  type EventLog,
  type Feature,
  type FindQuery,
  type Projector,
  type Refusal,
  type Scalar,
  type Vault,
  type ViewDefinition,
  type ViewDocument,
  type ViewStore,
} from '#event-sourcing';
import type { FastifyRequest } from 'fastify';
import type { ForeignIds } from './foreign-ids.js';
import type { Idempotency } from './idempotency.js';
import type { Reader } from './reader.js';

/** Nest's token for the running engine. */
export const RUNTIME = Symbol('relocon runtime');

/** The running engine: stores opened, projector following. */
export interface Runtime {
  log: EventLog;
  store: ViewStore;
  vault: Vault;
  codec: EventCodec;
  runner: CommandRunner;
  projector: Projector;
  views: readonly ViewDefinition[];
  features: readonly Feature[];
  idempotency: Idempotency;
  foreignIds: ForeignIds;
  /** Key for cursors. */
  cursorKey: Buffer;
  /** Whether somebody may guess at something once more: counted as wrong until it was right, and too many have to wait. */
  guess(what: string, subject: string): Promise<Refusal | { right(): Promise<void> }>;
  /** A keyed hash: what it was made of cannot be guessed without the master key. */
  keyedHash(purpose: string, text: string): string;
  clock(): string;
  /** Waits until these views have seen every loss of rights that was acknowledged. @throws StoreUnavailableError when that takes too long. */
  bindRights(views: readonly string[]): Promise<void> | undefined;
  /** What a member's key may read depends on their groups of today. */
  readerOf(actor: Reader['actor']): Reader | Promise<Reader>;
  /** Told that somebody reads what is about one other member; not waited for. */
  looked?(request: FastifyRequest, what: Looked): void;
  close(): Promise<void>;
}

/** Somebody looked at one other member: whom, and at what. */
export interface Looked {
  memberId: string;
  what: 'page' | 'timeline' | 'progress' | 'learn-from';
}

/** A view of any feature, by its name. @throws when no feature declares it. */
export function viewNamed(runtime: Pick<Runtime, 'views'>, name: string): ViewDefinition {
  const view = runtime.views.find((each) => each.name === name);
  if (!view) throw new Error(`no feature declares a view called ${name}`);
  return view;
}

/** Whether somebody may read a document of any feature's view, as the policy of that feature says. */
export function mayReadOf({ features }: Pick<Runtime, 'features'>, view: string, document: unknown, reader: Reader): boolean {
  return features.some(({ policy: { documents } }) => documents[view] !== undefined && mayRead(documents[view], document, reader));
}

/** Every document a query finds, however many there are. `sort` must be declared together with the fields of `where`; `range` is put on it. */
export async function findAll<D extends ViewDocument>(runtime: Pick<Runtime, 'views' | 'store'>, name: string, where: FindQuery['where'], sort: string, range?: FindQuery['range']): Promise<D[]> {
  const collection = collectionName(viewNamed(runtime, name));
  const found: D[] = [];
  for (;;) {
    const last = found.at(-1) as Record<string, unknown> | undefined;
    const after = last && { value: (last[sort] ?? null) as Scalar, id: last.id as string };
    const page = (await runtime.store.find(collection, { where, sort, limit: PAGE, ...(range && { range }), ...(after && { after }) })) as D[];
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}

const PAGE = 500;
