import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { sendPieces } from './pieces.js';

const PIECES = 1_000;
const PIECE = 'x'.repeat(10_000);

/** An answer that nobody reads yet, and pieces for it that are counted when they are taken. */
function answer({ failsAfter = Infinity } = {}) {
  const raw = Object.assign(new PassThrough(), { writeHead: () => undefined });
  raw.on('error', () => undefined);
  const counted = { taken: 0 };
  async function* pieces() {
    while (counted.taken < PIECES) {
      if (counted.taken === failsAfter) throw new Error('the store is gone');
      counted.taken++;
      yield PIECE;
    }
  }
  const reply = { raw, hijack: () => undefined, getHeaders: () => ({}) } as unknown as FastifyReply;
  return { raw, counted, send: (until?: AbortSignal) => sendPieces(reply, 'text/csv', pieces(), until) };
}

const someTurns = async () => {
  for (let turns = 0; turns < 100; turns++) await turn();
};

describe('Pieces of an answer', () => {
  it('are taken no faster than they are read', async () => {
    const { raw, counted, send } = answer();
    const sending = send();
    await someTurns();
    expect(counted.taken).toBeGreaterThan(0);
    expect(counted.taken).toBeLessThan(10);
    expect((await text(raw)).length).toBe(PIECES * PIECE.length);
    await sending;
  });

  it('leave others their turns, however fast they are read', async () => {
    const { raw, send } = answer();
    let [turns, over] = [0, false];
    const others = (async () => {
      while (!over) {
        await turn();
        turns++;
      }
    })();
    raw.resume();
    await send();
    over = true;
    await others;
    // Of a hundred thousand characters each.
    expect(turns).toBeGreaterThanOrEqual(PIECES / 10);
  });

  it('cut the connection where one of them fails, and say why', async () => {
    const { raw, send } = answer({ failsAfter: 3 });
    const reading = text(raw);
    await expect(send()).rejects.toThrow('the store is gone');
    await expect(reading).rejects.toThrow();
    expect(raw.destroyed).toBe(true);
  });

  it('end with whoever reads them, and with their time, also while nobody reads', async () => {
    const gone = answer();
    const sending = gone.send();
    await someTurns();
    gone.raw.destroy();
    await sending;
    const late = answer();
    const time = new AbortController();
    const waiting = late.send(time.signal);
    await someTurns();
    time.abort();
    await waiting;
    expect(late.raw.destroyed).toBe(true);
    expect([gone.counted.taken, late.counted.taken].every((taken) => taken < 10)).toBe(true);
  });
});
