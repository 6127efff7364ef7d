/** Loads the sample community into a data folder of its own. */
import { pino, type Logger } from 'pino';
import { plus } from '#event-sourcing';
import type { Config } from '../apps/api/platform/config.js';
import { openEngine } from '../apps/api/service.js';
import { StoryClock, tellStory } from './story.js';

export interface Loaded {
  events: number;
  /** Keys that were made for trying things out. */
  adminKey: string;
  memberKey: string;
  /** The member the second key belongs to. */
  memberId: string;
  groupId: string;
}

/** @param now when the story ends; a moment before the real present by default. */
export async function loadSamples(config: Config, now = plus(new Date().toISOString(), -60_000), logger: Logger = pino({ level: 'silent' })): Promise<Loaded> {
  const clock = new StoryClock(now);
  const runtime = await openEngine(config, { logger, clock: clock.now, project: false });
  try {
    const told = await tellStory(runtime.runner, clock, now);
    const memberId = told.people.get('amara') as string;
    const admin = await runtime.apiKeys.create({ name: 'demo administrator', role: 'admin' }, now);
    const member = await runtime.apiKeys.create({ name: 'demo member', memberId }, now);
    return { events: told.events, adminKey: admin.secret, memberKey: member.secret, memberId, groupId: told.circles.get('coop') as string };
  } finally {
    await runtime.close();
  }
}
