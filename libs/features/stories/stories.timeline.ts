/** Stories on timelines: taught, by their teller, when they are told and when others acknowledge them; learned, by whoever acknowledges one. */
import { z } from 'zod';
import { audienceFor, foldEach, isIn, type ProgressSource, type RecordedEvent, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { storyEvents, type StoryDocument, type StoryEvent, type ToldTo } from './stories.events.js';
import { storyPolicy } from './stories.policy.js';

interface Acknowledgement {
  memberId: string;
  took: string | null;
  at: string;
  eventId: string;
}

/** What a member's own events tell of a story: to whoever acknowledged it, little. */
interface Story {
  tellerId: string;
  groupId: string | undefined;
  toldTo: ToldTo;
  withdrawn: boolean;
  /** Undefined to whoever does not tell it. */
  told?: { at: string; meetingId: string | undefined; title: string | null; skills: readonly string[]; eventIds: readonly string[] };
  acknowledgements: readonly Acknowledgement[];
}

function storiesIn(events: readonly RecordedEvent[]): Map<string, Story> {
  return foldEach(events, storyEvents, ({ data }) => data.storyId, (before: Story | undefined, event) => {
    const { tellerId, groupId } = event.data;
    // What does not say to whom it was told is taken for the fewest.
    const known = before ?? { tellerId, groupId, toldTo: 'group', withdrawn: false, acknowledgements: [] };
    return { ...known, ...changeOf(known, event) };
  });
}

function changeOf(known: Story, event: StoryEvent): Partial<Story> {
  switch (event.type) {
    case 'StoryTold': {
      const { toldTo, meetingId, title, skills } = event.data;
      return { toldTo, told: { at: event.occurredAt, meetingId, title, skills, eventIds: [event.id] } };
    }
    case 'StoryRevised': {
      const { told } = known;
      if (!told) return {};
      const { title = told.title, skills = told.skills } = event.data;
      return { told: { ...told, title, skills, eventIds: [...told.eventIds, event.id] } };
    }
    case 'StoryAcknowledged': {
      const { memberId, took, toldTo = known.toldTo } = event.data;
      return { toldTo, acknowledgements: [...known.acknowledgements, { memberId, took, at: event.occurredAt, eventId: event.id }] };
    }
    case 'StoryWithdrawn':
      return { withdrawn: true };
  }
}

/**
 * Whoever may not read a story today meets it here no more than elsewhere: a withdrawn one is left to its teller. Every version of its words is for
 * the same people, so that all of them go by the event that opened the entry.
 */
export const storyTimeline: TimelineSource = {
  entries: (events, memberId) => [...storiesIn(events)].flatMap(([id, story]) => (story.tellerId === memberId ? taughtBy(id, story) : learnedBy(id, story))),
};

/** Where it was told, and who may read it today. */
function placeOf({ tellerId, groupId, toldTo, withdrawn }: Story): Pick<TimelineEntry, 'groupId' | 'audience'> {
  const audience = audienceFor(storyPolicy.documents.stories, { tellerId, groupId: groupId ?? null, toldTo, status: withdrawn ? 'withdrawn' : 'told' } as StoryDocument);
  return { ...(groupId !== undefined && { groupId }), audience };
}

function taughtBy(storyId: string, story: Story): TimelineEntry[] {
  const { told, withdrawn, toldTo, acknowledgements } = story;
  const common = { kind: 'taught' as const, ...placeOf(story), ...(told?.meetingId !== undefined && { meetingId: told.meetingId }) };
  const details = { storyId, status: withdrawn ? 'withdrawn' : 'told' };
  const acknowledged = acknowledgements.map(({ memberId, took, at, eventId }) => ({
    ...common,
    id: eventId,
    occurredAt: at,
    what: 'story-acknowledged',
    memberIds: [memberId],
    details,
    eventIds: [eventId],
    words: { version: eventId, texts: { ...(told && { title: told.title }), took } },
  }));
  if (!told) return acknowledged;
  const { at, title, skills, eventIds } = told;
  const id = eventIds[0] as string;
  return [{ ...common, id, occurredAt: at, what: 'story-told', details: { ...details, skills, toldTo }, eventIds, words: { version: id, texts: { title } } }, ...acknowledged];
}

/** Of others' stories, a member's events tell their own acknowledgements alone; what they took is theirs when they have left the group, too. */
function learnedBy(storyId: string, story: Story): TimelineEntry[] {
  const { audience = [], ...place } = placeOf(story);
  return story.acknowledgements.map(({ memberId, took, at, eventId }) => ({
    kind: 'learned',
    ...place,
    audience: story.withdrawn ? audience : [...audience, `member:${memberId}`],
    id: eventId,
    occurredAt: at,
    what: 'acknowledged-story',
    memberIds: [story.tellerId],
    details: { storyId },
    eventIds: [eventId],
    words: { version: eventId, texts: { took } },
  }));
}

const count = z.int().min(0);

/**
 * Stories told, and how often others acknowledged them ("stories acknowledged" in domain.md): each acknowledgement counts, as each naming in a
 * reflection does, whenever the story was told. What was withdrawn counts in its teller's own figures alone.
 */
export const storyProgress: ProgressSource = {
  schema: {
    taught: {
      storiesTold: count,
      storiesAcknowledged: count.describe('How often others said what they took from a story of theirs: one story counts once for each of them.'),
    },
  },
  example: { taught: { storiesTold: 1, storiesAcknowledged: 2 } },
  figures(events, memberId, { groupIds, own, ...window }, today = events) {
    const now = storiesIn(today);
    const theirs = Array.from(storiesIn(events)).flatMap(([id, each]) => (own || !(each.withdrawn || now.get(id)?.withdrawn) ? [each] : [])).filter(
      (each) => each.tellerId === memberId && (groupIds === undefined || (each.groupId !== undefined && groupIds.includes(each.groupId))),
    );
    const inWindow = (at: string | undefined): boolean => at !== undefined && isIn(at, window);
    return {
      taught: {
        storiesTold: theirs.filter(({ told }) => inWindow(told?.at)).length,
        storiesAcknowledged: theirs.flatMap((each) => each.acknowledgements).filter(({ at }) => inWindow(at)).length,
      },
    };
  },
};
