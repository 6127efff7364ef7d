/** Instants, days and zones: RFC 3339 strings in UTC with milliseconds, which compare as they sort. */
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';

/** Five minutes: how far a clock may run ahead before "the future" is refused. */
export const CLOCK_SKEW_MS = 5 * 60_000;
export const EARLIEST = '1900-01-01T00:00:00.000Z';
/** Later ones have longer years and would no longer compare as they sort. */
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** An instant in any RFC 3339 offset, normalised to UTC with milliseconds; not before 1900. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an RFC 3339 date and time, such as 2026-03-01T18:00:00Z' })
  .max(40)
  .transform((text) => new Date(text).toISOString())
  .refine((text) => text >= EARLIEST && text.length === 24, { error: 'must not be before 1900' })
  .meta({ id: 'Instant', description: 'RFC 3339 date and time; answered in UTC.', examples: ['2026-03-01T18:00:00.000Z'] });

/** [from, before) */
export interface Window {
  from: string;
  before: string;
}

export function isIn(at: string, { from, before }: Window): boolean {
  return at >= from && at < before;
}

/** An IANA time zone this runtime knows. */
export const timeZone = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, { error: 'must be an IANA time zone, such as Europe/Berlin' })
  .meta({ id: 'TimeZone', description: 'IANA time zone name.', examples: ['America/Denver'] });

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The first instant after a bare date in a zone: a date "includes that whole day". */
export function endOfDay(date: string, zone: string): string {
  return normal(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant());
}

export function startOfDay(date: string, zone: string): string {
  return normal(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant());
}

/** The wall-clock time of an instant in a zone, `2026-03-01T19:00:00`. */
export function localTime(at: string, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** The instant of a wall-clock time in a zone; in a gap the later, in an overlap the earlier ("compatible" in RFC 5545's sense). */
export function instantOf(local: string, zone: string): string {
  return normal(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
}

/** @returns `at` moved by a number of milliseconds, within the years of four digits. */
export function plus(at: string, milliseconds: number): string {
  return within(Date.parse(at) + milliseconds);
}

/** @returns `at` moved by calendar months in UTC; where a month has no such day, its last one. */
export function plusMonths(at: string, months: number): string {
  return normal(Temporal.Instant.from(at).toZonedDateTimeISO('UTC').add({ months }).toInstant());
}

/** Whether `at` lies in the future of `now`, clock skew apart. */
export function inTheFuture(at: string, now: string): boolean {
  return Date.parse(at) > Date.parse(now) + CLOCK_SKEW_MS;
}

/** When something happens of which nobody says when: now, or with the last of what it replaces, where a clock ran ahead, so as not to be lost behind that. */
export function nowOrAfter(now: string, ...settled: readonly (string | undefined)[]): string {
  return settled.reduce<string>((latest, each) => (each !== undefined && each > latest ? each : latest), now);
}

export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

function normal(value: Temporal.Instant): string {
  return within(value.epochMilliseconds);
}

function within(milliseconds: number): string {
  return new Date(Math.min(milliseconds, LATEST)).toISOString();
}
