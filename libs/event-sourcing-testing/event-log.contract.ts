/** What every event log must do, whatever keeps the bytes. */
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import {
  AppendTooLargeError,
  ConflictError,
  MAX_APPEND_BYTES,
  NO_STREAM,
  START,
  type CommandLog,
  type EventLog,
  type EventToAppend,
  type LoggedEvent,
} from '#event-sourcing';

/** One log that survives being closed: `open` may be called again after `close`. */
export interface LogUnderTest {
  open(): Promise<EventLog>;
  /** Removes what the log left behind. */
  dispose(): Promise<void>;
}

/** An event of this type whose body carries `text`. */
export function anEvent(type: string, text = ''): EventToAppend {
  const id = uuidv7();
  return { id, type, body: JSON.stringify({ data: { text }, id, type }) };
}

export async function everything(log: EventLog, after = START, batchSize?: number): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for await (const batch of log.readAll(after, batchSize ? { batchSize } : {})) events.push(...batch);
  return events;
}

/** What commands need of a log, and what they find in it. */
export function commandLogContract(name: string, fresh: () => Promise<{ log: CommandLog; dispose(): Promise<void> }>): void {
  describe(`${name} keeps what commands ask of an event log`, () => {
    let log: CommandLog;
    let dispose: () => Promise<void>;
    beforeEach(async () => {
      ({ log, dispose } = await fresh());
    });
    afterEach(() => dispose());

    it('answers an append with the revision and position of its last event', async () => {
      const first = await log.append('thing-1', [anEvent('Made'), anEvent('Changed')], NO_STREAM);
      const second = await log.append('thing-1', [anEvent('Changed')], 1);
      expect([first.revision, second.revision]).toEqual([1, 2]);
      expect(second.position).toBeGreaterThan(first.position);
    });

    it('returns the bytes it was given, whatever they are', async () => {
      const texts = ['Zürich 💡 “quoted” \\ \u0000 \u2028', '', '𝒳'.repeat(2000), '</script>\n\r\t'];
      const events = texts.map((text) => anEvent('Noted', text));
      await log.append('thing-1', events, NO_STREAM);
      const back = await log.readStream('thing-1');
      expect(back.map(({ id, type, body }) => ({ id, type, body }))).toEqual(events);
      expect(back.map(({ stream, revision }) => [stream, revision])).toEqual(events.map((_, revision) => ['thing-1', revision]));
    });

    it('names the actual revision in a conflict and keeps nothing of the refused append', async () => {
      await log.append('thing-1', [anEvent('Made'), anEvent('Changed')], NO_STREAM);
      const refused = [anEvent('Changed'), anEvent('Changed')];
      for (const [expected, stream, actual] of [[NO_STREAM, 'thing-1', 1], [0, 'thing-1', 1], [2, 'thing-1', 1], [0, 'thing-2', NO_STREAM]] as const) {
        const error = await log.append(stream, refused, expected).then(() => undefined, (reason: unknown) => reason);
        expect(error).toBeInstanceOf(ConflictError);
        expect((error as ConflictError).actualRevision).toBe(actual);
      }
      expect(await log.readStream('thing-1')).toHaveLength(2);
      expect(await log.readStream('thing-2')).toEqual([]);
    });

    it('reads a stream from a revision on, and nothing of one that does not exist', async () => {
      const events = [anEvent('Made'), anEvent('Changed'), anEvent('Changed')];
      await log.append('thing-1', events, NO_STREAM);
      await log.append('thing-10', [anEvent('Made')], NO_STREAM);
      expect((await log.readStream('thing-1', 1)).map((event) => event.id)).toEqual(events.slice(1).map((event) => event.id));
      expect(await log.readStream('thing-1', 3)).toEqual([]);
      expect(await log.readStream('thing-7')).toEqual([]);
    });

    it('takes the same append again as the same append', async () => {
      const events = [anEvent('Made'), anEvent('Changed')];
      const first = await log.append('thing-1', events, NO_STREAM);
      await log.append('thing-1', [anEvent('Changed')], 1);
      expect(await log.append('thing-1', events, NO_STREAM)).toEqual(first);
      expect(await log.readStream('thing-1')).toHaveLength(3);
    });

    it('does not take an event id twice for other content, at another revision or in another stream', async () => {
      const [made] = [anEvent('Made')];
      await log.append('thing-1', [made], NO_STREAM);
      const other = { ...made, body: made.body.replace('""', '"other"') };
      for (const [stream, events, expected] of [
        ['thing-1', [other], NO_STREAM],
        ['thing-1', [made], 0],
        ['thing-2', [made], NO_STREAM],
        ['thing-1', [made, anEvent('Changed')], NO_STREAM],
      ] as const) {
        await expect(log.append(stream, events, expected)).rejects.toThrow();
      }
      expect((await log.readStream('thing-1')).map((event) => event.body)).toEqual([made.body]);
      expect(await log.readStream('thing-2')).toEqual([]);
    });

    it('refuses an append without events, or with an id that is no UUID', async () => {
      await expect(log.append('thing-1', [], NO_STREAM)).rejects.toThrow(/at least one event/);
      await expect(log.append('thing-1', [{ ...anEvent('Made'), id: 'no-uuid' }], NO_STREAM)).rejects.toThrow(/UUID/);
      expect(await log.readStream('thing-1')).toEqual([]);
    });

    it('refuses an append over 1 MiB as a whole', async () => {
      const half = 'x'.repeat(MAX_APPEND_BYTES / 2);
      await expect(log.append('thing-1', [anEvent('Made', half), anEvent('Changed', half)], NO_STREAM)).rejects.toThrow(AppendTooLargeError);
      await log.append('thing-1', [anEvent('Made', half)], NO_STREAM);
      expect(await log.readStream('thing-1')).toHaveLength(1);
    });

    it('lets exactly one of many simultaneous writers of one revision win', async () => {
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => log.append('thing-1', [anEvent('Made')], NO_STREAM)));
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ConflictError);
      expect(await log.readStream('thing-1')).toHaveLength(1);
    });

    it('keeps the append before and after a refused one that goes with them', async () => {
      const outcomes = await Promise.allSettled([
        log.append('thing-1', [anEvent('Made')], NO_STREAM),
        log.append('thing-2', [anEvent('Made')], 4),
        log.append('thing-1', [anEvent('Changed')], 0),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await log.readStream('thing-1')).map((event) => event.type)).toEqual(['Made', 'Changed']);
      expect(await log.readStream('thing-2')).toEqual([]);
    });

    it('holds exactly what was acknowledged, under any interleaving of writers', async () => {
      const step = fc.record({ stream: fc.integer({ min: 0, max: 4 }), expected: fc.integer({ min: -1, max: 4 }), count: fc.integer({ min: 1, max: 3 }) });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 8 }), async (rounds) => {
          const prefix = `run${run++}`;
          const model = new Map<string, string[]>();
          for (const round of rounds) {
            const outcomes = await Promise.all(
              round.map(async ({ stream, expected, count }) => {
                const events = Array.from({ length: count }, () => anEvent('Made'));
                const name = `${prefix}-${stream}`;
                return log.append(name, events, expected).then((appended) => ({ name, events, appended }), () => undefined);
              }),
            );
            const kept = outcomes.filter((outcome) => outcome !== undefined).sort((a, b) => a.appended.position - b.appended.position);
            for (const { name, events, appended } of kept) {
              const ids = model.get(name) ?? [];
              expect(appended.revision).toBe(ids.length + events.length - 1);
              model.set(name, [...ids, ...events.map((event) => event.id)]);
            }
          }
          for (const [name, ids] of model) expect((await log.readStream(name)).map((event) => event.id)).toEqual(ids);
        }),
        { numRuns: 25 },
      );
    });
  });
}

export function eventLogContract(name: string, fresh: () => Promise<LogUnderTest>): void {
  commandLogContract(name, async () => {
    const place = await fresh();
    const log = await place.open();
    return {
      log,
      async dispose() {
        await log.close();
        await place.dispose();
      },
    };
  });

  describe(`${name} keeps the event log contract`, () => {
    let place: LogUnderTest;
    let log: EventLog;
    beforeEach(async () => {
      place = await fresh();
      log = await place.open();
    });
    afterEach(async () => {
      await log.close();
      await place.dispose();
    });

    it('orders all events by growing positions, in batches of the size asked for', async () => {
      for (let stream = 0; stream < 5; stream++) await log.append(`thing-${stream}`, Array.from({ length: 7 }, () => anEvent('Made')), NO_STREAM);
      const all = await everything(log, START, 4);
      expect(all).toHaveLength(35);
      expect(all).toEqual((await Promise.all(Array.from({ length: 5 }, (_, stream) => log.readStream(`thing-${stream}`)))).flat());
      expect(await log.head()).toBe(all.at(-1)?.position);
      expect(all.every((event, index) => index === 0 || event.position > (all[index - 1] as LoggedEvent).position)).toBe(true);
      const middle = all[16] as LoggedEvent;
      expect((await everything(log, middle.position, 3)).map((event) => event.id)).toEqual(all.slice(17).map((event) => event.id));
      for await (const batch of log.readAll(START, { batchSize: 4 })) expect(batch.length).toBeLessThanOrEqual(4);
      expect(await everything(log, await log.head())).toEqual([]);
    });

    it('delivers what is there and then what comes, each once and in order', async () => {
      const before = [anEvent('Made'), anEvent('Changed')];
      await log.append('thing-1', before, NO_STREAM);
      const got: LoggedEvent[] = [];
      let caughtUp = 0;
      let active = 0;
      const subscription = log.subscribe(START, {
        async onBatch(events) {
          expect(++active).toBe(1);
          await new Promise((resolve) => setImmediate(resolve));
          got.push(...events);
          active--;
        },
        onCaughtUp: () => void caughtUp++,
      }, { batchSize: 3 });
      await until(() => caughtUp === 1);
      expect(got.map((event) => event.id)).toEqual(before.map((event) => event.id));
      await Promise.all(Array.from({ length: 40 }, (_, index) => log.append(`other-${index}`, [anEvent('Made'), anEvent('Changed')], NO_STREAM)));
      await until(() => got.length >= 82);
      expect(got.map((event) => event.id)).toEqual((await everything(log)).map((event) => event.id));
      await subscription.close();
      await log.append('thing-2', [anEvent('Made')], NO_STREAM);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(got).toHaveLength(82);
      expect(caughtUp).toBe(1);
    });

    it('starts a subscription after the position given, and tells of a handler that fails', async () => {
      const { position } = await log.append('thing-1', [anEvent('Made')], NO_STREAM);
      await log.append('thing-1', [anEvent('Changed')], 0);
      const errors: unknown[] = [];
      const types: string[] = [];
      const subscription = log.subscribe(position, {
        async onBatch(events) {
          types.push(...events.map((event) => event.type));
          throw new Error('cannot fold this');
        },
        onError: (error) => void errors.push(error),
      });
      await until(() => errors.length > 0);
      expect(types).toEqual(['Changed']);
      expect(String(errors[0])).toMatch(/cannot fold this/);
      await subscription.close();
    });

    it('is the same log, with everything in it, after it was closed and opened', async () => {
      await log.append('thing-1', [anEvent('Made', 'kept')], NO_STREAM);
      const { id } = log;
      const before = await everything(log);
      await log.close();
      log = await place.open();
      expect(log.id).toBe(id);
      expect(log.id).toMatch(/^[0-9a-z]{8}$/);
      expect(await everything(log)).toEqual(before);
      const after = await log.append('thing-1', [anEvent('Changed')], 0);
      expect(after.position).toBeGreaterThan((before[0] as LoggedEvent).position);
    });
  });
}

/** Waits for a condition that must come true. @throws when it has not within a time. */
export async function until(condition: () => boolean | Promise<boolean>, what = 'the condition', withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come true`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
