/** Who sends a request: asked of every request, and of open streams again and again, so that what was taken away is gone at once. */
import type { IncomingHttpHeaders } from 'node:http';
import { streamName, type Actor, type CommandRunner } from '#event-sourcing';
import { accountStanding, type AccountStanding } from '#features/accounts/accounts.events.js';
import { actorOf } from '../sign-in/actor.js';
import { sessionToken } from '../sign-in/cookie.js';
import type { Session, Sessions } from '../sign-in/sessions.js';
import type { ApiKey, ApiKeys } from './api-keys.js';
import { scopesOf, type Scopes } from './scopes.js';

export interface Credential {
  actor: Actor;
  /** Of a key; people need none. */
  scopes?: Scopes;
  /** Of somebody who signed in. */
  session?: Session;
  /** Of somebody who signed in, or whose key it is. */
  account?: AccountStanding;
  accountId?: string;
  key?: Pick<ApiKey, 'id' | 'name'>;
}

export class Credentials {
  /** Made once for as long as a key is known. */
  private readonly ofKeys = new WeakMap<ApiKey, Credential>();

  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly sessions: Sessions,
    private readonly runner: Pick<CommandRunner, 'fold'>,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** @returns undefined where nothing that is valid was sent. @param address where the request comes from. */
  async of(headers: IncomingHttpHeaders, address: string): Promise<Credential | undefined> {
    if (headers.authorization !== undefined) return this.ofKey(headers.authorization, address);
    const token = sessionToken(headers);
    return token === undefined ? undefined : this.ofSession(token);
  }

  private async ofKey(authorization: string, address: string): Promise<Credential | undefined> {
    const now = this.now();
    const key = await this.apiKeys.find(authorization, now);
    const account = key?.accountId === undefined ? undefined : await this.account(key.accountId);
    if (!key || (account && !mayHave(key, account))) return undefined;
    this.apiKeys.used(key, address, now);
    const credential = this.ofKeys.get(key) ?? credentialOf(key);
    this.ofKeys.set(key, credential);
    return account ? { ...credential, account } : credential;
  }

  private async ofSession(token: string): Promise<Credential | undefined> {
    const session = await this.sessions.find(token);
    const account = session && (await this.account(session.accountId));
    if (account?.status !== 'open' || account.epoch !== session?.epoch) return undefined;
    return { actor: actorOf(session.accountId, account, 'console'), session, account, accountId: session.accountId };
  }

  private account(accountId: string): Promise<AccountStanding> {
    return this.runner.fold(accountStanding, streamName('account', accountId));
  }
}

/** A key does no more than its owner's account may today, and ends with it. */
function mayHave({ role, memberId }: ApiKey, { status, roles, memberId: owner }: AccountStanding): boolean {
  if (status !== 'open') return false;
  if (role === undefined) return memberId === owner;
  return roles.includes('administrator') || (role === 'auditor' && roles.includes('auditor'));
}

function credentialOf(key: ApiKey): Credential {
  const { id, name, accountId } = key;
  return { actor: ofKey(key), scopes: scopesOf(key.scopes, key.role === undefined), key: { id, name }, ...(accountId !== undefined && { accountId }) };
}

function ofKey({ id, memberId, role }: ApiKey): Actor {
  return role === undefined && memberId !== undefined ? { kind: 'member', id: memberId, role: 'member', via: 'api' } : { kind: 'key', id, role: role ?? 'member', via: 'api' };
}
