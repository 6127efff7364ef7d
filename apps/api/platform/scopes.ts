/** What a key may reach: `{slice}:read` and `{slice}:write` for each slice, and some that say more. */

/** Others' personal fields in events, and reveals. */
export const PERSONAL_SCOPE = 'events:personal';

/** Every scope there is; a test compares it with what the routes ask for. */
export const SCOPES = [
  'members:read', 'members:write',
  'groups:read', 'groups:write',
  'memberships:read', 'memberships:write',
  'meetings:read', 'meetings:write',
  'reflections:read', 'reflections:write',
  'timelines:read',
  'accounts:read', 'roles:write',
  'events:read', PERSONAL_SCOPE,
  'operations:read', 'operations:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Whether something lies within what a key may reach. */
export interface Scopes {
  has(scope: string): boolean;
}

/** @param given undefined: every scope of the role; a member's key never shows others' personal fields. */
export function scopesOf(given: readonly string[] | undefined, ofMember: boolean): Scopes {
  if (given) return new Set(given);
  return ofMember ? { has: (scope) => scope !== PERSONAL_SCOPE } : { has: () => true };
}
