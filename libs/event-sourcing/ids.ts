/** Ids: UUIDs of version 7 (RFC 9562). They grow with time, so that what is written together lies together in every index. */
import { hash, randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

const UUID_BYTES = 16;
/** Drawing randomness for one id costs as much as for many. */
const drawn = new Uint8Array(256 * UUID_BYTES);
let used = drawn.length;
let msecs = 0;
let seq = 0;

/** @returns a name for a new log: eight letters and digits. */
export function newLogId(): string {
  return Array.from({ length: 8 }, () => randomInt(36).toString(36)).join('');
}

/** @returns a new id, greater than every one this process made before. */
export function newId(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    seq = randomInt(2 ** 31);
  } else seq++;
  return v7({ random: drawn.subarray(used, (used += UUID_BYTES)), msecs, seq });
}

/** @returns the id that a key has within the thing another id names: always the same, of the form of ours, and beside that thing's own in every index. */
export function idWithin(id: string, key: string): string {
  const digest = Buffer.from(hash('sha256', `${id} ${key}`, 'hex'), 'hex');
  return v7({ random: digest.subarray(0, UUID_BYTES), msecs: Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), seq: digest.readUInt32BE(UUID_BYTES) >>> 1 });
}
