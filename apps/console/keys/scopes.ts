/** What a key may reach, as the API names it, and in words. */
import type { Body } from '../api/client.js';
import type { MessageKey } from '../i18n/index.js';

export type Scope = NonNullable<NonNullable<Body<'createKey'>>['scopes']>[number];

const WORDS: Readonly<Record<Scope, MessageKey>> = {
  'members:read': 'keys.scopes.members',
  'members:write': 'keys.scopes.members',
  'groups:read': 'keys.scopes.groups',
  'groups:write': 'keys.scopes.groups',
  'memberships:read': 'keys.scopes.memberships',
  'memberships:write': 'keys.scopes.memberships',
  'meetings:read': 'keys.scopes.meetings',
  'meetings:write': 'keys.scopes.meetings',
  'reflections:read': 'keys.scopes.reflections',
  'reflections:write': 'keys.scopes.reflections',
  'help-exchanges:read': 'keys.scopes.help-exchanges',
  'help-exchanges:write': 'keys.scopes.help-exchanges',
  'actions:read': 'keys.scopes.actions',
  'actions:write': 'keys.scopes.actions',
  'stories:read': 'keys.scopes.stories',
  'stories:write': 'keys.scopes.stories',
  'introductions:read': 'keys.scopes.introductions',
  'introductions:write': 'keys.scopes.introductions',
  'alignment-reviews:read': 'keys.scopes.alignment-reviews',
  'alignment-reviews:write': 'keys.scopes.alignment-reviews',
  'trust-pulses:read': 'keys.scopes.trust-pulses',
  'trust-pulses:write': 'keys.scopes.trust-pulses',
  'timelines:read': 'keys.scopes.timelines',
  'group-health:read': 'keys.scopes.group-health',
  'accounts:read': 'keys.scopes.accounts',
  'roles:write': 'keys.scopes.roles',
  'keys:read': 'keys.scopes.keys',
  'keys:write': 'keys.scopes.keys',
  'access-records:read': 'keys.scopes.access-records',
  'events:read': 'keys.scopes.events',
  'events:personal': 'keys.scopes.events-personal',
  'events:export': 'keys.scopes.events-export',
  'operations:read': 'keys.scopes.operations',
  'operations:write': 'keys.scopes.operations',
  'imports:write': 'keys.scopes.imports',
};

const ALL = Object.keys(WORDS) as Scope[];
export const WRITING: readonly Scope[] = ALL.filter((scope) => scope.endsWith(':write'));
export const READING: readonly Scope[] = ALL.filter((scope) => !WRITING.includes(scope));

/** Who acts as a member is not shown others' personal fields. */
export const NOT_AS_MEMBER: readonly Scope[] = ['events:personal'];

export function wordsOf(scope: Scope): MessageKey {
  return WORDS[scope];
}
