/** Times, in the zone of whoever reads; the exact instant and its zone on hover and for screen readers. */
import { Tooltip } from '@mui/material';
import type { ReactNode } from 'react';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const SHORT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const PLAIN_DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** @param at an instant; `day` leaves its time out. */
export function When({ at, day = false }: { at: string | null | undefined; day?: boolean }): ReactNode {
  if (!at) return '—';
  const date = new Date(at);
  return (
    <Tooltip title={`${EXACT.format(date)} · ${ZONE}`}>
      <time dateTime={at}>{day ? dayOf(at) : momentInWords(at)}</time>
    </Tooltip>
  );
}

/** An instant where there is room for words alone. */
export function momentInWords(at: string): string {
  return SHORT.format(new Date(at));
}

/** The day of an instant, in the zone of the reader. */
export function dayOf(at: string | number): string {
  return DAY.format(new Date(at));
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Whether a text is an instant as the API writes it. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text);
}

/** A calendar day that belongs to no zone: `2026-03-01`. */
export function dayInWords(day: string): string {
  return PLAIN_DAY.format(new Date(`${day}T00:00:00Z`));
}

/** A calendar day that belongs to no zone, such as a due date: `2026-03-01`. */
export function Day({ on }: { on: string | null | undefined }): ReactNode {
  return on ? <time dateTime={on}>{dayInWords(on)}</time> : '—';
}

const HOURS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** Hours as charts say them: `1.5 h`. */
export const asHours = (value: number): string => `${HOURS.format(value)} h`;

/** Minutes as people say them: `45 min`, `1.5 h`, `1 h 20 min`. */
export function hours(minutes: number): string {
  if (minutes > 0 && minutes < 60) return `${minutes} min`;
  return minutes % 30 === 0 ? asHours(minutes / 60) : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The instant that many days before now. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Today, as the person sees it: `2026-03-01`. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}

export function yesterday(): string {
  const day = new Date();
  day.setDate(day.getDate() - 1);
  return day.toLocaleDateString('sv');
}

/** An instant as an input of date and time takes it, in the zone of the person. */
export function asLocalInput(at: string): string {
  return new Date(at).toLocaleString('sv').slice(0, 16).replace(' ', 'T');
}
