/** Logs to measure on: real events of members, joins, answers and attendance, sealed and appended as the service does. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { collectionSchema } from '#event-sourcing';
import { readConfig } from '../dist/apps/api/settings/config.js';
import { openEngine } from '../dist/apps/api/engine.js';
import { Passwords } from '../dist/apps/api/sign-in/passwords.js';
import { inviteAccount, openAccount } from '../dist/libs/features/accounts/accounts.decider.js';
import { claimEmail } from '../dist/libs/features/accounts/claims.js';
import { GroupFounded } from '../dist/libs/features/groups/groups.events.js';
import { AttendanceRecorded, MeetingScheduled, RsvpGiven } from '../dist/libs/features/meetings/meetings.events.js';
import { MemberRegistered } from '../dist/libs/features/members/members.events.js';
import { MemberJoined } from '../dist/libs/features/memberships/memberships.events.js';
import { tracked } from './opened.mjs';
import { withoutLimits } from './without-limits.mjs';

const silent = pino({ level: 'silent' });
const actor = { kind: 'system', id: 'bench', role: 'system', via: 'import' };
/** @param settings of stores on servers; what they do not name lies in the folder. */
export const configOf = (folder, settings = {}) => ({ ...readConfig({ ...withoutLimits, ...settings }), RELOCON_DATA: folder, PORT: 0, LOG_LEVEL: 'silent' });

/** The engine with nothing projected yet. */
export const engineOf = async (folder, settings) => tracked(await openEngine(configOf(folder, settings), { logger: silent, project: false }));

/** Events for `size` of them: groups of 40 people who answer and come to meetings; one person has 200. */
function* history(size) {
  const at = (n) => new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString();
  const busy = uuidv7();
  let made = 0;
  const fact = (stream, event) => ({ stream, event, number: made++ });
  let group = 0;
  const groupsWanted = Math.max(1, Math.floor(size / 10_000));
  const busyShare = Math.ceil(198 / groupsWanted / 2);
  let busyLeft = 99;
  yield fact(`member-${busy}`, MemberRegistered.at(at(0), { memberId: busy, displayName: 'Busy Bee' }));
  while (made < size) {
    const groupId = uuidv7();
    yield fact(`group-${groupId}`, GroupFounded.at(at(made), { groupId, name: `Group ${group++}`, timeZone: 'Europe/Berlin' }));
    const people = Array.from({ length: 40 }, () => uuidv7());
    for (const memberId of people) {
      yield fact(`member-${memberId}`, MemberRegistered.at(at(made), { memberId, displayName: `Member ${made}`, interests: ['pricing', 'law'] }));
      yield fact(`membership-${groupId}.${memberId}`, MemberJoined.at(at(made), { groupId, memberId }));
    }
    for (let session = 0; session < 120 && made < size; session++) {
      const meetingId = uuidv7();
      const startsAt = at(made);
      const about = { groupId, meetingId, startsAt };
      yield fact(`meeting-${meetingId}`, MeetingScheduled.at(at(made), { ...about, title: 'War stories', timeZone: 'Europe/Berlin', localStart: startsAt.slice(0, 19) }));
      const there = session < busyShare && busyLeft-- > 0 ? [busy, ...people] : people;
      for (const memberId of there) yield fact(`meeting-${meetingId}`, RsvpGiven.at(at(made), { ...about, memberId, response: 'yes', guests: 0 }));
      for (const memberId of there) yield fact(`meeting-${meetingId}`, AttendanceRecorded.at(startsAt, { ...about, memberId, outcome: 'present', minutes: 90, how: 'rollCall' }));
    }
  }
  return busy;
}

/** Fills a folder unless it is there. @returns the id of the person with 200 events. */
export async function fill(folder, size, settings) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const runtime = await engineOf(folder, settings);
  const revisions = new Map();
  const events = history(size);
  let busy;
  let done = 0;
  while (busy === undefined && done < size) {
    const batch = [];
    for (let index = 0; index < 2_000 && done < size; index++, done++) {
      const { value, done: over } = events.next();
      if (over) {
        busy = value;
        break;
      }
      if (done === 0) busy ??= undefined;
      batch.push(value);
    }
    const byStream = new Map();
    for (const { stream, event } of batch) byStream.set(stream, [...(byStream.get(stream) ?? []), event]);
    await Promise.all(
      [...byStream].map(async ([stream, facts]) => {
        const prepared = facts.map((event) => {
          const id = uuidv7();
          return { id, fact: event, metadata: { occurredAt: event.occurredAt, recordedAt: event.occurredAt, actor, commandId: id, correlationId: id, schemaVersion: 1 } };
        });
        const expected = revisions.get(stream) ?? -1;
        await runtime.log.append(stream, await runtime.codec.encode(stream, prepared), expected);
        revisions.set(stream, expected + facts.length);
      }),
    );
  }
  const first = (await runtime.codec.decode(await firstEvent(runtime.log)))[0];
  const { secret } = await runtime.apiKeys.create({ name: 'bench', role: 'admin' }, new Date().toISOString());
  await runtime.close();
  return { busy: first.data.memberId, secret };
}

async function firstEvent(log) {
  for await (const batch of log.readAll(0, { batchSize: 1 })) return batch;
  return [];
}

/** Groups and members that can join them, and a key. */
export async function fillForJoins(folder, groups, members, settings) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const runtime = await engineOf(folder, settings);
  const ids = { groups: Array.from({ length: groups }, () => uuidv7()), members: Array.from({ length: members }, () => uuidv7()) };
  const append = async (stream, event) => {
    const id = uuidv7();
    const metadata = { occurredAt: event.occurredAt, recordedAt: event.occurredAt, actor, commandId: id, correlationId: id, schemaVersion: 1 };
    await runtime.log.append(stream, await runtime.codec.encode(stream, [{ id, fact: event, metadata }]), -1);
  };
  const then = '2026-01-01T00:00:00.000Z';
  await Promise.all(ids.groups.map((groupId) => append(`group-${groupId}`, GroupFounded.at(then, { groupId, name: 'Bench', timeZone: 'UTC' }))));
  for (let start = 0; start < members; start += 1_000) {
    await Promise.all(ids.members.slice(start, start + 1_000).map((memberId) => append(`member-${memberId}`, MemberRegistered.at(then, { memberId, displayName: 'Member' }))));
  }
  const { secret } = await runtime.apiKeys.create({ name: 'bench', role: 'admin' }, new Date().toISOString());
  const accountId = await openAccountFor(runtime, 'bench@example.org', 'administrator');
  const { token } = await runtime.sessions.open({ accountId, epoch: 1, stage: 'signed-in', address: '127.0.0.1', userAgent: 'bench' });
  await runtime.close();
  return { ...ids, secret, cookie: `__Host-relocon=${token}` };
}

async function openAccountFor(runtime, email, role) {
  const accountId = uuidv7();
  for (const [command, input] of [[inviteAccount, { email, ...(role && { role }) }], [openAccount, { by: 'invitation' }]]) {
    const outcome = await runtime.runner.execute(command, { accountId, ...input }, { actor });
    if (outcome.refused) throw new Error(outcome.detail);
  }
  await claimEmail(runtime, email, accountId);
  return accountId;
}

/** Accounts with passwords, for those who guess them. @returns their addresses. */
export async function fillForGuessing(folder, accounts) {
  const runtime = await engineOf(folder);
  const passwords = new Passwords(runtime.vault, runtime.masterKey);
  const emails = Array.from({ length: accounts }, (_, number) => `account-${number}@example.org`);
  for (const email of emails) await passwords.set(await openAccountFor(runtime, email), `a good password for ${email}`);
  await runtime.close();
  return emails;
}

/** Members as the view holds them, of whom the log knows nothing. @returns a key. */
export async function fillWithMembers(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const runtime = await engineOf(folder);
  const { store } = runtime;
  const schema = collectionSchema(runtime.views.find(({ name }) => name === 'members'));
  await store.prepare([{ ...schema, building: true }], []);
  for (let made = 0; made < count; ) {
    const documents = Array.from({ length: 1_000 }, () => {
      const id = uuidv7();
      const skills = ['pricing', 'bookkeeping'];
      const doc = { id, displayName: `Member ${made++}`, email: `${id}@example.org`, interests: ['food co-operatives', 'law'], timeZone: 'Europe/Berlin', offers: [{ skill: 'pricing', level: 3 }], seeks: ['bookkeeping'], hoursPerMonth: 4, introductionCapacity: 2, registeredAt: new Date(1.7e12 + made * 1_000).toISOString(), erased: false, offersSkills: skills.slice(0, 1), seeksSkills: skills.slice(1), _at: {}, _edit: 0 };
      return { id, position: 0, doc, tokens: ['member', String(made)] };
    });
    await store.commit({ writes: [{ collection: schema.name, documents }], checkpoints: {} });
  }
  await store.complete(schema.name);
  const { secret } = await runtime.apiKeys.create({ name: 'bench', role: 'admin' }, new Date().toISOString());
  await runtime.close();
  return secret;
}

export const present = (folder) => existsSync(join(folder, 'log.db'));
