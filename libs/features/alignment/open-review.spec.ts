/** One open review for a group at a time, over the embedded log: of those who open one at once, and after one that never came to be. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRunner, EventCatalogue, EventCodec, isRefusal, KeyRing, newId, type Actor, type CommandDefinition, type Vault } from '#event-sourcing';
import { openSqliteLog, openSqliteVault, type SqliteLog } from '#stores/sqlite';
import { archiveGroup, foundGroup } from '../groups/groups.decider.js';
import { groupEvents } from '../groups/groups.events.js';
import * as commands from './alignment.decider.js';
import { alignmentEvents, criterion, ReviewReserved } from './alignment.events.js';
import { reserve } from './open-review.js';

const MINUTE = 60_000;
const actor: Actor = { kind: 'account', id: 'spec', role: 'admin', via: 'console' };
const masterKey = randomBytes(32);

let folder: string;
let log: SqliteLog;
let vault: Vault;
let time: number;
let [one, two]: ReturnType<typeof instance>[] = [];
let groupId: string;

const clock = () => new Date(time).toISOString();

/** One of several processes over the same log. */
function instance() {
  const codec = new EventCodec(new EventCatalogue([...groupEvents, ...alignmentEvents, ReviewReserved]), new KeyRing(vault, masterKey));
  return { runner: new CommandRunner({ log, codec, clock, authorise: async () => undefined }), clock };
}

beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  folder = mkdtempSync(join(tmpdir(), 'relocon-reviews-'));
  log = await openSqliteLog({ file: join(folder, 'log.db') });
  vault = await openSqliteVault({ file: join(folder, 'vault.db') });
  [one, two] = [instance(), instance()];
  groupId = newId();
  await give(foundGroup, { groupId, name: 'G', timeZone: 'UTC' });
});
afterEach(async () => {
  await vault.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = () => one as ReturnType<typeof instance>;

async function give<I>(command: CommandDefinition<I, any, any>, input: object, from = at()): Promise<string> {
  const outcome = await from.runner.execute(command, command.input.parse(input), { actor });
  return isRefusal(outcome) ? outcome.type : 'done';
}

/** What opening does over HTTP. */
async function open(reviewId = newId(), from = at()): Promise<string> {
  const refused = await reserve(from, { reviewId, groupId, latest: null }, actor);
  return refused ? `${refused.type} ${String(refused.extra?.reviewId ?? '')}`.trim() : give(commands.openReview, { reviewId, groupId }, from);
}

/** The place alone, as whoever dies in between leaves it. */
const half = (reviewId = newId()) => reserve(at(), { reviewId, groupId, latest: null }, actor);

async function decide(reviewId: string): Promise<void> {
  for (const each of criterion.options) expect(await give(commands.scoreCriterion, { reviewId, criterion: each, level: 2 })).toBe('done');
  expect(await give(commands.decideReview, { reviewId, observed: { window: { from: clock(), before: clock() }, lastEventId: null, ratios: [], activeMembers: 0, meetings: 0 } })).toBe('done');
}

it('goes to one of two who open at once, in one process and in two; the other is told which', async () => {
  for (const other of [one, two]) {
    const ids = [newId(), newId()] as const;
    const answers = await Promise.all([open(ids[0], one), open(ids[1], other)]);
    const winner = ids[answers.indexOf('done')] as string;
    expect(answers.toSorted()).toEqual(['done', `review-open ${winner}`]);
    await decide(winner);
  }
});

it('goes to the next once it is decided', async () => {
  const first = newId();
  expect(await open(first)).toBe('done');
  expect(await open()).toBe(`review-open ${first}`);
  time += 400 * 24 * 60 * MINUTE;
  expect(await open()).toBe(`review-open ${first}`);
  await decide(first);
  expect(await open()).toBe('done');
});

it('is kept for a minute for a review that is about to be opened, and then for nobody', async () => {
  const lost = newId();
  await half(lost);
  time += MINUTE - 1;
  expect(await open()).toBe(`review-open ${lost}`);
  time += 1;
  const answers = await Promise.all([open(newId(), one), open(newId(), two)]);
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  // Whoever was late finds the place taken.
  expect(await open(lost)).toMatch(/^review-open /);
});

it('is taken again by a retry, and needed no more once the review is open', async () => {
  const reviewId = newId();
  await half(reviewId);
  expect(await half(reviewId)).toBeUndefined();
  expect(await open(reviewId)).toBe('done');
  await decide(reviewId);
  const next = newId();
  expect(await open(next)).toBe('done');
  // A retry of the first, whose outcome nobody heard, takes no place from the second.
  expect(await half(reviewId)).toBeUndefined();
  expect(await open()).toBe(`review-open ${next}`);
});

it('is not taken by what is refused', async () => {
  expect((await reserve(at(), { reviewId: newId(), groupId, appealOf: newId(), latest: null }, actor))?.type).toBe('no-such-review');
  expect(await open()).toBe('done');
  await give(archiveGroup, { groupId });
  expect((await half())?.type).toBe('group-archived');
});
