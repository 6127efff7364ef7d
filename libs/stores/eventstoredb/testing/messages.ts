/** The messages of the protocol, made from what the stand-in keeps. */
import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { AppendResp, ReadResp, type AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome, Expected, Kept, Proposed } from './database.js';

const TICKS_PER_MILLISECOND = 10_000n;

export function eventMessage(kept: Kept): ReadResp {
  const record = new ReadResp.ReadEvent.RecordedEvent();
  record.setId(new UUID().setString(kept.id));
  record.setStreamIdentifier(identifier(kept.stream));
  record.setStreamRevision(String(kept.revision)).setCommitPosition(String(kept.position)).setPreparePosition(String(kept.position));
  record.getMetadataMap().set('type', kept.type).set('content-type', kept.contentType).set('created', String(BigInt(kept.createdAt) * TICKS_PER_MILLISECOND));
  record.setData(kept.data).setCustomMetadata(kept.metadata);
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(record).setCommitPosition(String(kept.position)));
}

export function confirmation(): ReadResp {
  return new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('stand-in'));
}

export function checkpoint(commit: number, prepare: number): ReadResp {
  return new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)));
}

export function caughtUp(): ReadResp {
  return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
}

export function notFound(stream: string): ReadResp {
  return new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)));
}

export function appended(outcome: AppendOutcome, expected: Expected): AppendResp {
  if ('conflict' in outcome) {
    const wrong = new AppendResp.WrongExpectedVersion();
    if (outcome.conflict < 0) wrong.setCurrentNoStream(new Empty());
    else wrong.setCurrentRevision(String(outcome.conflict));
    if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
    else if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
    else if (expected === 'any') wrong.setExpectedAny(new Empty());
    else wrong.setExpectedStreamExists(new Empty());
    return new AppendResp().setWrongExpectedVersion(wrong);
  }
  const success = new AppendResp.Success();
  if (outcome.revision < 0) success.setNoStream(new Empty());
  else success.setCurrentRevision(String(outcome.revision));
  if (outcome.position === undefined) success.setNoPosition(new Empty());
  else success.setPosition(new AppendResp.Position().setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position)));
  return new AppendResp().setSuccess(success);
}

export function proposedOf(message: AppendReq.ProposedMessage): Proposed {
  const map = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: map.get('type') ?? '',
    contentType: map.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function expectedOf(options: AppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  return Number(options.getRevision());
}

/** Large than one server takes: what it counts are bodies, metadata and the names of types in UTF-16. */
export function sizeOf(events: readonly Proposed[]): number {
  return events.reduce((sum, { type, data, metadata }) => sum + data.length + metadata.length + 2 * type.length, 0);
}

export type Failure = Partial<StatusObject> & { code: status; details: string };

/** An error the client tells apart by the `exception` in its metadata. */
export function exception(code: status, name: string, fields: Record<string, string> = {}): Failure {
  const metadata = new Metadata();
  metadata.set('exception', name);
  for (const [key, value] of Object.entries(fields)) metadata.set(key, value);
  return { code, details: name, metadata };
}

export const streamDeleted = (stream: string): Failure => exception(status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': stream });
export const notLeader = (port: number): Failure => exception(status.NOT_FOUND, 'not-leader', { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(port) });
export const accessDenied: Failure = exception(status.PERMISSION_DENIED, 'access-denied');
export const tooLarge = (limit: number): Failure => exception(status.INVALID_ARGUMENT, 'maximum-append-size-exceeded', { 'maximum-append-size': String(limit) });
export const invalidPosition: Failure = { code: status.INVALID_ARGUMENT, details: 'Trying to read from an invalid position.' };

function identifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream));
}
