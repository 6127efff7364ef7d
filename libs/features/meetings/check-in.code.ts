/**
 * The code that is shown at a meeting. It follows from the meeting and the minute, by a keyed hash, so that nothing of it is kept anywhere and
 * every instance knows it.
 */
import type { Runtime } from '#event-sourcing-nest';

/** Digits are told apart from across a room, and phones have keys for them. */
const DIGITS = 6;
const STEP_MS = 60_000;

type Hashes = Pick<Runtime, 'keyedHash'>;

/** The code of this minute, and when the next one takes its place on the screen. */
export function codeShown(runtime: Hashes, meetingId: string, now: string): { code: string; changesAt: string } {
  const step = stepAt(now);
  return { code: codeOf(runtime, meetingId, step), changesAt: new Date((step + 1) * STEP_MS).toISOString() };
}

/** Whether a code was shown in this minute or the one before: somebody was still typing. */
export function isCodeOf(runtime: Hashes, meetingId: string, code: string, now: string): boolean {
  const step = stepAt(now);
  return [step, step - 1].some((each) => codeOf(runtime, meetingId, each) === code);
}

function stepAt(now: string): number {
  return Math.floor(Date.parse(now) / STEP_MS);
}

function codeOf({ keyedHash }: Hashes, meetingId: string, step: number): string {
  const hash = Buffer.from(keyedHash('check-in-codes', `${meetingId}.${step}`), 'base64url');
  return String(hash.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}
