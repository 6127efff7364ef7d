/** Introductions: two members put in touch, one who seeks to learn and one who could teach, each told why. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, type EventOf, type Hidden } from '#event-sourcing';

/** How a score is made, out of 100 ("Who to learn from" in domain.md). */
export const scoreParts = z.strictObject({
  skills: z.number().min(0).max(50),
  reciprocity: z.number().min(0).max(20),
  availability: z.number().min(0).max(15),
  notMetRecently: z.number().min(0).max(10),
  sameDomain: z.number().min(0).max(5),
});
export type ScoreParts = z.output<typeof scoreParts>;

const sentences = z.array(z.string().min(1).max(300)).max(20);

/** `seekerId` could learn from `teacherId`. */
const about = { introductionId: ref('introduction'), seekerId: ref('member'), teacherId: ref('member'), groupId: ref('group').optional() };

export const IntroductionSuggested = defineEvent({
  type: 'IntroductionSuggested',
  summary: 'Two members could be put in touch; each is told why.',
  data: {
    ...about,
    score: open(z.int().min(0).max(100)).optional(),
    parts: open(scoreParts).optional(),
    /** Skills the one seeks and the other offers. */
    skills: open(z.array(z.string().min(1).max(100)).max(20)),
    reasonsForSeeker: open(sentences),
    reasonsForTeacher: open(sentences),
    note: personal(z.string().min(1).max(1_000), 'actor').optional(),
  },
});

export const IntroductionAccepted = defineEvent({
  type: 'IntroductionAccepted',
  summary: 'One of the two wants to be put in touch; once both do, they are.',
  data: { ...about, memberId: ref('member') },
});

export const IntroductionDeclined = defineEvent({
  type: 'IntroductionDeclined',
  summary: 'One of the two does not want to be put in touch.',
  data: { ...about, memberId: ref('member'), reason: personal(z.string().min(1).max(1_000), 'memberId').optional() },
});

export const introductionEvents = [IntroductionSuggested, IntroductionAccepted, IntroductionDeclined] as const;

export type IntroductionEvent = EventOf<(typeof introductionEvents)[number]>;

/** A document of the view `introductions`. */
export type IntroductionDocument = Hidden & {
  id: string;
  seekerId: string;
  teacherId: string;
  /** Both, for filters. */
  memberIds: string[];
  groupId: string | null;
  score: number | null;
  parts: ScoreParts | null;
  skills: string[];
  reasonsForSeeker: string[];
  reasonsForTeacher: string[];
  note: string | null;
  acceptedBy: string[];
  declinedBy: string | null;
  declineReason: string | null;
  /** suggested: somebody has still to answer. accepted: both want it. */
  status: 'suggested' | 'accepted' | 'declined';
  suggestedAt: string;
  /** When it was accepted by both, or declined. */
  settledAt: string | null;
  /** Who may see it, as the policy says. */
  audience: string[];
};
