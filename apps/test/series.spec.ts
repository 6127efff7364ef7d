/** Meetings that repeat, over HTTP: a year of them, this and following, and what a request that was cut off in the middle leaves. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pino } from 'pino';
import { plus, START, StoreUnavailableError } from '#event-sourcing';
import { until } from '#event-sourcing-testing';
import { openEngine } from '../api/engine.js';
import { ok, problem, startTestService, temporaryFolder, testConfig, type Client, type TestService } from './api.js';
import { relocon, root, startNode } from './cli.js';
import { removeStores, storeSettings } from './test-stores.js';
import { at, makeWorld, type World } from './world.js';

// A Sunday; clocks in Berlin go forward on the 29th of March, and back on the 25th of October.
let now = '2026-03-01T12:00:00.000Z';
let api: TestService;
let world: World;
let ada: Client;
beforeAll(async () => {
  api = await startTestService({ clock: () => (now = plus(now, 1)) });
  world = await makeWorld(api);
  ada = world.keys.ada;
});
afterAll(() => api.stop());

const tuesdays = { frequency: 'weekly', interval: 1, weekday: 'tuesday' } as const;
const year = () => ({ groupId: world.groupId, title: 'War stories', rule: tuesdays, startTime: '18:00', durationMinutes: 120, mode: 'inPerson' as const, place: 'Alte Post', from: '2026-03-01', until: '2027-02-28' });
const plan = (more: object = {}, key?: string) => ada.POST('/api/v1/meeting-series', { body: { ...year(), ...more }, ...(key !== undefined && { headers: { 'idempotency-key': key } }) });
const meetingsOf = async (seriesId: string, position?: string) =>
  (await ok(api.admin.GET('/api/v1/meetings', { params: { query: { seriesId, limit: 100, sort: 'startsAt' }, ...(position !== undefined && { header: { 'Relocon-After': position } }) } }))).items;
const outcomes = (results: { outcome: string; problem?: { type?: string } }[] | undefined) => (results ?? []).map(({ outcome, problem: why }) => why?.type?.replace('urn:relocon:problem:', '') ?? outcome);
const scheduledIn = async (seriesId: string) => {
  const { head } = await ok(api.admin.GET('/api/v1/operations/views'));
  return (await ok(api.admin.GET('/api/v1/events', { params: { query: { tag: `series:${seriesId}`, type: 'MeetingScheduled', limit: 100 }, header: { 'Relocon-After': head } } }))).items;
};

/** What was cut off in the middle. */
const someOf = (all: number, found: { length: number }) => {
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all);
};

describe('A series', () => {
  it('is a year of meetings of their own, at the same time on the clock all year', async () => {
    const { id, position, events, results } = await ok(plan());
    expect(events.map(({ type }) => type)).toEqual(['MeetingSeriesPlanned']);
    const meetings = await meetingsOf(id, position);
    expect(meetings).toHaveLength(52);
    expect(results?.map((result) => result.id)).toEqual(meetings.map((meeting) => meeting.id));
    expect(new Set(outcomes(results))).toEqual(new Set(['recorded']));
    expect(meetings.map(({ occurrence }) => occurrence).slice(0, 5)).toEqual(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31']);
    for (const meeting of meetings) expect(meeting).toMatchObject({ title: 'War stories', place: 'Alte Post', mode: 'inPerson', status: 'scheduled', seriesId: id, localStart: `${meeting.occurrence}T18:00:00`, localEnd: `${meeting.occurrence}T20:00:00` });
    const startingAt = (date: string) => meetings.find(({ occurrence }) => occurrence === date)?.startsAt;
    expect(['2026-03-24', '2026-03-31', '2026-10-20', '2026-10-27'].map(startingAt)).toEqual(['2026-03-24T17:00:00.000Z', '2026-03-31T16:00:00.000Z', '2026-10-20T16:00:00.000Z', '2026-10-27T17:00:00.000Z']);
    expect(await ok(ada.GET('/api/v1/meeting-series/{id}', { params: at(id) }))).toEqual({ id, ...year(), timeZone: 'Europe/Berlin', changedFrom: null, endedFrom: null, plannedAt: expect.any(String) });
    expect((await ok(ada.GET('/api/v1/meeting-series', { params: { query: { groupId: world.groupId, q: 'war' } } }))).items.map((each) => each.id)).toEqual([id]);
  });

  it('names whoever planned it as the one who scheduled each, for the series', async () => {
    const { id, events, position } = await ok(plan({ until: '2026-03-10' }));
    const found = (await ok(api.admin.GET('/api/v1/events', { params: { query: { tag: `series:${id}` }, header: { 'Relocon-After': position } } }))).items;
    expect(found.map(({ type, actorid, actorrole, actorvia, causationid }) => ({ type, actorid, actorrole, actorvia, causationid }))).toEqual([
      { type: 'relocon.MeetingSeriesPlanned', actorid: world.people.ada, actorrole: 'member', actorvia: 'api', causationid: undefined },
      ...[1, 2].map(() => ({ type: 'relocon.MeetingScheduled', actorid: world.people.ada, actorrole: 'system', actorvia: 'reaction', causationid: events[0]?.id })),
    ]);
  });

  it('changes this and what follows, and leaves what was changed by itself and what is not to be moved any more', async () => {
    const { id, position } = await ok(plan({ until: '2026-04-30' }));
    const [, , third, moved, cancelled, called, , renamed] = (await meetingsOf(id, position)).map((meeting) => meeting.id) as [string, string, string, string, string, string, string, string];
    const edit = (meetingId: string, body: object) => ok(ada.PATCH('/api/v1/meetings/{id}', { params: { ...at(meetingId), header: { 'If-Match': '*' } }, body }));
    await edit(moved, { startsAt: '2026-03-26T17:00:00Z' });
    await edit(renamed, { title: 'Spring party' });
    await ok(ada.POST('/api/v1/meetings/{id}/cancel', { params: at(cancelled), body: {} }));
    await ok(ada.POST('/api/v1/meetings/{id}/record-attendance', { params: at(called), body: { entries: [{ memberId: world.people.ben, outcome: 'present' }] } }));
    await ok(ada.POST('/api/v1/meetings/{id}/give-rsvp', { params: at(third), body: { memberId: world.people.ben, response: 'yes' } }));
    const changed = await ok(ada.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from: '2026-03-17', weekday: 'wednesday', startTime: '19:30' } }));
    expect(changed.events.map(({ type }) => type)).toEqual(['MeetingSeriesChanged']);
    expect(outcomes(changed.results)).toEqual(['recorded', 'unchanged', 'meeting-cancelled', 'attendance-exists', 'recorded', 'recorded', 'recorded']);
    expect(changed.results?.[0]?.id).toBe(third);
    expect((await meetingsOf(id, changed.position)).map(({ occurrence, localStart, title, status }) => [occurrence, localStart.slice(5, 16), title, status])).toEqual([
      ['2026-03-03', '03-03T18:00', 'War stories', 'scheduled'],
      ['2026-03-10', '03-10T18:00', 'War stories', 'scheduled'],
      ['2026-03-17', '03-18T19:30', 'War stories', 'scheduled'],
      ['2026-03-24', '03-26T18:00', 'War stories', 'scheduled'],
      ['2026-03-31', '03-31T18:00', 'War stories', 'cancelled'],
      ['2026-04-07', '04-07T18:00', 'War stories', 'scheduled'],
      ['2026-04-14', '04-15T19:30', 'War stories', 'scheduled'],
      ['2026-04-21', '04-22T19:30', 'Spring party', 'scheduled'],
      ['2026-04-28', '04-29T19:30', 'War stories', 'scheduled'],
    ]);
    // Who answered learns of it.
    expect((await ok(world.keys.ben.GET('/api/v1/attendances/{id}', { params: at(`${third}.${world.people.ben}`) }))).startsAt).toBe('2026-03-18T18:30:00.000Z');
    expect(await ok(ada.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from: '2026-03-17', startTime: '19:30' } }))).toMatchObject({ events: [] });

    const extended = await ok(ada.POST('/api/v1/meeting-series/{id}/extend', { params: at(id), body: { until: '2026-05-13' } }));
    expect(outcomes(extended.results)).toEqual(['recorded', 'recorded']);
    expect((await meetingsOf(id, extended.position)).slice(-2).map(({ occurrence, localStart }) => [occurrence, localStart])).toEqual([['2026-05-06', '2026-05-06T19:30:00'], ['2026-05-13', '2026-05-13T19:30:00']]);

    const ended = await ok(ada.POST('/api/v1/meeting-series/{id}/end', { params: at(id), body: { from: '2026-03-24', reason: 'The room is gone.' } }));
    expect(outcomes(ended.results)).toEqual(['recorded', 'unchanged', 'attendance-exists', 'recorded', 'recorded', 'recorded', 'recorded', 'recorded']);
    expect((await meetingsOf(id, ended.position)).map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'scheduled', 'cancelled', 'cancelled', 'scheduled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled']);
    expect(await ok(ada.GET('/api/v1/meeting-series/{id}', { params: at(id) }))).toMatchObject({ rule: { ...tuesdays, weekday: 'wednesday' }, startTime: '19:30', until: '2026-05-13', changedFrom: '2026-03-17', endedFrom: '2026-03-24' });
    const asPlanned = await ok(ada.GET('/api/v1/meeting-series/{id}', { params: { ...at(id), query: { position } } }));
    expect(asPlanned).toMatchObject({ rule: tuesdays, startTime: '18:00', until: '2026-04-30', changedFrom: null, endedFrom: null });
    expect(await problem(ada.POST('/api/v1/meeting-series/{id}/extend', { params: at(id), body: { until: '2026-06-30' } }))).toBe('409 series-ended');
  });

  it('ends where its meetings take place, not where they were planned at first', async () => {
    const before = now;
    const { id } = await ok(plan({ rule: { frequency: 'monthly', interval: 1, weekday: 'tuesday', nth: 2 }, until: '2026-05-31' }));
    const later = await ok(ada.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from: '2026-03-01', nth: -1 } }));
    expect((await meetingsOf(id, later.position)).map(({ occurrence, localStart }) => [occurrence, localStart.slice(0, 10)])).toEqual([['2026-03-10', '2026-03-31'], ['2026-04-14', '2026-04-28'], ['2026-05-12', '2026-05-26']]);
    now = '2026-03-12T09:00:00.000Z';
    try {
      const changed = await ok(ada.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from: '2026-03-10', startTime: '19:00' } }));
      expect((await meetingsOf(id, changed.position)).map(({ localStart }) => localStart.slice(5, 16))).toEqual(['03-31T19:00', '04-28T19:00', '05-26T19:00']);
      const ended = await ok(ada.POST('/api/v1/meeting-series/{id}/end', { params: at(id), body: { from: '2026-03-12' } }));
      expect(outcomes(ended.results)).toEqual(['recorded', 'recorded', 'recorded']);
      expect((await meetingsOf(id, ended.position)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
      expect(await ok(ada.GET('/api/v1/meeting-series/{id}', { params: at(id) }))).toMatchObject({ rule: { nth: -1 }, changedFrom: '2026-03-31', endedFrom: '2026-03-12' });
    } finally {
      now = before;
    }
  });

  it('is not extended in a group that was archived', async () => {
    const { id: groupId } = await ok(api.admin.POST('/api/v1/groups', { body: { name: 'Closing', timeZone: 'UTC' } }));
    const { id } = await ok(api.admin.POST('/api/v1/meeting-series', { body: { ...year(), groupId, until: '2026-03-31' } }));
    await ok(api.admin.POST('/api/v1/groups/{id}/archive', { params: at(groupId), body: {} }));
    expect(await problem(api.admin.POST('/api/v1/meeting-series/{id}/extend', { params: at(id), body: { until: '2026-04-30' } }))).toBe('409 group-archived');
  });

  it('says what is wrong with a rule, and where', async () => {
    for (const [more, answer] of [
      [{ rule: { ...tuesdays, nth: 2 } }, '400 /rule/nth'],
      [{ rule: { frequency: 'monthly', interval: 1, weekday: 'tuesday' } }, '400 /rule/nth'],
      [{ rule: { ...tuesdays, frequency: 'daily' } }, '400 /rule/frequency'],
      [{ startTime: '6 pm' }, '400 /startTime'],
      [{ from: '2026-02-30' }, '400 /from'],
      [{ from: '2026-02-28' }, '422 /from'],
      [{ until: '2027-03-02' }, '422 /until'],
      [{ until: '2026-03-02' }, '422 /until'],
      [{ timeZone: 'Mars/Olympus' }, '400 /timeZone'],
    ] as const) {
      const { error, response } = await plan(more);
      expect([more, `${response.status} ${(error as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer).join(' ')}`]).toEqual([more, answer]);
    }
  });
});

describe('A request that is cut off', () => {
  it('is done once, however often it is repeated', async () => {
    const [first, again] = [await ok(plan({}, 'a year')), await ok(plan({}, 'a year'))];
    expect(again).toEqual(first);
    expect(await scheduledIn(first.id)).toHaveLength(52);
  });

  /** From now on the log takes so many meetings for each event of a series, and then none. */
  function breakAfter(count: number): () => void {
    const { runner } = api.service.runtime;
    const whole = runner.execute.bind(runner);
    const taken = new Map<string, number>();
    runner.execute = ((...given: Parameters<typeof whole>) => {
      const [{ name }, , { causationId = '' }] = given;
      if (name !== 'followSeries') return whole(...given);
      taken.set(causationId, (taken.get(causationId) ?? 0) + 1);
      return (taken.get(causationId) as number) > count ? Promise.reject(new StoreUnavailableError('cut off')) : whole(...given);
    }) as typeof runner.execute;
    return () => (runner.execute = whole);
  }
  const seriesPlannedLast = async () => (await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'MeetingSeriesPlanned', order: 'descending', limit: 1 }, header: { 'Relocon-After': (await ok(api.admin.GET('/api/v1/operations/views'))).head } } }))).items[0]?.data?.seriesId as string;

  it('is completed by a retry with the same key', async () => {
    const mend = breakAfter(20);
    expect(await problem(plan({}, 'cut off'))).toBe('503 unavailable');
    const id = await seriesPlannedLast();
    someOf(52, await scheduledIn(id));
    mend();
    const answer = await ok(plan({}, 'cut off'));
    expect([answer.id, answer.results?.length, new Set(outcomes(answer.results))]).toEqual([id, 52, new Set(['recorded'])]);
    expect(await scheduledIn(id)).toHaveLength(52);
    expect(await ok(plan({}, 'cut off'))).toEqual(answer);
  });

  it('is completed by the next start, also where nobody asks again', async () => {
    const { id } = await ok(plan());
    const mend = breakAfter(20);
    expect(await problem(ada.POST('/api/v1/meeting-series/{id}/change', { params: at(id), body: { from: '2026-04-01', startTime: '19:00' } }))).toBe('503 unavailable');
    expect(await problem(plan({ title: 'Another' }))).toBe('503 unavailable');
    const another = await seriesPlannedLast();
    someOf(47, (await meetingsOf(id)).filter(({ localStart }) => localStart.endsWith('19:00:00')));
    someOf(52, await scheduledIn(another));
    mend();
    await api.restart();
    await until(async () => (await scheduledIn(another)).length === 52, 'all meetings to be scheduled', 20_000);
    await until(async () => (await meetingsOf(id)).filter(({ localStart }) => localStart.endsWith('19:00:00')).length === 47, 'all meetings to be moved', 20_000);
    expect(await meetingsOf(another)).toHaveLength(52);
  });
});

describe('A process that is killed between two meetings', () => {
  const folder = temporaryFolder();
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  afterAll(async () => {
    child?.kill('SIGKILL');
    await ended;
    await removeStores(folder.path);
    folder.remove();
  });

  async function start(): Promise<string> {
    const started = startNode([join(__dirname, 'crashing-service.mjs')], { cwd: root, env: { RELOCON_DATA: folder.path, ...storeSettings(folder.path), PORT: '0' }, stdin: 'pipe' });
    ({ child, ended } = started);
    const listening = new Promise<string>((resolve, reject) => {
      started.child.stdout?.once('data', (piece: Buffer) => resolve(piece.toString().trim()));
      void started.ended.then(({ err }) => reject(new Error(`the service ended: ${err}`)));
    });
    child.stdin?.write('start\n');
    return listening;
  }

  async function meetingsInLog(): Promise<string[]> {
    const { log, codec, close } = await openEngine(testConfig(folder.path), { logger: pino({ level: 'silent' }), project: false });
    const found: string[] = [];
    for await (const batch of log.readAll(START)) for (const { type, id } of await codec.decode(batch)) if (type === 'MeetingScheduled') found.push(id);
    await close();
    return found;
  }

  it('leaves a series that is completed once, by the next one and by a retry', async () => {
    const secret = (await relocon(['keys', 'create', '--role', 'admin', '--name', 'tests'], { data: folder.path })).out.trim();
    let url = await start();
    const send = async (path: string, body?: object): Promise<any> => {
      const response = await fetch(url + path, { ...(body && { method: 'POST', body: JSON.stringify(body) }), headers: { authorization: `Bearer ${secret}`, ...(body && { 'content-type': 'application/json', 'idempotency-key': path }) } });
      return response.json();
    };
    const { id: groupId } = await send('/api/v1/groups', { name: 'Builders', timeZone: 'Europe/Berlin' });
    const day = (months: number) => new Date(Date.now() + months * 30 * 86_400_000).toISOString().slice(0, 10);
    // Tuesdays of nine months: 38 or 39 of them.
    const body = { ...year(), groupId, from: day(1), until: day(10) };
    child?.stdin?.write('fall 20\n');
    await expect(send('/api/v1/meeting-series', body)).rejects.toThrow();
    await ended;
    someOf(38, await meetingsInLog());
    url = await start();
    const dates = new Set<string>();
    await until(async () => {
      const { items } = await send('/api/v1/meetings?limit=100');
      for (const { occurrence } of items) dates.add(occurrence);
      expect(dates.size).toBe(items.length);
      return items.length >= 38;
    }, 'all meetings to be scheduled', 30_000);
    const answer = await send('/api/v1/meeting-series', body);
    expect(new Set(outcomes(answer.results))).toEqual(new Set(['recorded']));
    const { items } = await send('/api/v1/meetings?limit=100');
    expect(items.map((meeting: { id: string }) => meeting.id).sort()).toEqual(answer.results.map((result: { id: string }) => result.id).sort());
    expect(new Set(items.map((meeting: { seriesId: string }) => meeting.seriesId))).toEqual(new Set([answer.id]));
  });
});
