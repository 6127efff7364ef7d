/** Who is expected at a meeting: those of its group, at its start. No stream of a meeting tells that; the view of memberships does. */
import { streamName, type Refusal } from '#event-sourcing';
import { findAll, unavailable, type Runtime } from '#event-sourcing-nest';
import { activeAt, type MembershipDocument } from '../memberships/memberships.events.js';
import { meetings } from './meetings.state.js';

export async function expectedAt(runtime: Pick<Runtime, 'views' | 'store'>, { groupId, startsAt }: { groupId: string; startsAt: string }): Promise<string[]> {
  const memberships = await findAll<MembershipDocument>(runtime, 'memberships', { groupId }, 'joinedAt');
  return memberships.filter(({ periods }) => activeAt(periods, startsAt)).map(({ memberId }) => memberId);
}

/** Of a meeting that is to be closed, as the log has it now. */
export async function expectedOf(runtime: Runtime, { meetingId }: { meetingId: string }): Promise<{ expected: string[] } | Refusal | undefined> {
  const { plan } = await runtime.runner.fold(meetings, streamName('meeting', meetingId));
  if (!plan) return undefined;
  // Whoever joined before this was asked is expected.
  if (!(await runtime.projector.waitFor(await runtime.log.head(), ['memberships']))) return unavailable('Who is expected is not up to date right now; try again in a moment.');
  return { expected: await expectedAt(runtime, plan) };
}
