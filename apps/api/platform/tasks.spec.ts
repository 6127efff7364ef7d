import { pino } from 'pino';
import { defineFeature, definePolicy, type Task } from '#event-sourcing';
import { until } from '#event-sourcing-testing';
import { Tasks } from './tasks.js';

const lines: string[] = [];
const withTasks = (...tasks: Task[]) => {
  const tools = { vault: undefined as never, runner: undefined as never, clock: () => '2026-03-01T12:00:00.000Z', keyedHash: () => '' };
  return { ...tools, features: [defineFeature({ name: 'spec', policy: definePolicy({}), tasks })], logger: pino({}, { write: (line: string) => void lines.push(line) }) };
};

describe('Tasks', () => {
  it('are run when they start, and again after a while, until they stop', async () => {
    const at: string[] = [];
    const tasks = new Tasks(withTasks({ name: 'note', run: async ({ clock }) => void at.push(clock()) }), 5);
    tasks.start();
    await until(async () => at.length >= 3);
    await tasks.stop();
    const then = at.length;
    expect(at[0]).toBe('2026-03-01T12:00:00.000Z');
    await tasks.round();
    expect(at).toHaveLength(then + 1);
  });

  it('hold up none of the others where one fails, which is told and tried again', async () => {
    const ran: string[] = [];
    const tasks = new Tasks(withTasks({ name: 'broken', run: () => Promise.reject(new Error('no such luck')) }, { name: 'whole', run: async () => void ran.push('whole') }));
    await tasks.round();
    await tasks.round();
    expect(ran).toEqual(['whole', 'whole']);
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(Array.from({ length: 2 }, () => expect.objectContaining({ task: 'broken', err: expect.objectContaining({ message: 'no such luck' }) })));
  });

  it('end what is under way before they have stopped, one round at a time', async () => {
    let atWork = 0;
    const most: number[] = [];
    const tasks = new Tasks(withTasks({ name: 'slow', async run() {
      most.push(++atWork);
      await new Promise(setImmediate);
      atWork--;
    } }));
    tasks.start();
    void tasks.round();
    await tasks.stop();
    expect([most, atWork]).toEqual([[1, 1], 0]);
  });
});
