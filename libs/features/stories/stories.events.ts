/** Stories: experience told so that others can use it ("war stories"), and what others took from them. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, refs, words, type EventOf, type Hidden } from '#event-sourcing';

/** To whom a story is told: to a group, or to every member of the network. */
export const toldTo = z.enum(['group', 'network']);
export type ToldTo = z.output<typeof toldTo>;

const title = z.string().min(1).max(200);
const text = z.string().min(1).max(20_000);
const skills = z.array(z.string().min(1).max(100)).max(20);

/** Every event names the teller and the group it was told in. */
const about = { storyId: ref('story'), tellerId: ref('member'), groupId: ref('group').optional() };

export const StoryTold = defineEvent({
  type: 'StoryTold',
  summary: 'A member told what they lived through, so that others can use it.',
  data: { ...about, meetingId: ref('meeting').optional(), title: words(title, 'tellerId'), text: words(text, 'tellerId'), skills: open(skills), toldTo: open(toldTo) },
});

export const StoryRevised = defineEvent({
  type: 'StoryRevised',
  summary: 'A member told a story better; the versions before it are kept.',
  data: { ...about, title: words(title, 'tellerId').optional(), text: words(text, 'tellerId').optional(), skills: open(skills).optional() },
});

export const StoryAcknowledged = defineEvent({
  type: 'StoryAcknowledged',
  summary: 'Another member said what they took from a story.',
  // Whose timeline has nothing else of the story learns here to whom it was told.
  data: { ...about, toldTo: open(toldTo).optional(), memberId: ref('member'), took: personal(z.string().min(1).max(1_000), 'memberId') },
});

export const StoryWithdrawn = defineEvent({
  type: 'StoryWithdrawn',
  summary: 'A member withdrew a story; nobody else reads it any more. `memberIds` are those who had acknowledged it.',
  data: { ...about, memberIds: refs('member').optional() },
});

export const storyEvents = [StoryTold, StoryRevised, StoryAcknowledged, StoryWithdrawn] as const;

export type StoryEvent = EventOf<(typeof storyEvents)[number]>;

/** A document of the view `stories`. Words are null once erased. */
export type StoryDocument = Hidden & {
  id: string;
  tellerId: string;
  groupId: string | null;
  meetingId: string | null;
  title: string | null;
  text: string | null;
  skills: string[];
  /** `skillKey` of each, for filters. */
  aboutSkills: string[];
  toldTo: ToldTo;
  status: 'told' | 'withdrawn';
  /** How often it was revised. */
  revisions: number;
  toldAt: string;
  revisedAt: string | null;
  acknowledgements: { memberId: string; took: string | null; at: string }[];
  /** Who may see it, as the policy says. */
  audience: string[];
};
