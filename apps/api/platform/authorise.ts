/** Who may give which command: the row of its policy, against who acts and what the command is to them. */
import { admits, forbidden, partyOf, rowInWords, streamName, type Authorise } from '#event-sourcing';
import { membershipStanding } from '#features/memberships/memberships.events.js';

export const authorise: Authorise = async ({ policy }, input, state, actor, fold) => {
  const { allow, self, group } = policy;
  const party = partyOf(actor);
  // Most roles need to know nothing of the object.
  if (actor.role === 'system' || admits(allow, party)) return undefined;
  if (party.memberId !== undefined || party.accountId !== undefined) {
    const now = self || group ? await state() : undefined;
    const ties = { self: self?.(input, now), group: group?.(input, now) };
    if (admits(allow, party, ties)) return undefined;
    if (party.memberId !== undefined && ties.group !== undefined && (allow.includes('facilitator') || allow.includes('group'))) {
      const { memberSince, facilitator } = await fold(membershipStanding, streamName('membership', `${ties.group}.${party.memberId}`));
      const groups = memberSince === undefined ? [] : [ties.group];
      if (admits(allow, { ...party, groups, facilitates: facilitator ? groups : [] }, ties)) return undefined;
    }
  }
  return forbidden(`Only ${rowInWords(allow)} may do this.`);
};
