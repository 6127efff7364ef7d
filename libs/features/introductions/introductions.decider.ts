/** What may be recorded of an introduction: suggested by the seeker or for both, then accepted or declined by each of the two for themselves. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, streamName, text, type Refusal } from '#event-sourcing';
import { DEFAULT_INTRODUCTION_CAPACITY, memberErased, memberStanding, noSuchMember, openness, refuseMember, valueNow, type MemberStanding, type Openness } from '../members/members.events.js';
import { membershipStanding, membershipStream, type MembershipStanding } from '../memberships/memberships.events.js';
import { IntroductionAccepted, IntroductionDeclined, introductionEvents, IntroductionSuggested, scoreParts } from './introductions.events.js';
import { introductionPolicy } from './introductions.policy.js';

interface State {
  /** Undefined before it was suggested. */
  seekerId?: string;
  teacherId?: string;
  groupId?: string | undefined;
  acceptedBy: readonly string[];
  declinedBy?: string;
}

export const introductions = defineDecider({
  name: 'introduction',
  events: introductionEvents,
  initial: { acceptedBy: [] } as State,
  evolve(state: State, event): State {
    switch (event.type) {
      case 'IntroductionSuggested': {
        const { seekerId, teacherId, groupId } = event.data;
        return { ...state, seekerId, teacherId, groupId };
      }
      case 'IntroductionAccepted':
        return { ...state, acceptedBy: [...state.acceptedBy, event.data.memberId] };
      case 'IntroductionDeclined':
        return { ...state, declinedBy: event.data.memberId };
      default:
        event satisfies never;
        return state;
    }
  },
});

function isFull({ capacity }: Openness, load: number): boolean {
  return load >= (valueNow(capacity) ?? DEFAULT_INTRODUCTION_CAPACITY);
}

export const noSuchIntroduction = defineRefusal('no-such-introduction', 'There is no such introduction', 404);
export const alreadySuggested = defineRefusal('already-suggested', 'This introduction is suggested already');
export const introducedToOneself = defineRefusal('introduced-to-oneself', 'Two different members are introduced', 422);
export const notInTheGroup = defineRefusal('not-in-the-group', 'Both must belong to the group');
export const alreadyPending = defineRefusal('already-pending', 'An introduction of the two waits for an answer');
export const declinedLately = defineRefusal('declined-lately', 'This was declined a short while ago');
export const noteNeeded = defineRefusal('note-needed', 'A note is needed', 422);
export const noPlaceLeft = defineRefusal('no-place-left', 'You have as many introductions as you take');
export const notAvailable = defineRefusal('not-available', 'They cannot be introduced at the moment');
export const alreadyAnswered = defineRefusal('already-answered', 'This introduction is answered already');

const introductionId = z.uuid();
const sentences = z.array(z.string().min(1).max(300)).max(20);
const load = z.int().min(0);

/** What streams of others than these two tell; the route finds it in the views. */
const found = z.strictObject({
  /** Absent where the teacher offers nothing that is sought. */
  match: z.strictObject({ score: z.int().min(0).max(100), parts: scoreParts, skills: z.array(z.string().min(1).max(100)).max(20), reasonsForSeeker: sentences, reasonsForTeacher: sentences }).optional(),
  seekerLoad: load,
  teacherLoad: load,
  /** Whether the teacher belongs to any group. */
  teacherBelongs: z.boolean(),
  /** Whether an introduction of the two waits for an answer. */
  pending: z.boolean(),
  /** Who of the two declined to be introduced in the last 90 days. */
  declinedBy: z.uuid().optional(),
});
export type Found = z.output<typeof found>;

/** The same for an answer. */
const foundOfTeacher = found.pick({ teacherBelongs: true });

const NOTHING_FOUND: Found = { seekerLoad: 0, teacherLoad: 0, teacherBelongs: true, pending: false };

const ofIntroduction = (input: { introductionId: string }) => input.introductionId;
/** The two, and what they are to the group, where there is one. */
const ofBoth = ({ seekerId, teacherId, groupId }: Pick<State, 'seekerId' | 'teacherId' | 'groupId'>) => {
  const open = (memberId: string | undefined) => ({ fold: openness, stream: memberId && streamName('member', memberId) });
  const within = (memberId: string | undefined) => ({ fold: membershipStanding, stream: memberId && membershipStream(groupId, memberId) });
  return { seeker: open(seekerId), teacher: open(teacherId), seekerWithin: within(seekerId), teacherWithin: within(teacherId) };
};
const answering = ({ memberId }: { memberId: string }) => ({ member: { fold: memberStanding, stream: streamName('member', memberId) } });
const self = (input: { memberId: string }) => input.memberId;
const may = introductionPolicy.commands;

export const suggestIntroduction = defineCommand(introductions, {
  name: 'suggestIntroduction',
  input: z.strictObject({
    introductionId,
    seekerId: z.uuid(),
    teacherId: z.uuid(),
    groupId: z.uuid().optional().describe('A group both belong to: its facilitators may suggest it, and read of it.'),
    note: text(1_000).optional().describe('Why, in your words: both read it. Needed where the teacher offers nothing that is sought.'),
    found: found.default(NOTHING_FOUND),
  }),
  mints: 'introductionId',
  id: ofIntroduction,
  policy: { allow: may.suggestIntroduction, self: (input) => input.seekerId, group: (input) => input.groupId },
  needs: (input) => ofBoth(input),
  refusals: [alreadySuggested, introducedToOneself, noSuchMember, memberErased, notInTheGroup, alreadyPending, declinedLately, noteNeeded, noPlaceLeft, notAvailable],
  decide(input, state, { now, actor, needs }) {
    const { introductionId: id, seekerId, teacherId, groupId, note, found: { match, seekerLoad, teacherLoad, teacherBelongs, pending, declinedBy } } = input;
    const { seeker, teacher } = needs;
    if (state.seekerId !== undefined) return alreadySuggested('This introduction is suggested already.');
    if (seekerId === teacherId) return introducedToOneself('An introduction is of two members; name somebody else.', { errors: [{ pointer: '/teacherId', detail: 'is the seeker' }] });
    const refused = refuseNamed(seeker, 'seekerId') ?? refuseNamed(teacher, 'teacherId');
    if (refused) return refused;
    if (groupId !== undefined && !areWithin(needs)) {
      return notInTheGroup('An introduction in a group is of two who both belong to it today; leave the group out, or name another.', { errors: [{ pointer: '/groupId', detail: 'is not a group both belong to' }] });
    }
    const own = [seekerId, teacherId].find((memberId) => memberId === actor.id);
    if (pending && own !== undefined) return alreadyPending('An introduction of you two waits for an answer already.');
    // A seeker who declined may think better of it; the other one is left in peace.
    const declined = declinedBy !== undefined && declinedBy !== own;
    if (declined && own !== undefined) return declinedLately('They declined to be introduced to you less than 90 days ago; try again when these have passed, or with somebody else.');
    if (!match && note === undefined) return noteNeeded('They offer nothing that is sought, so say in a note why the two should meet.', { errors: [{ pointer: '/note', detail: 'is needed' }] });
    const seekerFull = isFull(seeker, seekerLoad);
    if (seekerFull && own === seekerId) return noPlaceLeft('You have as many introductions as you take at a time; answer one, or say that you take more.');
    // Nobody learns that somebody blocks somebody, and others not what waits between the two or was declined: all meet the words of whoever comes too late.
    if (pending || declined || seekerFull || isFull(teacher, teacherLoad) || !teacherBelongs || isBlocked(input, needs)) {
      return unavailable();
    }
    const named = { introductionId: id, seekerId, teacherId, ...(groupId !== undefined && { groupId }) };
    const suggested = IntroductionSuggested.at(now, {
      ...named,
      ...(match ?? { skills: [], reasonsForSeeker: [], reasonsForTeacher: [] }),
      ...(note !== undefined && { note }),
    });
    // Whoever suggests it for themselves wants it.
    return own === undefined ? [suggested] : [suggested, IntroductionAccepted.at(now, { ...named, memberId: own })];
  },
});

const unavailable = () => notAvailable('These two cannot be introduced at the moment; try again in a while, or with somebody else.');

type Both = Record<'seeker' | 'teacher', Openness> & Record<'seekerWithin' | 'teacherWithin', MembershipStanding>;

function isBlocked({ seekerId, teacherId }: Pick<State, 'seekerId' | 'teacherId'>, { seeker, teacher }: Both): boolean {
  return seeker.blocked.includes(teacherId as string) || teacher.blocked.includes(seekerId as string);
}

function areWithin({ seekerWithin, teacherWithin }: Both): boolean {
  return seekerWithin.memberSince !== undefined && teacherWithin.memberSince !== undefined;
}

function refuseNamed(standing: MemberStanding, field: string): Refusal | undefined {
  const refused = refuseMember(standing);
  return refused && { ...refused, errors: [{ pointer: `/${field}`, detail: 'names nobody who can be introduced' }] };
}

/** Of these two, and not answered for good. */
function refuseAnswer(memberId: string, { seekerId, teacherId, acceptedBy, declinedBy }: State): Refusal | undefined {
  // Whoever is neither of the two learns nothing of it.
  if (memberId !== seekerId && memberId !== teacherId) return noSuchIntroduction('There is no introduction of yours with this id.');
  if (declinedBy !== undefined) return alreadyAnswered('This introduction was declined; it can be suggested anew 90 days after that.');
  return acceptedBy.length === 2 ? alreadyAnswered('Both of you have accepted this introduction.') : undefined;
}

function about(id: string, { seekerId, teacherId, groupId }: State) {
  return { introductionId: id, seekerId: seekerId as string, teacherId: teacherId as string, ...(groupId !== undefined && { groupId }) };
}

export const acceptIntroduction = defineCommand(introductions, {
  name: 'acceptIntroduction',
  input: z.strictObject({ introductionId, memberId: z.uuid(), found: foundOfTeacher.default({ teacherBelongs: true }) }),
  id: ofIntroduction,
  policy: { allow: may.acceptIntroduction, self },
  needs: (_input, state) => ofBoth(state),
  refusals: [noSuchIntroduction, noSuchMember, memberErased, alreadyAnswered, notAvailable],
  decide({ introductionId: id, memberId, found: { teacherBelongs } }, state, { now, needs }) {
    if (state.acceptedBy.includes(memberId) && state.declinedBy === undefined) return [];
    const refused = refuseAnswer(memberId, state) ?? refuseMember(memberId === state.seekerId ? needs.seeker : needs.teacher);
    if (refused) return refused;
    // What stood in the way of a suggestion may have come between since, and is not told apart now either.
    const apart = needs.seeker.erased || needs.teacher.erased || !teacherBelongs || (state.groupId !== undefined && !areWithin(needs)) || isBlocked(state, needs);
    return apart ? unavailable() : [IntroductionAccepted.at(now, { ...about(id, state), memberId })];
  },
});

export const declineIntroduction = defineCommand(introductions, {
  name: 'declineIntroduction',
  input: z.strictObject({ introductionId, memberId: z.uuid(), reason: text(1_000).optional().describe('The other one reads it.') }),
  id: ofIntroduction,
  policy: { allow: may.declineIntroduction, self },
  needs: answering,
  refusals: [noSuchIntroduction, noSuchMember, memberErased, alreadyAnswered],
  decide({ introductionId: id, memberId, reason }, state, { now, needs }) {
    if (state.declinedBy === memberId) return [];
    return refuseAnswer(memberId, state) ?? refuseMember(needs.member) ?? [IntroductionDeclined.at(now, { ...about(id, state), memberId, ...(reason !== undefined && { reason }) })];
  },
});

export const introductionCommands = [suggestIntroduction, acceptIntroduction, declineIntroduction] as const;
