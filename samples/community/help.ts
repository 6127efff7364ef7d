/** Help that people gave each other, and offers that came to nothing. */

/** Given so many `days` after the evening titled `on` began, in its circle; `there`: at the evening itself. Each receiver confirms it within a day or two. */
export interface Help {
  key?: string;
  who: string;
  whom: string[];
  minutes: number;
  skill: string;
  on: string;
  days: number;
  there?: true;
  /** So many days before. */
  offered?: number;
  /** Written down so many days after it was given. */
  late?: number;
  /** A receiver who wrote it down instead of the giver, and so confirmed it. */
  recordedBy?: string;
  /** It had nothing to do with the circle. */
  ownGroup?: true;
  note?: string;
  /** Who has not said anything to it yet. */
  unanswered?: string[];
  disputed?: { by: string; reason: string; confirmedAfter?: number };
}

export const help: readonly Help[] = [
  // Co-op Builders.
  { who: 'amara', whom: ['jonas'], minutes: 60, skill: 'pricing', on: 'The price nobody could pay', days: 5, note: 'Three questions, asked of a chair.' },
  { who: 'jonas', whom: ['amara'], minutes: 120, skill: 'bookkeeping', on: 'Reading a balance sheet aloud', days: 4, offered: 3 },
  { who: 'lucia', whom: ['hanna'], minutes: 45, skill: 'hiring', on: 'The first hire', days: 3 },
  { who: 'jonas', whom: ['yusuf', 'hanna'], minutes: 60, skill: 'bookkeeping', on: 'Reading a balance sheet aloud', days: 0.06, there: true },
  { who: 'marta', whom: ['luca'], minutes: 50, skill: 'menu costing', on: 'Asking what it is worth', days: 6, disputed: { by: 'luca', reason: 'We spoke for ten minutes, and about football.' } },
  { who: 'farid', whom: ['mei'], minutes: 40, skill: 'negotiation', on: 'The miller and the calendar', days: 7, recordedBy: 'mei' },
  { who: 'mei', whom: ['farid'], minutes: 90, skill: 'supply chains', on: 'One late pallet', days: 8 },
  { who: 'tomas', whom: ['lucia'], minutes: 120, skill: 'grant writing', on: 'What a repair café earns', days: 12, offered: 6, note: 'The last page first.' },
  { who: 'anneke', whom: ['amara'], minutes: 60, skill: 'governance', on: 'Our charter, read aloud and rewritten', days: -4 },
  { who: 'hanna', whom: ['oksana'], minutes: 90, skill: 'contracts', on: 'Round table 5', days: 9, note: 'A lease, a dictionary, a cake.' },
  { who: 'yusuf', whom: ['marta'], minutes: 75, skill: 'cash flow', on: 'Round table 5', days: 20, offered: 12 },
  { who: 'marta', whom: ['yusuf'], minutes: 30, skill: 'menu costing', on: 'Round table 5', days: 21, recordedBy: 'yusuf' },
  { who: 'greta', whom: ['samir'], minutes: 45, skill: 'kitchen hygiene', on: 'Two mills and a week in store', days: 6, late: 4 },
  { who: 'samir', whom: ['mei'], minutes: 60, skill: 'import papers', on: 'Two mills and a week in store', days: 30 },
  { who: 'mei', whom: ['samir'], minutes: 50, skill: 'supply chains', on: 'Two mills and a week in store', days: 33 },
  { who: 'farid', whom: ['hanna', 'greta', 'elsa'], minutes: 90, skill: 'negotiation', on: 'Negotiating the lease', days: 3, note: 'Tiles to count while the other one is silent.' },
  { who: 'elsa', whom: ['amara', 'tomas'], minutes: 60, skill: 'storytelling', on: 'Leaving well, and coming back', days: 5 },
  { who: 'oksana', whom: ['farid'], minutes: 180, skill: 'baking', on: 'Leaving well, and coming back', days: 10, note: 'His oven, my dough, four in the morning.' },
  { who: 'lucia', whom: ['tomas'], minutes: 30, skill: 'hiring', on: 'Leaving well, and coming back', days: 8, disputed: { by: 'tomas', reason: 'That was in January. This time we only had tea.', confirmedAfter: 2 } },
  { who: 'jonas', whom: ['hanna'], minutes: 90, skill: 'bookkeeping', on: 'Empty weeks', days: 4 },
  { who: 'anneke', whom: ['samir', 'ilir'], minutes: 60, skill: 'governance', on: 'What a box really costs', days: 9 },
  { key: 'plates', who: 'marta', whom: ['greta'], minutes: 120, skill: 'menu costing', on: 'What a box really costs', days: 3, offered: 2 },
  { key: 'labels', who: 'samir', whom: ['ilir'], minutes: 40, skill: 'marketing', on: 'Round table 6', days: 6 },
  { who: 'ilir', whom: ['anneke'], minutes: 30, skill: 'negotiation', on: 'Round table 6', days: 7, note: 'How to say a price and then look at a mountain.' },
  { who: 'hanna', whom: ['amara', 'lucia'], minutes: 60, skill: 'member meetings', on: 'Round table 6', days: 10, offered: 5 },
  { who: 'greta', whom: ['marta'], minutes: 60, skill: 'hiring', on: 'Room in the middle', days: 6 },
  { who: 'amara', whom: ['yusuf'], minutes: 45, skill: 'facilitation', on: 'Room in the middle', days: 9 },
  { key: 'lateness', who: 'oksana', whom: ['farid'], minutes: 150, skill: 'baking', on: 'Closing the books in a day', days: 16 },
  { who: 'jonas', whom: ['farid', 'oksana'], minutes: 75, skill: 'bookkeeping', on: 'Closing the books in a day', days: 12, offered: 6, note: 'A month in a day, drawn.' },
  { who: 'farid', whom: ['yusuf'], minutes: 60, skill: 'negotiation', on: 'Closing the books in a day', days: 14 },
  // The last weeks.
  { key: 'seven', who: 'amara', whom: ['tomas'], minutes: 45, skill: 'facilitation', on: 'One box and a watch', days: 2 },
  { who: 'tomas', whom: ['lucia', 'elsa'], minutes: 60, skill: 'grant writing', on: 'One box and a watch', days: 6, unanswered: ['elsa'] },
  { key: 'margins', who: 'marta', whom: ['jonas'], minutes: 90, skill: 'pricing', on: 'One box and a watch', days: 5 },
  { who: 'jonas', whom: ['amara'], minutes: 60, skill: 'bookkeeping', on: 'One box and a watch', days: 8, recordedBy: 'amara' },
  { who: 'yusuf', whom: ['marta', 'ilir'], minutes: 50, skill: 'cash flow', on: 'One box and a watch', days: 7, offered: 4 },
  { who: 'anneke', whom: ['yusuf'], minutes: 40, skill: 'mediation', on: 'One box and a watch', days: 10 },
  { who: 'hanna', whom: ['greta'], minutes: 30, skill: 'logistics', on: 'One box and a watch', days: 9, disputed: { by: 'greta', reason: 'You told it to my cook and not to me. She says it was useful; ask her.' } },
  { who: 'mei', whom: ['hanna'], minutes: 45, skill: 'supply chains', on: 'Round table 7', days: 0.06, there: true },
  { who: 'lucia', whom: ['hanna'], minutes: 30, skill: 'hiring', on: 'Round table 7', days: 1, unanswered: ['hanna'] },
  // Harbour Makers.
  { who: 'ines', whom: ['kofi'], minutes: 60, skill: 'apprenticeships', on: 'Who writes the first quote?', days: 4 },
  { who: 'rui', whom: ['henrique'], minutes: 90, skill: 'safety', on: 'Tools we share', days: 10, note: 'His shed. We found a second torque wrench.' },
  { who: 'henrique', whom: ['nuno'], minutes: 120, skill: 'diagnosis', on: 'What the saw taught us', days: 5, note: 'The Pfaff. It was the belt, as it always is.' },
  { who: 'kofi', whom: ['sofia', 'nuno'], minutes: 60, skill: 'marketing', on: 'Selling what took forty hours', days: 6 },
  { who: 'nuno', whom: ['carla'], minutes: 90, skill: 'sewing', on: 'Selling what took forty hours', days: 12, offered: 8 },
  { key: 'guards', who: 'rui', whom: ['aisha'], minutes: 75, skill: 'safety', on: 'A notebook beside every machine', days: 5 },
  { who: 'aisha', whom: ['kofi', 'ines'], minutes: 60, skill: 'welding', on: 'A notebook beside every machine', days: 9, note: 'Two clamps and a hinge that was beyond hope.' },
  { who: 'carla', whom: ['tiago'], minutes: 60, skill: 'quoting', on: 'A notebook beside every machine', days: 12, offered: 5 },
  { who: 'beatriz', whom: ['sofia'], minutes: 40, skill: 'pricing', on: 'Whose workshop is drawn', days: 8, disputed: { by: 'sofia', reason: 'It was a lovely afternoon, but it was I who explained it to you.' } },
  { key: 'hinges', who: 'carla', whom: ['aisha'], minutes: 50, skill: 'quoting', on: 'Whose workshop is drawn', days: 12 },
  { who: 'kofi', whom: ['tiago'], minutes: 180, skill: 'negotiation', on: 'Whose workshop is drawn', days: 15, late: 3 },
  { key: 'drawn', who: 'tiago', whom: ['beatriz'], minutes: 90, skill: 'drawing', on: 'The hands in the picture', days: 4 },
  { who: 'beatriz', whom: ['tiago', 'aisha'], minutes: 60, skill: 'kilns', on: 'The hands in the picture', days: 6, unanswered: ['aisha'] },
  // War Story Circle.
  { who: 'elsa', whom: ['sofia'], minutes: 60, skill: 'storytelling', on: 'The week we nearly closed', days: -2 },
  { who: 'elsa', whom: ['bridget', 'dagmar'], minutes: 75, skill: 'storytelling', on: 'The week we nearly closed', days: 9, offered: 6 },
  { who: 'david', whom: ['thandi'], minutes: 45, skill: 'teaching', on: 'The class that taught its teacher', days: 4 },
  { key: 'listened', who: 'ravi', whom: ['thandi'], minutes: 60, skill: 'listening', on: 'A letter never sent', days: 5 },
  { who: 'thandi', whom: ['ravi'], minutes: 40, skill: 'hiring', on: 'A letter never sent', days: 8, recordedBy: 'ravi' },
  { who: 'bridget', whom: ['elsa'], minutes: 50, skill: 'storytelling', on: 'The phone call', days: 8, note: 'Leave out the weather.' },
  { who: 'dagmar', whom: ['jonas'], minutes: 60, skill: 'mediation', on: 'The phone call', days: 11 },
  { who: 'amara', whom: ['anneke'], minutes: 45, skill: 'storytelling', on: 'The phone call', days: 14, offered: 7 },
  // Second Shift.
  { who: 'fiona', whom: ['deepak', 'callum', 'noor'], minutes: 90, skill: 'taxes', on: 'The first invoice', days: 5, note: 'Tax return at a kitchen table; bring the tin.' },
  { who: 'noor', whom: ['fiona'], minutes: 60, skill: 'first customers', on: 'A price with your name on it', days: 6 },
  { who: 'priya', whom: ['callum'], minutes: 60, skill: 'electronics', on: 'A price with your name on it', days: 11 },
  { who: 'callum', whom: ['priya'], minutes: 45, skill: 'repairs', on: 'Ask before you build', days: 3 },
  { who: 'leila', whom: ['ewa'], minutes: 60, skill: 'marketing', on: 'The market stall in the rain', days: 6 },
  { who: 'ewa', whom: ['leila'], minutes: 90, skill: 'kitchen hygiene', on: 'The customer who became a friend', days: 8, offered: 5 },
  { key: 'customs', who: 'samir', whom: ['deepak'], minutes: 60, skill: 'import papers', on: 'What we stopped doing', days: 9, ownGroup: true },
  { key: 'thursdays', who: 'noor', whom: ['gwen'], minutes: 90, skill: 'facilitation', on: 'What we stopped doing', days: 20 },
  { who: 'gwen', whom: ['noor'], minutes: 60, skill: 'printing', on: 'A month without orders', days: 12, recordedBy: 'noor' },
  { who: 'moses', whom: ['gwen'], minutes: 40, skill: 'events', on: 'A month without orders', days: 9 },
  { who: 'fiona', whom: ['gwen', 'leila'], minutes: 50, skill: 'bookkeeping', on: 'Four hundred jars', days: 9 },
  { who: 'gwen', whom: ['fiona'], minutes: 30, skill: 'printing', on: 'What the family says', days: 4 },
  { who: 'priya', whom: ['ewa'], minutes: 45, skill: 'teaching', on: 'What the family says', days: 6, unanswered: ['ewa'] },
  // Across circles, of no circle.
  { key: 'prices', who: 'amara', whom: ['sofia'], minutes: 60, skill: 'pricing', on: 'Where to stop a story', days: 5, ownGroup: true },
  { key: 'sentence', who: 'dagmar', whom: ['oksana'], minutes: 45, skill: 'contracts', on: 'Room in the middle', days: 3, ownGroup: true, note: 'Four paragraphs, of which eight words were left.' },
  { who: 'farid', whom: ['leila'], minutes: 60, skill: 'negotiation', on: 'Four hundred jars', days: 9, ownGroup: true },
  { key: 'give way', who: 'kofi', whom: ['elsa'], minutes: 75, skill: 'negotiation', on: 'The phone call', days: 17, ownGroup: true },
  { who: 'fiona', whom: ['nuno'], minutes: 60, skill: 'bookkeeping', on: 'Whose workshop is drawn', days: 9, ownGroup: true },
];

/** Offers that have not come true; some were taken back after so many days. */
export const offers: readonly { who: string; whom: string[]; skill: string; minutes?: number; on: string; days: number; note?: string; withdrawnAfter?: number; ownGroup?: true }[] = [
  { who: 'ilir', whom: ['marta'], skill: 'seasonal work', on: 'Round table 4', days: 3, note: 'Two pickers who would come in winter.', withdrawnAfter: 25 },
  { who: 'deepak', whom: ['moses', 'priya'], skill: 'spreadsheets', minutes: 60, on: 'What we stopped doing', days: 4, withdrawnAfter: 20 },
  { who: 'anneke', whom: ['ines'], skill: 'mediation', minutes: 90, on: 'A letter never sent', days: 12, ownGroup: true, note: 'For the talk about the lot, if it turns into one.' },
  { who: 'jonas', whom: ['mei', 'yusuf'], skill: 'bookkeeping', minutes: 60, on: 'Round table 7', days: 0.5, note: 'The handling, as a column.' },
  { who: 'carla', whom: ['beatriz'], skill: 'quoting', minutes: 60, on: 'The hands in the picture', days: 2 },
];
