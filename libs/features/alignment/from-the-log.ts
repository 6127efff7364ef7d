/** What the log tells of a group: read from the index of events once that has seen the head, so that nothing depends on views that are late. */
import { eventsTagged, StoreUnavailableError, type Actor, type RecordedEvent } from '#event-sourcing';
import { EventRights, type Runtime } from '#event-sourcing-nest';
import { TimePledged } from '../members/members.events.js';
import { AlignmentDecided, type Evidence } from './alignment.events.js';
import { windowAt, type Formula } from './formula.js';
import { membersAmong, observedIn, type Observed } from './observed.js';

const LONGEST_WAIT_MS = 5_000;

/** The head of the log as of now, seen by the index. @throws StoreUnavailableError when that takes too long. */
async function headSeen({ log, projector }: Runtime): Promise<number> {
  const head = await log.head();
  if (await projector.waitFor(head, ['events'], LONGEST_WAIT_MS)) return head;
  throw new StoreUnavailableError('the index of events has not seen the head of the log yet');
}

/** Everything that names a group, and what its members pledged, up to a position. */
export async function eventsAbout({ store, codec }: Runtime, groupId: string, upTo: number): Promise<RecordedEvent[]> {
  const tagged = (...tags: string[]) => eventsTagged(store, codec, tags, { upTo });
  const ofGroup = await tagged(`group:${groupId}`);
  const pledges = await Promise.all(membersAmong(ofGroup, groupId).map((memberId) => tagged(`member:${memberId}`, `type:${TimePledged.type}`)));
  return [...ofGroup, ...pledges.flat()];
}

/** Everything about a group until now. */
export async function everythingAbout(runtime: Runtime, groupId: string): Promise<RecordedEvent[]> {
  return eventsAbout(runtime, groupId, await headSeen(runtime));
}

/** What is observed of a group in the window that ends now, and the review that was decided last. */
export async function standingOf(runtime: Runtime, groupId: string, formula: Formula): Promise<{ observed: Observed; latest: string | null }> {
  const events = await everythingAbout(runtime, groupId);
  return { observed: observedIn(events, groupId, windowAt(formula, runtime.clock())), latest: lastDecidedIn(events) };
}

/** The review of the latest decision about a group. */
export async function latestDecision(runtime: Runtime, groupId: string): Promise<string | null> {
  const upTo = await headSeen(runtime);
  return lastDecidedIn(await eventsTagged(runtime.store, runtime.codec, [`group:${groupId}`, `type:${AlignmentDecided.type}`], { upTo }));
}

function lastDecidedIn(events: readonly RecordedEvent[]): string | null {
  const last = events.findLast(({ type }) => type === AlignmentDecided.type);
  return last ? (last.data as { reviewId: string }).reviewId : null;
}

/** Which of the events that are named as evidence are events of the group that whoever names them may read: the others are not told apart. */
export async function evidenceOfGroup(runtime: Runtime, groupId: string, evidence: readonly Evidence[], actor: Actor): Promise<string[]> {
  const named = new Set(evidence.flatMap((each) => (each.kind === 'event' ? [each.eventId] : [])));
  if (named.size === 0) return [];
  const events = await eventsTagged(runtime.store, runtime.codec, [`group:${groupId}`], { upTo: await headSeen(runtime) });
  const rights = new EventRights(runtime);
  await runtime.bindRights(rights.views);
  const opened = await rights.open(events.filter(({ id }) => named.has(id)), await runtime.readerOf(actor));
  return opened.flatMap((event) => (event ? [event.id] : []));
}
