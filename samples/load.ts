/** Loads the sample community into stores of its own. */
import { pino, type Logger } from 'pino';
import { plus, START } from '#event-sourcing';
import { ConfigError, type Config } from '../apps/api/settings/config.js';
import { openEngine } from '../apps/api/engine.js';
import { openAccounts, type SampleAccount } from './accounts.js';
import { corrections, people } from './community.js';
import { StoryClock, tellStory } from './story.js';

const DAY = 86_400_000;

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
    const { members, meetings, events } = await tellStory(runtime.runner, clock, now);
    const memberId = members.get('amara') as string;
    const admin = await runtime.apiKeys.create({ name: 'demo administrator', role: 'admin' }, now);
    const member = await runtime.apiKeys.create({ name: 'demo member', memberId }, now);
    const { accounts, password, events: ofAccounts } = await openAccounts(runtime, members);
    const { on, days } = corrections.find((each) => each.who === 'amara') as (typeof corrections)[number];
    const after = (count: number): string => plus(meetings.get(on)?.startsAt as string, count * DAY).slice(0, 10);
    const correction = { title: on, asOf: after(1), knownAt: after(days - 5), correctedOn: after(days) };
    return { events: events + ofAccounts, people: people.length, adminKey: admin.secret, memberKey: member.secret, accounts, password, memberId, correction };
  } finally {
    await runtime.close();
  }
}
