/** Whom a member does not want to be put in touch with: for that member, and for matching. */
import { defineView } from '#event-sourcing';
import { MemberBlocked, MemberUnblocked, PersonalDataErased, type MemberBlocksDocument } from '../members.events.js';

const events = [MemberBlocked, MemberUnblocked, PersonalDataErased] as const;

export const memberBlocksView = defineView<MemberBlocksDocument, typeof events>({
  name: 'memberBlocks',
  version: 1,
  events,
  lists: [{ by: [], sort: 'id' }],
  ids: (event) => [event.data.memberId],
  evolve(doc, event, id) {
    if (event.type === 'PersonalDataErased') return undefined;
    const { blockedMemberId } = event.data;
    const others = (doc?.blockedMemberIds ?? []).filter((blocked) => blocked !== blockedMemberId);
    return { id, blockedMemberIds: event.type === 'MemberBlocked' && blockedMemberId ? [...others, blockedMemberId] : others };
  },
});
