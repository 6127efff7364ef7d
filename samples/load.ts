/** Loads the sample community into stores of its own. */
import { pino, type Logger } from 'pino';
import { plus, START } from '#event-sourcing';
import { ConfigError, type Config } from '../apps/api/settings/config.js';
import { openEngine } from '../apps/api/engine.js';
import { openAccounts, type SampleAccount } from './accounts.js';
import { corrections } from './community/circles.js';
import { people } from './community/people.js';
import { tellStory } from './story.js';
import { StoryClock } from './telling/clock.js';
import type { Sitting } from './telling/moments.js';

export interface Loaded {
  events: number;
  people: number;
  /** Keys that were made for trying things out. */
  adminKey: string;
  memberKey: string;
  /** To sign in with; one password for all. */
  accounts: SampleAccount[];
  password: string;
  /** The member the second key belongs to. */
  memberId: string;
  /** An evening whose roll call was put right for that member: a day after it, a day between roll call and correction, the day of the correction. */
  correction: { title: string; asOf: string; knownAt: string; correctedOn: string };
  /** Worth opening: a circle, its next meeting, and a reflection that a value story is made of. */
  shown: { groupId: string; meetingId: string; reflectionId: string };
}

/**
 * @param now when the story ends; a moment before the real present by default.
 * @throws ConfigError where the log holds anything already.
 */
export async function loadSamples(config: Config, now = plus(new Date().toISOString(), -60_000), logger: Logger = pino({ level: 'silent' })): Promise<Loaded> {
  const clock = new StoryClock(now);
  const runtime = await openEngine(config, { logger, clock: clock.now, project: false });
  try {
    if ((await runtime.log.head()) > START) throw new ConfigError('the log holds events already, among which the sample community would be mixed: name empty stores.');
    const tale = await tellStory(runtime.runner, clock, now);
    const memberId = tale.who('amara');
    const admin = await runtime.apiKeys.create({ name: 'demo administrator', role: 'admin' }, now);
    const member = await runtime.apiKeys.create({ name: 'demo member', memberId }, now);
    const { accounts, password, events: ofAccounts } = await openAccounts(runtime, tale.named('member'));
    const { on, days } = corrections.find((each) => each.who === 'amara') as (typeof corrections)[number];
    const after = (count: number): string => tale.moments.after(on, count).slice(0, 10);
    const correction = { title: on, asOf: after(1), knownAt: after(days - 5), correctedOn: after(days) };
    const shown = { groupId: tale.id('group', 'coop'), meetingId: tale.id('meeting', nextOf(tale.moments.sittings, now)), reflectionId: tale.id('note', 'sold') };
    return { events: tale.log.length + ofAccounts, people: people.length, adminKey: admin.secret, memberKey: member.secret, accounts, password, memberId, correction, shown };
  } finally {
    await runtime.close();
  }
}

/** The title of the co-op's next evening. */
function nextOf(sittings: readonly Sitting[], now: string): string {
  const coming = sittings.filter(({ circle, startsAt }) => circle.key === 'coop' && startsAt > now);
  return coming.reduce((next, each) => (each.startsAt < next.startsAt ? each : next)).title;
}
