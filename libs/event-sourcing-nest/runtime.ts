import type { CommandRunner, EventCodec, EventLog, Projector, Vault, ViewDefinition, ViewStore } from '#event-sourcing';
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
  idempotency: Idempotency;
  foreignIds: ForeignIds;
  /** Key for cursors. */
  cursorKey: Buffer;
  clock(): string;
  /** What a member's key may read depends on their groups of today. */
  readerOf(actor: Reader['actor']): Promise<Reader>;
  close(): Promise<void>;
}
