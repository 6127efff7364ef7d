/** What may be recorded of help: that it was offered, that it was given, and what its receivers say of it. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, instant, isRefusal, streamName, text, type Needs, type Refusal } from '#event-sourcing';
import { groupArchived, groupStanding, noSuchGroup, refuseNamedGroup, type GroupStanding } from '../groups/groups.events.js';
import { meetingOfAnotherGroup, meetingPlace, noSuchMeeting, refusePlace, type MeetingPlace } from '../meetings/meetings.events.js';
import { inFuture, memberErased, memberStanding, noSuchMember, refuseFuture, refuseMember, refuseOthers, skill, standingsOf, type MemberStanding } from '../members/members.events.js';
import { HelpConfirmed, HelpDisputed, helpEvents, helpMinutes, HelpOffered, HelpOfferWithdrawn, HelpRecorded, type HelpEvent } from './help.events.js';
import { helpPolicy } from './help.policy.js';

type Offer = Omit<Extract<HelpEvent, { type: 'HelpOffered' }>['data'], 'note'>;
type Exchange = Omit<Extract<HelpEvent, { type: 'HelpRecorded' }>['data'], 'note' | 'offeredTo'>;

interface State {
  /** Undefined where it was recorded without having been offered. */
  offer?: Offer;
  withdrawn: boolean;
  /** Undefined until it was given. */
  exchange?: Exchange;
  confirmedBy: readonly string[];
  /** The last reason of each who disputed it. */
  disputes: Readonly<Record<string, string | null>>;
}

const initial: State = { withdrawn: false, confirmedBy: [], disputes: {} };

export const help = defineDecider({
  name: 'help',
  events: helpEvents,
  initial,
  evolve(state: State, event: HelpEvent): State {
    switch (event.type) {
      case 'HelpOffered': {
        const { note: _note, ...offer } = event.data;
        return { ...state, offer };
      }
      case 'HelpOfferWithdrawn':
        return { ...state, withdrawn: true };
      case 'HelpRecorded': {
        const { note: _note, offeredTo: _others, ...exchange } = event.data;
        return { ...state, exchange };
      }
      case 'HelpConfirmed':
        return { ...state, confirmedBy: [...state.confirmedBy, event.data.confirmedBy] };
      case 'HelpDisputed':
        return { ...state, disputes: { ...state.disputes, [event.data.disputedBy]: event.data.reason } };
      default:
        event satisfies never;
        return state;
    }
  },
});

export const noSuchExchange = defineRefusal('no-such-exchange', 'There is no such help exchange', 404);
export const helpRecordedAlready = defineRefusal('help-already-recorded', 'This help is recorded already');
export const offerWithdrawn = defineRefusal('offer-withdrawn', 'This offer was withdrawn');
export const notGivenYet = defineRefusal('not-given-yet', 'This help was only offered so far');
export const helpedOneself = defineRefusal('helped-oneself', 'A member helps others', 422);
export const ownHelp = defineRefusal('cannot-confirm-oneself', 'Nobody confirms their own help', 422);
export const alreadyConfirmed = defineRefusal('already-confirmed', 'This member has confirmed this help');

/** Whom one exchange may help: as many as one room teaches. */
const MAX_RECEIVERS = 50;

const may = helpPolicy.commands;
const helpId = z.uuid();
const memberId = z.uuid();
const receiverIds = z.array(memberId).min(1).max(MAX_RECEIVERS);
const note = text(1_000).optional();
const occurredAt = instant.optional();
const ofHelp = (input: { helpId: string }): string => input.helpId;

const unknown = () => noSuchExchange('There is no help exchange with this id that concerns you.');
const withdrawn = () => offerWithdrawn('This offer was withdrawn; if the help was given all the same, record it as an exchange of its own.');

interface People {
  giverId: string;
  receiverIds: readonly string[];
}

const everybody = ({ giverId, receiverIds: helped }: People): Needs => ({ giver: { fold: memberStanding, stream: streamName('member', giverId) }, ...standingsOf(helped) });
const theGroup = (id: string | undefined) => ({ group: { fold: groupStanding, stream: id && streamName('group', id) } });

/** Giver and receivers are people we know, and the giver is none of those who were helped. */
function refusePeople({ giverId, receiverIds: helped }: People, needs: Readonly<Record<string, unknown>>): Refusal | undefined {
  const giver = refuseMember(needs.giver as MemberStanding);
  if (giver) return { ...giver, errors: [{ pointer: '/giverId', detail: 'names nobody we know' }] };
  return refuseOthers('receiverIds', helped, { than: giverId, oneself: () => helpedOneself('Name those who were helped; whoever helped them is not one of them.'), needs });
}

export const offerHelp = defineCommand(help, {
  name: 'offerHelp',
  input: z.strictObject({ helpId, giverId: memberId, receiverIds, groupId: z.uuid().optional(), minutes: helpMinutes.optional(), skill: skill.optional(), note, occurredAt }),
  mints: 'helpId',
  id: ofHelp,
  policy: { allow: may.offerHelp, self: (input) => input.giverId },
  needs: (input): Needs => ({ ...theGroup(input.groupId), ...everybody(input) }),
  refusals: [helpRecordedAlready, noSuchMember, memberErased, helpedOneself, noSuchGroup, groupArchived, inFuture],
  decide({ occurredAt: at, ...offer }, state, { now, needs }) {
    if (state.offer || state.exchange) return helpRecordedAlready('This offer is recorded already.');
    const when = at ?? now;
    const refused = refusePeople(offer, needs) ?? refuseNamedGroup(offer.groupId, needs.group as GroupStanding) ?? refuseFuture(when, now, 'occurredAt');
    return refused ?? [HelpOffered.at(when, { ...offer, receiverIds: [...new Set(offer.receiverIds)] })];
  },
});

export const withdrawOffer = defineCommand(help, {
  name: 'withdrawOffer',
  input: z.strictObject({ helpId, occurredAt }),
  id: ofHelp,
  policy: { allow: may.withdrawOffer, self: (_input, state) => state.offer?.giverId },
  refusals: [noSuchExchange, helpRecordedAlready, offerWithdrawn, inFuture],
  decide({ occurredAt: at }, state, { now }) {
    if (state.exchange) return helpRecordedAlready('This help was given, so there is no offer of it to withdraw any more.');
    if (!state.offer) return unknown();
    if (state.withdrawn) return offerWithdrawn('This offer was withdrawn already.');
    const { minutes: _minutes, skill: _skill, ...about } = state.offer;
    return refuseFuture(at ?? now, now, 'occurredAt') ?? [HelpOfferWithdrawn.at(at ?? now, about)];
  },
});

/** Why an offer cannot come true for these people. Whoever it does not concern learns nothing of it. */
function refuseOffer({ offer, withdrawn: gone, exchange }: State, { giverId, receiverIds: helped }: People): Refusal | undefined {
  if (!offer || offer.giverId !== giverId || !helped.every((id) => offer.receiverIds.includes(id))) {
    return noSuchExchange('There is no offer with this id by this member to all of these.', { errors: [{ pointer: '/offerId', detail: 'names no such offer' }] });
  }
  if (exchange) return helpRecordedAlready('What came of this offer is recorded already.', { errors: [{ pointer: '/offerId', detail: 'has come true already' }] });
  return gone ? withdrawn() : undefined;
}

export const recordHelp = defineCommand(help, {
  name: 'recordHelp',
  input: z.strictObject({
    helpId,
    offerId: z.uuid().optional().describe('The offer that came true; its id becomes the exchange’s. Those who were helped may be fewer than those it was made to.'),
    giverId: memberId,
    receiverIds,
    minutes: helpMinutes,
    skill: skill.optional().describe('That of the offer, if left out.'),
    groupId: z.uuid().optional().describe('That of the meeting or of the offer, if left out.'),
    meetingId: z.uuid().optional(),
    note,
    occurredAt,
  }),
  mints: 'helpId',
  id: (input) => input.offerId ?? input.helpId,
  policy: { allow: may.recordHelp, self: (input) => [input.giverId, ...input.receiverIds] },
  needs: (input): Needs => ({ ...theGroup(input.groupId), meeting: { fold: meetingPlace, stream: input.meetingId && streamName('meeting', input.meetingId) }, ...everybody(input) }),
  refusals: [noSuchExchange, helpRecordedAlready, offerWithdrawn, noSuchMember, memberErased, helpedOneself, noSuchGroup, noSuchMeeting, meetingOfAnotherGroup, inFuture],
  decide({ helpId: newId, offerId, note: words, occurredAt: at, ...given }, state, { now, actor, needs }) {
    const when = at ?? now;
    const alreadyThere = state.offer || state.exchange ? helpRecordedAlready('This help is recorded already; those who were helped confirm it, or dispute it.') : undefined;
    const { group, meeting } = needs as { group: GroupStanding; meeting: MeetingPlace };
    // A group that is archived may have been open then.
    const refused = (offerId === undefined ? alreadyThere : refuseOffer(state, given)) ?? refusePeople(given, needs) ?? refusePlace(given, meeting, { ...group, archived: false }) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    const groupId = given.groupId ?? meeting.groupId ?? state.offer?.groupId;
    const about = given.skill ?? state.offer?.skill;
    const exchange = { ...given, helpId: offerId ?? newId, receiverIds: [...new Set(given.receiverIds)], ...(groupId !== undefined && { groupId }), ...(about !== undefined && { skill: about }) };
    // Whoever records what they received has confirmed it.
    const received = actor.kind === 'member' && exchange.receiverIds.includes(actor.id);
    const offeredTo = state.offer?.receiverIds.filter((id) => !exchange.receiverIds.includes(id)) ?? [];
    return [
      HelpRecorded.at(when, { ...exchange, ...(offeredTo.length > 0 && { offeredTo }), ...(words !== undefined && { note: words }) }),
      ...(received ? [HelpConfirmed.at(now, { ...exchange, confirmedBy: actor.id })] : []),
    ];
  },
});

const ofReceiver = ({ memberId: who }: { memberId: string }): string => who;
const theReceiver = (input: { memberId: string }) => ({ member: { fold: memberStanding, stream: streamName('member', input.memberId) } });
const answering = [noSuchExchange, notGivenYet, offerWithdrawn, ownHelp, noSuchMember, memberErased] as const;

/** The exchange that somebody received, or why they can neither confirm nor dispute it. */
function receivedBy(who: string, { offer, withdrawn: gone, exchange }: State, member: MemberStanding): Exchange | Refusal {
  const about = exchange ?? offer;
  if (who === about?.giverId) return ownHelp('Those who were helped confirm it or dispute it; whoever helped them does neither.', { errors: [{ pointer: '/memberId', detail: 'names the giver' }] });
  // Whoever it does not concern learns nothing of it.
  if (!about?.receiverIds.includes(who)) return unknown();
  if (!exchange) return gone ? withdrawn() : notGivenYet('This help was only offered so far; record first that it was given.');
  return refuseMember(member) ?? exchange;
}

export const confirmHelp = defineCommand(help, {
  name: 'confirmHelp',
  input: z.strictObject({ helpId, memberId }),
  id: ofHelp,
  needs: theReceiver,
  policy: { allow: may.confirmHelp, self: ofReceiver },
  refusals: answering,
  decide({ memberId: who }, state, { now, needs }) {
    const exchange = receivedBy(who, state, needs.member);
    if (isRefusal(exchange)) return exchange;
    return state.confirmedBy.includes(who) ? [] : [HelpConfirmed.at(now, { ...exchange, confirmedBy: who })];
  },
});

export const disputeHelp = defineCommand(help, {
  name: 'disputeHelp',
  input: z.strictObject({ helpId, memberId, reason: text(1_000) }),
  id: ofHelp,
  needs: theReceiver,
  policy: { allow: may.disputeHelp, self: ofReceiver },
  refusals: [...answering, alreadyConfirmed],
  decide({ memberId: who, reason }, state, { now, needs }) {
    const exchange = receivedBy(who, state, needs.member);
    if (isRefusal(exchange)) return exchange;
    if (state.confirmedBy.includes(who)) return alreadyConfirmed('You have confirmed this help, and that stays; speak with whoever gave it.');
    return state.disputes[who] === reason ? [] : [HelpDisputed.at(now, { ...exchange, disputedBy: who, reason })];
  },
});

export const helpCommands = [offerHelp, withdrawOffer, recordHelp, confirmHelp, disputeHelp] as const;
