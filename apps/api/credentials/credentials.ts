/** Who sends a request: asked of every request, and of open streams again and again, so that what was taken away is gone at once. */
import type { IncomingHttpHeaders } from 'node:http';
import { streamName, type Actor, type CommandRunner } from '#event-sourcing';
import { accountStanding, type AccountStanding } from '#features/accounts/accounts.events.js';
import { actorOf } from './actor.js';
import { sessionToken } from './cookie.js';
import type { Session, Sessions } from './sessions.js';
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
  /** Made once for as long as a key is known, or a session is what it is. */
  private readonly ofKeys = new WeakMap<ApiKey, Credential>();
  private readonly ofSessions = new WeakMap<Session, Credential>();

  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly sessions: Sessions,
    private readonly runner: Pick<CommandRunner, 'fold'>,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /**
   * @param address where the request comes from.
   * @returns undefined where nothing that is valid was sent. Without waiting, where nothing has to be looked up: every request asks.
   */
  of(headers: IncomingHttpHeaders, address: string): Credential | undefined | Promise<Credential | undefined> {
    if (headers.authorization === undefined) return this.ofSession(sessionToken(headers));
    const now = this.now();
    const key = this.apiKeys.find(headers.authorization, now);
    return key instanceof Promise ? key.then((found) => this.ofKey(found, address, now)) : this.ofKey(key, address, now);
  }

  private ofKey(key: ApiKey | undefined, address: string, now: number): Credential | undefined | Promise<Credential | undefined> {
    if (!key) return undefined;
    if (key.accountId !== undefined) return this.ofKeyOfAccount(key, key.accountId, address, now);
    this.apiKeys.used(key, address, now);
    return this.credentialOf(key);
  }

  private async ofKeyOfAccount(key: ApiKey, accountId: string, address: string, now: number): Promise<Credential | undefined> {
    const account = await this.account(accountId);
    if (!mayHave(key, account)) return undefined;
    this.apiKeys.used(key, address, now);
    return { ...this.credentialOf(key), account };
  }

  private credentialOf(key: ApiKey): Credential {
    const known = this.ofKeys.get(key);
    if (known) return known;
    const credential = credentialOf(key);
    this.ofKeys.set(key, credential);
    return credential;
  }

  private async ofSession(token: string | undefined): Promise<Credential | undefined> {
    const asked = token === undefined ? undefined : this.sessions.find(token);
    const session = asked instanceof Promise ? await asked : asked;
    const account = session && (await this.account(session.accountId));
    if (account?.status !== 'open' || account.epoch !== session?.epoch) return undefined;
    const known = this.ofSessions.get(session);
    if (known?.account === account) return known;
    const credential = { actor: actorOf(session.accountId, account, 'console'), session, account, accountId: session.accountId };
    this.ofSessions.set(session, credential);
    return credential;
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
