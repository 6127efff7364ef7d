/** Guessing keys: bearer tokens that never were one are counted by address. Whoever has a key is not asked, and so never slower. */
import type { Refusal, Vault } from '#event-sourcing';
import { tooManyRequests } from '#event-sourcing-nest/problems.js';
import type { ApiKeys } from './api-keys.js';
import { Attempts } from './attempts.js';

export class KeyGuesses {
  private readonly attempts: Attempts;

  constructor(
    private readonly apiKeys: ApiKeys,
    vault: Vault,
    masterKey: Buffer,
  ) {
    this.attempts = new Attempts(vault, masterKey);
  }

  /** Counts a bearer token that was not taken. @returns a refusal where there were too many; undefined where the token is merely none. */
  async refused(authorization: string, address: string): Promise<Refusal | undefined> {
    // An old key is no guess.
    if (await this.apiKeys.knows(authorization)) return undefined;
    const scope = this.attempts.addressScope(address, 'api-key');
    const { waitMs } = await this.attempts.check([scope]);
    if (waitMs === 0) {
      await this.attempts.failed([scope]);
      return undefined;
    }
    const seconds = Math.ceil(waitMs / 1_000);
    return tooManyRequests(`Too many keys that are none came from this address: try again in ${seconds} seconds.`, { extra: { retryAfterSeconds: seconds } });
  }
}
