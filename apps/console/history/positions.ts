/** Positions as the API writes them, `{log}-{eleven base-36 digits}`, and as numbers that people can say. */
const DIGITS = 11;

export function numberOf(position: string): number {
  return Number.parseInt(position.slice(position.indexOf('-') + 1), 36);
}

/** @param like any position of the same log. */
export function positionAt(number: number, like: string): string {
  return `${like.slice(0, like.indexOf('-'))}-${Math.max(0, number).toString(36).padStart(DIGITS, '0')}`;
}
