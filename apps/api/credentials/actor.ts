import type { Actor } from '#event-sourcing';
import type { AccountStanding } from '#features/accounts/accounts.events.js';

/** Who somebody signed in is to policy: the member their account belongs to, or the account itself. */
export function actorOf(accountId: string, { memberId, roles }: AccountStanding, via: Actor['via']): Actor {
  const role = roles.includes('administrator') ? 'admin' : roles.includes('auditor') ? 'auditor' : 'member';
  return memberId === undefined ? { kind: 'account', id: accountId, role, via } : { kind: 'member', id: memberId, role, via };
}
