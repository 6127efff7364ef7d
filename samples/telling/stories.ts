/** Stories: told at an evening or after it, revised, and what others took from them. */
import { plus } from '#event-sourcing';
import { acknowledgeStory, reviseStory, tellStory, withdrawStory } from '#features/stories/stories.decider.js';
import { stories } from '../community/stories/index.js';
import { DAY } from './clock.js';
import type { Tale } from './tale.js';

export function planStories(tale: Tale): void {
  for (const story of stories) {
    const { key, who, on, toldTo, title, text, skills, revised, withdrawnAfter, took } = story;
    const when = tale.moments.story(story);
    const later = (days: number, command: Parameters<Tale['give']>[0], input: object, by: string): void =>
      tale.at(plus(when, days * DAY), () => tale.give(command, { storyId: tale.id('story', key), ...input }, tale.as(by)));
    tale.at(when, async () => tale.call('story', key, await tale.give(tellStory, { tellerId: tale.who(who), toldTo, meetingId: tale.id('meeting', on), title, text, skills }, tale.as(who))));
    if (revised) later(revised.days, reviseStory, { title: revised.title, text: revised.text }, who);
    for (const [by, days, words] of took) tale.at(plus(when, days * DAY), () => tale.give(acknowledgeStory, { storyId: tale.id('story', key), memberId: tale.who(by), took: words }, tale.as(by)));
    if (withdrawnAfter) later(withdrawnAfter, withdrawStory, {}, who);
  }
}
