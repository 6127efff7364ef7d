/**
 * What matching needs to know, from the views. Work is bounded by the skills somebody seeks and those who offer them (`SKILLS`, `PEOPLE`), by
 * the one asking's own meetings and introductions, by who was at their meetings of the last 90 days, and by the meetings of those who are
 * shown; never by the size of the network.
 */
import { collectionName, isRefusal, plus, type FindQuery, type Refusal, type ViewDocument } from '#event-sourcing';
import { findAll, notFound, unavailable, viewNamed, type Runtime } from '#event-sourcing-nest';
import type { GroupDocument } from '../groups/groups.events.js';
import type { AttendanceDocument, AttendanceOutcome } from '../meetings/meetings.events.js';
import type { MemberBlocksDocument, MemberDocument } from '../members/members.events.js';
import type { MembershipDocument } from '../memberships/memberships.events.js';
import type { IntroductionDocument } from './introductions.events.js';
import type { Found } from './introductions.decider.js';
import { byScore, LOAD_DAYS, match, RECENT_DAYS, type Match, type Met, type Person, type Teacher } from './matching.js';

/** Every view that is read here. */
export const MATCHING_VIEWS = ['members', 'memberBlocks', 'memberships', 'groups', 'attendances', 'introductions'];

/** Of the skills somebody seeks, so many are looked for: those they sought last. */
const SKILLS = 20;
/** So many who offer one skill are looked at: those who came last. */
const PEOPLE = 500;
const DAY_MS = 86_400_000;
/** Ids in one query. */
const SOME = 200;

const THERE: readonly (AttendanceOutcome | null)[] = ['present', 'late', 'substitute', 'visitor'];

export interface Suggestion extends Omit<Match, 'reasonsForTeacher'> {
  memberId: string;
  displayName: string | null;
}

/** Whom a member could learn from, best first; with a group, among those of it. Refused where there is no such member, or no such group of theirs. */
export async function suggestionsFor(runtime: Runtime, memberId: string, { groupId, limit }: { groupId?: string | undefined; limit: number }): Promise<Suggestion[] | Refusal> {
  const [member] = await documents<MemberDocument>(runtime, 'members', [memberId]);
  if (!member) return notFound('There is no member with this id.');
  const found = groupId === undefined ? await whoOffer(runtime, member.seeksSkills) : await whoBelong(runtime, groupId, memberId);
  if (isRefusal(found)) return found;
  const open = await withoutBlocks(runtime, memberId, found.filter(({ id, erased }) => id !== memberId && !erased));
  const circumstances = await circumstancesOf(runtime, [member, ...open]);
  const history = await historyOf(runtime, memberId);
  const seeker = circumstances.person(member);
  const ranked = open
    .filter(({ id, introductionCapacity }) => circumstances.belongs(id) && circumstances.load(id) < introductionCapacity && !history.pending.has(id) && !history.declined.has(id))
    .flatMap((candidate) => {
      const made = match(seeker, circumstances.teacher(candidate), history.recently.has(candidate.id) ? 'recently' : 'before');
      return made ? [{ id: candidate.id, score: made.score, candidate }] : [];
    })
    .sort(byScore)
    .slice(0, limit);
  // Whether they ever met is looked up for those alone who are shown.
  const met = await whenMet(runtime, history, ranked.map(({ id }) => id));
  return ranked.map(({ id, candidate }) => {
    const { reasonsForTeacher: _theirs, ...shown } = match(seeker, circumstances.teacher(candidate), met(id)) as Match;
    return { memberId: id, displayName: candidate.displayName, ...shown };
  });
}

/** What there is to know of two who are to be introduced; refused while the views cannot tell. */
export async function foundFor(runtime: Runtime, { seekerId, teacherId }: { seekerId: string; teacherId: string }): Promise<{ found: Found } | Refusal> {
  // What was acknowledged before counts: two suggestions after one another must not take one place.
  if (!(await runtime.projector.waitFor(await runtime.log.head(), MATCHING_VIEWS))) return notUpToDate();
  const both = await documents<MemberDocument>(runtime, 'members', [seekerId, teacherId]);
  const circumstances = await circumstancesOf(runtime, both);
  const [seeker, teacher] = [seekerId, teacherId].map((id) => both.find((each) => each.id === id));
  const history = await historyOf(runtime, seekerId);
  const met = await whenMet(runtime, history, [teacherId]);
  const made = seeker && teacher && match(circumstances.person(seeker), circumstances.teacher(teacher), met(teacherId));
  const declinedBy = history.declined.get(teacherId);
  const found = {
    ...(made && { match: made }),
    seekerLoad: circumstances.load(seekerId),
    teacherLoad: circumstances.load(teacherId),
    teacherBelongs: circumstances.belongs(teacherId),
    pending: history.pending.has(teacherId),
    ...(declinedBy && { declinedBy }),
  };
  return { found };
}

/** Whether whoever could teach still belongs to any group; refused while the views cannot tell. */
export async function foundForAnswer(runtime: Runtime, { introductionId }: { introductionId: string }): Promise<{ found: Pick<Found, 'teacherBelongs'> } | Refusal> {
  if (!(await runtime.projector.waitFor(await runtime.log.head(), MATCHING_VIEWS))) return notUpToDate();
  const [introduction] = await documents<IntroductionDocument>(runtime, 'introductions', [introductionId]);
  const [teacher] = introduction ? await documents<MemberDocument>(runtime, 'members', [introduction.teacherId]) : [];
  return { found: { teacherBelongs: teacher === undefined || (await circumstancesOf(runtime, [teacher])).belongs(teacher.id) } };
}

const notUpToDate = () => unavailable('What is known of the two is not up to date right now; try again in a moment.');

/** Members who offer any of these skills. */
async function whoOffer(runtime: Runtime, skills: readonly string[]): Promise<MemberDocument[]> {
  const found = new Map<string, MemberDocument>();
  for (const offersSkills of skills.slice(-SKILLS)) {
    const page = (await runtime.store.find(collectionOf(runtime, 'members'), { where: { offersSkills }, sort: 'registeredAt', descending: true, limit: PEOPLE })) as MemberDocument[];
    for (const member of page) found.set(member.id, member);
  }
  return [...found.values()];
}

/** Members of a group the one asking belongs to: who belongs to others is not for everybody to know. */
async function whoBelong(runtime: Runtime, groupId: string, memberId: string): Promise<MemberDocument[] | Refusal> {
  const ids = (await findAll<MembershipDocument>(runtime, 'memberships', { groupId, status: 'active' }, 'joinedAt')).map((membership) => membership.memberId);
  return ids.includes(memberId) ? documents<MemberDocument>(runtime, 'members', ids) : notFound('There is no group with this id that the member belongs to.');
}

/** Without those who block the one asking, and those they block. */
async function withoutBlocks(runtime: Runtime, memberId: string, candidates: readonly MemberDocument[]): Promise<MemberDocument[]> {
  const blocks = new Map((await documents<MemberBlocksDocument>(runtime, 'memberBlocks', [memberId, ...candidates.map(({ id }) => id)])).map(({ id, blockedMemberIds }) => [id, blockedMemberIds]));
  return candidates.filter(({ id }) => !blocks.get(memberId)?.includes(id) && !blocks.get(id)?.includes(memberId));
}

interface Circumstances {
  /** Whether they belong to any group today that is not archived. */
  belongs(memberId: string): boolean;
  load(memberId: string): number;
  person(member: MemberDocument): Person;
  teacher(member: MemberDocument): Teacher;
}

/** The open groups of members, and how many introductions they have. */
async function circumstancesOf(runtime: Runtime, members: readonly MemberDocument[]): Promise<Circumstances> {
  const ids = members.map(({ id }) => id);
  const since = plus(runtime.clock(), -LOAD_DAYS * DAY_MS);
  const active = await findSome<MembershipDocument>(runtime, 'memberships', ids, (some) => ({ memberId: { in: some }, status: 'active' }), 'joinedAt');
  const groups = new Map((await documents<GroupDocument>(runtime, 'groups', [...new Set(active.map(({ groupId }) => groupId))])).map((group) => [group.id, group]));
  const memberships = active.filter(({ groupId }) => groups.get(groupId)?.status !== 'archived');
  const pending = await findSome<IntroductionDocument>(runtime, 'introductions', ids, (some) => ({ memberIds: { in: some }, status: 'suggested' }), 'suggestedAt', { from: since });
  const accepted = await findSome<IntroductionDocument>(runtime, 'introductions', ids, (some) => ({ memberIds: { in: some }, status: 'accepted' }), 'settledAt', { from: since });
  const domains = new Map<string, string[]>();
  for (const { memberId, groupId } of memberships) domains.set(memberId, [...(domains.get(memberId) ?? []), ...(groups.get(groupId)?.charter?.domain ?? [])]);
  const loads = new Map<string, number>();
  // An introduction of two of them is found for each, and counts once for each.
  for (const { memberIds } of new Map([...pending, ...accepted].map((each) => [each.id, each])).values()) for (const id of memberIds) loads.set(id, (loads.get(id) ?? 0) + 1);
  const load = (id: string): number => loads.get(id) ?? 0;
  const person = ({ id, offers, seeks }: MemberDocument): Person => ({ id, offers, seeks, domains: domains.get(id) ?? [] });
  return {
    belongs: (id) => domains.has(id),
    load,
    person,
    teacher: (member) => ({ ...person(member), hoursPerMonth: member.hoursPerMonth, capacity: member.introductionCapacity, load: load(member.id) }),
  };
}

interface History {
  /** Meetings they were at, ever. */
  meetingIds: ReadonlySet<string>;
  /** With whom an introduction waits for an answer. */
  pending: ReadonlySet<string>;
  /** By the other: who of the two declined to be introduced in the last 90 days, where nothing came of it since. */
  declined: ReadonlyMap<string, string | null>;
  /** Whom they were introduced to, ever. */
  introduced: ReadonlySet<string>;
  /** Whom they met, or were introduced to, in the last 90 days. */
  recently: ReadonlySet<string>;
}

async function historyOf(runtime: Runtime, memberId: string): Promise<History> {
  const since = plus(runtime.clock(), -RECENT_DAYS * DAY_MS);
  const attended = (await findAll<AttendanceDocument>(runtime, 'attendances', { memberId }, 'startsAt')).filter(wasThere);
  const lately = attended.filter(({ startsAt }) => startsAt >= since).map(({ meetingId }) => meetingId);
  const beside = await findSome<AttendanceDocument>(runtime, 'attendances', lately, (some) => ({ meetingId: { in: some } }), 'startsAt');
  const introductions = await findAll<IntroductionDocument>(runtime, 'introductions', { memberIds: memberId }, 'suggestedAt');
  const accepted = introductions.filter(({ status }) => status === 'accepted');
  // The last of each pair: they come in the order they were suggested in.
  const last = [...new Map(introductions.map((each) => [otherOf(each, memberId), each])).values()];
  const others = (some: readonly IntroductionDocument[]) => some.map((each) => otherOf(each, memberId));
  return {
    meetingIds: new Set(attended.map(({ meetingId }) => meetingId)),
    pending: new Set(others(introductions.filter(({ status }) => status === 'suggested'))),
    declined: new Map(last.filter(({ status, settledAt }) => status === 'declined' && settledAt !== null && settledAt >= since).map((each) => [otherOf(each, memberId), each.declinedBy])),
    introduced: new Set(others(accepted)),
    recently: new Set([...beside.filter(wasThere).map((each) => each.memberId), ...others(accepted.filter(({ settledAt }) => settledAt !== null && settledAt >= since))]),
  };
}

function otherOf({ memberIds }: IntroductionDocument, memberId: string): string {
  return memberIds.find((id) => id !== memberId) as string;
}

/** When the one asking last met each of these. */
async function whenMet(runtime: Runtime, { meetingIds, introduced, recently }: History, ids: readonly string[]): Promise<(id: string) => Met> {
  const theirs = await findSome<AttendanceDocument>(runtime, 'attendances', ids, (some) => ({ memberId: { in: some } }), 'startsAt');
  const ever = new Set(theirs.filter((each) => wasThere(each) && meetingIds.has(each.meetingId)).map(({ memberId }) => memberId));
  return (id) => (recently.has(id) ? 'recently' : ever.has(id) || introduced.has(id) ? 'before' : 'never');
}

function wasThere({ outcome, cancelled }: AttendanceDocument): boolean {
  return THERE.includes(outcome) && !cancelled;
}

function collectionOf(runtime: Runtime, view: string): string {
  return collectionName(viewNamed(runtime, view));
}

async function documents<D extends ViewDocument>(runtime: Runtime, view: string, ids: readonly string[]): Promise<D[]> {
  return (await runtime.store.getMany(collectionOf(runtime, view), ids)).flatMap(({ doc }) => (doc ? [doc as D] : []));
}

/** Documents that concern any of many, asked for some at a time. */
async function findSome<D extends ViewDocument>(runtime: Runtime, view: string, ids: readonly string[], where: (some: readonly string[]) => FindQuery['where'], sort: string, range?: FindQuery['range']): Promise<D[]> {
  const found: D[] = [];
  for (let at = 0; at < ids.length; at += SOME) found.push(...(await findAll<D>(runtime, view, where(ids.slice(at, at + SOME)), sort, range)));
  return found;
}
