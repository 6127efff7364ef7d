/** What runs in one process with everything in a folder: commands, reads, the import, rebuilding and starting. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { v7 as uuidv7 } from 'uuid';
import { openSqliteLog } from '../dist/libs/stores/sqlite/index.js';
import { engineOf, fill, fillForGuessing, fillForJoins, fillWithMembers } from './fill.mjs';
import { joinsThrough } from './joins.mjs';
import { CONNECTIONS, JOINS, judged, quick, ratio, results, round, say, SECONDS, summary, thrice, thriceSeveral } from './measure.mjs';
import { folder, guessing, here, load, peakMemory, rateOf, server } from './processes.mjs';

const SIZES = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
const LARGEST = SIZES.at(-1);

const joinsIn = (data) => {
  const db = new Database(join(data, 'log.db'));
  const { n } = db.prepare("SELECT count(*) AS n FROM events WHERE type = 'MemberJoined'").get();
  db.close();
  return n;
};

/** Layer after layer in each run, so that whatever else the machine does hits them alike. */
async function joins() {
  const layers = { bare: ['bare', {}], append: ['append', {}], checks: ['checks', {}], views: ['views', {}], keys: ['full', {}], 'everything on': ['full', { keyed: true }], 'everything on, signed in': ['full', { keyed: true, signedIn: true }] };
  const memory = [];
  const rates = await thriceSeveral(async (run) => {
    const values = {};
    for (const [name, [layer, how]] of Object.entries(layers)) {
      const data = join(folder, `joins-${name}-${run}`);
      const { rate, peak } = await joinsThrough(layer, { data, ...how, ...(layer !== 'bare' && { joinsIn: () => joinsIn(data) }) });
      if (how.keyed) memory.push(peak);
      rmSync(data, { recursive: true });
      values[`join, ${name}`] = rate;
    }
    return values;
  });
  for (const [name, figures] of Object.entries(rates)) results[name] = { unit: 'requests/s', ...figures };
  results['peak memory, joins'] = { unit: 'MB', ...summary(memory) };
  await registering();
}

/** A join seals nothing. Registering somebody seals a name under a key made for them, and makes a new id. */
async function registering() {
  const registrations = (from, count) => Array.from({ length: count }, (_, index) => JSON.stringify({ displayName: `Member ${from + index}` }));
  results['register a member, everything on'] = {
    unit: 'requests/s',
    ...(await thrice('register a member, everything on', async (run) => {
      const data = join(folder, `register-${run}`);
      const { secret } = await fillForJoins(data, 1, 1);
      const service = await server('full', data);
      const job = { url: service.url, connections: CONNECTIONS, headers: { authorization: `Bearer ${secret}` }, paths: ['/api/v1/members'] };
      await load({ ...job, amount: 1_000, bodies: registrations(0, 1_000), keyed: 'warm' });
      const amount = JOINS / 2;
      const { good, seconds, statuses, ended } = await load({ ...job, amount, bodies: registrations(1_000, amount), keyed: 'register' });
      const { at } = await service.ask('caught up');
      if (good !== amount) throw new Error(`registering: ${JSON.stringify(statuses)}`);
      await service.stop();
      rmSync(data, { recursive: true });
      return good / (seconds + Math.max(0, at - ended) / 1000);
    })),
  };
}

async function emmett() {
  const at = join(here, 'emmett');
  if (!existsSync(join(at, 'node_modules'))) {
    say('installing the peer (its SQLite is compiled)');
    const { status } = spawnSync('npm', ['ci', '--legacy-peer-deps'], { cwd: at, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    if (status !== 0) throw new Error('the peer could not be installed');
  }
  const groups = Array.from({ length: 40 }, () => uuidv7());
  const members = Array.from({ length: 1_000 }, () => uuidv7());
  const paths = groups.map((id) => `/api/v1/groups/${id}/join`);
  const bodies = members.map((memberId) => JSON.stringify({ memberId }));
  const tried = {};
  for (const connections of [1, 4, 16, 64]) {
    const rates = [];
    const failures = {};
    for (let run = 0; run < 3; run++) {
      const file = join(folder, `emmett-${connections}-${run}.db`);
      const child = spawn(process.execPath, ['server.mjs', file], { cwd: at, stdio: ['ignore', 'pipe', 'ignore'] });
      const url = await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())));
      const { good, seconds, statuses, errors } = await load({ url, connections, duration: SECONDS, paths, bodies });
      for (const [status, count] of Object.entries(statuses)) if (!status.startsWith('2')) failures[status] = (failures[status] ?? 0) + count;
      if (errors > 0) failures.errors = (failures.errors ?? 0) + errors;
      rates.push(good / seconds);
      child.kill('SIGKILL');
    }
    tried[connections] = { ...summary(rates), failures };
    say(`join on Emmett, ${connections} connections: ${round(tried[connections].median)}/s, failures ${JSON.stringify(failures)}`);
  }
  const [best, figures] = Object.entries(tried).sort(([, a], [, b]) => b.median - a.median)[0];
  results['join, Emmett'] = { unit: 'requests/s', ...figures, connections: Number(best), tried };
}

async function reads() {
  const data = join(folder, 'reads');
  const { members, secret, cookie } = await fillForJoins(data, 1, 1_000);
  const paths = members.map((id) => `/api/v1/members/${id}`);
  const [bare, full] = [await server('bare'), await server('full', data)];
  await full.ask('caught up');
  const read = async ({ url }, headers) => rateOf(await load({ url, connections: CONNECTIONS, duration: SECONDS, paths, headers }));
  const rates = await thriceSeveral(async () => ({
    'GET, bare': await read(bare),
    'GET a member': await read(full, { authorization: `Bearer ${secret}` }),
    'GET a member, signed in': await read(full, { cookie }),
  }));
  for (const [name, figures] of Object.entries(rates)) results[name] = { unit: 'requests/s', ...figures };
  await bare.stop();
  await full.stop();
}

/** What others wait for while 64 addresses guess the passwords of 64 accounts, half of which are not there. */
async function underAttack() {
  const idle = [];
  const during = [];
  for (let run = 0; run < 3; run++) {
    const data = join(folder, `attack-${run}`);
    const { members, secret } = await fillForJoins(data, 1, 1_000);
    const known = await fillForGuessing(data, 32);
    const emails = known.flatMap((email, number) => [email, `nobody-${number}@example.org`]);
    const service = await server('full', data);
    await service.ask('caught up');
    const job = { url: service.url, connections: 4, duration: 5, paths: members.map((id) => `/api/v1/members/${id}`), headers: { authorization: `Bearer ${secret}` } };
    rateOf(await load({ ...job, duration: 2 }));
    const quiet = await load(job);
    rateOf(quiet);
    idle.push(quiet.p99);
    const attack = guessing({ url: service.url, emails, seconds: 8 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const busy = await load(job);
    rateOf(busy);
    during.push(busy.p99);
    const { statuses } = await attack;
    const hashed = (await service.ask('verifications')).count;
    say(`attack ${run + 1}: read p99 ${round(quiet.p99)} → ${round(busy.p99)} ms, ${hashed} passwords compared, answers ${JSON.stringify(statuses)}`);
    if (hashed < 64) throw new Error('hardly any password was compared');
    await service.stop();
    rmSync(data, { recursive: true });
  }
  results['read p99, beside guessing, idle'] = { unit: 'ms', ...summary(idle) };
  results['read p99, while passwords are guessed'] = { unit: 'ms', ...summary(during) };
}

/** Timelines, rebuilding and starting, on logs of 10⁴, 10⁵ and 10⁶ events. */
async function histories() {
  for (const size of SIZES) {
    const data = join(folder, `history-${size}`);
    say(`a log of ${size} events`);
    const { busy, secret } = await fill(data, size);
    const label = `10^${Math.log10(size)}`;
    if (size >= 100_000) await rebuilding(data, size, label);
    const service = await server('full', data);
    await service.ask('caught up');
    const headers = { authorization: `Bearer ${secret}` };
    const path = [`/api/v1/members/${busy}/timeline?limit=100`];
    await load({ url: service.url, connections: 1, amount: 100, paths: path, headers });
    const times = [];
    for (let run = 0; run < 3; run++) times.push(await load({ url: service.url, connections: 1, amount: 400, paths: path, headers }));
    for (const quantile of ['p50', 'p99']) results[`timeline ${quantile}, ${label}`] = { unit: 'ms', ...summary(times.map((each) => each[quantile])) };
    say(`timeline at ${label}: p50 ${results[`timeline p50, ${label}`].median} ms, p99 ${results[`timeline p99, ${label}`].median} ms`);
    if (size === LARGEST) await readsDuringRebuild(service, data, headers);
    await service.stop();
    if (size === LARGEST) await starting(data, label);
    rmSync(data, { recursive: true });
  }
}

/** All views from nothing, beside only reading and parsing the log, in this process. */
async function rebuilding(data, size, label) {
  const runtime = await engineOf(data);
  results[`read and parse, ${label}`] = {
    unit: 'events/s',
    ...(await thrice(`read and parse, ${label}`, async () => {
      const started = process.hrtime.bigint();
      let count = 0;
      for await (const batch of runtime.log.readAll(0, { batchSize: 1_000 })) for (const { body } of batch) if (JSON.parse(body).type) count++;
      return count / (Number(process.hrtime.bigint() - started) / 1e9);
    })),
  };
  const head = await runtime.log.head();
  const count = size;
  await runtime.projector.start();
  await runtime.projector.waitFor(head, [], 3_600_000);
  results[`rebuild all views, ${label}`] = {
    unit: 'events/s',
    ...(await thrice(`rebuild all views, ${label}`, async () => {
      const started = process.hrtime.bigint();
      await runtime.projector.rebuild([]);
      return count / (Number(process.hrtime.bigint() - started) / 1e9);
    })),
  };
  await runtime.close();
}

async function readsDuringRebuild(service, data, headers) {
  const db = new Database(join(data, 'views.db'));
  const ids = db.prepare('SELECT id FROM "d:members.v2" LIMIT 500').all().map(({ id }) => id);
  db.close();
  const job = { url: service.url, connections: 8, duration: SECONDS, paths: ids.map((id) => `/api/v1/members/${id}`), headers };
  const idle = [];
  const during = [];
  for (let run = 0; run < 3; run++) {
    const quiet = await load(job);
    rateOf(quiet);
    idle.push(quiet.p99);
    let over = false;
    const rebuild = service.ask('rebuild', { names: ['attendances'] }).then(() => (over = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const busy = await load(job);
    rateOf(busy);
    if (over) say('the rebuild was over before the reads were');
    during.push(busy.p99);
    await rebuild;
  }
  results['read p99, idle'] = { unit: 'ms', ...summary(idle) };
  results['read p99, during a rebuild'] = { unit: 'ms', ...summary(during) };
  say(`read p99: ${summary(idle).median} ms idle, ${summary(during).median} ms during a rebuild`);
  const memory = peakMemory(service.pid);
  if (memory) results['peak memory, rebuild of 10^6'] = { unit: 'MB', ...summary([memory]) };
}

/** From starting the process until /ready says that all views have caught up. */
async function starting(data, label) {
  const empty = join(folder, 'empty');
  for (const [name, at] of [['empty', empty], [label, data]]) {
    results[`start until ready, ${name}`] = {
      unit: 'ms',
      ...(await thrice(`start until ready, ${name}`, async () => {
        mkdirSync(at, { recursive: true });
        const started = process.hrtime.bigint();
        const port = 20_000 + Math.floor(Math.random() * 20_000);
        const child = spawn(process.execPath, [join(here, '..', 'dist', 'apps', 'api', 'main.js')], { env: { ...process.env, RELOCON_DATA: at, PORT: String(port), LOG_LEVEL: 'silent' }, stdio: 'ignore' });
        for (;;) {
          const ready = await fetch(`http://127.0.0.1:${port}/ready`).then((response) => response.status === 200, () => false);
          if (ready) break;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        const took = Number(process.hrtime.bigint() - started) / 1e6;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await gone;
        return took;
      })),
    };
  }
}

/** Every member in one piece, and how much more memory that takes. */
async function exporting() {
  const size = SIZES.at(-1);
  const label = `10^${Math.log10(size)}`;
  const data = join(folder, 'exports');
  const secret = await fillWithMembers(data, size);
  const service = await server('full', data);
  const take = async (accept) => {
    let [bytes, last] = [0, ''];
    for await (const chunk of (await fetch(`${service.url}/api/v1/members`, { headers: { accept, authorization: `Bearer ${secret}` } })).body) {
      bytes += chunk.length;
      last = Buffer.from(chunk.subarray(-100)).toString();
    }
    return { bytes, last };
  };
  await load({ url: service.url, connections: CONNECTIONS, duration: 2, paths: ['/api/v1/members?limit=100'], headers: { authorization: `Bearer ${secret}` } });
  const before = peakMemory(service.pid);
  for (const [name, accept] of [['CSV', 'text/csv'], ['NDJSON', 'application/x-ndjson']]) {
    results[`export of ${label} members, ${name}`] = {
      unit: 'members/s',
      ...(await thrice(`export of ${label} members, ${name}`, async () => {
        const started = process.hrtime.bigint();
        const { bytes, last } = await take(accept);
        if (name === 'NDJSON' && !last.endsWith(`{"count":${size}}\n`)) throw new Error(`after ${bytes} bytes the export is not whole: ${last}`);
        return size / (Number(process.hrtime.bigint() - started) / 1e9);
      })),
    };
  }
  const after = peakMemory(service.pid);
  if (before && after) results[`more memory for exports of ${label}`] = { unit: 'MB', ...summary([after - before]) };
  await service.stop();
  rmSync(data, { recursive: true });
}

/** `relocon import` as a user runs it, beside the same number of events appended raw, 64 at a time. */
async function importing() {
  const files = join(folder, 'files');
  mkdirSync(files);
  const events = writeCommunity(files);
  const rates = await thrice('import', async (run) => {
    const started = process.hrtime.bigint();
    const { status, stdout } = spawnSync(process.execPath, [join(here, '..', 'dist', 'apps', 'cli', 'main.js'), 'import', files], { env: { ...process.env, RELOCON_DATA: join(folder, `import-${run}`) }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    if (status !== 0) throw new Error(`the import failed: ${stdout}`);
    return events / (Number(process.hrtime.bigint() - started) / 1e9);
  });
  results.import = { unit: 'events/s', ...rates };
  results['raw appends in batches of 64'] = {
    unit: 'events/s',
    ...(await thrice('raw appends in batches of 64', async (run) => {
      const log = await openSqliteLog({ file: join(folder, `raw-${run}.db`) });
      const body = JSON.stringify({ data: { groupId: uuidv7(), meetingId: uuidv7(), memberId: uuidv7(), startsAt: '2026-01-01T00:00:00.000Z', response: 'yes', guests: 0 }, metadata: { actor: { id: 'import', kind: 'system', role: 'system', via: 'import' }, commandId: uuidv7(), correlationId: uuidv7(), occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', schemaVersion: 1 } });
      const started = process.hrtime.bigint();
      for (let done = 0; done < events; done += 64) await Promise.all(Array.from({ length: 64 }, () => log.append(`meeting-${uuidv7()}`, [{ id: uuidv7(), type: 'RsvpGiven', body }], -1)));
      const took = Number(process.hrtime.bigint() - started) / 1e9;
      await log.close();
      return events / took;
    })),
  };
}

/** 10 groups, 1,000 members, meetings with 30 answers and 30 attendances each. @returns how many events that makes. */
function writeCommunity(at) {
  const lines = { groups: ['group_id,name,founded_at,time_zone'], members: ['member_id,display_name,first_seen_at,interests'], memberships: ['member_id,group_id,joined_at'], meetings: ['meeting_id,group_id,title,starts_at,scheduled_at'], rsvps: ['meeting_id,member_id,response,guests,responded_at'], attendance: ['meeting_id,member_id,attendance'] };
  const day = (n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString();
  for (let group = 0; group < 10; group++) lines.groups.push(`g${group},Group ${group},${day(0)},Europe/Berlin`);
  for (let member = 0; member < 1_000; member++) {
    lines.members.push(`m${member},Member ${member},${day(1)},pricing;law`);
    lines.memberships.push(`m${member},g${member % 10},${day(2)}`);
  }
  for (let meeting = 0; meeting < (quick ? 300 : 1_500); meeting++) {
    lines.meetings.push(`e${meeting},g${meeting % 10},War stories ${meeting},${day(10 + (meeting % 500))},${day(3)}`);
    for (let seat = 0; seat < 30; seat++) {
      const member = (meeting % 10) + 10 * ((meeting * 7 + seat) % 100);
      lines.rsvps.push(`e${meeting},m${member},yes,0,${day(5)}`);
      lines.attendance.push(`e${meeting},m${member},present`);
    }
  }
  let events = 0;
  for (const [name, text] of Object.entries(lines)) {
    writeFileSync(join(at, `${name}.csv`), `${text.join('\n')}\n`);
    events += text.length - 1;
  }
  return events;
}

export const parts = { joins, emmett, reads, underAttack, exporting, importing, histories };

export const aims = () =>
  judged([
    ['a command with everything on, of the bare POST', ratio('join, everything on', 'join, bare'), '≥', 0.25],
    ['a command with everything on, signed in, of the bare POST', ratio('join, everything on, signed in', 'join, bare'), '≥', 0.24],
    ['a command that only appends, of the bare POST', ratio('join, append', 'join, bare'), '≥', 0.4],
    ['a command with everything on, of the same on Emmett', ratio('join, everything on', 'join, Emmett'), '≥', 5],
    ['a read, of the bare GET', ratio('GET a member', 'GET, bare'), '≥', 0.7],
    ['a read, signed in, of the bare GET', ratio('GET a member, signed in', 'GET, bare'), '≥', 0.46],
    ['read p99 while passwords are guessed, of idle', ratio('read p99, while passwords are guessed', 'read p99, beside guessing, idle'), '≤', 3],
    ['rebuilding all views, of only reading, 10^5', ratio('rebuild all views, 10^5', 'read and parse, 10^5'), '≥', 0.1],
    ['rebuilding all views, of only reading, 10^6', ratio('rebuild all views, 10^6', 'read and parse, 10^6'), '≥', 0.1],
    ['the import, of raw appends', ratio('import', 'raw appends in batches of 64'), '≥', 0.3],
    ['timeline p99 at 10^6, of that at 10^4', ratio('timeline p99, 10^6', 'timeline p99, 10^4'), '≤', 1.5],
    ['read p99 during a rebuild, of idle', ratio('read p99, during a rebuild', 'read p99, idle'), '≤', 3],
    ['peak memory under joins, in MB', results['peak memory, joins']?.median, '<', 300],
    ['peak memory with a rebuild of 10^6, in MB', results['peak memory, rebuild of 10^6']?.median, '<', 300],
    ['start with 10^6 events, of empty', ratio('start until ready, 10^6', 'start until ready, empty'), '≤', 1.5],
  ]);
