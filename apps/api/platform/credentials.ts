/** Who sends a request: asked of every request, and of open streams again and again, so that what was taken away is gone at once. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '#event-sourcing';
import type { ApiKey, ApiKeys, KeyRole } from './api-keys.js';
import { scopesOf, type Scopes } from './scopes.js';

export interface Credential {
  actor: Actor;
  /** Of a key; people need none. */
  scopes?: Scopes;
}

export class Credentials {
  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly now: () => string,
  ) {}

  /** @returns undefined where nothing that is valid was sent. @param address where the request comes from. */
  async of(headers: IncomingHttpHeaders, address: string): Promise<Credential | undefined> {
    const key = await this.apiKeys.find(headers.authorization, this.now());
    if (!key) return undefined;
    this.apiKeys.used(key, address, Date.now());
    return { actor: actorOf(key), scopes: scopesOf(key.scopes, key.memberId !== undefined) };
  }
}

function actorOf({ id, memberId, role }: ApiKey): Actor {
  return memberId ? { kind: 'member', id: memberId, role: 'member', via: 'api' } : { kind: 'key', id, role: role as KeyRole, via: 'api' };
}
