/** Who may give which command, from the policy each command declares. People's sign-in and finer roles will stand in the same seam. */
import { forbidden, streamName, type Authorise } from '#event-sourcing';
import { membershipStanding } from '#features/memberships/memberships.events.js';

export const authorise: Authorise = async (command, input, state, actor, fold) => {
  const { policy } = command;
  if (actor.role === 'system') return undefined;
  if (actor.role === 'auditor') return forbidden('An auditor reads everything and changes nothing.');
  if (actor.role !== 'member') {
    return policy.onlySelf ? forbidden('Only the member can do this, with a key of their own (relocon keys create --member).') : undefined;
  }
  if (policy.self?.(input, state) === actor.id) return undefined;
  const groupId = policy.facilitatorOf?.(input, state);
  if (groupId && (await fold(membershipStanding, streamName('membership', `${groupId}.${actor.id}`))).facilitator) return undefined;
  return forbidden(policy.facilitatorOf ? 'Only a facilitator of this group or an administrator may do this.' : 'A member may do this for themselves only.');
};
