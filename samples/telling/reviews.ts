/** Alignment reviews: opened, scored, decided by what the story has told so far, appealed. */
import { newId, plus, streamName, type RecordedEvent } from '#event-sourcing';
import { appealDecision, decideReview, openReview, reservations, reserveReview, scoreCriterion } from '#features/alignment/alignment.decider.js';
import type { Evidence } from '#features/alignment/alignment.events.js';
import { PRESENT, windowAt } from '#features/alignment/formula.js';
import { observedIn } from '#features/alignment/observed.js';
import { reviews, type Proof } from '../community/reviews.js';
import { DAY, HOUR, MINUTE } from './clock.js';
import type { Tale } from './tale.js';

export function planReviews(tale: Tale): void {
  for (const { key, circle, by, on, days, appealOf, scores, decided, appealed } of reviews) {
    const opened = tale.moments.after(on, days);
    const reviewId = newId();
    const groupId = (): string => tale.id('group', circle);
    const latest = (): string | null => latestDecision(tale.log, groupId());
    tale.at(opened, async () => {
      // The place of a review that was decided is free for the next one.
      const { revision: over } = await tale.runner.fold(reservations, streamName('open-review', groupId()));
      await tale.give(reserveReview, { groupId: groupId(), reviewId, over });
      await tale.give(openReview, { reviewId, groupId: groupId(), latest: latest(), appealOf: appealOf && tale.id('review', appealOf) }, tale.as(by, 'admin'));
      tale.call('review', key, reviewId);
    });
    for (const [index, { criterion, level, note, evidence = [], hours = 1 }] of scores.entries()) {
      tale.at(plus(opened, hours * HOUR + index * 7 * MINUTE), async () => {
        const named = evidence.map((proof) => evidenceOf(tale, circle, proof));
        const ofGroup = named.flatMap((each) => (each.kind === 'event' ? [each.eventId] : []));
        await tale.give(scoreCriterion, { reviewId, criterion, level, note, evidence: named, ofGroup }, tale.as(by, 'admin'));
      });
    }
    if (decided) {
      const when = plus(opened, decided.days * DAY);
      tale.at(when, () => tale.give(decideReview, { reviewId, explanation: decided.explanation, observed: observedIn(tale.log, groupId(), windowAt(PRESENT, when)), latest: latest() }, tale.as(by, 'admin')));
    }
    if (appealed) tale.at(plus(opened, appealed.days * DAY), () => tale.give(appealDecision, { reviewId, reason: appealed.reason, latest: latest() }, tale.as(appealed.by)));
  }
}

const concerns = ({ data }: RecordedEvent, groupId: string): boolean => (data as { groupId?: string }).groupId === groupId;

function latestDecision(log: readonly RecordedEvent[], groupId: string): string | null {
  const decided = log.findLast((event) => event.type === 'AlignmentDecided' && concerns(event, groupId));
  return (decided?.data as { reviewId: string } | undefined)?.reviewId ?? null;
}

/** What each kind of proof is shown by: the event that tells of it, and the field that says of what. */
const SHOWN_BY = {
  evening: ['MeetingClosed', 'meetingId', 'meeting'],
  note: ['ReflectionRecorded', 'reflectionId', 'note'],
  help: ['HelpConfirmed', 'helpId', 'help'],
  story: ['StoryTold', 'storyId', 'story'],
  action: ['ActionCompleted', 'actionId', 'action'],
} as const;

/** @throws where the group has no such event yet. */
function evidenceOf({ log, id }: Tale, circle: string, proof: Proof): Evidence {
  if ('document' in proof) return { kind: 'document', url: proof.document, title: proof.title };
  const [kind, key] = Object.entries(proof)[0] as [keyof typeof SHOWN_BY | 'latest', string];
  const ofGroup = log.filter((event) => concerns(event, id('group', circle)));
  if (kind === 'latest') return { kind: 'event', eventId: must(ofGroup.findLast(({ type }) => type === key), key) };
  const [shownBy, field, called] = SHOWN_BY[kind];
  return { kind: 'event', eventId: must(ofGroup.find(({ type, data }) => type === shownBy && (data as Record<string, unknown>)[field] === id(called, key)), key) };
}

function must(event: RecordedEvent | undefined, key: string): string {
  if (!event) throw new Error(`there is no event yet that shows "${key}"`);
  return event.id;
}
