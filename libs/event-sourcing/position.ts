/** Positions as the API shows them: `{logId}-{eleven base-36 digits}`, which compare as they sort. */
import { defineRefusal, type Refusal } from './refusal.js';

export const notAPosition = defineRefusal('not-a-position', 'That is not a log position', 400);
export const positionOfAnotherLog = defineRefusal('position-of-another-log', 'That position belongs to another log', 410);

const DIGITS = 11;
const FORM = /^([0-9a-z]{8})-([0-9a-z]{11})$/;

export function formatPosition(logId: string, position: number): string {
  return `${logId}-${position.toString(36).padStart(DIGITS, '0')}`;
}

/** @returns the position within the log, or why it is none. */
export function parsePosition(logId: string, text: string): number | Refusal {
  const match = FORM.exec(text);
  const position = match ? Number.parseInt(match[2] as string, 36) : NaN;
  if (!match || !Number.isSafeInteger(position)) return notAPosition('A position is an opaque text that an earlier answer gave you, such as the value of "position".');
  return match[1] === logId ? position : positionOfAnotherLog('This position was given by another event log; start again from the beginning of this one.');
}
