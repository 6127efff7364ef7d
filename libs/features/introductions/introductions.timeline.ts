/** Introductions on timelines, once both want it: learned, by whoever seeks; taught, by whoever offers. */
import { audienceOf, foldEach, type Row, type TimelineEntry, type TimelineSource } from '#event-sourcing';
import { introductionEvents, type IntroductionEvent } from './introductions.events.js';
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

const readers = introductionPolicy.documents.introductions.read.any;

export const introductionTimeline: TimelineSource = {
  entries: (events, memberId) => [...foldEach(events, introductionEvents, ({ data }) => data.introductionId, introduced)].flatMap(([id, introduction]) => entryOf(id, introduction, memberId)),
};

function introduced(known: Introduction | undefined, event: IntroductionEvent): Introduction | undefined {
  if (event.type === 'IntroductionSuggested') {
    const { seekerId, teacherId, groupId, skills } = event.data;
    return { seekerId, teacherId, groupId, skills, acceptedBy: [], eventIds: [event.id] };
  }
  if (!known || event.type !== 'IntroductionAccepted') return known;
  const acceptedBy = [...known.acceptedBy, event.data.memberId];
  return { ...known, acceptedBy, eventIds: [...known.eventIds, event.id], ...(acceptedBy.length === 2 && { introduced: { at: event.occurredAt, eventId: event.id } }) };
}

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
