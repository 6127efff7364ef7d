/** What happened once: who left and came back, who asked in vain, new charters, what people changed of themselves. */

/** Who left after which evening, and the first evening of whoever came back. */
export const departures: { circle: string; who: string; after: number; reason: string; back?: number }[] = [
  { circle: 'coop', who: 'luca', after: 30, reason: 'I have twelve orders and no evening. Keep my chair, or give it to somebody who sits on it.' },
  { circle: 'coop', who: 'lucia', after: 28, reason: 'The garden needs every evening of its first year.', back: 14 },
  { circle: 'coop', who: 'david', after: 20, reason: 'I run a school, not a shop: I want to learn to tell, not to price.' },
  { circle: 'harbour', who: 'henrique', after: 9, reason: 'I am sixty-six and my knees have voted. The boy has my telephone number.' },
  { circle: 'shift', who: 'callum', after: 20, reason: 'They have given me the long round: four hundred letters a morning, and no thumbs left at night.', back: 6 },
  { circle: 'shift', who: 'deepak', after: 10, reason: 'They have put me on lates for half a year. I cannot drive a bus and talk about spices.' },
];

/** Who asked to join so many days after an evening; not declined, they wait for an answer. Those who were let in stand in circles.ts, under `asked`. */
export const requests: { circle: string; who: string; on: string; days: number; declined?: string }[] = [
  { circle: 'harbour', who: 'david', on: 'Delivery at a fixed hour', days: -7, declined: 'We meet at the bench in Lisbon, and you live in Berlin. The War Story Circle meets online.' },
  { circle: 'shift', who: 'samir', on: 'What we stopped doing', days: 2, declined: 'You have one business and eleven people. We are for those who have none yet; Deepak would like your number all the same.' },
  { circle: 'coop', who: 'luca', on: 'Closing the books in a day', days: 9 },
  { circle: 'shift', who: 'ben', on: 'The hour you can sell', days: 1 },
];

export const charters: { circle: string; on: string; days: number; purpose: string; domain: string[]; practice: string }[] = [
  { circle: 'coop', on: 'Our charter, read aloud and rewritten', days: 0.125, purpose: 'We teach each other to run food co-operatives that last and stay fair.', domain: ['food co-operatives', 'pricing', 'bookkeeping', 'supply chains'], practice: 'Every second Tuesday: one war story, one question, one commitment each, and room in the middle.' },
  { circle: 'harbour', on: 'Whose workshop is drawn', days: 2, purpose: 'We help workshops by the harbour to pass on their craft and earn from it.', domain: ['apprenticeships', 'craft', 'safety'], practice: 'Every fourth Saturday in a workshop. The lot holds every workshop once, the small ones too, and nobody is drawn twice before all were.' },
];

/** A circle that was closed for some days. */
export const closures: { circle: string; on: string; days: number; reason: string; reopenedAfter: number }[] = [
  { circle: 'harbour', on: 'Who writes the first quote?', days: 8, reason: 'The dock is fenced off and the port will not say for how long.', reopenedAfter: 5 },
];

/** So many days after an evening. */
export const changes: { who: string; on: string; days: number; hoursPerMonth?: number; displayName?: string; capacity?: number; offersNoMore?: string; seeksNoMore?: string; blocks?: string; unblocks?: string }[] = [
  { who: 'hanna', on: 'Round table 2', days: 3, blocks: 'luca' },
  { who: 'hanna', on: 'Our charter, read aloud and rewritten', days: 2, unblocks: 'luca' },
  { who: 'ewa', on: 'Eleven hours a week', days: 1, hoursPerMonth: 2 },
  { who: 'leila', on: 'What we stopped doing', days: 1, blocks: 'moses' },
  { who: 'amara', on: 'Empty weeks', days: 7, hoursPerMonth: 6 },
  { who: 'amara', on: 'What a box really costs', days: 7, displayName: 'Amara Okafor-Lang' },
  { who: 'jonas', on: 'Round table 6', days: 7, capacity: 1 },
  { who: 'lucia', on: 'Round table 6', days: 2, seeksNoMore: 'fundraising' },
  { who: 'tomas', on: 'Closing the books in a day', days: 1, offersNoMore: 'fundraising' },
  { who: 'tiago', on: 'Whose workshop is drawn', days: 4, hoursPerMonth: 6 },
];
