/** How much may be asked: an address without a credential, each person and key, each address over all. Counted in this process alone. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedError, type Actor, type Refusal } from '#event-sourcing';
import { tooManyRequests } from '#event-sourcing-nest/problems.js';
import { countedAddress } from '../settings/client-address.js';
import type { Config } from '../settings/config.js';
import { isTooMuch, Quota, retryAfter } from './quota.js';
import { costOfEntries } from './request-cost.js';
import { StreamLimit } from './stream-limit.js';

type Settings = Pick<Config, 'RELOCON_LIMIT_ANONYMOUS' | 'RELOCON_LIMIT_PERSON' | 'RELOCON_LIMIT_KEY' | 'RELOCON_LIMIT_ADDRESS' | 'RELOCON_LIMIT_STREAMS'>;

interface Counted {
  cost: number;
  /** What its address has outstanding. */
  outstanding: number;
  asAnonymous: boolean;
}

type CountedRequest = FastifyRequest & { counted?: Counted };

export interface LimitsOptions {
  /** Milliseconds of a clock that never goes back. */
  now?(): number;
  /** Told of each API key that is none, with the address it came from; its refusal is the answer. */
  guessed?(address: string, authorization: string): Refusal | undefined | Promise<Refusal | undefined>;
}

export class Limits {
  readonly streams: StreamLimit;
  private readonly anonymous: Quota | undefined;
  private readonly address: Quota | undefined;
  private readonly person: Quota | undefined;
  private readonly key: Quota | undefined;
  private readonly guessed: LimitsOptions['guessed'];

  constructor(settings: Settings, { now = () => performance.now(), guessed }: LimitsOptions = {}) {
    const quota = (name: string, units: number): Quota | undefined => (units > 0 ? new Quota(name, units, now) : undefined);
    this.anonymous = quota('anonymous', settings.RELOCON_LIMIT_ANONYMOUS);
    this.address = quota('address', settings.RELOCON_LIMIT_ADDRESS);
    this.person = quota('person', settings.RELOCON_LIMIT_PERSON);
    this.key = quota('key', settings.RELOCON_LIMIT_KEY);
    this.streams = new StreamLimit(settings.RELOCON_LIMIT_STREAMS);
    this.guessed = guessed;
  }

  /** Counts a request that has just come, by its address. @param anonymously where nobody will ask who it is. */
  arrived(request: FastifyRequest, reply: FastifyReply, cost: number, anonymously: boolean): Refusal | undefined {
    const address = countedAddress(request.ip);
    const asAnonymous = anonymously || (request.headers.authorization === undefined && request.headers.cookie === undefined);
    const outstanding = this.address?.take(address, cost) ?? 0;
    if (this.address && isTooMuch(outstanding)) return refuse(reply, this.address, outstanding, cost);
    (request as CountedRequest).counted = { cost, outstanding, asAnonymous };
    return asAnonymous ? this.take(reply, this.anonymous, address, 1, outstanding) : undefined;
  }

  /** Counts a request for whoever sent it. @throws RefusedError */
  known(request: FastifyRequest, reply: FastifyReply, actor: Actor): void {
    const { counted } = request as CountedRequest;
    if (!counted) return;
    const cost = counted.cost + costOfEntries(request.body);
    const refusal = this.take(reply, actor.kind === 'key' ? this.key : this.person, actor.id, cost, counted.outstanding);
    if (refusal) throw new RefusedError(refusal);
  }

  /** Counts a request whose credential is none, or which has none. @throws RefusedError */
  async unknown(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.anybody(request, reply);
    const { authorization } = request.headers;
    const refusal = authorization === undefined ? undefined : await this.guessed?.(countedAddress(request.ip), authorization);
    if (refusal) throw new RefusedError(refusal);
  }

  /** Counts a request that anybody may make, whatever credential it carries. @throws RefusedError */
  anybody(request: FastifyRequest, reply: FastifyReply): void {
    const { counted } = request as CountedRequest;
    if (!counted || counted.asAnonymous) return;
    const refusal = this.take(reply, this.anonymous, countedAddress(request.ip), 1, counted.outstanding);
    if (refusal) throw new RefusedError(refusal);
  }

  /** Takes a place for an answer that goes on for long. @throws RefusedError */
  holdStream(request: FastifyRequest, reply: FastifyReply): void {
    const { actor } = request as FastifyRequest & { actor?: Actor };
    const refusal = this.streams.hold(actor ? `${actor.kind} ${actor.id}` : countedAddress(request.ip), reply.raw);
    if (refusal) throw new RefusedError(refusal);
  }

  /** Takes from a quota, and tells of the one that is nearer to its end: this one or the address's. */
  private take(reply: FastifyReply, quota: Quota | undefined, who: string, cost: number, ofAddress: number): Refusal | undefined {
    const outstanding = quota?.take(who, cost) ?? 0;
    if (quota && isTooMuch(outstanding)) return refuse(reply, quota, outstanding, cost);
    if (quota && outstanding >= ofAddress) tell(reply, quota, quota.standing(outstanding));
    else if (this.address) tell(reply, this.address, this.address.standing(ofAddress));
    return undefined;
  }
}

function tell(reply: FastifyReply, quota: Quota, standing: string): void {
  reply.header('ratelimit-policy', quota.policy);
  reply.header('ratelimit', standing);
}

function refuse(reply: FastifyReply, quota: Quota, outstanding: number, cost: number): Refusal {
  const seconds = retryAfter(outstanding);
  tell(reply, quota, quota.standing(outstanding, cost));
  reply.header('retry-after', String(seconds));
  return tooManyRequests(`${WHOSE[quota.name]}: try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`);
}

const WHOSE: Record<string, string> = {
  anonymous: 'Too many requests without a credential from this address',
  address: 'Too many requests from this address',
  person: 'This person has sent too many requests',
  key: 'This key has sent too many requests',
};
