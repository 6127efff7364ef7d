/** Where people go after signing in: only ever to a path of ours, so that no link of ours leads elsewhere. */
import { defineRefusal } from '#event-sourcing';

export const badReturnTo = defineRefusal('return-address-not-ours', 'The address to return to is not one of ours', 400);

/** It travels in a cookie. */
const LONGEST_BYTES = 1_000;
const OURS = 'https://ours.invalid';

/** @returns the path as given, or undefined where a browser might read it as an address of another site. */
export function safeReturnTo(path: string): string | undefined {
  if (!/^\/(?![/\\])[^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(path) || Buffer.byteLength(path) > LONGEST_BYTES) return undefined;
  // `/.//evil.example` becomes `//evil.example`, a path as long as nobody uses it as an address.
  const url = URL.canParse(path, OURS) ? new URL(path, OURS) : undefined;
  return url?.origin === OURS && !url.pathname.startsWith('//') ? path : undefined;
}
