/** Tells the sample community's story through the real deciders, with a clock that runs through it: samples alone set `recordedAt`. */
import type { CommandRunner } from '#event-sourcing';
import { planActions } from './telling/actions.js';
import type { StoryClock } from './telling/clock.js';
import { planGroups } from './telling/groups.js';
import { planHelp } from './telling/help.js';
import { planIntroductions } from './telling/introductions.js';
import { planMeetings } from './telling/meetings.js';
import { planMembers } from './telling/members.js';
import { planNotes } from './telling/notes.js';
import { planPulses } from './telling/pulses.js';
import { planReviews } from './telling/reviews.js';
import { planStories } from './telling/stories.js';
import { beginTale, type Tale } from './telling/tale.js';

/** @param now the moment the story ends; its dates are told from there. */
export async function tellStory(runner: CommandRunner, clock: StoryClock, now: string): Promise<Tale> {
  const tale = beginTale(runner, clock, now);
  for (const plan of [planMembers, planGroups, planMeetings, planNotes, planHelp, planActions, planStories, planIntroductions, planReviews, planPulses]) plan(tale);
  await tale.run();
  return tale;
}
