/** Whom a member does not want to be put in touch with: for that member, and for matching. */
import { defineView } from '#event-sourcing';
import { MemberBlocked, MemberRegistered, MemberUnblocked, PersonalDataErased, type MemberBlocksDocument } from '../members.events.js';

const events = [MemberRegistered, MemberBlocked, MemberUnblocked, PersonalDataErased] as const;

export const memberBlocksView = defineView<MemberBlocksDocument, typeof events>({
  name: 'memberBlocks',
  // 2: there from the first, so that who blocks nobody reads that.
  version: 2,
  events,
  lists: [{ by: [], sort: 'id' }],
  ids: (event) => [event.data.memberId],
  evolve(doc, event, id) {
    if (event.type === 'PersonalDataErased') return undefined;
    if (event.type === 'MemberRegistered') return doc ?? { id, blockedMemberIds: [] };
    const { blockedMemberId } = event.data;
    const others = (doc?.blockedMemberIds ?? []).filter((blocked) => blocked !== blockedMemberId);
    return { id, blockedMemberIds: event.type === 'MemberBlocked' && blockedMemberId ? [...others, blockedMemberId] : others };
  },
});
