/** Reflections on timelines: learned, by their author; taught, by whoever they name. */
import { z } from 'zod';
import { audienceFor, foldEach, isIn, type ProgressSource, type RecordedEvent, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { ActionCompleted, actsFor, type ActionEvent } from '../actions/actions.events.js';
import { reflectionEvents, reflectionsStanding, reflectionStanding, reflectionValue, valueStatusOf, type ReflectionDocument, type ReflectionEvent, type ReflectionStanding, type Visibility } from './reflections.events.js';
import { reflectionPolicy } from './reflections.policy.js';

interface Reflection extends ReflectionStanding {
  actionId: string | undefined;
  skills: readonly string[];
  confirmed: number;
  what: string | null;
  soWhat: string | null;
  nowWhat: string | null;
  buildsOn: string | undefined;
  /** Under which visibilities each version was, by the event that wrote it. */
  versions: Readonly<Record<string, readonly Visibility[]>>;
  eventIds: readonly string[];
}

function written(known: Reflection | undefined, event: ReflectionEvent): Reflection | undefined {
  const standing = reflectionStanding.evolve(known, event);
  if (!standing) return undefined;
  if (event.type === 'ReflectionRecorded') {
    const { actionId, skills, what, soWhat, nowWhat = null, buildsOn } = event.data;
    return { ...standing, actionId, skills, what, soWhat, nowWhat, buildsOn, confirmed: 0, versions: { [event.id]: [standing.visibility] }, eventIds: [event.id] };
  }
  // A revision may be the first that whoever it names hears of.
  const was = known ?? { ...standing, actionId: event.type === 'ReflectionRevised' ? event.data.actionId : undefined, skills: [], what: null, soWhat: null, nowWhat: null, buildsOn: undefined, confirmed: 0, versions: {}, eventIds: [] };
  return { ...was, ...standing, ...changeOf(was, event), eventIds: [...was.eventIds, event.id] };
}

function changeOf(known: Reflection, event: Exclude<ReflectionEvent, { type: 'ReflectionRecorded' }>): Partial<Reflection> {
  if (event.type === 'ReflectionValueConfirmed') return { confirmed: known.confirmed + 1 };
  if (event.type === 'ReflectionShared') return { versions: { ...known.versions, [known.version]: [...(known.versions[known.version] ?? []), event.data.visibility] } };
  if (event.type !== 'ReflectionRevised') return {};
  const { skills = known.skills, value = known.value, what = known.what, soWhat = known.soWhat, nowWhat = known.nowWhat, cleared = [] } = event.data;
  const versions = { ...known.versions, [event.id]: [known.visibility] };
  return { skills, what, soWhat, nowWhat: cleared.includes('nowWhat') ? null : nowWhat, confirmed: value === known.value ? known.confirmed : 0, versions };
}

export const reflectionTimeline: TimelineSource = {
  entries(events, memberId) {
    const acted = actedOn(events, memberId);
    return [...foldEach(events, reflectionEvents, ({ data }) => data.reflectionId, written)].flatMap(([id, reflection]) => entriesOf(id, reflection, memberId, acted));
  },
};

/** Actions of the member's that were completed, and the reflections these were opened from, by id. */
function actedOn(events: readonly RecordedEvent[], memberId: string): ReadonlySet<string> {
  const acted = new Set<string>();
  for (const event of events as readonly ActionEvent[]) {
    if (event.type !== ActionCompleted.type || !actsFor(event.data, memberId)) continue;
    acted.add(event.data.actionId);
    if (event.data.reflectionId !== undefined) acted.add(event.data.reflectionId);
  }
  return acted;
}

function audienceUnder({ authorId, groupId }: Reflection, visibility: Visibility): string[] {
  return audienceFor(reflectionPolicy.documents.reflections, { authorId, groupId: groupId ?? null, visibility } as ReflectionDocument);
}

function entriesOf(id: string, reflection: Reflection, memberId: string, acted: ReadonlySet<string>): TimelineEntry[] {
  if (reflection.withdrawn) return [];
  const { authorId, groupId, meetingId, actionId = '', at, learnedFrom, skills, value, confirmed, visibility, what, soWhat, nowWhat, buildsOn, version, versions, eventIds } = reflection;
  const own = authorId === memberId;
  if (!own && (visibility === 'private' || !learnedFrom.includes(memberId))) return [];
  const common = {
    id: eventIds[0] as string,
    occurredAt: at,
    ...(groupId !== undefined && { groupId }),
    ...(meetingId !== undefined && { meetingId }),
    words: { version, texts: { what, soWhat, nowWhat } },
    eventIds,
    audience: audienceUnder(reflection, visibility),
    versions: Object.fromEntries(Object.entries(versions).map(([id, under]) => [id, [...new Set(under.flatMap((each) => audienceUnder(reflection, each)))]])),
  };
  const valueStatus = valueStatusOf({ value, acted: acted.has(id) || acted.has(actionId), confirmed: confirmed > 0 });
  const details = { reflectionId: id, value, valueStatus, skills, visibility };
  return [
    own
      ? { ...common, kind: 'learned', what: 'reflected', memberIds: learnedFrom, details, ...(buildsOn !== undefined && { own: { buildsOn } }) }
      : { ...common, kind: 'taught', what: 'named-as-teacher', memberIds: [authorId], details: { reflectionId: id, skills } },
  ];
}

const count = z.int().min(0);

export const reflectionProgress: ProgressSource = {
  schema: {
    learned: { reflections: count, peopleLearnedFrom: count, byValue: z.record(z.string(), count) },
    taught: { timesNamed: count.describe('In what others learned and share.') },
  },
  example: { learned: { reflections: 3, peopleLearnedFrom: 2, byValue: { immediate: 1, potential: 1, applied: 1, realised: 0, transformative: 0 } }, taught: { timesNamed: 1 } },
  figures(events, memberId, { groupIds, own, ...window }, today = events) {
    const inWindow = Array.from(reflectionsStanding(events)).filter(
      ([, each]) => !each.withdrawn && isIn(each.at, window) && (groupIds === undefined || (each.groupId !== undefined && groupIds.includes(each.groupId))),
    );
    const now = reflectionsStanding(today);
    // What a member keeps private, then or today, counts in their own figures alone.
    const shared = inWindow.flatMap(([id, each]) => (each.visibility !== 'private' && now.get(id)?.visibility !== 'private' ? [each] : []));
    const mine = (own ? inWindow.map(([, each]) => each) : shared).filter(({ authorId }) => authorId === memberId);
    const named = shared.filter((each) => each.authorId !== memberId && each.learnedFrom.includes(memberId));
    return {
      learned: {
        reflections: mine.length,
        peopleLearnedFrom: new Set(mine.flatMap((each) => each.learnedFrom)).size,
        byValue: Object.fromEntries(reflectionValue.options.map((value) => [value, mine.filter((each) => each.value === value).length])),
      },
      taught: { timesNamed: named.length },
    };
  },
};
