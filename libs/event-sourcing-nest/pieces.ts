/** Answers that leave piece by piece. */
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/** After so many characters others get their turn: whoever reads fast would keep the process from them. */
const IN_A_TURN = 100_000;

/**
 * Sends pieces as they come, no faster than they are taken. What fails on the way, `until` included, cuts the connection: the status has gone
 * out, and nothing else is left to say that this is not all.
 *
 * @throws what has failed; neither a connection that whoever asked has closed, nor time that has run out, is a fault.
 */
export async function sendPieces(reply: FastifyReply, mediaType: string, pieces: AsyncIterable<string>, until?: AbortSignal): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { ...reply.getHeaders(), 'content-type': `${mediaType}; charset=utf-8`, 'cache-control': 'no-store' } as never);
  try {
    await pipeline(inTurns(pieces), raw, { ...(until && { signal: until }) });
  } catch (error) {
    if (!until?.aborted && (error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* inTurns(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let sent = 0;
  for await (const piece of pieces) {
    yield piece;
    sent += piece.length;
    if (sent < IN_A_TURN) continue;
    sent = 0;
    await turn();
  }
}
