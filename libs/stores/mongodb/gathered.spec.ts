import { Gathered } from './gathered.js';

describe('Calls that are gathered', () => {
  it('go at once while few are under way, and together behind them, each with its own answer', async () => {
    const calls: (readonly number[])[] = [];
    const answer: (() => void)[] = [];
    const doubled = new Gathered<number, number>(async (asked) => {
      calls.push(asked);
      await new Promise<void>((resolve) => answer.push(resolve));
      return asked.map((number) => 2 * number);
    }, 3);
    const all = [1, 2, 3, 4, 5, 6].map((number) => doubled.ask(number));
    expect(calls).toEqual([[1], [2]]);
    for (let done = 0; done < 4; done++) {
      answer[done]?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await Promise.all(all)).toEqual([2, 4, 6, 8, 10, 12]);
    expect(calls).toEqual([[1], [2], [3, 4, 5], [6]]);
  });

  it('fail together, those that wait as well, and go on afterwards', async () => {
    let broken = true;
    const echoed = new Gathered<number, number>(async (asked) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (broken) throw new Error('away');
      return [...asked];
    }, 2);
    const failed = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => echoed.ask(number)));
    expect(failed.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    broken = false;
    expect(await echoed.ask(7)).toBe(7);
  });
});
