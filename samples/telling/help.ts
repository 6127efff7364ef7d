/** Help: offered beforehand or recorded when it had been given, and what its receivers say of it. */
import { plus } from '#event-sourcing';
import { confirmHelp, disputeHelp, offerHelp, recordHelp, withdrawOffer } from '#features/help/help.decider.js';
import { help, offers, type Help } from '../community/help.js';
import { DAY, HOUR, MINUTE } from './clock.js';
import type { Tale } from './tale.js';

export function planHelp(tale: Tale): void {
  for (const [index, each] of help.entries()) planExchange(tale, each, index);
  for (const [index, { who, whom, skill, minutes, on, days, note, withdrawnAfter, ownGroup }] of offers.entries()) {
    const key = `offer ${index}`;
    const when = tale.moments.after(on, days);
    tale.at(when, async () => tale.call('help', key, await tale.give(offerHelp, { giverId: tale.who(who), receiverIds: whom.map(tale.who), skill, minutes, note, ...groupOf(tale, on, ownGroup) }, tale.as(who))));
    if (withdrawnAfter) tale.at(plus(when, withdrawnAfter * DAY), () => tale.give(withdrawOffer, { helpId: tale.id('help', key) }, tale.as(who)));
  }
}

/** The circle of the evening it is told after, unless it had nothing to do with one. */
function groupOf(tale: Tale, on: string, own = false): { groupId?: string } {
  return own ? {} : { groupId: tale.id('group', tale.moments.sitting(on).circle.key) };
}

function planExchange(tale: Tale, exchange: Help, index: number): void {
  const { who, whom, on, skill, minutes, note, key = String(index), offered, there, recordedBy = who, late = 0, ownGroup, unanswered = [], disputed } = exchange;
  const given = tale.moments.help(exchange);
  const recorded = plus(given, late * DAY + (minutes + 20) * MINUTE);
  const helped = () => ({ giverId: tale.who(who), receiverIds: whom.map(tale.who), minutes, skill });
  if (offered) tale.at(plus(given, -offered * DAY), async () => tale.call('help', key, await tale.give(offerHelp, { ...helped(), ...groupOf(tale, on, ownGroup) }, tale.as(who))));
  tale.at(recorded, async () => {
    const place = there ? { meetingId: tale.id('meeting', on) } : groupOf(tale, on, ownGroup);
    const id = await tale.give(recordHelp, { ...helped(), ...place, note, occurredAt: given, ...(offered && { offerId: tale.id('help', key) }) }, tale.as(recordedBy));
    if (!offered) tale.call('help', key, id);
  });
  const answer = (hours: number, command: Parameters<Tale['give']>[0], by: string, input: object = {}): void =>
    tale.at(plus(recorded, hours * HOUR), () => tale.give(command, { helpId: tale.id('help', key), memberId: tale.who(by), ...input }, tale.as(by)));
  for (const [place, receiver] of whom.entries()) {
    // Whoever records what they received has confirmed it.
    if (receiver === recordedBy || receiver === disputed?.by || unanswered.includes(receiver)) continue;
    answer(3 + place * 5 + (index % 4) * 6, confirmHelp, receiver);
  }
  if (!disputed) return;
  answer(9, disputeHelp, disputed.by, { reason: disputed.reason });
  if (disputed.confirmedAfter) answer(disputed.confirmedAfter * 24, confirmHelp, disputed.by);
}
