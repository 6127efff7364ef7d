/** What takes rights away binds every instance once it is acknowledged. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRunner, definePolicy, EventCatalogue, EventCodec, isRefusal, KeyRing, newId, StoreUnavailableError, type Feature, type Vault } from '#event-sourcing';
import { administrator, CounterOpened, CounterRaised, openCounter, raiseCounter } from '#event-sourcing-testing';
import { openSqliteLog } from '#stores/sqlite';
import { DAY, describeOverVaults } from '../../test/vaults.js';
import { Rights } from './rights.js';

const VIEWS = ['memberships'];
const WITHDRAWS = 'CounterRaised';
const feature = { policy: definePolicy({ commands: {}, documents: {}, withdraws: [WITHDRAWS] }) } as unknown as Feature;

/** Views that have seen so much, and see what they are told to. */
class Views {
  asked: { position: number; names: readonly string[] }[] = [];
  private waiting: { position: number; done(seen: boolean): void }[] = [];
  constructor(private seen = 0) {}
  position(): number {
    return this.seen;
  }
  waitFor(position: number, names: readonly string[] = []): Promise<boolean> {
    this.asked.push({ position, names });
    return new Promise((done) => this.waiting.push({ position, done }));
  }
  see(position: number): void {
    this.seen = position;
    this.settle((waiter) => waiter.position <= position, true);
  }
  giveUp(): void {
    this.settle(() => true, false);
  }
  private settle(whose: (waiter: { position: number }) => boolean, seen: boolean): void {
    const mine = this.waiting.filter(whose);
    this.waiting = this.waiting.filter((waiter) => !mine.includes(waiter));
    mine.forEach(({ done }) => done(seen));
  }
}

describeOverVaults('Rights', (place) => {
  const instance = (views: Views, vault: Vault = place().vaults[0]) => new Rights(vault, views as never, [feature], place().now);
  /** Whether a reader is let go on, without waiting for what would have to happen first. */
  const state = async (bound: Promise<void> | undefined): Promise<'free' | 'waits' | 'refused'> => {
    if (bound === undefined) return 'free';
    const settled = bound.then(() => 'free' as const, () => 'refused' as const);
    for (let turn = 0; turn < 3; turn++) await place().vaults[0].getMany('x', ['x']);
    return Promise.race([settled, Promise.resolve('waits' as const)]);
  };
  const settledAs = async (bound: Promise<void> | undefined, views: Views): Promise<'free' | 'waits'> => {
    await untilAsked(views);
    return (await state(bound)) as 'free' | 'waits';
  };
  const untilAsked = async (views: Views): Promise<void> => {
    while (views.asked.length === 0) await place().vaults[0].getMany('x', ['x']);
  };

  it('bind the instance that took them and every other, until its views have seen it', async () => {
    const [mine, theirs] = [new Views(), new Views()];
    const [one, other] = [instance(mine), instance(theirs, place().vaults[1])];
    await one.recorded([WITHDRAWS], 7);
    for (const [rights, views] of [[one, mine], [other, theirs]] as const) {
      views.see(6);
      const bound = rights.bind(VIEWS);
      expect(await settledAs(bound, views)).toBe('waits');
      expect(views.asked).toEqual([{ position: 7, names: VIEWS }]);
      views.see(7);
      await bound;
      await rights.bind(VIEWS);
      expect(views.asked).toHaveLength(1);
    }
  });

  it('are refused rather than read by what was, where views do not come so far', async () => {
    const views = new Views();
    const rights = instance(views, place().vaults[1]);
    await instance(new Views()).recorded(['Else', WITHDRAWS], 7);
    const bound = rights.bind(VIEWS);
    const refused = expect(bound).rejects.toThrow(StoreUnavailableError);
    await untilAsked(views);
    views.giveUp();
    await refused;
  });

  it('are not taken by events that take none', async () => {
    const rights = instance(new Views());
    await rights.recorded(['CounterOpened', 'Else'], 7);
    expect(await rights.bind(VIEWS)).toBeUndefined();
    expect(await place().everything()).toEqual([]);
  });

  it('are not given back by what was taken earlier, here or by another instance', async () => {
    const views = new Views(8);
    const [one, other] = [instance(new Views()), instance(new Views(), place().vaults[1])];
    await one.recorded([WITHDRAWS], 9);
    await one.recorded([WITHDRAWS], 5);
    await other.recorded([WITHDRAWS], 3);
    void instance(views).bind(VIEWS)?.catch(() => undefined);
    await untilAsked(views);
    expect(views.asked[0]?.position).toBe(9);
  });

  it('bind by the highest of however many processes there were', async () => {
    const earlier = Array.from({ length: 1_100 }, (_, index) => ({ key: `0190${String(index).padStart(8, '0')}`, value: '2', expiresAt: place().now() + DAY }));
    await place().vaults[0].put('rights', earlier);
    await instance(new Views()).recorded([WITHDRAWS], 9);
    const views = new Views(8);
    void instance(views, place().vaults[1]).bind(VIEWS)?.catch(() => undefined);
    await untilAsked(views);
    expect(views.asked[0]?.position).toBe(9);
  });

  it('begin at the head: what a process that ended had acknowledged binds the one after it', async () => {
    const views = new Views(11);
    const rights = instance(views, { ...place().vaults[0], shared: false });
    rights.startAt(12);
    rights.startAt(4);
    const bound = rights.bind(VIEWS);
    expect(await settledAs(bound, views)).toBe('waits');
    expect(views.asked[0]?.position).toBe(12);
    views.see(12);
    await bound;
    // Alone, nothing has to be asked once views are there.
    expect(rights.bind(VIEWS)).toBeUndefined();
  });

  it('bind an instance that is alone as well, without a word to anybody', async () => {
    const views = new Views(6);
    const rights = instance(views, { ...place().vaults[0], shared: false });
    expect(rights.bind(VIEWS)).toBeUndefined();
    await rights.recorded([WITHDRAWS], 7);
    expect(await settledAs(rights.bind(VIEWS), views)).toBe('waits');
    expect(await place().everything()).toEqual([]);
  });

  it('are forgotten after a day, when every view has long caught up', async () => {
    await instance(new Views()).recorded([WITHDRAWS], 7);
    const views = new Views();
    place().pass(DAY);
    expect(await instance(views, place().vaults[1]).bind(VIEWS)).toBeUndefined();
    expect(views.asked).toEqual([]);
  });

  it('are bound before anybody is told that they were taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relocon-rights-'));
    const log = await openSqliteLog({ file: join(folder, 'log.db') });
    const vault = place().vaults[0];
    let note = () => undefined as void;
    let noting = () => undefined as void;
    const [mayNote, notes] = [new Promise<void>((resolve) => (note = resolve)), new Promise<void>((resolve) => (noting = resolve))];
    const slow: Vault = { ...vault, put: async (...given) => (noting(), await mayNote, vault.put(...given)) };
    const rights = instance(new Views(), slow);
    const codec = new EventCodec(new EventCatalogue([CounterOpened, CounterRaised]), new KeyRing(vault, randomBytes(32)));
    const runner = new CommandRunner({ log, codec, clock: () => '2026-01-01T00:00:00.000Z', authorise: async () => undefined, recorded: (types, position) => rights.recorded(types, position) });
    const counterId = newId();
    await runner.execute(openCounter, { counterId, ownerId: newId(), name: 'Rounds' }, { actor: administrator });
    let acknowledged = false;
    const raised = runner.execute(raiseCounter, { counterId, by: 1 }, { actor: administrator }).then((outcome) => ((acknowledged = true), outcome));
    await notes;
    expect([await log.head(), acknowledged]).toEqual([2, false]);
    note();
    const outcome = await raised;
    const views = new Views(1);
    void instance(views, place().vaults[1]).bind(VIEWS)?.catch(() => undefined);
    await untilAsked(views);
    expect(isRefusal(outcome) ? outcome : outcome.position).toBe(views.asked[0]?.position);
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
