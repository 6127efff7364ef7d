/** Read again by ical.js, which shares no code with what wrote it. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { icalendar, type Entry } from './icalendar.js';

const entry: Entry = { uid: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30@k3v9q2xa', sequence: 2, changedAt: '2026-02-03T08:00:00.123Z', startsAt: '2026-02-10T17:00:00.000Z', endsAt: '2026-02-10T19:00:00.000Z', summary: 'War stories', location: 'Alte Post', cancelled: false };

it('says what RFC 5545 asks for', () => {
  expect(icalendar('Co-op Builders', [entry, { ...entry, uid: 'other', endsAt: undefined, location: undefined, cancelled: true }])).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Relocon//Relocon//EN',
      'METHOD:PUBLISH',
      'NAME:Co-op Builders',
      'X-WR-CALNAME:Co-op Builders',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e30@k3v9q2xa',
      'SEQUENCE:2',
      'DTSTAMP:20260203T080000Z',
      'LAST-MODIFIED:20260203T080000Z',
      'DTSTART:20260210T170000Z',
      'DTEND:20260210T190000Z',
      'SUMMARY:War stories',
      'LOCATION:Alte Post',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:other',
      'SEQUENCE:2',
      'DTSTAMP:20260203T080000Z',
      'LAST-MODIFIED:20260203T080000Z',
      'DTSTART:20260210T170000Z',
      'SUMMARY:War stories',
      'STATUS:CANCELLED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

it('escapes what has a meaning, and folds after 75 octets without cutting a character', () => {
  expect(icalendar('a\\b;c,d\r\ne\nf\u0000g:"h"', [])).toContain('\r\nNAME:a\\\\b\\;c\\,d\\ne\\nf g:"h"\r\n');
  // SUMMARY: and 67 letters are 75 octets.
  const summaryOf = (summary: string) => /\r\n(SUMMARY:.*?)\r\nLOCATION/s.exec(icalendar('x', [{ ...entry, summary }]))?.[1];
  expect(summaryOf('a'.repeat(67))).toBe(`SUMMARY:${'a'.repeat(67)}`);
  expect(summaryOf('a'.repeat(68 + 74))).toBe(`SUMMARY:${'a'.repeat(67)}\r\n ${'a'.repeat(74)}\r\n a`);
  expect(summaryOf(`${'a'.repeat(66)}üb`)).toBe(`SUMMARY:${'a'.repeat(66)}\r\n üb`);
  expect(summaryOf(`${'a'.repeat(64)}💡b`)).toBe(`SUMMARY:${'a'.repeat(64)}\r\n 💡b`);
});

it('comes back as it was from any text, in lines of at most 75 octets', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: fc.constantFrom('\\', ';', ',', ':', '"', '\n', '\r', '\t', '\u0007', ' ', 'n', 'ü', '💡', 'a'), maxLength: 200 }));
  /** As it can be written: one kind of line break, and no other control character but tabs. */
  const writable = (given: string) => given.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
  fc.assert(
    fc.property(text, text, text, (name, summary, location) => {
      const bytes = Buffer.from(icalendar(name, [{ ...entry, summary, location }]));
      const lines = bytes.toString().split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      // It does not know RFC 7986, nor that others' properties are text too, unless it is told.
      const calendar = new ICAL.Component(ICAL.parse(bytes.toString().replace(/\r\n(NAME|X-WR-CALNAME):/g, '\r\n$1;VALUE=TEXT:')));
      expect([calendar.getFirstPropertyValue('name'), calendar.getFirstPropertyValue('x-wr-calname')]).toEqual([writable(name), writable(name)]);
      const [event] = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
      expect([event?.summary, event?.location, event?.uid]).toEqual([writable(summary), writable(location), entry.uid]);
      expect([event?.startDate.toJSDate().toISOString(), event?.endDate.toJSDate().toISOString()]).toEqual([entry.startsAt, entry.endsAt]);
    }),
    { numRuns: 300 },
  );
});
