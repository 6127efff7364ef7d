/** Who may give which command: the row of its policy, against who acts and what the command is to them. */
import { admits, forbidden, partyOf, rowInWords, streamName, type Authorise } from '#event-sourcing';
import { membershipStanding } from '#features/memberships/memberships.events.js';

export const authorise: Authorise = async ({ policy }, input, state, actor, fold) => {
  const { allow, self, group } = policy;
  const party = partyOf(actor);
  const no = () => forbidden(`Only ${rowInWords(allow)} may do this.`);
  // Most roles need to know nothing of the object.
  if (actor.role === 'system' || admits(allow, party)) return undefined;
  if (party.memberId !== undefined || party.accountId !== undefined) {
    const now = self || group ? await state() : undefined;
    const own = { self: self?.(input, now) };
    if (admits(allow, party, own)) return undefined;
    if (party.memberId !== undefined && (allow.includes('facilitator') || allow.includes('group'))) {
      const told = group?.(input, now);
      const groupId = typeof told === 'object' ? (await fold(told.fold, told.stream)).groupId : told;
      if (groupId === undefined) return no();
      const { memberSince, facilitator } = await fold(membershipStanding, streamName('membership', `${groupId}.${party.memberId}`));
      const groups = memberSince === undefined ? [] : [groupId];
      if (admits(allow, { ...party, groups, facilitates: facilitator ? groups : [] }, { ...own, group: groupId })) return undefined;
    }
  }
  return no();
};
