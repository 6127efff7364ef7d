/** People who have signed in, made without mail: an account that took up its invitation, and a session. */
import { isRefusal, newId, streamName, type Actor, type CommandDefinition } from '#event-sourcing';
import { disableAccount, grantRole, inviteAccount, openAccount, revokeRole } from '#features/accounts/accounts.decider.js';
import { accountStanding, type GrantedRole } from '#features/accounts/accounts.events.js';
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

/** Somebody with an account, signed in just now. Without a member they are outside the network, as auditors are. */
export async function signedIn(api: TestService, { memberId, role }: { memberId?: string; role?: GrantedRole } = {}): Promise<Person> {
  const { runner, sessions } = api.service.runtime;
  const accountId = newId();
  const give = async <I>(command: CommandDefinition<I, any, any>, input: I): Promise<void> => {
    const outcome = await runner.execute(command, input, { actor: OPERATOR });
    if (isRefusal(outcome)) throw new Error(outcome.detail);
  };
  await give(inviteAccount, { accountId, email: `${accountId}@example.org`, ...(memberId !== undefined && { memberId }), ...(role && { role }) });
  await give(openAccount, { accountId, by: 'invitation' });
  const open = async (minutesAgo: number) => {
    const { epoch } = await runner.fold(accountStanding, streamName('account', accountId));
    const { token } = await sessions.open({ accountId, epoch, stage: 'signed-in', address: '192.0.2.7', userAgent: 'test', authenticatedAt: Date.now() - minutesAgo * 60_000 });
    return { cookie: `__Host-relocon=${token}`, origin: api.url };
  };
  const headers = await open(0);
  return {
    accountId,
    client: api.with(headers),
    headers,
    after: async (minutes) => api.with(await open(minutes)),
    grant: (granted) => give(grantRole, { accountId, role: granted }),
    revoke: (revoked) => give(revokeRole, { accountId, role: revoked }),
    disable: () => give(disableAccount, { accountId }),
  };
}
