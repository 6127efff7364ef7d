import fc from 'fast-check';
import { isTooMuch, Quota, retryAfter, WINDOW_MS } from './quota.js';

function quotaOf(units: number) {
  const clock = { now: 0 };
  return { clock, quota: new Quota('person', units, () => clock.now) };
}

describe('A quota', () => {
  it('lets all of it be used at once, and gives it back evenly over a minute', () => {
    const { clock, quota } = quotaOf(60);
    const answered = (cost: number) => !isTooMuch(quota.take('ada', cost));
    expect(Array.from({ length: 60 }, () => answered(1))).toEqual(Array(60).fill(true));
    expect(answered(1)).toBe(false);
    clock.now = 999;
    expect(answered(1)).toBe(false);
    clock.now = 1_000;
    expect([answered(1), answered(1)]).toEqual([true, false]);
    clock.now = 31_000;
    expect([answered(30), answered(1)]).toEqual([true, false]);
    expect(retryAfter(quota.take('ada', 5))).toBe(5);
    expect(retryAfter(quota.take('ada', 1))).toBe(1);
  });

  it('tells what is left in structured fields', () => {
    const { clock, quota } = quotaOf(1_200);
    expect(quota.policy).toBe('"person";q=1200;w=60');
    expect(quota.standing(quota.take('ada', 1), 1)).toBe('"person";r=1199;t=1');
    expect(quota.standing(quota.take('ada', 599), 599)).toBe('"person";r=600;t=30');
    expect(quota.standing(quota.take('ada', 700), 700)).toBe('"person";r=600;t=30');
    clock.now = 10_000;
    expect(quota.standing(quota.take('ada', 800), 800)).toBe('"person";r=0;t=60');
  });

  it('is for each by themselves, and what was refused costs nothing', () => {
    const { quota } = quotaOf(10);
    expect(isTooMuch(quota.take('ada', 8))).toBe(false);
    expect(isTooMuch(quota.take('ada', 3))).toBe(true);
    expect(isTooMuch(quota.take('ben', 3))).toBe(false);
    expect(isTooMuch(quota.take('ada', 2))).toBe(false);
  });

  it('lets through what costs more than all of it, once a minute', () => {
    const { clock, quota } = quotaOf(10);
    expect(isTooMuch(quota.take('ada', 50))).toBe(false);
    clock.now = WINDOW_MS - 1_000;
    expect(isTooMuch(quota.take('ada', 50))).toBe(true);
    clock.now = WINDOW_MS;
    expect(isTooMuch(quota.take('ada', 50))).toBe(false);
  });

  it('answers in any minute no more than what there is at once and what comes back in it', () => {
    const request = fc.record({ after: fc.nat(5_000), cost: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.array(request, { minLength: 1, maxLength: 300 }), (units, requests) => {
        const { clock, quota } = quotaOf(units);
        const taken: { at: number; cost: number }[] = [];
        for (const { after, cost } of requests) {
          clock.now += after;
          if (!isTooMuch(quota.take('ada', cost))) taken.push({ at: clock.now, cost });
        }
        taken.forEach(({ at: from }, first) => {
          let sum = 0;
          for (const { at, cost } of taken.slice(first)) {
            sum += cost;
            expect(sum).toBeLessThanOrEqual(units + ((at - from) * units) / WINDOW_MS + 0.1);
          }
        });
      }),
    );
  });

  it('remembers a bounded number, whoever comes, and nobody’s past longer than it matters', () => {
    const { clock, quota } = quotaOf(300);
    let most = 0;
    for (let index = 0; index < 1_000_000; index++) {
      quota.take(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, 1);
      most = Math.max(most, quota.size);
    }
    expect(most).toBeLessThanOrEqual(100_000);
    clock.now += WINDOW_MS;
    quota.take('ada', 1);
    clock.now += WINDOW_MS;
    quota.take('ada', 1);
    expect(quota.size).toBeLessThanOrEqual(2);
  });

  it('does not let go of whoever used it up because others come', () => {
    const { clock, quota } = quotaOf(60);
    quota.take('ada', 60);
    for (let index = 0; index < 40_000; index++) quota.take(`other ${index}`, 1);
    expect(isTooMuch(quota.take('ada', 1))).toBe(true);
    clock.now = WINDOW_MS - 1_000;
    for (let index = 0; index < 40_000; index++) quota.take(`another ${index}`, 1);
    expect(isTooMuch(quota.take('ada', 60))).toBe(true);
  });
});
