/** Events as the event store has them, and as the log gives them. */
import type { AllStreamRecordedEvent, Position, RecordedEvent } from '@eventstore/db-client';
import type { LoggedEvent } from '#event-sourcing';

/** A commit position as the port's number. Since version 20 every event of an append has one of its own. @throws when it is no safe integer. */
export function positionOf(position: Position): number {
  const number = Number(position.commit);
  if (!Number.isSafeInteger(number)) throw new RangeError(`position ${position.commit} is too large to be kept exactly`);
  return number;
}

/** The place in the event store where the event at a position stands. */
export function placeOf(position: number): Position {
  return { commit: BigInt(position), prepare: BigInt(position) };
}

/** An event of a log whose streams begin with `prefix`; undefined for one of another, and for what the event store itself writes into ours. */
export function toLogged(event: RecordedEvent | AllStreamRecordedEvent | undefined, prefix: string): LoggedEvent | undefined {
  if (!event?.position || !event.streamId.startsWith(prefix) || event.type.startsWith('$')) return undefined;
  const { id, type, revision, data } = event;
  const body = data instanceof Uint8Array ? Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8') : JSON.stringify(data);
  return { id, type, body, stream: event.streamId.slice(prefix.length), revision: Number(revision), position: positionOf(event.position) };
}
