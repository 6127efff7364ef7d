/** API keys as facts in the log and secrets in the vault, in an order in which a crash between the two loses nothing. */
import { isRefusal, mayRead, newId, partyOf, streamName, type Actor, type CommandRunner, type EventOf, type Refusal } from '#event-sourcing';
import { invalid, invalidInput } from '#event-sourcing-nest/problems.js';
import { notFound } from '#event-sourcing-nest/reader.js';
import { accountStanding } from '#features/accounts/accounts.events.js';
import { createKey, keyRevoked, revokeKey, rotateKey } from '#features/keys/keys.decider.js';
import type { ApiKeyCreated, ApiKeyRotated } from '#features/keys/keys.events.js';
import { keyPolicy } from '#features/keys/keys.policy.js';
import type { ApiKey, ApiKeys, KeyRequest, ListedKey } from './api-keys.js';
import { wrongScopes } from './scopes.js';

/** Who does it, why, and from where. */
export interface Act {
  actor: Actor;
  reason?: string | undefined;
  fromAddress?: string | undefined;
}

export type MadeKey = { secret: string; key: ApiKey };

export class Keys {
  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly runner: CommandRunner,
    private readonly now: () => string,
  ) {}

  /** Every key, oldest first, without secrets. */
  list(): Promise<ListedKey[]> {
    return this.apiKeys.list();
  }

  /** Recorded first: a key that nothing tells of never works. */
  async create({ role, ...request }: KeyRequest, { actor, ...why }: Act): Promise<MadeKey | Refusal> {
    const wrong = wrongScopes(request.scopes, role === undefined);
    if (wrong) return invalid(`/scopes: ${wrong}.`, { errors: [{ pointer: '/scopes', detail: wrong }] });
    const parsed = createKey.input.safeParse({ keyId: newId(), ...request, role, ...why });
    if (!parsed.success) return invalidInput(parsed.error);
    const outcome = await this.runner.execute(createKey, parsed.data, { actor });
    if (isRefusal(outcome)) return outcome;
    const { occurredAt: createdAt, data } = outcome.events[0] as EventOf<typeof ApiKeyCreated>;
    const { name, memberId, accountId, scopes } = request;
    return this.apiKeys.keep({
      id: data.keyId,
      name,
      ...(role === undefined ? { memberId } : { role }),
      ...(accountId !== undefined && { accountId }),
      ...(scopes && { scopes }),
      createdAt,
      expiresAt: data.expiresAt,
    } as Omit<ApiKey, 'prefix'>);
  }

  /** Recorded first: until there is a new secret the old one works as before. */
  async rotate(id: string, overlapHours: number | undefined, { actor, ...why }: Act): Promise<MadeKey | Refusal> {
    const key = await this.apiKeys.get(id);
    if (!key) return noSuchKey();
    const lifeMs = Date.parse(key.expiresAt) - Date.parse(key.createdAt);
    const parsed = rotateKey.input.safeParse({ ...(await this.about(key)), lifeMs, overlapHours, ...why });
    if (!parsed.success) return invalidInput(parsed.error);
    const refused = await this.runner.refused(rotateKey, parsed.data, actor);
    if (refused) return mayKnowOf(key, actor) ? refused : noSuchKey();
    if (key.revokedAt || key.expiresAt <= this.now()) return keyRevoked('This key has ended; make another one.');
    const outcome = await this.runner.execute(rotateKey, parsed.data, { actor });
    if (isRefusal(outcome)) return outcome;
    const { occurredAt: now, data } = outcome.events[0] as EventOf<typeof ApiKeyRotated>;
    return (await this.apiKeys.rotate(id, { now, ...data })) ?? keyRevoked('This key was revoked meanwhile; make another one.');
  }

  /** Ended first: whoever asks again after a crash records it. @returns nothing where it is done. */
  async revoke(id: string, { actor, ...why }: Act): Promise<Refusal | undefined> {
    const key = await this.apiKeys.get(id);
    if (!key) return noSuchKey();
    const input = revokeKey.input.parse({ ...(await this.about(key)), ...why });
    const refused = await this.runner.refused(revokeKey, input, actor);
    if (refused) return mayKnowOf(key, actor) ? refused : noSuchKey();
    await this.apiKeys.revoke(id, this.now());
    const outcome = await this.runner.execute(revokeKey, input, { actor });
    return isRefusal(outcome) ? outcome : undefined;
  }

  /** Whose it is: the member it acts as, or whose account it belongs to. */
  private async about({ id, accountId, memberId }: ApiKey) {
    const owner = accountId === undefined ? undefined : (await this.runner.fold(accountStanding, streamName('account', accountId))).memberId;
    const member = memberId ?? owner;
    return { keyId: id, ...(accountId !== undefined && { accountId }), ...(member !== undefined && { memberId: member }) };
  }
}

/** Whoever may not read of a key learns nothing from being refused. */
function mayKnowOf(key: ApiKey, actor: Actor): boolean {
  return mayRead(keyPolicy.documents.keys, key, partyOf(actor));
}

function noSuchKey(): Refusal {
  return notFound('There is no key with this id.');
}
