/** What a key may reach: what each slice says, such as `members:read`, and some that say more. */
import { features } from '../features.js';

/** Others' personal fields in events, and reveals. */
export const PERSONAL_SCOPE = 'events:personal';
/** The log or a list in one piece; the list needs its own scope as well. */
export const EXPORT_SCOPE = 'events:export';

/** Rows of what was recorded elsewhere. */
export const IMPORT_SCOPE = 'imports:write';

/** Every scope there is; a test compares it with what the routes ask for. */
export const SCOPES: readonly string[] = [
  ...features.flatMap(({ scopes }) => scopes),
  'access-records:read',
  'events:read', PERSONAL_SCOPE, EXPORT_SCOPE,
  'operations:read', 'operations:write', IMPORT_SCOPE,
];

/** Whether something lies within what a key may reach. */
export interface Scopes {
  has(scope: string): boolean;
}

/** @param given undefined: every scope of the role; a member's key never shows others' personal fields. */
export function scopesOf(given: readonly string[] | undefined, ofMember: boolean): Scopes {
  if (given) return new Set(given);
  return ofMember ? { has: (scope) => scope !== PERSONAL_SCOPE } : { has: () => true };
}

/** What is wrong with the scopes somebody asks for a key; a sentence without its full stop. */
export function wrongScopes(given: readonly string[] | undefined, ofMember: boolean): string | undefined {
  if (given?.some((scope) => !SCOPES.includes(scope))) return `there is no such scope; there are ${SCOPES.join(', ')}`;
  return ofMember && given?.includes(PERSONAL_SCOPE) ? `a key that acts as a member cannot have the scope ${PERSONAL_SCOPE}` : undefined;
}
