/** What is taken away in one piece: in which form, and who watches over it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from './reader.js';

export const MEDIA_TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

export type ExportFormat = keyof typeof MEDIA_TYPES;

const ASKS_FOR_ONE = /text\/csv|application\/x-ndjson/i;

/** The form an `Accept` asks for: the one it likes best, the first of those it likes as much. Undefined for JSON. */
export function exportFormatOf(accept: string | undefined): ExportFormat | undefined {
  // Every request is asked.
  if (accept === undefined || !ASKS_FOR_ONE.test(accept)) return undefined;
  let best: { format: ExportFormat | undefined; liking: number } = { format: undefined, liking: 0 };
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const format = (Object.keys(MEDIA_TYPES) as ExportFormat[]).find((each) => MEDIA_TYPES[each] === type);
    const liking = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    if ((format || JSON_TYPES.includes(type)) && liking > best.liking) best = { format, liking };
  }
  return best.format;
}

const JSON_TYPES = ['application/json', 'application/*', '*/*'];

/** What somebody takes away. */
export interface Taken {
  /** The list, such as `members`; undefined for the log. */
  list?: string;
  /** What it is narrowed by, as it was asked for. */
  filters?: Readonly<Record<string, string>>;
  reason: string | undefined;
  /** Whether it is about people. */
  ofPeople: boolean;
  /** The one member whose it is, where one was asked for. */
  memberId: string | undefined;
  /** Whether people take it without a word, and nothing of it is recorded: it is their own, or nobody's. */
  freely?: boolean;
}

/** Nest's token for `Exports`. */
export const EXPORTS = Symbol('relocon exports');

export interface Exports {
  /**
   * To be waited for before the first line leaves: takes a place among what is open, and records what has to be.
   *
   * @param reader undefined: what is taken is for everybody.
   * @throws RefusedError where it may not be taken, or not yet.
   */
  begin(request: FastifyRequest, reply: FastifyReply, taken: Taken, reader: Reader | undefined): Promise<void>;

  /**
   * Who takes it, as they are now.
   *
   * @param since position of the state that is taken.
   * @throws RefusedError where they may no longer take it as who they began, or where somebody's data were erased since.
   */
  still(request: FastifyRequest, reader: Reader, since?: number): Promise<Reader>;
}
