/** Sixty-four people who register members, each asking again with the same key until they are told that it is done. */
import { setTimeout as pause } from 'node:timers/promises';
import { collectionName } from '#event-sourcing';
import { membersView } from '#features/members/views/members.js';
import type { TestService } from './api.js';

export interface Written {
  id: string;
  position: string;
}

export class Writers {
  readonly acknowledged: Written[] = [];
  /** Statuses of answers that were none. */
  readonly refused: number[] = [];
  /** The longest that an answer took, in milliseconds. */
  longest = 0;
  private sequence = 0;
  private over = false;
  private readonly all: Promise<void>[];

  /** @param name begins the names of the members and the keys of the requests. */
  constructor(
    private readonly api: Pick<TestService, 'raw'>,
    private readonly name: string,
    count = 64,
  ) {
    this.all = Array.from({ length: count }, () => this.write());
  }

  /** Every request that was begun is answered with success. */
  async finish(): Promise<void> {
    this.over = true;
    await Promise.all(this.all);
  }

  private async write(): Promise<void> {
    while (!this.over) {
      const key = `${this.name}-${this.sequence++}`;
      for (let done = false; !done; ) done = await this.ask(key);
    }
  }

  private async ask(key: string): Promise<boolean> {
    const began = Date.now();
    const response = await this.api.raw('/api/v1/members', { method: 'POST', body: JSON.stringify({ displayName: key }), headers: { 'content-type': 'application/json', 'idempotency-key': key } });
    const body = (await response.json()) as Written;
    this.longest = Math.max(this.longest, Date.now() - began);
    if (response.status === 201) {
      this.acknowledged.push(body);
      return true;
    }
    this.refused.push(response.status);
    // Whoever asks again while the first attempt is still at work may be told so.
    if (response.status !== 409) expect([response.status, response.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    await pause(50);
    return false;
  }
}

/** Every acknowledged member stands in the log once and in the views, and nobody else does. */
export async function expectAllKept(api: TestService, acknowledged: readonly Written[]): Promise<void> {
  const { runtime } = api.service;
  expect(await runtime.projector.waitFor(await runtime.log.head(), [], 20_000)).toBe(true);
  const last = acknowledged.reduce((a, b) => (a.position > b.position ? a : b));
  expect((await api.raw(`/api/v1/members/${last.id}`, { headers: { 'relocon-after': last.position } })).status).toBe(200);
  const stored = new Map((await runtime.store.getMany(collectionName(membersView), acknowledged.map(({ id }) => id))).map(({ id, doc }) => [id, doc]));
  expect(acknowledged.filter(({ id }) => !stored.get(id))).toEqual([]);
  let events = 0;
  for await (const batch of runtime.log.readAll(0)) events += batch.filter((event) => event.type === 'MemberRegistered').length;
  expect([events, await runtime.store.count(collectionName(membersView), { where: {}, sort: 'registeredAt' })]).toEqual([acknowledged.length, acknowledged.length]);
  expect((await api.raw('/ready', { key: null })).status).toBe(200);
}
