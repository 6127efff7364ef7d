/** People who have signed in, made without mail: an account that took up its invitation, and a session. */
import { isRefusal, newId, type Actor, type CommandDefinition } from '#event-sourcing';
import { disableAccount, grantRole, inviteAccount, openAccount, revokeRole } from '#features/accounts/accounts.decider.js';
import type { GrantedRole } from '#features/accounts/accounts.events.js';
import type { Session, Stage } from '../api/credentials/sessions.js';
import type { Client, TestService } from './api.js';

const OPERATOR: Actor = { kind: 'system', id: 'operator', role: 'system', via: 'cli' };

export interface Person {
  accountId: string;
  client: Client;
  /** For requests written by hand. */
  headers: { cookie: string; origin: string };
  /** The same person in a session whose password was given some minutes ago. */
  after(minutes: number): Promise<Client>;
  grant(role: GrantedRole): Promise<void>;
  revoke(role: GrantedRole): Promise<void>;
  disable(): Promise<void>;
}

type Runtime = TestService['service']['runtime'];

async function give<I>({ runner }: Runtime, command: CommandDefinition<I, any, any>, input: I): Promise<void> {
  const outcome = await runner.execute(command, input, { actor: OPERATOR });
  if (isRefusal(outcome)) throw new Error(outcome.detail);
}

/** An account that took up its invitation. Without a member it is outside the network, as auditors are. */
export async function openedAccount(runtime: Runtime, { memberId, role, email }: { memberId?: string; role?: GrantedRole; email?: string } = {}): Promise<string> {
  const accountId = newId();
  await give(runtime, inviteAccount, { accountId, email: email ?? `${accountId}@example.org`, ...(memberId !== undefined && { memberId }), ...(role && { role }) });
  await give(runtime, openAccount, { accountId, by: 'invitation' });
  return accountId;
}

/** A session of an account as it stands now. */
export async function openedSession({ people, sessions }: Runtime, accountId: string, { stage = 'signed-in', minutesAgo = 0 }: { stage?: Stage; minutesAgo?: number } = {}): Promise<{ token: string; session: Session }> {
  const { epoch } = await people.signIn.account(accountId);
  return sessions.open({ accountId, epoch, stage, address: '192.0.2.7', userAgent: 'tests', authenticatedAt: Date.now() - minutesAgo * 60_000 });
}

/** Somebody with an account, signed in just now. */
export async function signedIn(api: TestService, who: { memberId?: string; role?: GrantedRole } = {}): Promise<Person> {
  const { runtime } = api.service;
  const accountId = await openedAccount(runtime, who);
  const open = async (minutesAgo: number) => ({ cookie: `__Host-relocon=${(await openedSession(runtime, accountId, { minutesAgo })).token}`, origin: api.url });
  const headers = await open(0);
  return {
    accountId,
    client: api.with(headers),
    headers,
    after: async (minutes) => api.with(await open(minutes)),
    grant: (granted) => give(runtime, grantRole, { accountId, role: granted }),
    revoke: (revoked) => give(runtime, revokeRole, { accountId, role: revoked }),
    disable: () => give(runtime, disableAccount, { accountId }),
  };
}
