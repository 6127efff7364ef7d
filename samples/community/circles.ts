/** The four circles of the sample community: their charters, their evenings, and who was not simply there. */
import type { AttendanceOutcome } from '#features/meetings/meetings.events.js';
import type { Rule } from '#features/meetings/series.rule.js';

/** `week` counts back from the circle's day that is just over, below 0 it is yet to come. Who belongs to the circle was present, `but` for some. */
export interface Evening {
  week: number;
  title: string;
  but?: Record<string, AttendanceOutcome>;
  /** Days after which the roll call was written down; the same evening by default. */
  calledAfter?: number;
  movedTo?: string;
  /** By so many days, of a series. */
  movedBy?: number;
  cancelled?: string;
}

/** How a circle's evenings repeat: as they were planned, as they were `changed` from the evening of a week on, how many months more they were `extended` by. */
export interface Repeated {
  title: string;
  rule: Rule;
  changed: { week: number; from: string; minutes: number; place: string };
  extended: { week: number; months: number };
  /** Another series, which came to nothing. */
  given: { on: string; days: number; endedAfter: number; reason: string; title: string; rule: Rule; startTime: string; durationMinutes: number; mode: 'inPerson'; place: string };
}

/** `weekday` 0 is Sunday; `from` is local, and no two circles' hours touch; `joined` is the week of a member's first evening, `asked` those who asked to. */
export interface Circle {
  key: string;
  name: string;
  zone: string;
  /** Where it is, for the directory. */
  at: { text: string; latitude?: number; longitude?: number };
  mode: 'inPerson' | 'online' | 'both';
  place?: string;
  facilitator: string;
  weekday: number;
  from: string;
  minutes: number;
  charter: { purpose: string; domain: string[]; practice: string };
  joined: Record<string, number>;
  asked?: string[];
  evenings: Evening[];
  series?: Repeated;
}

export const circles: Circle[] = [
  {
    key: 'coop', name: 'Co-op Builders', zone: 'Europe/Berlin', at: { text: 'Leipzig', latitude: 51.34, longitude: 12.37 }, mode: 'both', place: 'Alte Post, Leipzig', facilitator: 'amara', weekday: 2, from: '19:00', minutes: 120,
    charter: { purpose: 'We teach each other to run food co-operatives that last.', domain: ['food co-operatives', 'pricing', 'bookkeeping'], practice: 'Every second Tuesday: one war story, one question, one commitment each. Every fourth evening is a round table.' },
    joined: { amara: 52, jonas: 52, lucia: 50, tomas: 50, hanna: 50, mei: 48, yusuf: 46, david: 44, luca: 44, marta: 42, farid: 40, ilir: 38, anneke: 34, greta: 30, samir: 26, elsa: 24, oksana: 18 },
    asked: ['anneke', 'oksana'],
    evenings: [
      { week: 52, title: 'First evening: why we are here' },
      { week: 50, title: 'The price nobody could pay', but: { tomas: 'late' } },
      { week: 48, title: 'Round table 1', but: { jonas: 'apologised' } },
      { week: 46, title: 'Reading a balance sheet aloud', but: { lucia: 'late', hanna: 'apologised' } },
      { week: 44, title: 'Members who never come', but: { tomas: 'absent', david: 'late' } },
      { week: 42, title: 'Asking what it is worth', but: { mei: 'apologised', luca: 'late' } },
      { week: 40, title: 'Round table 2', but: { amara: 'late', luca: 'absent', yusuf: 'apologised' } },
      { week: 38, title: 'The miller and the calendar', but: { jonas: 'apologised', david: 'absent', marta: 'late' } },
      { week: 36, title: 'One late pallet', but: { amara: 'apologised', luca: 'apologised' }, calledAfter: 6 },
      { week: 34, title: 'The first hire', but: { david: 'apologised', hanna: 'late' } },
      { week: 32, title: 'Round table 3', but: { farid: 'apologised', tomas: 'late', luca: 'absent', ilir: 'apologised' } },
      { week: 30, title: 'What a repair café earns', but: { mei: 'absent', yusuf: 'late' } },
      { week: 28, title: 'When the founder is in the way', but: { jonas: 'late', david: 'absent', marta: 'apologised' } },
      { week: 26, title: 'Our charter, read aloud and rewritten', but: { elsa: 'visitor', farid: 'late', greta: 'apologised' }, movedTo: 'Kantine am Kanal, Leipzig' },
      { week: 24, title: 'Round table 4', but: { david: 'apologised', ilir: 'late', samir: 'absent' } },
      { week: 22, title: 'Negotiating the lease', but: { mei: 'apologised', hanna: 'apologised' } },
      { week: 20, title: 'Two mills and a week in store', but: { tomas: 'absent', greta: 'late', yusuf: 'apologised' }, calledAfter: 5 },
      { week: 18, title: 'Delivery at a fixed hour', but: { elsa: 'late', marta: 'apologised', ilir: 'absent' } },
      { week: 16, title: 'Round table 5', but: { amara: 'apologised', samir: 'late', anneke: 'apologised' }, calledAfter: 3 },
      { week: 14, title: 'Leaving well, and coming back', but: { farid: 'late', greta: 'apologised' } },
      { week: 12, title: 'Empty weeks', but: { jonas: 'apologised', ilir: 'apologised', hanna: 'late' } },
      { week: 10, title: 'What a box really costs', but: { elsa: 'apologised', samir: 'apologised' } },
      { week: 8, title: 'Round table 6', but: { lucia: 'late', yusuf: 'late', oksana: 'apologised' } },
      { week: 6, title: 'Room in the middle', but: { ines: 'visitor', farid: 'apologised', marta: 'absent', ilir: 'apologised' } },
      { week: 4, title: 'Closing the books in a day', but: { amara: 'late', mei: 'absent', greta: 'apologised', samir: 'substitute' }, calledAfter: 5 },
      { week: 2, title: 'One box and a watch', but: { tomas: 'late', lucia: 'apologised', anneke: 'apologised', hanna: 'late' } },
      { week: 0, title: 'Round table 7', but: { elsa: 'late', samir: 'apologised', ilir: 'late' } },
      { week: -2, title: 'A price for handling' },
      { week: -4, title: 'The van we should have leased' },
    ],
  },
  {
    key: 'harbour', name: 'Harbour Makers', zone: 'Europe/Lisbon', at: { text: 'Doca 7, Lisbon', latitude: 38.7, longitude: -9.18 }, mode: 'inPerson', place: 'Doca 7, Lisbon', facilitator: 'ines', weekday: 6, from: '10:00', minutes: 150,
    charter: { purpose: 'We help workshops by the harbour to pass on their craft and earn from it.', domain: ['apprenticeships', 'craft', 'safety'], practice: 'Every fourth Saturday in a workshop, the next one chosen by lot.' },
    joined: { ines: 45, rui: 45, sofia: 41, henrique: 41, kofi: 37, carla: 37, beatriz: 33, nuno: 25, aisha: 21, tiago: 13 },
    asked: ['nuno', 'tiago'],
    evenings: [
      { week: 45, title: 'Two workshops, one dock' },
      { week: 41, title: 'An apprentice’s first month', but: { rui: 'late' } },
      { week: 37, title: 'Tools we share', but: { sofia: 'apologised' } },
      { week: 33, title: 'Who writes the first quote?', but: { rui: 'absent', henrique: 'late' } },
      { week: 29, title: 'Oil, varnish and lungs', cancelled: 'Storm warning for the docks.' },
      { week: 25, title: 'The bench that lost sixty euros', but: { sofia: 'late', carla: 'apologised' }, calledAfter: 9 },
      { week: 21, title: 'What the saw taught us', but: { beatriz: 'apologised', nuno: 'late' } },
      { week: 17, title: 'Selling what took forty hours', but: { rui: 'late', henrique: 'absent' } },
      { week: 13, title: 'Saying no to a customer', but: { kofi: 'apologised', amara: 'visitor', nuno: 'apologised' } },
      { week: 9, title: 'A notebook beside every machine', but: { sofia: 'apologised', aisha: 'late' } },
      { week: 5, title: 'Whose workshop is drawn', but: { kofi: 'late', carla: 'absent', beatriz: 'apologised' } },
      { week: 1, title: 'The hands in the picture', but: { rui: 'apologised', nuno: 'late', aisha: 'apologised' } },
      { week: -3, title: 'An open door for the neighbours' },
    ],
  },
  {
    key: 'stories', name: 'War Story Circle', zone: 'Europe/Berlin', at: { text: 'Online, from Berlin' }, mode: 'online', facilitator: 'elsa', weekday: 4, from: '17:00', minutes: 90,
    charter: { purpose: 'We practise telling what went wrong so that others can use it.', domain: ['storytelling', 'facilitation'], practice: 'Every third Thursday, online, ninety minutes, two stories, no slides.' },
    joined: { elsa: 28, amara: 28, kofi: 28, ravi: 28, sofia: 25, bridget: 25, dagmar: 22, jonas: 19, thandi: 19, david: 16, mei: 13, anneke: 10 },
    asked: ['thandi'],
    evenings: [
      { week: 28, title: 'Two stories, no slides' },
      { week: 25, title: 'The client who never complained', but: { kofi: 'late' } },
      { week: 22, title: 'The grant we should not have taken', but: { amara: 'apologised', bridget: 'late' } },
      { week: 19, title: 'A partnership that ended well', but: { sofia: 'absent', ravi: 'apologised' } },
      { week: 16, title: 'The week we nearly closed', but: { jonas: 'late', thandi: 'apologised' } },
      { week: 13, title: 'Where to stop a story', but: { kofi: 'apologised', bridget: 'apologised' } },
      { week: 10, title: 'The class that taught its teacher', but: { amara: 'apologised', farid: 'visitor', dagmar: 'apologised' } },
      { week: 7, title: 'A letter never sent', but: { amara: 'absent', ravi: 'late', thandi: 'absent' } },
      { week: 4, title: 'The phone call', but: { david: 'late', bridget: 'apologised' } },
      { week: 1, title: 'Stories that travel', but: { sofia: 'apologised', thandi: 'late' } },
      { week: -2, title: 'Starting over at fifty' },
    ],
  },
  {
    key: 'shift', name: 'Second Shift', zone: 'Europe/London', at: { text: 'Bristol', latitude: 51.45, longitude: -2.59 }, mode: 'both', place: 'Above the launderette, Bristol', facilitator: 'noor', weekday: 1, from: '20:00', minutes: 90,
    charter: { purpose: 'We start a business beside a job, and none of us does it alone.', domain: ['starting up', 'first customers', 'cash flow'], practice: 'Every second Monday after the dishes: one number, one fear, one thing until next time.' },
    joined: { noor: 34, callum: 34, ewa: 34, fiona: 34, deepak: 32, moses: 30, priya: 28, gwen: 22, leila: 20, bridget: 14 },
    asked: ['gwen'],
    evenings: [
      { week: 34, title: 'Who we are after six' },
      { week: 32, title: 'The first invoice', but: { callum: 'late' } },
      { week: 30, title: 'What the employer may know', but: { ewa: 'apologised' } },
      { week: 28, title: 'A price with your name on it', but: { deepak: 'absent', fiona: 'late' } },
      { week: 26, title: 'Eleven hours a week', but: { moses: 'apologised', callum: 'absent' } },
      { week: 24, title: 'The van nobody could drive', cancelled: 'A main burst in Bedminster: the facilitator is standing in it.' },
      { week: 22, title: 'Ask before you build', but: { ewa: 'late', deepak: 'absent' } },
      { week: 20, title: 'The market stall in the rain', but: { priya: 'apologised', callum: 'absent' } },
      { week: 18, title: 'Tax, told by somebody who likes it', but: { moses: 'absent', ewa: 'apologised' } },
      { week: 16, title: 'The customer who became a friend', but: { deepak: 'late', leila: 'absent' }, calledAfter: 4 },
      { week: 14, title: 'What we stopped doing', but: { priya: 'absent', gwen: 'apologised' } },
      { week: 12, title: 'Sleep', but: { ewa: 'absent', deepak: 'absent', moses: 'late' }, movedBy: 2 },
      { week: 10, title: 'A month without orders', but: { leila: 'apologised', bridget: 'absent', deepak: 'absent' } },
      { week: 8, title: 'The second customer', but: { priya: 'late', moses: 'absent' }, calledAfter: 6 },
      { week: 6, title: 'Saying it to your boss', but: { ewa: 'apologised', gwen: 'absent' } },
      { week: 4, title: 'Four hundred jars', but: { bridget: 'apologised', callum: 'late', moses: 'absent' } },
      { week: 2, title: 'What the family says', but: { priya: 'apologised', leila: 'late' } },
      { week: 0, title: 'The hour you can sell', but: { moses: 'apologised', ewa: 'late' } },
      { week: -2, title: 'Two notices handed in' },
      { week: -4, title: 'A shelf in somebody else’s shop' },
    ],
    series: {
      title: 'Second Shift', rule: { frequency: 'weekly', interval: 2, weekday: 'monday' },
      changed: { week: 16, from: '20:30', minutes: 75, place: 'Reading room of the quay library, Bristol' },
      extended: { week: 4, months: 6 },
      given: { on: 'Tax, told by somebody who likes it', days: 1, endedAfter: 6, reason: 'Three of us work on Saturdays. It was a fine idea on a Monday night.', title: 'Daylight breakfast', rule: { frequency: 'monthly', interval: 1, weekday: 'saturday', nth: 2 }, startTime: '08:00', durationMinutes: 60, mode: 'inPerson', place: 'Above the launderette, Bristol' },
    },
  },
];

/** Roll calls that were put right, so many days after the evening. The last is what the demo shows. */
export const corrections: { on: string; who: string; outcome: AttendanceOutcome; minutes?: number; days: number; reason: string }[] = [
  { on: 'Members who never come', who: 'tomas', outcome: 'late', minutes: 60, days: 9, reason: 'Sat at the back and was overlooked; two people remember his question.' },
  { on: 'Selling what took forty hours', who: 'rui', outcome: 'present', days: 15, reason: 'The clock in Kofi’s workshop runs half an hour fast.' },
  { on: 'What we stopped doing', who: 'priya', outcome: 'apologised', days: 3, reason: 'Her message hung in the staff room’s wireless all evening.' },
  { on: 'The second customer', who: 'moses', outcome: 'late', minutes: 30, days: 10, reason: 'He came for the last half hour, in uniform, and was taken for the guard of the building.' },
  { on: 'Whose workshop is drawn', who: 'carla', outcome: 'apologised', days: 8, reason: 'She had told Rui, who told nobody.' },
  { on: 'Closing the books in a day', who: 'mei', outcome: 'apologised', days: 12, reason: 'Her message had gone to the old mailbox.' },
  { on: 'A letter never sent', who: 'amara', outcome: 'present', days: 12, reason: 'Amara listened by telephone and was on no screen; what she wrote about the evening showed it.' },
];
