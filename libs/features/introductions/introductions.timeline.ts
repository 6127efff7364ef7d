/** Introductions on timelines, once both want it: learned, by whoever seeks; taught, by whoever offers. */
import { audienceOf, type RecordedEvent, type Row, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import type { IntroductionEvent } from './introductions.events.js';
import { introductionPolicy } from './introductions.policy.js';

interface Introduction {
  seekerId: string;
  teacherId: string;
  groupId?: string | undefined;
  skills: readonly string[];
  acceptedBy: readonly string[];
  /** When the second of the two accepted. */
  introduced?: { at: string; eventId: string };
  eventIds: readonly string[];
}

type Introductions = Readonly<Record<string, Introduction>>;

const readers = introductionPolicy.documents.introductions.read.any;

export const introductionTimeline: TimelineSource<Introductions> = {
  initial: {},
  evolve(all, recorded: RecordedEvent) {
    const event = recorded as IntroductionEvent;
    const id = event.data.introductionId;
    if (event.type === 'IntroductionSuggested') {
      const { seekerId, teacherId, groupId, skills } = event.data;
      return { ...all, [id]: { seekerId, teacherId, groupId, skills, acceptedBy: [], eventIds: [event.id] } };
    }
    const known = all[id];
    if (!known || event.type !== 'IntroductionAccepted') return all;
    const acceptedBy = [...known.acceptedBy, event.data.memberId];
    return { ...all, [id]: { ...known, acceptedBy, eventIds: [...known.eventIds, event.id], ...(acceptedBy.length === 2 && { introduced: { at: event.occurredAt, eventId: event.id } }) } };
  },
  entries: (all, memberId) => Object.entries(all).flatMap(([id, introduction]) => entryOf(id, introduction, memberId)),
};

function entryOf(introductionId: string, { seekerId, teacherId, groupId, skills, introduced, eventIds }: Introduction, memberId: string): TimelineEntry[] {
  if (!introduced) return [];
  const seeks = seekerId === memberId;
  return [
    {
      id: introduced.eventId,
      kind: seeks ? 'learned' : 'taught',
      what: 'introduced',
      occurredAt: introduced.at,
      ...(groupId !== undefined && { groupId }),
      memberIds: [seeks ? teacherId : seekerId],
      details: { introductionId, skills },
      eventIds,
      audience: audienceOf(readers as Row, { self: [seekerId, teacherId], group: groupId }),
    },
  ];
}
