import { RefusedError } from '#event-sourcing';
import { BoundedQueue } from './bounded-queue.js';

/** Work that goes on until it is told to end. */
function works(count: number) {
  const running: number[] = [];
  const ends: (() => void)[] = [];
  const all = Array.from({ length: count }, (_, index) => () => {
    running.push(index);
    return new Promise<number>((resolve) => (ends[index] = () => {
      running.splice(running.indexOf(index), 1);
      resolve(index);
    }));
  });
  return { all, running, end: (index: number) => ends[index]?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('A bounded queue', () => {
  it('runs as many as allowed at a time, in the order they came', async () => {
    const queue = new BoundedQueue(2, 10);
    const { all, running, end } = works(4);
    const results = all.map((work) => queue.run(work));
    await settled();
    expect(running).toEqual([0, 1]);
    end(0);
    await settled();
    expect(running).toEqual([1, 2]);
    for (const index of [1, 2, 3]) {
      end(index);
      await settled();
    }
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
  });

  it('refuses at once what cannot even wait, with 503, and takes more when there is room', async () => {
    const queue = new BoundedQueue(1, 1);
    const { all, end } = works(4);
    const [first, second] = [queue.run(all[0] as () => Promise<number>), queue.run(all[1] as () => Promise<number>)];
    const refused = await queue.run(all[2] as () => Promise<number>).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedError);
    expect((refused as RefusedError).refusal).toMatchObject({ type: 'too-busy', status: 503 });
    end(0);
    await first;
    await settled();
    const fourth = queue.run(all[3] as () => Promise<number>);
    end(1);
    await second;
    await settled();
    end(3);
    expect(await fourth).toBe(3);
  });

  it('goes on after work that failed', async () => {
    const queue = new BoundedQueue(1, 0);
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run(async () => 'done')).toBe('done');
  });
});
