/**
 * iCalendar as RFC 5545 and RFC 7986 say it. Every meeting is an event of its own, at instants in UTC: what repeats has been worked out
 * already, so no rule and no zone has to be told, and no calendar program has to know the same zones as we do.
 */

export interface Entry {
  /** The same however often the meeting is changed. */
  uid: string;
  /** How often it was changed. */
  sequence: number;
  /** When it was changed last. All instants are RFC 3339 in UTC. */
  changedAt: string;
  startsAt: string;
  endsAt?: string | undefined;
  summary: string;
  location?: string | undefined;
  cancelled: boolean;
}

/** How often programs should ask again. */
const REFRESH = 'PT1H';

/** A calendar to subscribe to. The same entries make the same bytes, whenever it is asked for. */
export function icalendar(name: string, entries: readonly Entry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Relocon//Relocon//EN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    // Most programs know the older names alone.
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, sequence, changedAt, startsAt, endsAt, summary, location, cancelled }: Entry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${dateTime(changedAt)}`,
    `LAST-MODIFIED:${dateTime(changedAt)}`,
    `DTSTART:${dateTime(startsAt)}`,
    ...(endsAt === undefined ? [] : [`DTEND:${dateTime(endsAt)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** `20260210T170000Z` */
function dateTime(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Text, in which line breaks are written out and no other control character but tabs may stand. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
}

const MOST_OCTETS = 75;

/** A line of at most 75 octets, going on in lines that begin with a space; no character is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  let all = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      all += '\r\n ';
      octets = 1;
    }
    all += character;
    octets += size;
  }
  return all;
}
