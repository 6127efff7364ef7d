/** /api/v1/members */
import { z } from 'zod';
import { defineResource } from '#event-sourcing-nest';
import { hoursPerMonth, introductionCapacity, skillLevel } from './members.events.js';
import * as commands from './members.decider.js';
import { memberPolicy } from './members.policy.js';
import { memberBlocksView } from './views/member-blocks.js';
import { membersView } from './views/members.js';

const skillName = z.string().min(1).max(100);

/** What anybody in the network sees of a member; e-mail, pledge and capacity are for the member and staff. */
const schema = z.strictObject({
  id: z.uuid(),
  displayName: z.string().max(200).nullable().describe('Null once erased.'),
  interests: z.array(skillName).max(100).nullable(),
  timeZone: z.string().max(64).nullable(),
  offers: z.array(z.strictObject({ skill: skillName, level: skillLevel.nullable() })).max(1_000),
  seeks: z.array(z.strictObject({ skill: skillName, level: skillLevel.nullable().describe('The one they want to reach; null: none said.') })).max(1_000),
  registeredAt: z.iso.datetime(),
  erased: z.boolean(),
  email: z.string().max(254).nullable().optional().describe('For the member and staff only.'),
  hoursPerMonth: hoursPerMonth.nullable().optional().describe('For the member and staff only.'),
  introductionCapacity: introductionCapacity.optional().describe('For the member and staff only.'),
});

const EXAMPLE_MEMBER = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';

export const MembersController = defineResource({
  path: 'members',
  tag: 'Members',
  reads: {
    view: membersView,
    schema,
    singular: 'member',
    plural: 'members',
    externalKind: 'member',
    example: {
      id: EXAMPLE_MEMBER,
      displayName: 'Amara Okafor',
      interests: ['Food co-operatives'],
      timeZone: 'Europe/Berlin',
      offers: [{ skill: 'pricing', level: 4 }],
      seeks: [{ skill: 'bookkeeping', level: 3 }],
      registeredAt: '2026-01-12T09:00:00.000Z',
      erased: false,
    },
    policy: memberPolicy.documents.members,
    neverShown: ['offersSkills', 'seeksSkills'],
    recordsAccess: true,
  },
  commands: [
    {
      verb: 'create',
      command: commands.registerMember, records: 'MemberRegistered',
      summary: 'Register a member',
      example: { displayName: 'Amara Okafor', email: 'amara@example.org', interests: ['Food co-operatives'], timeZone: 'Europe/Berlin' },
    },
    {
      verb: 'edit',
      command: commands.changeProfile, records: 'MemberProfileChanged',
      idField: 'memberId',
      summary: 'Change a member’s profile',
      description: 'Merge patch: null empties a field, absent fields stay.',
      example: { displayName: 'Amara Okafor-Lang', interests: null },
    },
    { verb: 'offer-skill', command: commands.offerSkill, records: 'SkillOffered', idField: 'memberId', summary: 'Offer a skill', example: { skill: 'pricing', level: 4 } },
    { verb: 'withdraw-skill-offer', command: commands.withdrawSkillOffer, records: 'SkillOfferWithdrawn', idField: 'memberId', summary: 'Withdraw the offer of a skill', example: { skill: 'pricing' } },
    { verb: 'seek-skill', command: commands.seekSkill, records: 'SkillSought', idField: 'memberId', summary: 'Seek a skill', description: '`level` is the one they want to reach: nobody who offers a lower one is suggested for it. Sought again, the level is replaced.', example: { skill: 'bookkeeping', level: 3 } },
    { verb: 'end-skill-search', command: commands.endSkillSearch, records: 'SkillSearchEnded', idField: 'memberId', summary: 'End the search for a skill', example: { skill: 'bookkeeping' } },
    { verb: 'pledge-time', command: commands.pledgeTime, records: 'TimePledged', idField: 'memberId', summary: 'Pledge hours a month', example: { hoursPerMonth: 6 } },
    {
      verb: 'block',
      command: commands.blockMember, records: 'MemberBlocked',
      idField: 'memberId',
      summary: 'Block another member',
      description: 'No introduction to them any more. Seen by nobody else; only by the member.',
      example: { blockedMemberId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12' },
    },
    { verb: 'unblock', command: commands.unblockMember, records: 'MemberUnblocked', idField: 'memberId', summary: 'Lift a block', example: { blockedMemberId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e12' } },
    { verb: 'set-introduction-capacity', command: commands.setIntroductionCapacity, records: 'IntroductionCapacitySet', idField: 'memberId', summary: 'Say how many introductions at a time', example: { capacity: 2 } },
  ],
});

/** A member's own blocks: nobody else's key finds any. */
export const MemberBlocksController = defineResource({
  path: 'member-blocks',
  tag: 'Members',
  reads: {
    view: memberBlocksView,
    schema: z.strictObject({ id: z.uuid(), blockedMemberIds: z.array(z.uuid()).max(10_000) }),
    singular: 'member block list',
    plural: 'member block lists',
    singlesOnly: true,
    example: { id: EXAMPLE_MEMBER, blockedMemberIds: [] },
    policy: memberPolicy.documents.memberBlocks,
  },
});
