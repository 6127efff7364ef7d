/** The name of a log, kept as the first event of a stream beside it. */
import { binaryEvent, ErrorType, NO_STREAM, type BinaryRecordedEvent } from '@eventstore/db-client';
import { newId, newLogId } from '#event-sourcing';
import type { Connection } from './connection.js';
import { isOfType } from './faults.js';

const NEWEST_FORMAT = 1;

/**
 * Reads a log's id, or gives it one. Whoever comes second when two do so at once takes what the first wrote.
 *
 * @throws StoreUnavailableError when the server cannot answer in time, and when a newer release wrote the log.
 */
export async function logId(connection: Connection, namespace: string): Promise<string> {
  const stream = `${namespace}-log`;
  const id = newLogId();
  const created = binaryEvent({ id: newId(), type: 'LogCreated', data: Buffer.from(JSON.stringify({ format: NEWEST_FORMAT, id })) });
  return connection.patiently(async () => {
    const kept = (await firstEvent(connection, stream)) ?? (await create());
    if (kept.format > NEWEST_FORMAT) throw new RangeError(`the log "${namespace}" was written by a newer release (format ${kept.format}, this one reads up to ${NEWEST_FORMAT}): use that release`);
    return kept.id;
  }, stream);

  async function create(): Promise<{ id: string; format: number }> {
    try {
      await connection.call((client) => client.appendToStream(stream, created, { expectedRevision: NO_STREAM, requiresLeader: true, deadline: connection.timeoutMs }));
    } catch (error) {
      if (!isOfType(error, ErrorType.WRONG_EXPECTED_VERSION)) throw error;
    }
    const kept = await firstEvent(connection, stream);
    if (!kept) throw new TypeError(`stream ${stream} was deleted from the event store`);
    return kept;
  }
}

async function firstEvent(connection: Connection, stream: string): Promise<{ id: string; format: number } | undefined> {
  try {
    for await (const [resolved] of connection.read((client) => client.readStream(stream, { maxCount: 1, requiresLeader: true }))) {
      const { data } = resolved?.event as BinaryRecordedEvent;
      return JSON.parse(Buffer.from(data).toString('utf8')) as { id: string; format: number };
    }
  } catch (error) {
    if (!isOfType(error, ErrorType.STREAM_NOT_FOUND)) throw error;
  }
  return undefined;
}
