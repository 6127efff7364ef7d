/** Reflections on timelines: learned, by their author; taught, by whoever they name. */
import { z } from 'zod';
import { audienceFor, type ProgressSource, type RecordedEvent, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { ActionCompleted, actsFor, type ActionEvent } from '../actions/actions.events.js';
import { reflectionEvents, reflectionValue, valueStatusOf, type ReflectionDocument, type ReflectionEvent, type ReflectionValue, type Visibility } from './reflections.events.js';
import { reflectionPolicy } from './reflections.policy.js';

interface Reflection {
  authorId: string;
  groupId?: string | undefined;
  meetingId?: string | undefined;
  actionId?: string | undefined;
  at: string;
  learnedFrom: readonly string[];
  skills: readonly string[];
  value: ReflectionValue;
  confirmed: number;
  visibility: Visibility;
  withdrawn: boolean;
  what: string | null;
  soWhat: string | null;
  nowWhat: string | null;
  buildsOn?: string | undefined;
  /** The event that wrote the present version of the text, and under which visibilities each was. */
  version: string;
  versions: Readonly<Record<string, readonly Visibility[]>>;
  eventIds: readonly string[];
}

type Reflections = Readonly<Record<string, Reflection>>;

const types = new Set<string>(reflectionEvents.map((definition) => definition.type));

function withReflection(all: Reflections, recorded: RecordedEvent): Reflections {
  if (!types.has(recorded.type)) return all;
  const event = recorded as ReflectionEvent;
  const id = event.data.reflectionId;
  if (event.type === 'ReflectionRecorded') {
    const { authorId, groupId, meetingId, actionId, learnedFrom, skills, value, visibility, what, soWhat, nowWhat = null, buildsOn } = event.data;
    const reflection = { authorId, groupId, meetingId, actionId, learnedFrom, skills, value, visibility, what, soWhat, nowWhat, buildsOn };
    return { ...all, [id]: { ...reflection, at: event.occurredAt, confirmed: 0, withdrawn: false, version: event.id, versions: { [event.id]: [visibility] }, eventIds: [event.id] } };
  }
  const known = all[id] ?? (event.type === 'ReflectionRevised' ? unmet(event) : undefined);
  return known ? { ...all, [id]: { ...known, ...changeOf(known, event), eventIds: [...known.eventIds, event.id] } } : all;
}

/** To whoever it names for the first time, a revision tells what came before. */
function unmet({ data }: Extract<ReflectionEvent, { type: 'ReflectionRevised' }>): Reflection | undefined {
  if (!data.before) return undefined;
  const { authorId, groupId, meetingId, actionId, before } = data;
  const empty = { learnedFrom: [], skills: [], value: 'immediate' as const, what: null, soWhat: null, nowWhat: null, confirmed: 0, withdrawn: false };
  return { ...empty, authorId, groupId, meetingId, actionId, at: before.reflectedAt, visibility: before.visibility, version: '', versions: {}, eventIds: [] };
}

function changeOf(known: Reflection, event: Exclude<ReflectionEvent, { type: 'ReflectionRecorded' }>): Partial<Reflection> {
  switch (event.type) {
    case 'ReflectionRevised': {
      const { learnedFrom = known.learnedFrom, skills = known.skills, value = known.value, what = known.what, soWhat = known.soWhat, nowWhat = known.nowWhat, cleared = [] } = event.data;
      return {
        learnedFrom,
        skills,
        value,
        what,
        soWhat,
        nowWhat: cleared.includes('nowWhat') ? null : nowWhat,
        confirmed: value === known.value ? known.confirmed : 0,
        version: event.id,
        versions: { ...known.versions, [event.id]: [known.visibility] },
      };
    }
    case 'ReflectionShared': {
      const { visibility } = event.data;
      return { visibility, versions: { ...known.versions, [known.version]: [...(known.versions[known.version] ?? []), visibility] } };
    }
    case 'ReflectionValueConfirmed':
      return { confirmed: known.confirmed + 1 };
    case 'ReflectionWithdrawn':
      return { visibility: 'private', withdrawn: true };
  }
}

interface Learning {
  reflections: Reflections;
  /** Actions of the member's that were completed, and the reflections these were opened from, by id. */
  acted: Readonly<Record<string, true>>;
}

export const reflectionTimeline: TimelineSource<Learning> = {
  initial: { reflections: {}, acted: {} },
  evolve: ({ reflections, acted }, event, memberId) => ({ reflections: withReflection(reflections, event), acted: withAction(acted, event, memberId) }),
  entries: ({ reflections, acted }, memberId) => Object.entries(reflections).flatMap(([id, reflection]) => entriesOf(id, reflection, memberId, acted)),
};

function withAction(acted: Learning['acted'], event: RecordedEvent, memberId: string): Learning['acted'] {
  if (event.type !== ActionCompleted.type) return acted;
  const { data } = event as Extract<ActionEvent, { type: 'ActionCompleted' }>;
  if (!actsFor(data, memberId)) return acted;
  return { ...acted, [data.actionId]: true, ...(data.reflectionId !== undefined && { [data.reflectionId]: true }) };
}

function audienceUnder({ authorId, groupId }: Reflection, visibility: Visibility): string[] {
  return audienceFor(reflectionPolicy.documents.reflections, { authorId, groupId: groupId ?? null, visibility } as ReflectionDocument);
}

function entriesOf(id: string, reflection: Reflection, memberId: string, acted: Learning['acted']): TimelineEntry[] {
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
  const valueStatus = valueStatusOf({ value, acted: acted[id] !== undefined || acted[actionId] !== undefined, confirmed: confirmed > 0 });
  const details = { reflectionId: id, value, valueStatus, skills, visibility };
  return [
    own
      ? { ...common, kind: 'learned', what: 'reflected', memberIds: learnedFrom, details, ...(buildsOn !== undefined && { own: { buildsOn } }) }
      : { ...common, kind: 'taught', what: 'named-as-teacher', memberIds: [authorId], details: { reflectionId: id, skills } },
  ];
}

const count = z.int().min(0);

export const reflectionProgress: ProgressSource<Reflections> = {
  schema: {
    learned: { reflections: count, peopleLearnedFrom: count, byValue: z.record(z.string(), count) },
    taught: { timesNamed: count.describe('In what others learned and share.') },
  },
  example: { learned: { reflections: 3, peopleLearnedFrom: 2, byValue: { immediate: 1, potential: 1, applied: 1, realised: 0, transformative: 0 } }, taught: { timesNamed: 1 } },
  initial: {},
  evolve: (all, event) => withReflection(all, event),
  figures(all, memberId, { from, before, groupIds, own }, today) {
    const inWindow = Object.entries(all).filter(
      ([, each]) => !each.withdrawn && each.at >= from && each.at < before && (groupIds === undefined || (each.groupId !== undefined && groupIds.includes(each.groupId))),
    );
    // What a member keeps private, then or today, counts in their own figures alone.
    const shared = inWindow.flatMap(([id, each]) => (each.visibility !== 'private' && today[id]?.visibility !== 'private' ? [each] : []));
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
