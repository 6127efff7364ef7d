/** Accounts of the sample community, to sign in with: their password is made anew each time, and nobody needs a second factor. */
import { randomBytes } from 'node:crypto';
import { isRefusal, newId, type Actor, type CommandDefinition } from '#event-sourcing';
import { inviteAccount, openAccount } from '#features/accounts/accounts.decider.js';
import type { GrantedRole } from '#features/accounts/accounts.events.js';
import { claimEmail, claimMember } from '#features/accounts/claims.js';
import type { ReloconRuntime } from '../apps/api/platform/runtime.js';
import { Passwords } from '../apps/api/sign-in/passwords.js';

const teller: Actor = { kind: 'system', id: 'samples', role: 'system', via: 'samples' };

export interface SampleAccount {
  email: string;
  /** What one sees as them. */
  as: string;
}

interface Wanted extends SampleAccount {
  role?: GrantedRole;
  who?: string;
}

const wanted: Wanted[] = [
  { email: 'admin@example.org', as: 'administrator', role: 'administrator' },
  { email: 'auditor@example.org', as: 'auditor', role: 'auditor' },
  { email: 'amara@example.org', as: 'Amara, who facilitates Co-op Builders', who: 'amara' },
  { email: 'noor@example.org', as: 'Noor, who facilitates Second Shift and has appealed', who: 'noor' },
  { email: 'dagmar@example.org', as: 'Dagmar, a member who reviews as an administrator', role: 'administrator', who: 'dagmar' },
  { email: 'anneke@example.org', as: 'Anneke, who reviews what was appealed', role: 'administrator', who: 'anneke' },
  { email: 'jonas@example.org', as: 'Jonas, a member', who: 'jonas' },
];

/** @param members ids by the key of the person. */
export async function openAccounts(runtime: ReloconRuntime, members: ReadonlyMap<string, string>): Promise<{ accounts: SampleAccount[]; password: string; events: number }> {
  const password = randomBytes(12).toString('base64url');
  let events = 0;
  const passwords = new Passwords(runtime.vault, runtime.masterKey);
  for (const { email, role, who } of wanted) {
    const accountId = newId();
    const memberId = who === undefined ? undefined : members.get(who);
    if (memberId !== undefined) await claimMember(runtime, memberId, accountId);
    await claimEmail(runtime, email, accountId);
    // Each claim is an event.
    events += memberId === undefined ? 1 : 2;
    events += await give(runtime, inviteAccount, { accountId, email, ...(memberId !== undefined && { memberId }), ...(role && { role }) });
    events += await give(runtime, openAccount, { accountId, by: 'invitation' });
    await passwords.set(accountId, password);
  }
  return { accounts: wanted.map(({ email, as }) => ({ email, as })), password, events };
}

async function give<I>({ runner }: ReloconRuntime, command: CommandDefinition<I, any, any>, input: I): Promise<number> {
  const outcome = await runner.execute(command, input, { actor: teller });
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return outcome.events.length;
}
