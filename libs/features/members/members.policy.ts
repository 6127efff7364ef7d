/** Who may do what to members. */
import { definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import { PersonalDataErased, type MemberDocument } from './members.events.js';

const forThem: Row = ['administrator', 'integrator', 'self'];
/** What the member and staff see alone. */
const inConfidence: Row = [...STAFF, 'self'];
// Who blocks whom is seen by nobody else.
const blocks = { read: ['self'], self: ({ data }: { data: unknown }) => (data as { memberId: string }).memberId } as const;

const members: DocumentPolicy<MemberDocument> = {
  self: ({ id }) => id,
  read: { any: [...STAFF, 'member'] },
  // Whether an import knows somebody by an id is for those who import.
  fields: { externalId: STAFF, email: inConfidence, hoursPerMonth: inConfidence, introductionCapacity: inConfidence },
};

export const memberPolicy = definePolicy({
  commands: {
    registerMember: ['administrator', 'integrator'],
    changeProfile: forThem,
    offerSkill: forThem,
    withdrawSkillOffer: forThem,
    seekSkill: forThem,
    endSkillSearch: forThem,
    pledgeTime: forThem,
    setIntroductionCapacity: forThem,
    // Nobody can say it for another.
    blockMember: ['self'],
    unblockMember: ['self'],
  },
  documents: {
    members,
    memberBlocks: { self: ({ id }: { id: string }) => id, read: { any: ['self'] } },
  },
  events: { MemberBlocked: blocks, MemberUnblocked: blocks },
  // What was personal about somebody is nobody's to read any more.
  withdraws: [PersonalDataErased.type],
});
