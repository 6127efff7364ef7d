/** Reflections: what a member took from a meeting, a help exchange, an action, a story, or alone. */
import { z } from 'zod';
import { defineEvent, defineRefusal, foldEach, open, ref, refs, words, type EventOf, type Fold, type Hidden, type RecordedEvent } from '#event-sourcing';

export const contextKind = z.enum(['meeting', 'help', 'action', 'story', 'self']);
/** After Wenger-Trayner, Trayner and de Laat, "Promoting and assessing value creation in communities and networks" (2011). */
export const reflectionValue = z.enum(['immediate', 'potential', 'applied', 'realised', 'transformative']);
export const visibility = z.enum(['private', 'facilitator', 'group', 'network']);
export const usefulness = z.int().min(0).max(4);

export type ReflectionValue = z.output<typeof reflectionValue>;
export type Visibility = z.output<typeof visibility>;

const text = z.string().min(1).max(1_000);
const skills = z.array(z.string().min(1).max(100)).max(20);

/** Every event names the author, the group and everybody named, so that each of their timelines finds it. */
const about = { reflectionId: ref('reflection'), authorId: ref('member'), groupId: ref('group').optional() };
const concerning = { ...about, memberIds: refs('member', 100) };

export const ReflectionRecorded = defineEvent({
  type: 'ReflectionRecorded',
  summary: 'A member wrote down what they learned.',
  data: {
    ...about,
    context: open(contextKind),
    meetingId: ref('meeting').optional(),
    helpId: ref('help').optional(),
    actionId: ref('action').optional(),
    storyId: ref('story').optional(),
    what: words(text, 'authorId'),
    soWhat: words(text, 'authorId'),
    nowWhat: words(text, 'authorId').optional(),
    learnedFrom: refs('member', 20),
    skills: open(skills),
    value: open(reflectionValue),
    buildsOn: ref('reflection').optional(),
    usefulness: open(usefulness).optional(),
    visibility: open(visibility),
  },
});

export const ReflectionRevised = defineEvent({
  type: 'ReflectionRevised',
  summary: 'A member revised a reflection; the versions before it are kept, `cleared` names what was emptied.',
  data: {
    ...concerning,
    what: words(text, 'authorId').optional(),
    soWhat: words(text, 'authorId').optional(),
    nowWhat: words(text, 'authorId').optional(),
    learnedFrom: refs('member', 20).optional(),
    skills: open(skills).optional(),
    value: open(reflectionValue).optional(),
    usefulness: open(usefulness).optional(),
    cleared: open(z.array(z.enum(['nowWhat', 'usefulness'])).max(2)).optional(),
    /** Where it names somebody for the first time, who has met nothing of it before: then all of its text is here, too. */
    before: open(z.strictObject({ reflectedAt: z.iso.datetime(), visibility })).optional(),
    meetingId: ref('meeting').optional(),
    actionId: ref('action').optional(),
  },
});

export const ReflectionShared = defineEvent({
  type: 'ReflectionShared',
  summary: 'A member showed a reflection to more people, or to fewer; others see it from the present version on.',
  data: { ...concerning, visibility: open(visibility) },
});

export const ReflectionValueConfirmed = defineEvent({
  type: 'ReflectionValueConfirmed',
  summary: 'Another member confirmed the value that a reflection claims.',
  data: { ...concerning, confirmedBy: ref('member') },
});

export const ReflectionWithdrawn = defineEvent({
  type: 'ReflectionWithdrawn',
  summary: 'A member withdrew a reflection; nobody else sees it any more.',
  data: concerning,
});

export const reflectionEvents = [ReflectionRecorded, ReflectionRevised, ReflectionShared, ReflectionValueConfirmed, ReflectionWithdrawn] as const;

export type ReflectionEvent = EventOf<(typeof reflectionEvents)[number]>;

export type ValueStatus = 'claimed' | 'corroborated';

/**
 * Whether a claimed value is corroborated ("Reflection" in domain.md): applied by a completed action of the author's, realised by another
 * member who confirms it. Of the other values there is nothing to show for.
 */
export function valueStatusOf({ value, acted, confirmed }: { value: ReflectionValue; acted: boolean; confirmed: boolean }): ValueStatus {
  return (value === 'applied' && acted) || (value === 'realised' && confirmed) ? 'corroborated' : 'claimed';
}

/** A reflection as figures and other slices count it. */
export interface ReflectionStanding {
  authorId: string;
  groupId: string | undefined;
  meetingId: string | undefined;
  /** When it was first written. */
  at: string;
  learnedFrom: readonly string[];
  value: ReflectionValue;
  /** Private once withdrawn. */
  visibility: Visibility;
  withdrawn: boolean;
  /** The event that wrote the present version of it. */
  version: string;
}

/** How a reflection stands; fold it over `reflection-{id}`. */
export const reflectionStanding: Fold<ReflectionStanding | undefined, ReflectionEvent> = {
  initial: undefined,
  evolve(before, event) {
    if (event.type === 'ReflectionRecorded') {
      const { authorId, groupId, meetingId, learnedFrom, value, visibility } = event.data;
      return { authorId, groupId, meetingId, at: event.occurredAt, learnedFrom, value, visibility, withdrawn: false, version: event.id };
    }
    const known = before ?? metIn(event);
    if (!known) return undefined;
    switch (event.type) {
      case 'ReflectionRevised': {
        const { learnedFrom = known.learnedFrom, value = known.value } = event.data;
        return { ...known, learnedFrom, value, version: event.id };
      }
      case 'ReflectionShared':
        return { ...known, visibility: event.data.visibility };
      case 'ReflectionValueConfirmed':
        return known;
      case 'ReflectionWithdrawn':
        return { ...known, visibility: 'private', withdrawn: true };
    }
  },
};

export const noSuchReflection = defineRefusal('no-such-reflection', 'There is no such reflection', 404);

/** To whoever it names for the first time, a revision tells what came before. */
function metIn(event: ReflectionEvent): ReflectionStanding | undefined {
  if (event.type !== 'ReflectionRevised' || !event.data.before) return undefined;
  const { authorId, groupId, meetingId, before } = event.data;
  return { authorId, groupId, meetingId, at: before.reflectedAt, learnedFrom: [], value: 'immediate', visibility: before.visibility, withdrawn: false, version: event.id };
}

/** Reflections by id, among events of many. */
export function reflectionsStanding(events: Iterable<RecordedEvent>): Map<string, ReflectionStanding> {
  return foldEach(events, reflectionEvents, ({ data }) => data.reflectionId, reflectionStanding.evolve);
}

/** What members keep private counts only in figures of so many people ("Rules that are easy to get wrong" in domain.md). */
const ENOUGH_PEOPLE = 5;

/** Reflections that stand; private ones only where a figure is of so many people that it tells of none of them. */
export function countedAmong(people: number, reflections: Iterable<ReflectionStanding>): ReflectionStanding[] {
  return Array.from(reflections).filter(({ withdrawn, visibility }) => !withdrawn && (visibility !== 'private' || people >= ENOUGH_PEOPLE));
}

/** How many of these attendances led to a reflection, among everybody who attended. */
export function reflectedOn(attendances: readonly { meetingId: string; memberId: string }[], reflections: Iterable<ReflectionStanding>): number {
  const people = new Set(attendances.map(({ memberId }) => memberId));
  const reflected = new Set(countedAmong(people.size, reflections).map(({ meetingId, authorId }) => `${meetingId} ${authorId}`));
  return attendances.filter(({ meetingId, memberId }) => reflected.has(`${meetingId} ${memberId}`)).length;
}

/** A document of the view `reflections`. Words are null once erased. */
export type ReflectionDocument = Hidden & {
  id: string;
  authorId: string;
  groupId: string | null;
  context: { kind: z.output<typeof contextKind>; id: string | null };
  meetingId: string | null;
  what: string | null;
  soWhat: string | null;
  nowWhat: string | null;
  learnedFrom: string[];
  skills: string[];
  /** `skillKey` of each, for filters. */
  aboutSkills: string[];
  value: ReflectionValue;
  valueStatus: ValueStatus;
  confirmedBy: string[];
  buildsOn: string | null;
  usefulness: number | null;
  visibility: Visibility;
  status: 'recorded' | 'withdrawn';
  reflectedAt: string;
  revisedAt: string | null;
  /** Who may see it today, as the policy says. */
  audience: string[];
  /** Every version of the text, by the event that wrote it, with the visibilities it was under. */
  _versions: { eventId: string; shownTo: Visibility[] }[];
  /** Whether an action of the author's that was opened from it is completed. */
  _acted: boolean;
};

/** Under which visibilities a version of it stood, itself; none where it has no such version. */
export function shownUnder(today: Pick<ReflectionDocument, '_versions'>, versionId: string | undefined): readonly Visibility[] {
  return today._versions.find(({ eventId }) => eventId === versionId)?.shownTo ?? [];
}
