/** Tokens that only have to be recognised: 256 random bits, kept as their SHA-256. */
import { hash, randomBytes } from 'node:crypto';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** @returns 256 random bits in base64url, which nobody can read again once they are given away. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token; undefined for text that cannot be one. So much chance needs no slow hash. */
export function hashOfToken(token: string): string | undefined {
  return FORM.test(token) ? hash('sha256', token, 'base64url') : undefined;
}
