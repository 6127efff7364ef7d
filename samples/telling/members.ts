/** How people became known, and what they changed of themselves since. */
import { plus } from '#event-sourcing';
import { blockMember, changeProfile, endSkillSearch, offerSkill, pledgeTime, registerMember, seekSkill, setIntroductionCapacity, unblockMember, withdrawSkillOffer } from '#features/members/members.decider.js';
import { circles } from '../community/circles.js';
import { people } from '../community/people.js';
import { reviews } from '../community/reviews.js';
import { changes, requests } from '../community/turns.js';
import { DAY, MINUTE } from './clock.js';
import type { Tale } from './tale.js';

export function planMembers(tale: Tale): void {
  for (const [index, { key, name, zone, interests, offers, seeks, hours }] of people.entries()) {
    tale.at(plus(firstMet(tale, key), -16 * DAY + index * 19 * MINUTE), async () => {
      tale.call('member', key, await tale.give(registerMember, { displayName: name, email: `${key}@example.org`, interests, timeZone: zone }));
      const memberId = tale.who(key);
      await tale.giveAll([
        ...offers.map(([skill, level]) => [offerSkill, { memberId, skill, level }] as const),
        ...seeks.map(([skill, level]) => [seekSkill, { memberId, skill, level }] as const),
        [pledgeTime, { memberId, hoursPerMonth: hours }],
      ]);
    });
  }
  for (const { who, on, days, ...what } of changes) {
    tale.at(tale.moments.after(on, days), async () => {
      const memberId = tale.who(who);
      const give = (command: Parameters<Tale['give']>[0], input: object) => tale.give(command, { memberId, ...input }, tale.as(who));
      if (what.hoursPerMonth !== undefined) await give(pledgeTime, { hoursPerMonth: what.hoursPerMonth });
      if (what.displayName !== undefined) await give(changeProfile, { displayName: what.displayName });
      if (what.capacity !== undefined) await give(setIntroductionCapacity, { capacity: what.capacity });
      if (what.offersNoMore !== undefined) await give(withdrawSkillOffer, { skill: what.offersNoMore });
      if (what.seeksNoMore !== undefined) await give(endSkillSearch, { skill: what.seeksNoMore });
      if (what.blocks !== undefined) await give(blockMember, { blockedMemberId: tale.who(what.blocks) });
      if (what.unblocks !== undefined) await give(unblockMember, { blockedMemberId: tale.who(what.unblocks) });
    });
  }
}

/** The first evening of a circle they joined, or when they first asked for one, or reviewed one. */
function firstMet({ moments }: Tale, who: string): string {
  const joined = circles.flatMap(({ key, joined: weeks }) => (weeks[who] === undefined ? [] : [moments.start(key, weeks[who])]));
  const asked = requests.flatMap((request) => (request.who === who ? [moments.after(request.on, request.days)] : []));
  const reviewed = reviews.flatMap((review) => (review.by === who ? [moments.after(review.on, review.days)] : []));
  return [...joined, ...asked, ...reviewed].sort()[0] as string;
}
