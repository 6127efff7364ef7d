/** What a log holds of an error: what went wrong, and where. Drivers hang what they were to write on theirs, and that is no log's to keep. */

interface LoggedError {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: LoggedError;
}

/** How far down causes are followed: they may name each other. */
const DEEPEST = 5;

export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(cause instanceof Error && depth < DEEPEST && { cause: errorForLog(cause, depth + 1) }),
  };
}
