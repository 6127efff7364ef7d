/**
 * The service, killed again and again under 64 writers: nothing acknowledged is lost, nothing half-written is kept, and whoever retries
 * gets the first answer. Four rounds; `npm run test:thorough` runs eight, `npm run test:crash` 100.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pino } from 'pino';
import { openEngine } from '../api/engine.js';
import { temporaryFolder, testConfig } from './api.js';
import { root, startNode } from './cli.js';
import { removeStores, storeSettings } from './test-stores.js';
import { thorough } from './thorough.js';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? (thorough ? 8 : 4));
const WRITERS = 64;
const ACKNOWLEDGED = 100;
jest.setTimeout(60_000 + ROUNDS * 20_000);

interface Request {
  path: string;
  key: string;
  body: object;
}
interface Answer {
  status: number;
  body: { id?: string; position?: string; events?: { id: string; type: string }[]; results?: { outcome: string }[] };
}

type Started = ReturnType<typeof startNode>;

const folder = temporaryFolder();
/** Loaded, and waiting for its turn: most of a start is reading code. */
let spare: Started | undefined;
let child: ChildProcess | undefined;
/** Resolves once the child is gone. */
let ended: Promise<unknown> = Promise.resolve();
let url = '';
let secret = '';
let sequence = 0;
afterAll(() => {
  for (const each of [child, spare?.child]) each?.kill('SIGKILL');
  folder.remove();
  return removeStores(folder.path);
});

const load = (): Started => startNode([join(__dirname, 'crashing-service.mjs')], { cwd: root, env: { RELOCON_DATA: folder.path, ...storeSettings(folder.path), PORT: '0' }, stdin: 'pipe' });

/** Tells the service to do something: crashing-service.mjs says what it knows. */
const tell = (to: ChildProcess | undefined, what: string) => to?.stdin?.write(`${what}\n`);

async function startService(): Promise<void> {
  const started = spare ?? load();
  spare = undefined;
  child = started.child;
  ended = started.ended;
  // Writing to one that was killed fails, and is no concern of ours.
  child.stdin?.on('error', () => undefined);
  const listening = new Promise<string>((resolve, reject) => {
    child?.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    void started.ended.then(({ err }) => reject(new Error(`the service ended: ${err}`)));
  });
  tell(child, 'start');
  url = await listening;
  for (;;) {
    const response = await fetch(`${url}/ready`);
    await response.arrayBuffer();
    if (response.status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  spare = load();
}

/** Ends the service, at once or in good order, and waits until it is gone. */
async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  child?.kill(signal);
  await ended;
}

async function send({ path, key, body }: Request): Promise<Answer> {
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key } });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const sent = new Map<string, { request: Request; answer?: Answer }>();
const people: string[] = [];
let groupId = '';
let meetings: string[] = [];

/** What the next writer asks for: new streams, streams across streams, and one append of several events to a shared stream. */
function nextRequest(): Request {
  const key = `request-${sequence++}`;
  const someone = () => people[Math.floor(Math.random() * people.length)] as string;
  const meeting = meetings[Math.floor(Math.random() * meetings.length)] as string;
  const choice = Math.random();
  if (choice < 0.4 || people.length < 10) return { key, path: '/api/v1/members', body: { displayName: `Member ${sequence}` } };
  if (choice < 0.65) return { key, path: `/api/v1/groups/${groupId}/join`, body: { memberId: someone() } };
  if (choice < 0.85) return { key, path: `/api/v1/meetings/${meeting}/give-rsvp`, body: { memberId: someone(), response: 'yes', guests: Math.floor(Math.random() * 9) } };
  return { key, path: `/api/v1/meetings/${meeting}/record-attendance`, body: { entries: Array.from({ length: 5 }, () => ({ memberId: someone(), outcome: 'absent' })) } };
}

/** One writer: asks, notes what was acknowledged, asks again, until the service is gone. */
async function write(round: { acknowledged: number; inFlight: Set<string>; over: boolean }): Promise<void> {
  while (!round.over) {
    const request = nextRequest();
    sent.set(request.key, { request });
    round.inFlight.add(request.key);
    let answer: Answer;
    try {
      answer = await send(request);
    } catch {
      round.over = true;
      return;
    }
    round.inFlight.delete(request.key);
    sent.set(request.key, { request, answer });
    round.acknowledged++;
    if (request.path === '/api/v1/members' && answer.body.id) people.push(answer.body.id);
  }
}

/** Everything about the log and the views that must hold, whatever happened. */
async function examine(): Promise<void> {
  const runtime = await openEngine(testConfig(folder.path), { logger: pino({ level: 'silent' }) });
  try {
    await runtime.projector.waitFor(await runtime.log.head(), [], 60_000);
    const revisions = new Map<string, number>();
    const byCommand = new Map<string, string[]>();
    const ids = new Set<string>();
    for await (const batch of runtime.log.readAll(0)) {
      for (const event of await runtime.codec.decode(batch)) {
        expect(event.revision).toBe((revisions.get(event.stream) ?? -1) + 1);
        revisions.set(event.stream, event.revision);
        expect(ids.has(event.id)).toBe(false);
        ids.add(event.id);
        byCommand.set(event.metadata.commandId, [...(byCommand.get(event.metadata.commandId) ?? []), event.id]);
      }
    }
    const commandOf = new Map([...byCommand].flatMap(([commandId, events]) => events.map((id) => [id, commandId] as const)));
    let acknowledged = 0;
    for (const { request, answer } of sent.values()) {
      if (!answer) continue;
      for (const { id } of answer.body.events ?? []) expect([request.key, ids.has(id)]).toEqual([request.key, true]);
      acknowledged += answer.body.events?.length ?? 0;
      // All events of a command or none, and as many as it said.
      const [first] = answer.body.events ?? [];
      if (first) expect(byCommand.get(commandOf.get(first.id) as string)).toEqual(answer.body.events?.map(({ id }) => id));
      if (answer.body.results) expect(answer.body.results.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(answer.body.events?.length ?? -1);
    }
    // Every request has been answered or retried by now, so nothing else stands in the log: each intent once.
    expect(ids.size).toBe(acknowledged);
    // As lists and as single reads show them; a store gives documents asked for by id in any order.
    const dump = async () =>
      JSON.stringify(
        await Promise.all(
          runtime.views.map(async (view) => {
            const collection = `${view.name}.v${view.version}`;
            const listed = await runtime.store.find(collection, { where: {}, sort: view.lists[0]?.sort ?? 'id', limit: 1_000_000 });
            const read = await runtime.store.getMany(collection, listed.map((doc) => doc.id));
            return [listed, read.sort((a, b) => (a.id < b.id ? -1 : 1))];
          }),
        ),
      );
    const live = await dump();
    await runtime.projector.rebuild([]);
    expect(await dump()).toBe(live);
    expect(runtime.projector.parked).toEqual([]);
  } finally {
    await runtime.close();
  }
}

it(`loses nothing acknowledged in ${ROUNDS} kills under ${WRITERS} writers`, async () => {
  const engine = await openEngine(testConfig(folder.path), { logger: pino({ level: 'silent' }), project: false });
  ({ secret } = await engine.apiKeys.create({ name: 'crash', role: 'admin' }, new Date().toISOString()));
  await engine.close();
  await startService();
  const seed = async (path: string, body: object) => {
    const request = { key: `request-${sequence++}`, path, body };
    const answer = await send(request);
    sent.set(request.key, { request, answer });
    return answer.body.id as string;
  };
  groupId = await seed('/api/v1/groups', { name: 'Crash', timeZone: 'UTC' });
  // Meetings of their own for every round: as in life, none takes ten thousand answers.
  const seedMeetings = async () => {
    meetings = [await seed('/api/v1/meetings', { groupId, title: 'A', startsAt: '2026-01-01T10:00:00Z' }), await seed('/api/v1/meetings', { groupId, title: 'B', startsAt: '2026-01-02T10:00:00Z' })];
  };
  await seedMeetings();

  let betweenVaultAndLog = 0;
  let retried = 0;
  let resumed = 0;
  for (let counted = 0; counted < ROUNDS; ) {
    const inside = counted % 4 === 3;
    if (inside) tell(child, `die ${ACKNOWLEDGED + WRITERS + 20 + Math.floor(Math.random() * 200)}`);
    const round = { acknowledged: 0, inFlight: new Set<string>(), over: false };
    const writers = Array.from({ length: WRITERS }, () => write(round));
    if (!inside) {
      while (round.acknowledged < ACKNOWLEDGED) await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
      child?.kill('SIGKILL');
    }
    await ended;
    round.over = true;
    await Promise.all(writers);
    await startService();
    if (round.acknowledged < ACKNOWLEDGED || round.inFlight.size === 0) continue;
    counted++;
    if (inside) betweenVaultAndLog++;

    // Whoever was cut off asks again, under the same key: once more or ten times, there is one answer.
    await Promise.all(
      [...round.inFlight].map(async (key) => {
        const entry = sent.get(key) as { request: Request; answer?: Answer };
        const answer = await send(entry.request);
        expect([key, answer.status < 500 && answer.status !== 409 ? 'answered' : answer.status === 409 ? 'refused' : answer.status]).toEqual([key, expect.stringMatching(/answered|refused/)]);
        expect(await send(entry.request)).toEqual(answer);
        entry.answer = answer;
        retried++;
        if (entry.request.path === '/api/v1/members' && answer.body.id) people.push(answer.body.id);
      }),
    );
    // Whoever had an answer gets the same again. Each is asked for once: two at the same moment would be in each other's way.
    const answered = [...sent.values()].filter(({ answer }) => answer).slice(-400);
    await Promise.all(
      Array.from({ length: 15 }, async () => {
        const [{ request, answer }] = answered.splice(Math.floor(Math.random() * answered.length), 1) as [{ request: Request; answer: Answer }];
        expect(await send(request)).toEqual(answer);
        resumed++;
      }),
    );
    if (counted === ROUNDS || counted % 10 === 0) {
      await end('SIGTERM');
      await examine();
      await startService();
    }
    await seedMeetings();
  }
  expect(betweenVaultAndLog).toBe(Math.floor(ROUNDS / 4));
  expect(retried).toBeGreaterThan(ROUNDS);
  expect(resumed).toBe(15 * ROUNDS);
});
