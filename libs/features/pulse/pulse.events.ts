/** The trust pulse: four questions a quarter, answered by nobody in particular; the log holds totals alone. */
import { z } from 'zod';
import { defineEvent, open, ref, type Hidden } from '#event-sourcing';

/** `2026-Q4` */
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

/** How many gave each answer, from 0 (not at all) to 4 (entirely). */
const totals = z.strictObject({ item: z.string().min(1).max(50), answers: z.array(z.int().min(0)).length(5) });

export const TrustPulseClosed = defineEvent({
  type: 'TrustPulseClosed',
  summary: 'A quarter’s trust pulse of a group ended with five answers or more: how many gave which.',
  data: { groupId: ref('group'), quarter: open(quarter), questions: open(z.int().min(1)), answered: open(z.int().min(5)), totals: open(z.array(totals).max(10)) },
});

export const pulseEvents = [TrustPulseClosed] as const;

/** The id of a pulse: completes the name of its stream, and names its document. */
export function pulseId({ groupId, quarter }: { groupId: string; quarter: string }): string {
  return `${groupId}.${quarter}`;
}

/** A document of the view `trustPulses`; its id is `{groupId}.{quarter}`. */
export type TrustPulseDocument = Hidden & {
  id: string;
  groupId: string;
  quarter: string;
  /** The version of the question set. */
  questions: number;
  answered: number;
  totals: { item: string; answers: number[] }[];
  /** The last instant of the quarter. */
  closedAt: string;
  /** Of the event it came from, to be linked as evidence. */
  eventId: string;
  /** Who may see it, as the policy says. */
  audience: string[];
};
