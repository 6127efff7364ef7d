/** `asOf`, `knownAt`, `position` and `timeZone` of a read ("Two times" in domain.md). */
import { z } from 'zod';
import { endOfDay, instant, isRefusal, parsePosition, plus, startOfDay, timeZone, type Moment, type Refusal } from '#event-sourcing';

const bareDate = z.iso.date({ error: 'must be a date such as 2026-03-01, or a date and time such as 2026-03-01T18:00:00Z' });

/** A bare date or an instant. */
export const dateOrInstant = z
  .union([bareDate.refine((text) => text >= '1900-01-01', { error: 'must not be before 1900' }), instant])
  .meta({ description: 'A date (the whole day in `timeZone`) or an RFC 3339 date and time.' });

export const momentQuery = {
  asOf: dateOrInstant.optional().describe('As it was at the end of this day or at this instant: filters when things happened.'),
  knownAt: dateOrInstant.optional().describe('As we knew it then: filters when things were recorded.'),
  position: z.string().max(64).optional().describe('As of this log position, inclusive.'),
  timeZone: timeZone.optional().describe('Zone of bare dates; UTC by default.'),
};

/** @returns the exclusive end a date or instant stands for: the whole day, or that very millisecond included. */
export function exclusiveEnd(text: string, zone: string): string {
  return text.length === 10 ? endOfDay(text, zone) : plus(text, 1);
}

export function inclusiveStart(text: string, zone: string): string {
  return text.length === 10 ? startOfDay(text, zone) : text;
}

/** The moment an answer used, as it tells it; empty for the present. */
export const shownMoment = z.strictObject({ occurredBefore: z.iso.datetime().optional(), recordedBefore: z.iso.datetime().optional(), position: z.string().max(64).optional() });

/** @param position as it was asked for. */
export function momentShown(moment: Moment | undefined, position: string | undefined): z.output<typeof shownMoment> {
  return {
    ...(moment?.occurredBefore && { occurredBefore: moment.occurredBefore }),
    ...(moment?.recordedBefore && { recordedBefore: moment.recordedBefore }),
    ...(position !== undefined && { position }),
  };
}

/** Undefined when the query asks for the present. `echo` tells the instants used. */
export function momentOf(
  logId: string,
  query: { asOf?: string; knownAt?: string; position?: string; timeZone?: string },
): { moment: Moment; echo: Record<string, string> } | undefined | Refusal {
  const { asOf, knownAt, position, timeZone: zone = 'UTC' } = query;
  if (asOf === undefined && knownAt === undefined && position === undefined) return undefined;
  const upTo = position === undefined ? undefined : parsePosition(logId, position);
  if (isRefusal(upTo)) return upTo;
  const occurredBefore = asOf === undefined ? undefined : exclusiveEnd(asOf, zone);
  const recordedBefore = knownAt === undefined ? undefined : exclusiveEnd(knownAt, zone);
  return {
    moment: { ...(occurredBefore && { occurredBefore }), ...(recordedBefore && { recordedBefore }), ...(upTo !== undefined && { upTo }) },
    echo: {
      ...(occurredBefore && { 'Relocon-As-Of': occurredBefore }),
      ...(recordedBefore && { 'Relocon-Known-At': recordedBefore }),
      ...(position && { 'Relocon-Position': position }),
    },
  };
}
