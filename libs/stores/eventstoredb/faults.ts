/** What goes wrong with the client, in the words of the port. */
import { ErrorType } from '@eventstore/db-client';
import { StoreUnavailableError } from '#event-sourcing';

const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;

/** The client's own errors tell by `type` what they are; their `name` is "Error", and a plain error of grpc has a `code` alone. */
export function isOfType(error: unknown, type: ErrorType): boolean {
  return (error as { type?: unknown } | undefined)?.type === type;
}

/** The server found no event at the position a read was to begin at. */
export function isInvalidPosition(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code === INVALID_ARGUMENT || (cause !== undefined && isInvalidPosition(cause));
}

/** What a failed call means: an error of the port as it is, a StoreUnavailableError for whatever may pass, and else what the operator must change. */
export function faultOf(error: unknown, stream?: string): Error {
  if (error instanceof StoreUnavailableError || error instanceof TypeError || error instanceof RangeError) return error;
  if (isOfType(error, ErrorType.STREAM_DELETED)) return new Error(`stream ${stream ?? ''} was deleted for good (tombstoned) in the event store`, { cause: error });
  if (isOfType(error, ErrorType.ACCESS_DENIED) || (error as { code?: unknown }).code === PERMISSION_DENIED) {
    return new Error('the event store refuses access: check the user and password in its address', { cause: error });
  }
  return new StoreUnavailableError('the event store cannot be reached', undefined, { cause: error });
}
