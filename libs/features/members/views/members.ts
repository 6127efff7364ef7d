/** Members as they are today, one document a person. */
import { assign, assignKeyed, defineView } from '#event-sourcing';
import { DEFAULT_INTRODUCTION_CAPACITY, memberEvents, skillKey, type MemberDocument } from '../members.events.js';

export const membersView = defineView<MemberDocument, typeof memberEvents>({
  name: 'members',
  version: 2,
  events: memberEvents,
  lists: [
    { by: [], sort: 'registeredAt' },
    { by: [], sort: 'displayName' },
    { by: ['offersSkills'], sort: 'displayName' },
    { by: ['offersSkills'], sort: 'registeredAt' },
    { by: ['seeksSkills'], sort: 'displayName' },
  ],
  fields: { registeredAt: 'instant', displayName: 'string', offersSkills: 'keys', seeksSkills: 'keys' },
  edits: ['MemberRegistered', 'MemberProfileChanged'],
  tag: (id) => `member:${id}`,
  ids: (event) => [event.data.memberId],
  search: (doc) => [doc.displayName, ...(doc.interests ?? []), ...[...doc.offers, ...doc.seeks].map(({ skill }) => skill)],
  evolve(doc, event) {
    if (event.type === 'MemberRegistered') return registered(event);
    if (!doc) return undefined;
    switch (event.type) {
      case 'MemberProfileChanged': {
        const { memberId: _id, cleared = [], ...changed } = event.data;
        return assign(doc, event, { ...changed, ...Object.fromEntries(cleared.map((field) => [field, null])) });
      }
      case 'SkillOffered':
      case 'SkillOfferWithdrawn': {
        const { skill } = event.data;
        const offer = event.type === 'SkillOffered' ? { skill, level: event.data.level ?? null } : undefined;
        return assignKeyed(doc, event, `offers ${skillKey(skill)}`, (before) => {
          const others = before.offers.filter((each) => skillKey(each.skill) !== skillKey(skill));
          const offers = offer ? [...others, offer] : others;
          return { ...before, offers, offersSkills: offers.map((each) => skillKey(each.skill)) };
        });
      }
      case 'SkillSought':
      case 'SkillSearchEnded': {
        const { skill } = event.data;
        const search = event.type === 'SkillSought' ? { skill, level: event.data.level ?? null } : undefined;
        return assignKeyed(doc, event, `seeks ${skillKey(skill)}`, (before) => {
          const others = before.seeks.filter((each) => skillKey(each.skill) !== skillKey(skill));
          const seeks = search ? [...others, search] : others;
          return { ...before, seeks, seeksSkills: seeks.map((each) => skillKey(each.skill)) };
        });
      }
      case 'TimePledged':
        return assign(doc, event, { hoursPerMonth: event.data.hoursPerMonth });
      case 'IntroductionCapacitySet':
        return assign(doc, event, { introductionCapacity: event.data.capacity });
      case 'PersonalDataErased':
        return { ...doc, displayName: null, email: null, interests: null, offers: [], seeks: [], offersSkills: [], seeksSkills: [], erased: true };
      case 'MemberBlocked':
      case 'MemberUnblocked':
        return doc;
      default:
        event satisfies never;
        return doc;
    }
  },
});

function registered(event: { occurredAt: string; data: { memberId: string; displayName: string | null; email?: string | null | undefined; interests?: string[] | null | undefined; timeZone?: string | undefined } }): MemberDocument {
  const { memberId, displayName, email = null, interests = null, timeZone = null } = event.data;
  const blank = {
    id: memberId,
    hoursPerMonth: null,
    introductionCapacity: DEFAULT_INTRODUCTION_CAPACITY,
    offers: [],
    seeks: [],
    offersSkills: [],
    seeksSkills: [],
    registeredAt: event.occurredAt,
    erased: false,
  };
  return assign<MemberDocument>({ ...blank, displayName: null, email: null, interests: null, timeZone: null }, event, { displayName, email, interests, timeZone });
}
