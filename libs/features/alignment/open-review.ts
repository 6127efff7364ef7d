/** The place of a group's one open review: of several who open one at once, on whatever instances, one gets it. */
import { isRefusal, plus, streamName, type Actor, type Refusal } from '#event-sourcing';
import type { Runtime } from '#event-sourcing-nest';
import { openReview, reservations, reserveReview } from './alignment.decider.js';
import type { Reviewer } from './alignment.events.js';
import { reviews } from './alignment.state.js';

type Needed = Pick<Runtime, 'runner' | 'clock'>;

const SERVICE: Actor = { kind: 'system', id: 'alignment', role: 'system', via: 'reaction' };
/** After this long the place of a review that never came to be is free. */
const FORSAKEN_MS = 60_000;

interface Opening {
  reviewId: string;
  groupId: string;
  appealOf?: string | undefined;
  latest: string | null;
  again?: Reviewer[];
}

/** Takes the place for a review that may be opened. @returns why it cannot be. */
export async function reserve(runtime: Needed, opening: Opening, actor: Actor): Promise<Refusal | undefined> {
  const { runner } = runtime;
  // A retry finds it open already, and needs the place no more.
  if ((await runner.fold(reviews, streamName('review', opening.reviewId))).groupId !== undefined) return undefined;
  // What would be refused takes nobody's place.
  const would = await runner.execute(openReview, opening, { actor, dryRun: true });
  if (isRefusal(would)) return would;
  const { groupId, reviewId } = opening;
  const take = (over?: number) => runner.execute(reserveReview, { groupId, reviewId, ...(over !== undefined && { over }) }, { actor: SERVICE });
  const outcome = await take();
  if (!isRefusal(outcome)) return undefined;
  const { reviewId: holder, reservedAt, revision } = await runner.fold(reservations, streamName('open-review', groupId));
  if (holder === undefined || reservedAt === undefined || (await isHeld(runtime, holder, reservedAt))) return outcome;
  const again = await take(revision);
  return isRefusal(again) ? again : undefined;
}

/** Whether the review that has the place is open, or about to be. */
async function isHeld({ runner, clock }: Needed, reviewId: string, reservedAt: string): Promise<boolean> {
  const { groupId, decision } = await runner.fold(reviews, streamName('review', reviewId));
  return groupId === undefined ? clock() < plus(reservedAt, FORSAKEN_MS) : decision === undefined;
}
