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
      <time dateTime={at}>{(day ? DAY : SHORT).format(date)}</time>
    </Tooltip>
  );
}

/** A calendar day that belongs to no zone, such as a due date: `2026-03-01`. */
export function Day({ on }: { on: string | null | undefined }): ReactNode {
  return on ? <time dateTime={on}>{PLAIN_DAY.format(new Date(`${on}T00:00:00Z`))}</time> : '—';
}

const HOURS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** Minutes as hours: `1.5 h`. */
export function hours(minutes: number): string {
  return `${HOURS.format(minutes / 60)} h`;
}

/** Today, as the person sees it: `2026-03-01`. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}

/** An instant as an input of date and time takes it, in the zone of the person. */
export function asLocalInput(at: string): string {
  return new Date(at).toLocaleString('sv').slice(0, 16).replace(' ', 'T');
}
