/** What each operation is asked for: a fresh thing, in the state in which the operation succeeds for whoever may. */
import { Secret, TOTP } from 'otpauth';
import { formatPosition, isRefusal, newId, type CommandOutcome, type RecordedEvent } from '#event-sourcing';
import type { GrantedRole } from '#features/accounts/accounts.events.js';
import { claimEmail } from '#features/accounts/claims.js';
import { criterion } from '#features/alignment/alignment.events.js';
import { codeShown } from '#features/meetings/check-in.code.js';
import { expectedOf } from '#features/meetings/expected.js';
import { followed } from '#features/meetings/reactions/when-a-series-changed-then-its-meetings-follow.js';
import { LINKS, type LinkPurpose } from '../api/sign-in/mails.js';
import { FOUNDED, JOINED, OWNERS, TESTS, type Cast, type Somebody } from './cast.js';
import { Browser, passProvider } from './identity-provider.js';
import { tokenIn } from './mailbox.js';
import type { Cell, Who } from './matrix.table.js';
import { passwordFor } from './person.js';

/** A cell of the matrix. */
export interface Case {
  cast: Cast;
  who: Who;
  actor: Somebody;
  /** Whose own the thing is: whoever asks, under `own`, `ownKey` and `admOwn`. */
  subject: Somebody;
}

/** What makes the document's example a valid request for this thing. */
export interface Asked {
  /** The `{id}` or `{name}` of the path. */
  id?: string;
  query?: Record<string, string>;
  /** Fields that take the place of the example's. */
  body?: Record<string, unknown>;
  cookie?: string;
  accept?: string;
  /** Asks in another session than the one of the cast. */
  actor?: Somebody;
  /** Whether an answer holds what was made, and how much of it. */
  told?(answer: any): Cell;
  /** The document in an answer. */
  document?(answer: any): object | undefined;
  /** The id of what somebody sees last in a stream. */
  until?: string;
}

export interface Scenario {
  /** Somebody newly come asks: the request changes who may do what afterwards. */
  newActor?: true;
  /** The thing is somebody's of whom nothing else is known. */
  newSubject?: true;
  oneByOne?: true;
  make(given: Case): Promise<Asked>;
}

export async function caseOf(cast: Cast, who: Who, actor: Somebody, { newActor, newSubject }: Scenario): Promise<Case> {
  const owner = OWNERS.includes(who);
  const asks = who !== 'narrow' && (newActor || (newSubject && owner)) ? await cast.anew(who) : actor;
  if (owner) return { cast, who, actor: asks, subject: who === 'ownKey' && !newActor && !newSubject ? cast.ben : asks };
  return { cast, who, actor: asks, subject: newSubject ? await cast.anew('own') : cast.ben };
}

const PASSWORD = passwordFor('everybody here');
const STARTS = '2025-03-04T17:00:00Z';
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

const done = (make: (given: Case) => Promise<Asked> | Asked): Scenario => ({ make: async (given) => make(given) });
/** Signing in ends the session somebody had there. */
const signingIn = (make: (given: Case) => Promise<Asked>): Scenario => ({ newActor: true, make });
const memberOf = ({ subject }: Case): string => subject.memberId as string;
/** The account that a key or nobody is asked for stands for nothing. */
const accountOf = ({ actor, cast }: Case): string => actor.accountId ?? (cast.ben.accountId as string);
const single = { document: (answer: any) => answer as object };
const among = (id: string) => ({ document: (answer: any) => answer.items.find((item: any) => item.id === id) as object | undefined, told: (answer: any): Cell => (answer.items.some((item: any) => item.id === id) ? 'yes' : '-') });

async function meeting({ cast }: Case, { meetingId, groupId = cast.groupId, startsAt = STARTS }: { meetingId?: string; groupId?: string; startsAt?: string } = {}): Promise<string> {
  return (await cast.give('scheduleMeeting', { meetingId, groupId, title: cast.name('evening'), startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(), mode: 'inPerson', place: 'Alte Post', occurredAt: FOUNDED })).id;
}

const daysOn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Tuesdays of the next three months; what follows from it has happened. */
async function series({ cast }: Case, groupId = cast.groupId): Promise<string> {
  const { id, events } = await cast.give('planSeries', { groupId, title: cast.name('evenings'), rule: { frequency: 'weekly', interval: 1, weekday: 'tuesday' }, startTime: '18:00', durationMinutes: 120, from: daysOn(1), until: daysOn(100) });
  await followed(cast.runtime.runner, events[0] as RecordedEvent);
  return id;
}

async function attended(given: Case, where: { groupId?: string; startsAt?: string } = {}): Promise<string> {
  const meetingId = await meeting(given, where);
  await given.cast.give('recordAttendance', { meetingId, entries: [{ memberId: memberOf(given), outcome: 'present', minutes: 60 }] });
  return meetingId;
}

async function reflected(given: Case, more: Record<string, unknown> = {}): Promise<CommandOutcome & { meetingId: string }> {
  const meetingId = await meeting(given);
  const outcome = await given.cast.give('recordReflection', { authorId: memberOf(given), context: { kind: 'meeting', id: meetingId }, what: 'We lost two clients.', soWhat: 'It was guessing.', ...more });
  return { ...outcome, meetingId };
}

/** Somebody else of the subject's group names the subject in what they learned; answers who. */
async function taught(given: Case, visibility: string): Promise<string> {
  const authorId = await given.cast.member();
  await given.cast.join(given.cast.groupId, authorId);
  await given.cast.give('recordReflection', { authorId, context: { kind: 'meeting', id: await meeting(given) }, what: 'How to ask.', soWhat: 'I will.', learnedFrom: [memberOf(given)], visibility });
  return authorId;
}

/** A group of those who ask; the subject asks for membership in it, or has it. */
async function membership(given: Case, state: 'none' | 'requested' | 'active' | 'left'): Promise<{ groupId: string; memberId: string }> {
  const { cast } = given;
  const memberId = memberOf(given);
  const groupId = await cast.group(...(state === 'active' || state === 'left' ? [memberId] : []));
  if (state === 'requested') await cast.give('requestMembership', { groupId, memberId });
  if (state === 'left') await cast.give('leaveGroup', { groupId, memberId, reason: 'Moved away.' });
  return { groupId, memberId };
}

const onMembership = (state: 'none' | 'requested' | 'active', body: Record<string, unknown> = {}): Scenario =>
  done(async (given) => {
    const { groupId, memberId } = await membership(given, state);
    return { id: groupId, body: { memberId, ...body } };
  });

const onMeeting = (body: (given: Case) => Record<string, unknown> = () => ({})): Scenario => done(async (given) => ({ id: await meeting(given), body: body(given) }));
const onMember = (prepare: (given: Case) => Promise<Record<string, unknown>> | Record<string, unknown>): Scenario => done(async (given) => ({ id: memberOf(given), body: await prepare(given) }));
const onGroup = (prepare: (cast: Cast, groupId: string) => Promise<unknown> = async () => undefined): Scenario =>
  done(async (given) => {
    const id = await given.cast.group(memberOf(given));
    await prepare(given.cast, id);
    return { id };
  });

const withVisibility = (visibility: string) => ({ visibility });
const onReflection = (body: (given: Case) => Record<string, unknown> | undefined): Scenario => done(async (given) => ({ id: (await reflected(given)).id, ...(body(given) && { body: body(given) as Record<string, unknown> }) }));
const readsReflection = (visibility: string): Scenario => done(async (given) => ({ id: (await reflected(given, withVisibility(visibility))).id, ...single }));
const readsValueStory = (visibility: string): Scenario => done(async (given) => ({ id: (await reflected(given, withVisibility(visibility))).id }));
const listsReflection = (visibility: string): Scenario =>
  done(async (given) => {
    const { id, meetingId } = await reflected(given, withVisibility(visibility));
    return { query: { meetingId }, ...among(id) };
  });
const confirmsValue = (visibility: string): Scenario =>
  done(async (given) => {
    const { cast } = given;
    const { id } = await cast.give('recordReflection', { authorId: cast.eve, what: 'It worked.', soWhat: 'It can.', value: 'realised', visibility });
    return { id, body: { memberId: memberOf(given) } };
  });

/** Eve helped the subject, in the group unless said otherwise. */
const helped = (given: Case, more: Record<string, unknown> = {}): Promise<CommandOutcome> =>
  given.cast.give('recordHelp', { giverId: given.cast.eve, receiverIds: [memberOf(given)], minutes: 45, groupId: given.cast.groupId, ...more });
const offered = (given: Case): Promise<CommandOutcome> => given.cast.give('offerHelp', { giverId: memberOf(given), receiverIds: [given.cast.eve] });
const inNoGroup = { groupId: undefined };
/** As `helped`, and the subject has confirmed it. */
const helpConfirmed = (more: Record<string, unknown> = {}): Happens => async (given) => given.cast.give('confirmHelp', { helpId: (await helped(given, more)).id, memberId: memberOf(given) });
const readsHelp = (more: (given: Case) => Record<string, unknown> = () => ({})): Scenario => done(async (given) => ({ id: (await helped(given, more(given))).id, ...single }));
const listsHelp = (more: Record<string, unknown> = {}): Scenario =>
  done(async (given) => {
    const subject = given.cast.name('skill');
    const { id } = await helped(given, { skill: subject, ...more });
    return { query: { aboutSkills: subject }, ...among(id) };
  });

interface Told {
  /** The subject, unless somebody else tells it. */
  teller?: string;
  toldTo?: 'group' | 'network';
  groupId?: string;
  acknowledgedBy?: readonly string[];
  withdrawn?: boolean;
}

/** A story told in a group of those who ask. */
async function told(given: Case, { teller = memberOf(given), toldTo = 'group', groupId: where, acknowledgedBy = [], withdrawn = false }: Told = {}): Promise<CommandOutcome & { groupId: string }> {
  const { cast } = given;
  const groupId = where ?? (await cast.group(teller));
  let outcome = await cast.give('tellStory', { tellerId: teller, toldTo, groupId, title: 'The year we priced by fear', text: 'We cut every offer.' });
  const { id: storyId } = outcome;
  for (const memberId of acknowledgedBy) outcome = await cast.give('acknowledgeStory', { storyId, memberId, took: 'Courage.' });
  if (withdrawn) outcome = await cast.give('withdrawStory', { storyId });
  return { ...outcome, groupId };
}

/** Somebody else's story in the group of those who ask, which the subject has acknowledged. */
async function acknowledged(given: Case, how: Told = {}): Promise<CommandOutcome> {
  const { cast } = given;
  const teller = await cast.member();
  await cast.join(cast.groupId, teller);
  return told(given, { ...how, teller, groupId: cast.groupId, acknowledgedBy: [memberOf(given)] });
}

const tellsStory = (leaves: boolean): Scenario =>
  done(async (given) => {
    const groupId = await given.cast.group(memberOf(given));
    if (leaves) await given.cast.give('leaveGroup', { groupId, memberId: memberOf(given) });
    return { body: { tellerId: memberOf(given), groupId, meetingId: undefined } };
  });
const onStory: Scenario = done(async (given) => ({ id: (await told(given)).id }));
const readsStory = (how: Told = {}): Scenario => done(async (given) => ({ id: (await told(given, how)).id, ...single }));
const listsStory = (how: Told = {}): Scenario =>
  done(async (given) => {
    const { id, groupId } = await told(given, how);
    return { query: { groupId }, ...among(id) };
  });
const acknowledgesStory = (how: Told, ofTheirGroup = false): Scenario =>
  done(async (given) => {
    const teller = await given.cast.member();
    const groupId = await given.cast.group(teller, ...(ofTheirGroup ? [memberOf(given)] : []));
    return { id: (await told(given, { ...how, teller, groupId })).id, body: { memberId: memberOf(given) } };
  });

/** Somebody whom the subject could learn from; both belong to the group of those who ask. */
async function teacherOf(given: Case): Promise<string> {
  const { cast } = given;
  const teacherId = await cast.member();
  for (const memberId of [memberOf(given), teacherId]) await cast.join(cast.groupId, memberId);
  return teacherId;
}

const introduced = (given: Case, within?: { groupId: string }) => teacherOf(given).then((teacherId) => given.cast.give('suggestIntroduction', { seekerId: memberOf(given), teacherId, note: 'You should meet.', ...within }));
const suggests = (within: (cast: Cast) => string | undefined): Scenario => ({ newSubject: true, make: async (given) => ({ body: { seekerId: memberOf(given), teacherId: await teacherOf(given), groupId: within(given.cast) } }) });
const answers = (by: (given: Case) => string): Scenario => ({ newSubject: true, make: async (given) => ({ id: (await introduced(given)).id, body: { memberId: by(given) } }) });
const onIntroduction = (shown: (id: string, memberIds: string) => Asked, within: (cast: Cast) => { groupId: string } | undefined = () => undefined): Scenario => ({ newSubject: true, make: async (given) => shown((await introduced(given, within(given.cast))).id, memberOf(given)) });
const inTheGroup = ({ groupId }: Cast) => ({ groupId });
/** Whoever belongs to no member says so of somebody. */
const inOwnName = ({ actor, cast }: Case): string => actor.memberId ?? cast.eve;

/** A review of a group of those who ask, as far on as asked. */
async function reviewed({ cast, subject }: Case, state: 'open' | 'scored' | 'decided'): Promise<{ id: string; groupId: string }> {
  const groupId = await cast.group(subject.memberId as string);
  const { id } = await cast.give('openReview', { groupId });
  if (state !== 'open') for (const each of criterion.options) await cast.give('scoreCriterion', { reviewId: id, criterion: each, level: 2 });
  if (state === 'decided') await cast.give('decideReview', { reviewId: id, observed: { window: { from: FOUNDED, before: JOINED }, lastEventId: null, ratios: [], activeMembers: 0, meetings: 0 } });
  return { id, groupId };
}

/** A group that is decided to be emerging, and agreed to be listed. */
async function inDirectory(given: Case): Promise<string> {
  const memberId = given.subject.memberId ?? given.cast.eve;
  const { groupId } = await reviewed({ ...given, subject: { memberId } }, 'decided');
  await given.cast.give('describeGroup', { groupId, listed: true });
  return groupId;
}

const onReview = (state: 'open' | 'scored' | 'decided', more: object = {}): Scenario => done(async (given) => ({ id: (await reviewed(given, state)).id, ...more }));
const listsReview = (state: 'open' | 'decided'): Scenario =>
  done(async (given) => {
    const { id, groupId } = await reviewed(given, state);
    return { query: { groupId }, ...among(id) };
  });

/** The same list as NDJSON, of which its scenario tells as of JSON; people say why, where they are asked. */
const asExport = ({ make, ...scenario }: Scenario, { wordless = false }: { wordless?: boolean } = {}): Scenario => ({
  ...scenario,
  async make(given) {
    const { told, document, query: { limit: _limit, ...query } = {}, ...asked } = await make(given);
    const page = (lines: string) => ({ items: lines.split('\n').slice(0, -2).map((line) => JSON.parse(line) as object) });
    return {
      ...asked,
      accept: 'application/x-ndjson',
      query: { ...query, ...(!wordless && given.actor.token !== undefined && { reason: 'For the books' }) },
      ...(told && { told: (lines: string) => told(page(lines)) }),
      ...(document && { document: (lines: string) => document(page(lines)) }),
    };
  },
});

/** The subject's timeline, where something has happened. */
const timeline = (happens: (given: Case) => Promise<CommandOutcome | void>, what: string): Scenario => ({
  newSubject: true,
  async make(given) {
    await given.cast.join(given.cast.groupId, memberOf(given));
    await happens(given);
    return { id: memberOf(given), query: { limit: '100' }, told: ({ items }) => (items.some((item: any) => item.what === what) ? 'yes' : '-') };
  },
});

const network = (visibility: string): Scenario =>
  done(async (given) => {
    const authorId = await taught(given, visibility);
    return { id: given.cast.groupId, told: ({ ties }) => (ties.some(({ learnerId }: any) => learnerId === authorId) ? 'yes' : '-') };
  });
const learner = (visibility: string): Scenario => done(async (given) => ({ id: await taught(given, visibility), ...single }));

const figures = (happens: (given: Case) => Promise<unknown>, shows: (figures: any) => boolean): Scenario => ({
  newSubject: true,
  async make(given) {
    await given.cast.join(given.cast.groupId, memberOf(given));
    await happens(given);
    return { id: memberOf(given), told: (answer) => (shows(answer) ? 'yes' : '-') };
  },
});

async function elsewhere(given: Case): Promise<void> {
  const groupId = await given.cast.found();
  await given.cast.join(groupId, memberOf(given));
  await attended(given, { groupId, startsAt: daysAgo(10) });
}

type Happens = (given: Case) => Promise<CommandOutcome>;
type Shows = (data: any, given: Case) => boolean;

/** An event, asked for among those that came after what was before it. */
const inLog = (happens: Happens, shows: Shows = () => true): Scenario =>
  done(async (given) => {
    const { log } = given.cast.runtime;
    const after = formatPosition(log.id, await log.head());
    const { events } = await happens(given);
    const id = events.at(-1)?.id;
    return {
      query: { after, type: events.at(-1)?.type as string },
      told({ items }) {
        const found = items.find((item: any) => item.id === id);
        return !found ? '-' : found.withheld ? 'time' : shows(found.data, given) ? 'yes' : '-';
      },
    };
  });

/** The same in the stream; it is read until something comes that its reader may see. */
const inStream = (happens: Happens): Scenario =>
  done(async (given) => {
    const { cast, actor } = given;
    const { log } = cast.runtime;
    const before = formatPosition(log.id, await log.head());
    const [event] = (await happens(given)).events.slice(-1);
    const [last] = (await cast.give('seekSkill', { memberId: actor.memberId ?? cast.eve, skill: cast.name('skill') })).events;
    const id = formatPosition(log.id, event?.position as number);
    return {
      id: before,
      until: formatPosition(log.id, last?.position as number),
      told(messages: any[]) {
        const found = messages.find((message) => message.position === id);
        return !found ? '-' : found.withheld ? 'time' : 'yes';
      },
    };
  });

const skill: Happens = (given) => given.cast.give('offerSkill', { memberId: memberOf(given), skill: given.cast.name('skill') });
const block: Happens = async (given) => given.cast.give('blockMember', { memberId: memberOf(given), blockedMemberId: await given.cast.member() });
const unblock: Happens = async (given) => {
  const blockedMemberId = await given.cast.member();
  await given.cast.give('blockMember', { memberId: memberOf(given), blockedMemberId });
  return given.cast.give('unblockMember', { memberId: memberOf(given), blockedMemberId });
};
const privately: Happens = (given) => reflected(given);
const readerOf = (given: Case): string => {
  const { actor, cast } = given;
  return actor.memberId === undefined || actor.memberId === memberOf(given) ? cast.eve : actor.memberId;
};
const naming = (visibility: string): Happens => (given) => reflected(given, { visibility, learnedFrom: [readerOf(given)] });
const acknowledgedByReader = (how: Told = {}): Happens => (given) => told(given, { ...how, toldTo: 'network', acknowledgedBy: [readerOf(given)] });
const closing: Happens = async (given) => given.cast.give('closeMeeting', { meetingId: await meeting(given), absent: [], leaveOpen: [memberOf(given), given.cast.eve] });

const closingBeside: Happens = async (given) =>
  given.cast.give('closeMeeting', { meetingId: await meeting(given), absent: [], leaveOpen: [...new Set([memberOf(given), given.cast.eve, given.actor.memberId ?? given.cast.eve])] });

const COMMITTED = { title: 'Ask three clients what they could pay', dueOn: '2025-03-20', occurredAt: '2025-03-01T09:00:00Z' };

/** A group of those who ask that the subject belongs to. */
const circleOf = async (given: Case): Promise<string> => (memberOf(given) === given.cast.ben.memberId ? given.cast.groupId : given.cast.group(memberOf(given)));

/** To a group of theirs, unless said otherwise. */
const committed = async (given: Case, more: Record<string, unknown> = {}): Promise<CommandOutcome> =>
  given.cast.give('commitAction', { ownerId: memberOf(given), groupId: await circleOf(given), ...COMMITTED, ...more });
const alone = { groupId: undefined };
const helping = ({ cast, subject }: Case) => ({ ownerId: cast.eve, helperIds: [subject.memberId], ...alone });
const onAction = (more: (given: Case) => Record<string, unknown> | Promise<Record<string, unknown>> = () => ({})): Scenario => done(async (given) => ({ id: (await committed(given, await more(given))).id }));
const listsAction = (more: Record<string, unknown> = {}): Scenario =>
  done(async (given) => {
    const { id } = await committed(given, more);
    return { query: { ownerId: memberOf(given), limit: '100', sort: '-dueAt' }, ...among(id) };
  });

/** A private reflection of the subject's that says what to do now. */
const firstThought = ({ cast, subject }: Case): Promise<CommandOutcome> => cast.give('recordReflection', { authorId: subject.memberId, what: 'It was guessing.', soWhat: 'Ask.', nowWhat: 'Ask three clients.' });
const fromReflection: Happens = async (given) => committed(given, { reflectionId: (await firstThought(given)).id, helperIds: given.actor.memberId === undefined || given.actor.memberId === memberOf(given) ? [] : [given.actor.memberId] });
/** Builds on a private one, and names whoever asks. */
const building: Happens = async (given) => {
  const { actor, cast } = given;
  const reader = actor.memberId === undefined || actor.memberId === memberOf(given) ? cast.eve : actor.memberId;
  return reflected(given, { visibility: 'network', buildsOn: (await firstThought(given)).id, learnedFrom: [reader] });
};

/** Was kept private while it named whoever asks, and is shared now. */
const sharedAtLast: Happens = async (given) => {
  const { actor, cast } = given;
  const reader = actor.memberId === undefined || actor.memberId === memberOf(given) ? cast.eve : actor.memberId;
  const { id } = await reflected(given, { learnedFrom: [reader] });
  return cast.give('shareReflection', { reflectionId: id, visibility: 'network' });
};

/** The same event, found by the reflection it names. */
const inLogBy = (happens: Happens, field: string): Scenario =>
  done(async (given) => {
    const [event] = (await happens(given)).events;
    const reflectionId = (event?.data as Record<string, string>)[field] as string;
    return { query: { tag: `reflection:${reflectionId}` }, told: ({ items }) => (items.some((item: any) => item.id === event?.id) ? 'yes' : '-') };
  });

/** An account that belongs to nobody who asks. */
const another = ({ cast }: Case, role?: GrantedRole) => cast.person(role === undefined ? {} : { role });
/** Somebody's account, which is the subject's own. */
const account = (prepare: (cast: Cast, accountId: string) => Promise<Record<string, unknown> | void>, role?: GrantedRole): Scenario => ({
  newActor: true,
  newSubject: true,
  async make(given) {
    const accountId = given.subject.accountId as string;
    if (role !== undefined && !OWNERS.includes(given.who)) await given.cast.give('grantRole', { accountId, role });
    const body = (await prepare(given.cast, accountId)) ?? {};
    // What was prepared may have ended the session of whoever asks about themselves.
    const own = given.actor.accountId === accountId && given.actor.token !== undefined;
    return { id: accountId, body, ...(own && { actor: await given.cast.signedIn(given.actor) }) };
  },
});

/** What somebody does with their own account, which `prepare` brings into the right state. */
const me = (prepare: (cast: Cast, accountId: string, given: Case) => Promise<Asked | void> = async () => undefined): Scenario => ({
  newActor: true,
  make: async (given) => (await prepare(given.cast, accountOf(given), given)) ?? {},
});

/** With a second factor, which ends the session it was set up without. */
const secured = me(async (cast, accountId, { actor }) => {
  if (actor.token === undefined) return {};
  await cast.give('enableSecondFactor', { accountId });
  return { actor: await cast.signedIn(actor) };
});

const setPassword = (cast: Cast, accountId: string) => cast.runtime.people.passwords.set(accountId, PASSWORD);
const requestChange = (cast: Cast, accountId: string) => cast.give('requestAddressChange', { accountId, email: `${cast.name('another')}@example.org` });

async function authenticator(cast: Cast, accountId: string): Promise<(step: number) => string> {
  const { secret } = await cast.runtime.people.secondFactors.begin(accountId, 'tests');
  return (step) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
}

/** A link that nothing else makes as well. */
const byLink = (purpose: LinkPurpose, prepare: (cast: Cast, accountId: string) => Promise<{ about?: string } | void> = async () => undefined): Scenario =>
  done(async (given) => {
    const { cast } = given;
    const { accountId } = await another(given);
    const data = await prepare(cast, accountId as string);
    const token = await cast.runtime.people.links.make({ purpose, accountId: accountId as string, ...(data && { data: { ...data } }) }, LINKS[purpose]);
    return { body: { token, ...(purpose === 'passwordReset' && { password: PASSWORD }) } };
  });

/** A link of a change of address, as it comes by mail. */
const byMail = (page: string): Scenario =>
  done(async (given) => {
    const { cast } = given;
    const { accountId, email } = await another(given);
    const next = `${cast.name('another')}@example.org`;
    await cast.give('requestAddressChange', { accountId, email: next });
    const mail = await (page === 'confirm' ? cast.api.mails.next(next, /confirm/i) : cast.api.mails.next(email as string, /address .*changed/i));
    return { body: { token: tokenIn(mail, `address-change/${page}`) } };
  });

/** Those who come back from the provider know the account by this name there. */
export const LINKED = 'anna';

/** Something that an import brought, found by the id it had there. */
const imported = (kind: string, bring: (given: Case, id: string) => Promise<unknown>): Scenario =>
  done(async (given) => {
    const externalId = given.cast.name('foreign');
    const id = (await given.cast.runtime.foreignIds.reserve(kind, [externalId])).get(externalId) as string;
    await bring(given, id);
    return { query: { externalId }, ...among(id) };
  });

/** Somebody else has looked at the subject's page. */
const looked = (shows: (answer: any) => boolean): Scenario =>
  done(async (given) => {
    const { cast } = given;
    await cast.settled();
    await cast.api.raw(`/api/v1/members/${memberOf(given)}/timeline`, { key: cast.people.adminKey.secret as string });
    return { id: memberOf(given), told: (answer) => (shows(answer) ? 'yes' : '-') };
  });

const reveals = (happens: Happens): Scenario =>
  done(async (given) => {
    const { log } = given.cast.runtime;
    const { events } = await happens(given);
    return { body: { positions: [formatPosition(log.id, events.at(-1)?.position as number)] } };
  });

const revealing: Happens = (given) => given.cast.give('revealPersonalData', { memberIds: [memberOf(given), given.cast.eve], eventIds: [newId()], reason: 'Asked for.' });

const revealingBeside: Happens = (given) =>
  given.cast.give('revealPersonalData', { memberIds: [...new Set([memberOf(given), given.cast.eve, given.actor.memberId ?? given.cast.eve])], eventIds: [newId()], reason: 'Asked for.' });

/** A quarter in which five of the subject's group answered. */
const closedPulse: Happens = async (given) => {
  const totals = ['mistakes', 'asking', 'promises', 'confidences'].map((item) => ({ item, answers: [0, 0, 1, 1, 3] }));
  return given.cast.give('closeTrustPulse', { groupId: await given.cast.group(memberOf(given)), quarter: '2025-Q1', questions: 1, answered: 5, totals });
};

const listsKeys = done(async ({ cast, subject }) => ({ query: { limit: '100' }, ...among(await keyOf(cast, subject)) }));
const listsCalendars: Scenario = { newSubject: true, make: async (given) => among((await calendar(given)).calendar.id) };
const searches = done(async (given) => {
  const id = await inDirectory(given);
  return { query: { q: given.cast.nameOf(id) }, ...among(id) };
});

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  readHealth: done(() => ({})),
  readReadiness: done(() => ({})),
  readMetrics: done(() => ({})),
  signIn: signingIn(async (given) => {
    const { cast } = given;
    const { accountId = '', email = '' } = await another(given);
    await claimEmail(cast.runtime, email, accountId);
    await setPassword(cast, accountId);
    return { body: { email, password: PASSWORD } };
  }),
  readSignInWays: done(() => ({})),
  redeemInvitation: signingIn(async ({ cast }) => {
    const email = `${cast.name('invited')}@example.org`;
    await cast.give('inviteAccount', { email });
    return { body: { token: tokenIn(await cast.api.mails.next(email, /invitation/i), 'invitation'), password: PASSWORD } };
  }),
  requestPasswordReset: done(async (given) => ({ body: { email: (await another(given)).email } })),
  redeemPasswordReset: byLink('passwordReset'),
  confirmAddress: byMail('confirm'),
  consentToAddressChange: byMail('consent'),
  stopAddressChangeByLink: byMail('stop'),
  signInThroughProvider: done(() => ({ query: { returnTo: '/' } })),
  returnFromProvider: signingIn(async ({ cast }) => {
    const { people } = cast.runtime;
    const begun = await people.provider()?.start({ returnTo: '/', purpose: 'sign-in' });
    if (!begun || isRefusal(begun)) throw new Error('the provider does not answer');
    const { callback } = await passProvider(new Browser(), begun.url, { login: LINKED, until: people.origin() });
    return { query: Object.fromEntries(new URL(callback).searchParams), cookie: `__Host-relocon-provider=${begun.secret}` };
  }),
  setUp: {
    newActor: true,
    oneByOne: true,
    async make({ cast }) {
      const { people, vault } = cast.runtime;
      const [first] = await vault.putIfAbsent('set-up', [{ key: 'account', value: newId() }]);
      // Each link takes the place of the one before; once the service is set up, one for another account would be a second first.
      const accountId = (await people.signIn.account(first?.value as string)).status === 'none' ? (first?.value as string) : newId();
      return { body: { token: await people.links.make({ purpose: 'setUp', accountId }, LINKS.setUp), email: `${cast.name('first')}@example.org`, password: PASSWORD } };
    },
  },

  readMe: me(),
  listSessions: me(),
  giveSecondFactor: me(async (cast, accountId, { actor }) => {
    const codeOf = await authenticator(cast, accountId);
    await cast.runtime.people.secondFactors.confirm(accountId, codeOf(0));
    return { body: { code: codeOf(1) }, ...(actor.token !== undefined && { actor: await cast.signedIn(actor, 'second-factor') }) };
  }),
  signOut: me(),
  endSession: me(async (cast, _accountId, { actor }) => ({ id: (await cast.signedIn(actor.token === undefined ? cast.ben : actor)).sessionId as string })),
  'endSession of somebody else': me(async (_cast, _accountId, given) => ({ id: (await another(given)).sessionId as string })),
  endAllSessions: me(),
  changePassword: me(async (cast, accountId, { actor }) => {
    if (actor.token !== undefined) await setPassword(cast, accountId);
    return { body: { currentPassword: PASSWORD } };
  }),
  reAuthenticate: me(async (cast, accountId, { actor }) => {
    if (actor.token !== undefined) await setPassword(cast, accountId);
    return { body: { password: PASSWORD } };
  }),
  beginSecondFactor: me(),
  confirmSecondFactor: me(async (cast, accountId) => ({ body: { code: (await authenticator(cast, accountId))(0) } })),
  removeOwnSecondFactor: secured,
  renewOwnRecoveryCodes: secured,
  requestOwnAddressChange: me(async (cast) => ({ body: { email: `${cast.name('another')}@example.org` } })),
  stopOwnAddressChange: me(async (cast, accountId) => void (await requestChange(cast, accountId))),
  listOwnProviders: me(),
  unlinkProvider: me(async (cast, accountId) => ({ id: await linked(cast, accountId) })),
  'unlinkProvider of somebody else': me(async (cast, _accountId, given) => ({ id: await linked(cast, (await another(given)).accountId as string) })),
  linkProvider: me(),
  listPreferences: me(async (cast, accountId) => {
    const name = cast.name('preference');
    const { preferences, signIn } = cast.runtime.people;
    await preferences.change({ accountId, personId: (await signIn.account(accountId)).memberId ?? accountId }, [{ name, value: 'x' }]);
    return { told: ({ items }) => (items.some((item: any) => item.name === name) ? 'yes' : '-') };
  }),
  keepPreferences: me(),

  inviteAccount: done(async ({ cast }) => ({ body: { email: `${cast.name('invited')}@example.org`, memberId: await cast.member() } })),
  renewInvitation: done(async ({ cast }) => ({ id: (await cast.give('inviteAccount', { email: `${cast.name('invited')}@example.org` })).id })),
  grantRole: account(async () => undefined),
  revokeRole: account(async () => undefined, 'administrator'),
  disableAccount: account(async () => undefined),
  enableAccount: done(async (given) => {
    const { accountId } = await another(given);
    await given.cast.give('disableAccount', { accountId });
    return { id: accountId as string };
  }),
  requestAddressChange: account(async (cast) => ({ email: `${cast.name('another')}@example.org` })),
  stopAddressChange: account(async (cast, accountId) => void (await requestChange(cast, accountId))),
  removeSecondFactor: account(async (cast, accountId) => void (await cast.give('enableSecondFactor', { accountId }))),
  readAccount: done(async ({ subject }) => ({ id: subject.accountId as string, ...single })),
  'readAccount of an outsider': done(async ({ cast }) => ({ id: cast.people.account.accountId as string, ...single })),
  listAccounts: done(async ({ subject }) => ({ query: { memberId: subject.memberId as string }, ...among(subject.accountId as string) })),
  'listAccounts of an outsider': done(async ({ cast }) => ({ query: { limit: '100' }, ...among(cast.people.account.accountId as string) })),

  registerMember: done(() => ({})),
  changeProfile: onMember((given) => ({ displayName: given.cast.nameOf(memberOf(given)), interests: [given.cast.name('interest')] })),
  offerSkill: onMember(({ cast }) => ({ skill: cast.name('skill') })),
  withdrawSkillOffer: onMember(async (given) => {
    const of = { skill: given.cast.name('skill') };
    await given.cast.give('offerSkill', { memberId: memberOf(given), ...of });
    return of;
  }),
  seekSkill: onMember(({ cast }) => ({ skill: cast.name('skill') })),
  endSkillSearch: onMember(async (given) => {
    const of = { skill: given.cast.name('skill') };
    await given.cast.give('seekSkill', { memberId: memberOf(given), ...of });
    return of;
  }),
  pledgeTime: onMember(() => ({})),
  setIntroductionCapacity: onMember(() => ({})),
  blockMember: onMember(async ({ cast }) => ({ blockedMemberId: await cast.member() })),
  unblockMember: onMember(async (given) => {
    const of = { blockedMemberId: await given.cast.member() };
    await given.cast.give('blockMember', { memberId: memberOf(given), ...of });
    return of;
  }),
  readMember: done(async (given) => ({ id: memberOf(given), ...single })),
  listMembers: done(async (given) => ({ query: { q: given.cast.nameOf(memberOf(given)) }, ...among(memberOf(given)) })),
  'listMembers by an id of an import': imported('member', ({ cast }, id) => cast.member(id)),
  readMemberBlockList: done(async (given) => {
    await block(given);
    return { id: memberOf(given) };
  }),

  foundGroup: done(() => ({})),
  describeGroup: onGroup(),
  adoptCharter: onGroup(),
  archiveGroup: onGroup(),
  reopenGroup: onGroup((cast, groupId) => cast.give('archiveGroup', { groupId })),
  readGroup: done(async (given) => ({ id: await given.cast.group(memberOf(given)), ...single })),
  listGroups: done(async (given) => {
    const id = await given.cast.group(memberOf(given));
    return { query: { q: given.cast.nameOf(id) }, ...among(id) };
  }),
  'listGroups by an id of an import': imported('group', ({ cast }, id) => cast.found(id)),

  requestMembership: onMembership('none'),
  approveRequest: onMembership('requested'),
  declineRequest: onMembership('requested'),
  joinGroup: onMembership('none', { occurredAt: FOUNDED }),
  leaveGroup: onMembership('active'),
  assignRole: onMembership('active'),
  readMembership: done(async (given) => {
    const { groupId, memberId } = await membership(given, 'active');
    return { id: `${groupId}.${memberId}`, ...single };
  }),
  listMemberships: done(async (given) => {
    const { groupId, memberId } = await membership(given, 'active');
    return { query: { groupId }, ...among(`${groupId}.${memberId}`) };
  }),
  'readMembership of somebody who has left': done(async (given) => {
    const { groupId, memberId } = await membership(given, 'left');
    return { id: `${groupId}.${memberId}`, ...single };
  }),
  'listMemberships of somebody who has left': done(async (given) => {
    const { groupId, memberId } = await membership(given, 'left');
    return { query: { groupId }, ...among(`${groupId}.${memberId}`) };
  }),

  scheduleMeeting: done(async ({ cast }) => ({ body: { groupId: cast.groupId } })),
  rescheduleMeeting: onMeeting(),
  cancelMeeting: onMeeting(),
  giveRsvp: onMeeting((given) => ({ memberId: memberOf(given) })),
  receiveApology: onMeeting((given) => ({ memberId: memberOf(given) })),
  recordAttendance: onMeeting((given) => ({ entries: [{ memberId: memberOf(given), outcome: 'present', minutes: 120 }] })),
  correctAttendance: done(async (given) => ({ id: await attended(given), body: { memberId: memberOf(given) } })),
  closeMeeting: done(async (given) => {
    const { runtime } = given.cast;
    const id = await meeting(given);
    const { expected } = (await expectedOf(runtime, { meetingId: id })) as { expected: string[] };
    return { id, body: { absent: [memberOf(given)], leaveOpen: expected.filter((who) => who !== memberOf(given)) } };
  }),
  readMeeting: done(async (given) => ({ id: await meeting(given), ...single })),
  listMeetings: done(async (given) => {
    const groupId = await given.cast.group(memberOf(given));
    return { query: { groupId }, ...among(await meeting(given, { groupId })) };
  }),
  'listMeetings by an id of an import': imported('meeting', (given, meetingId) => meeting(given, { meetingId })),
  readAttendance: done(async (given) => ({ id: `${await attended(given)}.${memberOf(given)}`, ...single })),
  listAttendances: done(async (given) => {
    const meetingId = await attended(given);
    return { query: { meetingId }, ...among(`${meetingId}.${memberOf(given)}`) };
  }),
  readRoster: done(async (given) => ({ id: await attended(given) })),
  readCheckInCode: done(async (given) => ({ id: await meeting(given, { startsAt: new Date().toISOString() }) })),
  checkIn: done(async (given) => {
    const { runtime } = given.cast;
    const { code } = codeShown(runtime, await meeting(given, { groupId: await circleOf(given), startsAt: new Date().toISOString() }), runtime.clock());
    return { body: { code } };
  }),

  planSeries: done(({ cast }) => ({ body: { groupId: cast.groupId, from: daysOn(1), until: daysOn(100) } })),
  changeSeries: done(async (given) => ({ id: await series(given), body: { from: daysOn(30) } })),
  extendSeries: done(async (given) => ({ id: await series(given), body: { until: daysOn(150) } })),
  endSeries: done(async (given) => ({ id: await series(given), body: { from: daysOn(30) } })),
  readMeetingSeries: done(async (given) => ({ id: await series(given), ...single })),
  listMeetingSeries: done(async (given) => {
    const groupId = await given.cast.group(memberOf(given));
    return { query: { groupId }, ...among(await series(given, groupId)) };
  }),

  recordReflection: done(async (given) => ({ body: { authorId: memberOf(given), context: { kind: 'meeting', id: await meeting(given) }, learnedFrom: [given.cast.eve] } })),
  reviseReflection: onReflection(() => ({})),
  shareReflection: onReflection(() => ({})),
  withdrawReflection: onReflection(() => undefined),
  confirmReflectionValue: confirmsValue('network'),
  'confirmReflectionValue of a private one': confirmsValue('private'),
  readReflection: readsReflection('private'),
  'readReflection for facilitators': readsReflection('facilitator'),
  'readReflection for the group': readsReflection('group'),
  'readReflection for a group its author has left': { ...readsReflection('group'), newSubject: true },
  'readReflection for the network': readsReflection('network'),
  listReflections: listsReflection('private'),
  'listReflections for facilitators': listsReflection('facilitator'),
  'listReflections for the group': listsReflection('group'),
  'listReflections for the network': listsReflection('network'),

  offerHelp: done((given) => ({ body: { giverId: memberOf(given), receiverIds: [given.cast.eve], groupId: given.cast.groupId } })),
  withdrawOffer: done(async (given) => ({ id: (await offered(given)).id })),
  recordHelp: done(async (given) => ({ body: { giverId: memberOf(given), receiverIds: [given.cast.eve], meetingId: await meeting(given) } })),
  'recordHelp that one received': done(async (given) => ({ body: { giverId: given.cast.eve, receiverIds: [memberOf(given)], meetingId: await meeting(given) } })),
  'recordHelp that was offered': done(async (given) => ({ body: { offerId: (await offered(given)).id, giverId: memberOf(given), receiverIds: [given.cast.eve], meetingId: await meeting(given) } })),
  confirmHelp: done(async (given) => ({ id: (await helped(given)).id, body: { memberId: memberOf(given) } })),
  'confirmHelp that others received': done(async (given) => ({ id: (await helped(given, { receiverIds: [await given.cast.member()] })).id, body: { memberId: memberOf(given) } })),
  disputeHelp: done(async (given) => ({ id: (await helped(given)).id, body: { memberId: memberOf(given) } })),
  readHelpExchange: readsHelp(),
  'readHelpExchange that one gave': readsHelp((given) => ({ giverId: memberOf(given), receiverIds: [given.cast.eve] })),
  'readHelpExchange in no group': readsHelp(() => inNoGroup),
  'readHelpExchange offered to more than it helped': done(async (given) => {
    const { cast } = given;
    const [giverId, other] = [await cast.member(), await cast.member()];
    const { id } = await cast.give('offerHelp', { giverId, receiverIds: [memberOf(given), other], groupId: cast.groupId });
    await cast.give('recordHelp', { offerId: id, giverId, receiverIds: [other], minutes: 45 });
    return { id, ...single };
  }),
  listHelpExchanges: listsHelp(),
  'listHelpExchanges in no group': listsHelp(inNoGroup),
  tellStory: tellsStory(false),
  'tellStory to a group its teller has left': tellsStory(true),
  reviseStory: onStory,
  withdrawStory: onStory,
  acknowledgeStory: acknowledgesStory({ toldTo: 'network' }),
  'acknowledgeStory told to their group': acknowledgesStory({}, true),
  'acknowledgeStory told to another group': acknowledgesStory({}),
  'acknowledgeStory that was withdrawn': acknowledgesStory({ toldTo: 'network', withdrawn: true }),
  readStory: readsStory(),
  'readStory its teller has left the group of': done(async (given) => {
    const { id, groupId } = await told(given);
    await given.cast.give('leaveGroup', { groupId, memberId: memberOf(given) });
    return { id, ...single };
  }),
  'readStory for the network': readsStory({ toldTo: 'network' }),
  'readStory that was withdrawn': readsStory({ withdrawn: true }),
  'readStory that was withdrawn, by whoever acknowledged it': done(async (given) => ({ id: (await told(given, { teller: await given.cast.member(), toldTo: 'network', acknowledgedBy: [memberOf(given)], withdrawn: true })).id, ...single })),
  listStories: listsStory(),
  'listStories for the network': listsStory({ toldTo: 'network' }),
  'listStories that was withdrawn': listsStory({ withdrawn: true }),
  learnFrom: done(async (given) => ({ id: memberOf(given) })),
  suggestIntroduction: suggests(() => undefined),
  'suggestIntroduction in a group': suggests(({ groupId }) => groupId),
  acceptIntroduction: answers(memberOf),
  'acceptIntroduction in one’s own name': answers(inOwnName),
  declineIntroduction: answers(memberOf),
  'declineIntroduction in one’s own name': answers(inOwnName),
  readIntroduction: onIntroduction((id) => ({ id, ...single })),
  'readIntroduction in a group': onIntroduction((id) => ({ id, ...single }), inTheGroup),
  listIntroductions: onIntroduction((id, memberIds) => ({ query: { memberIds }, ...among(id) })),
  'listIntroductions in a group': onIntroduction((id, memberIds) => ({ query: { memberIds }, ...among(id) }), inTheGroup),
  'readTimeline an introduction': {
    newSubject: true,
    async make(given) {
      const { cast } = given;
      const memberId = memberOf(given);
      const teacherId = await teacherOf(given);
      const { id } = await cast.give('suggestIntroduction', { seekerId: memberId, teacherId, groupId: cast.groupId, note: 'You should meet.' });
      for (const each of [memberId, teacherId]) await cast.give('acceptIntroduction', { introductionId: id, memberId: each });
      return { id: memberId, query: { limit: '100' }, told: ({ items }) => (items.some((item: any) => item.what === 'introduced') ? 'yes' : '-') };
    },
  },
  'listEvents an introduction': { ...inLog((given) => introduced(given)), newSubject: true },
  openReview: done(async ({ cast, subject }) => ({ body: { groupId: await cast.group(subject.memberId as string) } })),
  scoreCriterion: onReview('open'),
  decideReview: onReview('scored'),
  appealDecision: onReview('decided'),
  readAlignmentReview: onReview('open', single),
  'readAlignmentReview that is decided': onReview('decided', single),
  listAlignmentReviews: listsReview('open'),
  'listAlignmentReviews that are decided': listsReview('decided'),
  auditAlignmentReview: onReview('decided'),
  previewDecision: onReview('open'),
  listAlignmentFormulas: done(() => ({})),
  'listEvents a score': inLog(async (given) => given.cast.give('scoreCriterion', { reviewId: (await reviewed(given, 'open')).id, criterion: 'trust', level: 1 })),
  readValueStory: onReflection(() => undefined),
  'readValueStory for facilitators': readsValueStory('facilitator'),
  'readValueStory for the group': readsValueStory('group'),
  'readValueStory for the network': readsValueStory('network'),
  'readValueStory what it builds on privately': done(async (given) => ({ id: (await building(given)).id, told: ({ reflections }) => (reflections.length === 2 ? 'yes' : '-') })),

  commitAction: done(async (given) => {
    const groupId = await circleOf(given);
    return { body: { ...COMMITTED, ownerId: memberOf(given), groupId, meetingId: await meeting(given, { groupId }), helperIds: [given.cast.eve] } };
  }),
  'commitAction in a meeting': done(async (given) => ({ body: { ...COMMITTED, ownerId: memberOf(given), groupId: undefined, meetingId: await meeting(given, { groupId: await circleOf(given) }), helperIds: [] } })),
  'commitAction in a meeting that one came to as a visitor': done(async (given) => {
    const meetingId = await meeting(given);
    await given.cast.give('recordAttendance', { meetingId, entries: [{ memberId: memberOf(given), outcome: 'visitor' }] });
    return { body: { ...COMMITTED, ownerId: memberOf(given), groupId: undefined, meetingId, helperIds: [] } };
  }),
  'commitAction of a private reflection': done(async (given) => ({ body: { ...COMMITTED, ownerId: memberOf(given), groupId: undefined, meetingId: undefined, helperIds: [], reflectionId: (await firstThought(given)).id } })),
  renegotiateAction: onAction(),
  completeAction: onAction(),
  'completeAction as its helper': onAction(async (given) => {
    const meetingId = await meeting(given);
    await given.cast.give('recordAttendance', { meetingId, entries: [{ memberId: given.cast.eve, outcome: 'visitor' }] });
    return { ...helping(given), meetingId };
  }),
  dropAction: onAction(),
  readAction: done(async (given) => ({ id: (await committed(given)).id, ...single })),
  'readAction without a group': done(async (given) => ({ id: (await committed(given, alone)).id, ...single })),
  listActions: listsAction(),
  'listActions without a group': listsAction(alone),
  readAgenda: done(async (given) => {
    const groupId = await circleOf(given);
    const { id } = await committed(given, { groupId });
    return { id: await meeting(given, { groupId }), told: ({ actions }) => (actions.some((each: any) => each.actionId === id) ? 'yes' : '-') };
  }),

  readTimeline: timeline(async (given) => void (await attended(given)), 'present'),
  'readTimeline what comes from another group': timeline(elsewhere, 'present'),
  'readTimeline a pledge': timeline((given) => given.cast.give('pledgeTime', { memberId: memberOf(given), hoursPerMonth: 4 }), 'time-pledged'),
  'readTimeline an introduction capacity': timeline((given) => given.cast.give('setIntroductionCapacity', { memberId: memberOf(given), capacity: 3 }), 'introduction-capacity-set'),
  'readTimeline a private reflection': timeline(async (given) => void (await reflected(given)), 'reflected'),
  'readTimeline a reflection for facilitators': timeline(async (given) => void (await reflected(given, withVisibility('facilitator'))), 'reflected'),
  'readTimeline a reflection for the group': timeline(async (given) => void (await reflected(given, withVisibility('group'))), 'reflected'),
  'readTimeline a reflection for the network': timeline(async (given) => void (await reflected(given, withVisibility('network'))), 'reflected'),
  'readTimeline help': timeline(helpConfirmed(), 'received-help'),
  'readTimeline help in no group': timeline(helpConfirmed(inNoGroup), 'received-help'),
  'readTimeline a story for the group': timeline((given) => told(given, { groupId: given.cast.groupId }), 'story-told'),
  'readTimeline a story for the network': timeline((given) => told(given, { groupId: given.cast.groupId, toldTo: 'network' }), 'story-told'),
  'readTimeline a story that was withdrawn': timeline((given) => told(given, { groupId: given.cast.groupId, withdrawn: true }), 'story-told'),
  'readTimeline a story that was acknowledged': timeline((given) => told(given, { groupId: given.cast.groupId, toldTo: 'network', acknowledgedBy: [given.cast.eve] }), 'story-acknowledged'),
  'readTimeline a story they acknowledged': timeline((given) => acknowledged(given), 'acknowledged-story'),
  'readTimeline a story they acknowledged that was withdrawn': timeline((given) => acknowledged(given, { withdrawn: true }), 'acknowledged-story'),
  'readTimeline an action': timeline(committed, 'action-committed'),
  'readTimeline an action without a group': timeline((given) => committed(given, alone), 'action-committed'),
  'readTimeline what a reflection builds on': {
    ...timeline(building, 'reflected'),
    async make(given) {
      const asked = await timeline(building, 'reflected').make(given);
      return { ...asked, told: ({ items }) => (items.some((item: any) => item.details.buildsOn !== undefined) ? 'yes' : '-') };
    },
  },
  readProgress: figures((given) => attended(given, { startsAt: daysAgo(10) }), ({ attendance }) => attendance.came === 1),
  'readProgress a pledge': figures((given) => given.cast.give('pledgeTime', { memberId: memberOf(given), hoursPerMonth: 4 }), ({ time }) => time.pledgedHours !== undefined),
  'readProgress a private reflection': figures((given) => reflected(given), ({ learned }) => learned.reflections === 1),
  'readProgress what comes from another group': figures(elsewhere, ({ attendance }) => attendance.came === 1),
  'readProgress help': figures(helpConfirmed(), (answer) => answer.helped.hoursReceived === 0.75),
  'readProgress help in no group': figures(helpConfirmed(inNoGroup), (answer) => answer.helped.hoursReceived === 0.75),

  searchDirectory: searches,
  readDirectoryEntry: done(async (given) => ({ id: await inDirectory(given), ...single })),
  readGroupHealth: onGroup(),
  readGroupNetwork: network('group'),
  'readGroupNetwork a private reflection': network('private'),
  'readGroupNetwork a reflection for facilitators': network('facilitator'),
  readLearner: learner('group'),
  'readLearner who keeps it private': learner('private'),
  listLearners: done(async (given) => {
    const authorId = await taught(given, 'group');
    return { query: { from: daysAgo(1), sort: '-lastAt' }, ...among(authorId) };
  }),
  'readProgress a story': figures((given) => told(given, { groupId: given.cast.groupId, toldTo: 'network', acknowledgedBy: [given.cast.eve] }), ({ taught }) => taught.storiesTold === 1 && taught.storiesAcknowledged === 1),
  'readProgress a story that was withdrawn': figures((given) => told(given, { groupId: given.cast.groupId, withdrawn: true }), ({ taught }) => taught.storiesTold === 1),

  'readProgress an action': figures((given) => committed(given, { dueOn: daysAgo(10).slice(0, 10) }), ({ acted }) => acted.due === 1),

  listEvents: inLog(skill),
  'listEvents help': inLog(helpConfirmed()),
  'listEvents help that was recorded': inLog((given) => helped(given)),
  'listEvents help its reader was offered and others got': inLog(async (given) => {
    const { cast } = given;
    const [giverId, other] = [await cast.member(), await cast.member()];
    const { id: offerId } = await cast.give('offerHelp', { giverId, receiverIds: [readerOf(given), other], groupId: cast.groupId });
    return cast.give('recordHelp', { offerId, giverId, receiverIds: [other], minutes: 45, groupId: cast.groupId });
  }),
  'listEvents a block': inLog(block),
  'listEvents a block lifted': inLog(unblock),
  'listEvents a private reflection': inLog(privately),
  'listEvents a private reflection that names its reader': inLog(naming('private')),
  'listEvents a reflection for the group that names its reader': inLog(naming('group')),
  'listEvents a closed meeting': inLog(closing),
  'listEvents who else was left open': inLog(closing, ({ leftOpen }, { cast }) => leftOpen.includes(cast.eve)),
  'listEvents who else was left open beside its reader': inLog(closingBeside, ({ leftOpen }, { cast }) => leftOpen.includes(cast.eve)),
  'listEvents a story for the group': inLog((given) => told(given)),
  'listEvents a story that its reader acknowledged': inLog(acknowledgedByReader()),
  'listEvents a withdrawn story its reader acknowledged': inLog(acknowledgedByReader({ withdrawn: true })),
  'listEvents an action': inLog(committed),
  'listEvents an action as its helper': inLog((given) => committed(given, helping(given))),
  'listEvents what an action came from': inLog(fromReflection, ({ reflectionId }) => reflectionId !== undefined),
  'listEvents by what an action came from': inLogBy(fromReflection, 'reflectionId'),
  'listEvents what a reflection builds on': inLog(building, ({ buildsOn }) => buildsOn !== undefined),
  'listEvents whom a reflection ever named': inLog(sharedAtLast, ({ memberIds }) => memberIds !== undefined),
  'listEvents by what a reflection builds on': inLogBy(building, 'buildsOn'),
  followChanges: inStream(skill),
  'followChanges a block': inStream(block),
  'followChanges a private reflection': inStream(privately),

  createKey: done(() => ({})),
  'createKey as an auditor': done(() => ({ body: { role: 'auditor' } })),
  'createKey as oneself': done(() => ({ body: { role: undefined } })),
  rotateKey: done(async ({ cast, subject }) => ({ id: await keyOf(cast, subject) })),
  revokeKey: done(async ({ cast, subject }) => ({ id: await keyOf(cast, subject) })),
  listKeys: listsKeys,

  subscribeCalendar: done(() => ({ body: {} })),
  'subscribeCalendar of a group': done(async (given) => ({ body: { groupId: await given.cast.group(memberOf(given)) } })),
  listCalendars: listsCalendars,
  revokeCalendar: { newSubject: true, make: async (given) => ({ id: (await calendar(given)).calendar.id }) },
  readCalendar: { newSubject: true, make: async (given) => ({ id: (await calendar(given)).token }) },

  listAccessRecords: looked(({ items }) => items.length > 0),
  'listAccessRecords with the address': looked(({ items }) => items[0].address !== undefined),
  revealPersonalData: reveals((given) => given.cast.give('changeProfile', { memberId: memberOf(given), interests: [given.cast.name('interest')] })),
  'revealPersonalData of a block': reveals(block),
  'listEvents a reveal': inLog(revealing),
  'listEvents who else was in a reveal': inLog(revealing, ({ memberIds }, { cast }) => memberIds.includes(cast.eve)),
  'listEvents which events a reveal was of': inLog(revealing, ({ eventIds }) => eventIds.length === 1),
  'listEvents who else was in a reveal beside its reader': inLog(revealingBeside, ({ memberIds }, { cast }) => memberIds.includes(cast.eve)),
  'listEvents which events a reveal of its reader was of': inLog(revealingBeside, ({ eventIds }) => eventIds.length === 1),
  'listEvents as an export': done(async (given) => {
    const { log } = given.cast.runtime;
    const after = formatPosition(log.id, await log.head());
    const { id } = (await skill(given)).events[0] as { id: string };
    return { accept: 'application/x-ndjson', query: { after, ...(given.actor.token !== undefined && { reason: 'For the books' }) }, told: (lines: string) => (lines.includes(id) ? 'yes' : '-') };
  }),

  readTrustPulseQuestions: done(() => ({})),
  answerTrustPulse: onGroup(),
  readTrustPulse: done(async (given) => ({ id: (await closedPulse(given)).id, ...single })),
  listTrustPulses: done(async (given) => {
    const { id } = await closedPulse(given);
    return { query: { groupId: id.split('.')[0] as string }, ...among(id) };
  }),
  'listEvents a trust pulse': inLog(closedPulse),

  'listMembers as an export': asExport(done(async (given) => ({ query: { q: given.cast.nameOf(memberOf(given)) }, ...among(memberOf(given)) }))),
  'listReflections as an export': asExport(done(async (given) => among((await reflected(given)).id))),
  'listReflections for the group as an export': asExport(done(async (given) => among((await reflected(given, withVisibility('group'))).id))),
  'listKeys as an export': asExport(listsKeys),
  'listCalendars as an export': asExport(listsCalendars, { wordless: true }),
  'listAccessRecords as an export': asExport(looked(({ items }) => items.length > 0)),
  'listAccessRecords with the address as an export': asExport(looked(({ items }) => items[0].address !== undefined)),
  'learnFrom as an export': asExport(done(async (given) => ({ id: memberOf(given) }))),
  'readTimeline as an export': asExport(timeline(async (given) => void (await attended(given)), 'present')),
  'readTimeline what comes from another group as an export': asExport(timeline(elsewhere, 'present')),
  'readTimeline a private reflection as an export': asExport(timeline(async (given) => void (await reflected(given)), 'reflected')),
  'searchDirectory as an export': asExport(searches, { wordless: true }),

  summariseEvents: done(() => ({})),
  listViews: done(() => ({})),
  readOutbox: done(() => ({})),
  rebuildView: done(() => ({ id: 'memberBlocks' })),
  retryParked: done(() => ({})),
  importRows: done(() => ({})),
  dryRunImport: done(() => ({})),
};

/** A key of somebody's account. */
async function keyOf(cast: Cast, { accountId, memberId }: Somebody): Promise<string> {
  const made = await cast.runtime.keys.create({ name: 'tests', days: 30, ...(accountId !== undefined && { accountId }), ...(memberId !== undefined ? { memberId } : { role: 'auditor' }) }, { actor: TESTS });
  if (isRefusal(made)) throw new Error(made.detail);
  return made.key.id;
}

async function linked(cast: Cast, accountId: string): Promise<string> {
  const identity = await cast.runtime.people.identities.link(accountId, { issuer: 'https://login.example.org', subject: cast.name('subject') }, cast.runtime.clock());
  await cast.give('linkIdentity', { accountId, issuer: 'https://login.example.org' });
  return (identity as { id: string }).id;
}

/** Of the subject, who has an account also where a key of theirs asks. */
async function calendar({ cast, subject }: Case) {
  const { accountId, memberId } = subject as Required<Somebody>;
  const made = await cast.runtime.calendars.subscribe({ accountId, memberId }, { actor: TESTS, fromAddress: '192.0.2.7' });
  if (isRefusal(made)) throw new Error(made.detail);
  return made;
}
