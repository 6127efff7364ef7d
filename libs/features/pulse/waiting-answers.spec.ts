import { createHmac } from 'node:crypto';
import { newId, unseal, type Vault } from '#event-sourcing';
import { describeOverVaults, type Place } from '../../../apps/test/vaults.js';
import { WaitingAnswers, type Pulse } from './waiting-answers.js';

const [groupId, otherGroupId] = ['019a9d2c-7b40-7c3e-9f21-000000000020', '019a9d2c-7b40-7c3e-9f21-000000000021'];
const pulse: Pulse = { groupId, quarter: '2026-Q4' };
const answered = (mistakes: number, asking: number, promises: number, confidences: number) => ({ mistakes, asking, promises, confidences });
const FIVE = [answered(0, 4, 2, 3), answered(0, 4, 2, 1), answered(4, 4, 2, 3), answered(1, 3, 2, 0), answered(4, 4, 3, 3)];
/** Counted by hand from the columns of the five. */
const TOTALS = [
  { item: 'mistakes', answers: [2, 1, 0, 0, 2] },
  { item: 'asking', answers: [0, 0, 0, 1, 4] },
  { item: 'promises', answers: [0, 0, 4, 1, 0] },
  { item: 'confidences', answers: [1, 1, 0, 3, 0] },
];

/** A vault whose nth write fails, before it has done anything or after it has; it is as good as any later. */
function failing(vault: Vault, nth: number, when: 'before' | 'after'): Vault & { failed(): boolean } {
  let left = nth;
  const broken = new Error('cut off');
  const write = <A extends unknown[], R>(work: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
    const fails = left-- === 0;
    if (fails && when === 'before') throw broken;
    const done = await work(...given);
    if (fails) throw broken;
    return done;
  };
  return { ...vault, put: write(vault.put), putIfAbsent: write(vault.putIfAbsent), replace: write(vault.replace), delete: write(vault.delete), failed: () => left < 0 };
}

describeOverVaults('Answers that wait', (place) => {
  const keyed = ({ masterKey }: Place, purpose: string, text: string) => createHmac('sha256', masterKey).update(`${purpose} ${text}`);
  const over = (vault: Vault, at: Place) => new WaitingAnswers({ vault, keyedHash: (purpose, text) => keyed(at, purpose, text).digest('base64url') });
  const sumsKey = () => keyed(place(), 'trust-pulse-sums', `${groupId}.2026-Q4`).digest();
  const instances = () => place().vaults.map((vault) => over(vault, place())) as [WaitingAnswers, WaitingAnswers];
  const waitingNow = async (answers: WaitingAnswers) => {
    const found: Pulse[] = [];
    for await (const each of answers.waiting()) found.push(each);
    return found;
  };

  it('are sums of what was given, by whichever instance they came', async () => {
    const [one, other] = instances();
    for (const [index, each] of FIVE.entries()) expect(await [one, other][index % 2]?.take(pulse, newId(), each)).toBe(true);
    expect(await other.counted(pulse)).toEqual({ questions: 1, answered: 5, totals: TOTALS });
    expect((await one.counted({ ...pulse, quarter: '2027-Q1' })).answered).toBe(0);
  });

  it('are counted each, also where many come at once', async () => {
    const both = instances();
    await Promise.all(Array.from({ length: 40 }, (_, index) => both[index % 2]?.take(pulse, newId(), FIVE[index % 5] as (typeof FIVE)[number])));
    expect(await both[0].counted(pulse)).toEqual({ questions: 1, answered: 40, totals: TOTALS.map(({ item, answers }) => ({ item, answers: answers.map((count) => 8 * count) })) });
  });

  it('have no time, no order and nobody to them, and nothing of the one stands beside the other', async () => {
    const [one] = instances();
    const members = FIVE.map(() => newId());
    const stored = async (order: readonly number[]) => {
      for (const index of order) await one.take(pulse, members[index] as string, FIVE[index] as (typeof FIVE)[number]);
      const all = await place().everything();
      const sums = JSON.parse(unseal(sumsKey(), all.find(({ space }) => space === 'trust-pulse-sums')?.value as string, `${groupId}.2026-Q4`).toString('utf8')) as { tickets: string[]; totals: Record<string, number[]> };
      expect([Object.keys(sums).sort(), sums.totals]).toEqual([['questions', 'tickets', 'totals'], Object.fromEntries(TOTALS.map(({ item, answers }) => [item, answers]))]);
      // Random numbers, by their digits: the order says nothing of when they came.
      expect([sums.tickets.length, sums.tickets]).toEqual([5, sums.tickets.toSorted()]);
      await one.forget(pulse);
      return all.sort((a, b) => (a.space + a.key < b.space + b.key ? -1 : 1));
    };
    const first = await stored([0, 1, 2, 3, 4]);
    place().pass(86_400_000);
    const second = await stored([3, 1, 4, 0, 2]);
    const marks = first.filter(({ space }) => space === 'trust-pulse-participants');
    expect(marks).toHaveLength(5);
    // Nothing in a mark but that it is there; the same whoever came first, and whenever.
    for (const mark of marks) expect([Object.keys(mark).sort(), mark.value, mark.key]).toEqual([['key', 'space', 'value'], '', expect.stringMatching(/^[0-9a-f-]{36}\.2026-Q4\.[\w-]{43}$/)]);
    expect(second.filter(({ space }) => space === 'trust-pulse-participants')).toEqual(marks);
    const [sums, ...more] = first.filter(({ space }) => space !== 'trust-pulse-participants');
    expect([sums && Object.keys(sums).sort(), sums?.space, sums?.key, more]).toEqual([['key', 'space', 'value'], 'trust-pulse-sums', `${groupId}.2026-Q4`, []]);
    const text = JSON.stringify([first, second]);
    for (const readable of [...members, 'mistakes', 'tickets', 'totals']) expect([readable, text.includes(readable)]).toEqual([readable, false]);
  });

  it('are taken of one member once, from two phones at once as well', async () => {
    const [one, other] = instances();
    const member = newId();
    const results = await Promise.all([one.take(pulse, member, answered(0, 0, 0, 0)), other.take(pulse, member, answered(4, 4, 4, 4)), one.take(pulse, member, answered(4, 4, 4, 4))]);
    expect(results.filter(Boolean)).toHaveLength(1);
    const { answered: count, totals } = await one.counted(pulse);
    expect([count, totals.map(({ answers }) => answers.reduce((sum, each) => sum + each))]).toEqual([1, [1, 1, 1, 1]]);
    // All four of the same phone.
    expect(new Set(totals.map(({ answers }) => answers.indexOf(1))).size).toBe(1);
    expect(await other.take(pulse, member, answered(1, 1, 1, 1))).toBe(false);
    // In another quarter and another group they may.
    expect(await other.take({ ...pulse, quarter: '2027-Q1' }, member, answered(1, 1, 1, 1))).toBe(true);
    expect(await other.take({ ...pulse, groupId: otherGroupId }, member, answered(1, 1, 1, 1))).toBe(true);
    expect(await one.takenPart([pulse, { ...pulse, quarter: '2027-Q2' }, { ...pulse, groupId: otherGroupId }], member)).toEqual([pulse, { ...pulse, groupId: otherGroupId }]);
    expect(await one.takenPart([pulse], newId())).toEqual([]);
  });

  it.each(['before', 'after'] as const)('are counted once where a request is cut off %s any of its writes and sent again', async (when) => {
    const [whole] = instances();
    const [vault] = place().vaults;
    // Somebody before them, so that there is something to replace.
    await whole.take(pulse, newId(), answered(0, 0, 0, 0));
    let count = 1;
    for (let nth = 0; ; nth++) {
      const member = newId();
      const breaking = failing(vault, nth, when);
      const first = await over(breaking, place()).take(pulse, member, answered(4, 4, 4, 4)).catch(() => 'cut off');
      if (!breaking.failed()) {
        expect([nth, first]).toEqual([3, true]);
        break;
      }
      expect([nth, first]).toEqual([nth, 'cut off']);
      await whole.take(pulse, member, answered(4, 4, 4, 4));
      expect([nth, when, (await whole.counted(pulse)).answered]).toEqual([nth, when, ++count]);
      expect(await whole.takenPart([pulse], member)).toEqual([pulse]);
      expect(await whole.take(pulse, member, answered(4, 4, 4, 4))).toBe(false);
      expect((await whole.counted(pulse)).answered).toBe(count);
    }
  });

  it('are all known of until they are forgotten, and then nothing of them is', async () => {
    const [one] = instances();
    const others: Pulse[] = [{ groupId, quarter: '2026-Q3' }, { groupId: otherGroupId, quarter: '2026-Q4' }];
    for (const each of [pulse, ...others]) for (let member = 0; member < 3; member++) await one.take(each, newId(), answered(1, 2, 3, 4));
    expect(await waitingNow(one)).toEqual([others[0], pulse, others[1]]);
    await one.forget(pulse);
    expect(await waitingNow(one)).toEqual(others);
    expect((await place().everything()).filter(({ key }) => key.startsWith(`${groupId}.2026-Q4`))).toEqual([]);
    expect((await one.counted(others[1] as Pulse)).answered).toBe(3);
  });

  it.each(['before', 'after'] as const)('are forgotten in the end where that is cut off %s any of its writes', async (when) => {
    const [one] = instances();
    const [vault] = place().vaults;
    for (let nth = 0; ; nth++) {
      for (let member = 0; member < 3; member++) await one.take(pulse, newId(), answered(1, 2, 3, 4));
      const breaking = failing(vault, nth, when);
      await over(breaking, place()).forget(pulse).catch(() => undefined);
      const left = await waitingNow(one);
      for (const each of left) await one.forget(each);
      expect([nth, await place().everything()]).toEqual([nth, []]);
      if (!breaking.failed()) {
        expect([nth, left]).toEqual([2, []]);
        break;
      }
    }
  });
});
