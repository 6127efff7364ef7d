/** What people committed to in their circles, and what became of it. */

/** Committed at the evening titled `on`, or written down from a note of theirs; all days count from that evening. */
export interface Action {
  key: string;
  who: string;
  on: string;
  from?: string;
  title: string;
  details?: string;
  helpers?: string[];
  due: number;
  renegotiated?: { days: number; to: number; reason: string }[];
  done?: { days: number; outcome: string };
  dropped?: { days: number; reason: string };
}

export const actions: readonly Action[] = [
  // Co-op Builders, as the year went.
  { key: 'fiveClients', who: 'jonas', on: 'The price nobody could pay', from: 'ask', title: 'Ask five clients what a delivery is worth to them', details: 'With Amara’s three questions: what would you do without us, what did you pay last time, what would make you cross.', helpers: ['amara'], due: 28, done: { days: 40, outcome: 'Three would pay more for a fixed hour, one laughed, one has moved to Dresden.' } },
  { key: 'ringTen', who: 'hanna', on: 'Round table 1', from: 'list', title: 'Ring ten of the sixty-one households on our list', due: 21, done: { days: 19, outcome: 'Rang eleven. Seven are on the list still, three of them with a barrow.' } },
  { key: 'boardAloud', who: 'amara', on: 'Reading a balance sheet aloud', from: 'books', title: 'Read our balance sheet aloud to the board', helpers: ['jonas'], due: 60, renegotiated: [{ days: 55, to: 90, reason: 'The treasurer is on Rügen, and without him nobody would stop me at line nine.' }], done: { days: 88, outcome: 'He stopped me at line nine: a loan that none of us had mentioned for two years.' } },
  { key: 'drawerBook', who: 'yusuf', on: 'Reading a balance sheet aloud', from: 'drawer', title: 'Write down for a month what the drawer holds at closing time', due: 40, done: { days: 38, outcome: 'One exercise book, thirty-one evenings, four of them in my father’s hand.' } },
  { key: 'scales', who: 'marta', on: 'Asking what it is worth', from: 'grams', title: 'Weigh every plate for a week', due: 14, done: { days: 12, outcome: 'Nineteen kilograms too much, and I know to whom.' } },
  { key: 'weeklyFlour', who: 'luca', on: 'Asking what it is worth', title: 'Ask the mill to bill me by the week', due: 20, dropped: { days: 50, reason: 'The mill wants a standing order for that, and I do not know on Monday what I sell on Friday.' } },
  { key: 'fixedHour', who: 'jonas', on: 'Asking what it is worth', from: 'asked', title: 'Sell delivery at a fixed hour to one client', due: 35, renegotiated: [{ days: 30, to: 60, reason: 'They want Tuesdays, and on Tuesdays I have no riders.' }], done: { days: 58, outcome: 'A dentist, at seven in the morning, for two euros more. She gives the riders coffee.' } },
  { key: 'emptyWeeks', who: 'mei', on: 'The miller and the calendar', from: 'weeks', title: 'Draw up our empty weeks and hang them where drivers wait', helpers: ['farid'], due: 90, renegotiated: [{ days: 80, to: 180, reason: 'Nobody wrote last year down, so I have to wait for this one.' }], done: { days: 175, outcome: 'Nine sheets. Two suppliers have taken seven of the weeks.' } },
  { key: 'secondMill', who: 'farid', on: 'One late pallet', from: 'mill', title: 'Find a second mill', helpers: ['mei'], due: 60, done: { days: 95, outcome: 'Döbeln, on Thursdays. The flour is a shade darker, and customers ask whether it is better. It is dearer!' } },
  { key: 'nextDriver', who: 'hanna', on: 'The first hire', from: 'driver', title: 'Put Lucía’s question to the next driver before I see the licence', helpers: ['lucia'], due: 70, done: { days: 64, outcome: 'Six applied. One said: first I ring everybody, then I weep. I hired her.' } },
  { key: 'reportFirst', who: 'lucia', on: 'What a repair café earns', from: 'grant', title: 'Write the garden’s report before its application', helpers: ['tomas'], due: 60, done: { days: 110, outcome: 'Two pages from next year. The foundation read to the end and rang.' } },
  { key: 'deputyBees', who: 'ilir', on: 'Negotiating the lease', title: 'Ask two shops to take honey on commission', due: 40, dropped: { days: 60, reason: 'Both said yes, and there is no honey left. It was a good question in the wrong month.' } },
  { key: 'papers', who: 'samir', on: 'Two mills and a week in store', from: 'papers', title: 'Write our customs papers down so that Nadia can do them', helpers: ['mei'], due: 42, renegotiated: [{ days: 40, to: 80, reason: 'A strike at the port, and then the accountant.' }, { days: 78, to: 100, reason: 'Nadia read the first draft and asked whether it was meant to be understood.' }], done: { days: 99, outcome: 'Fourteen pages, and a container cleared without me.' } },
  { key: 'lease', who: 'oksana', on: 'Round table 5', title: 'Read our lease with a dictionary and mark what I do not understand', helpers: ['hanna'], due: 20, done: { days: 18, outcome: 'Eleven pages, forty words, and one sentence that is worth the whole oven.' } },
  { key: 'cashSheet', who: 'marta', on: 'Round table 5', title: 'A cash plan for thirteen weeks', helpers: ['yusuf'], due: 28, renegotiated: [{ days: 25, to: 45, reason: 'Two weddings and a christening. I would have invented the numbers.' }], done: { days: 44, outcome: 'There is one Tuesday to be afraid of. We know it now, and so will the supplier.' } },
  { key: 'onePage', who: 'anneke', on: 'Leaving well, and coming back', title: 'Minutes of one page, sent the same night', due: 28, done: { days: 26, outcome: 'Sent at 23:10. First answer at 23:14, from a farmer, with a thumb.' } },
  { key: 'secondStore', who: 'hanna', on: 'Empty weeks', title: 'Three prices for a second cold store', details: 'New, used, and shared with the fishmonger. Mei knows the used ones.', helpers: ['mei'], due: 70 },
  { key: 'boxWatch', who: 'amara', on: 'What a box really costs', from: 'box', title: 'Walk one box through the house with a watch', helpers: ['mei'], due: 50, done: { days: 49, outcome: 'Eleven hands, nineteen minutes. The box stood for fourteen of them.' } },
  { key: 'canteen', who: 'greta', on: 'What a box really costs', from: 'plates', title: 'Cost every plate of the canteen with Marta’s sheet', helpers: ['marta'], due: 30, renegotiated: [{ days: 29, to: 42, reason: 'The fish has four suppliers and none of them has a scale.' }], done: { days: 41, outcome: 'Thirty-eight dishes. Six lose money, two of those on purpose.' } },
  { key: 'oneSentence', who: 'tomas', on: 'Room in the middle', title: 'Say one sentence before the break, each time', helpers: ['amara'], due: 42, done: { days: 43, outcome: 'Three evenings, four sentences.' } },
  { key: 'shoebox', who: 'farid', on: 'Closing the books in a day', from: 'shoe', title: 'One shoebox, one day, door shut', helpers: ['jonas'], due: 20, done: { days: 17, outcome: 'Ten hours. I owe the miller eleven euros and the state nothing!' } },
  { key: 'readingRoom', who: 'elsa', on: 'Closing the books in a day', title: 'Lend the co-op the reading room for the evening on handling', due: 60 },
  { key: 'labels', who: 'amara', on: 'One box and a watch', from: 'watch', title: 'Move the labels to the door', helpers: ['hanna'], due: 40 },
  { key: 'secondKey', who: 'hanna', on: 'One box and a watch', title: 'Give the key of the cold store to a second person', due: 12, done: { days: 9, outcome: 'The new driver has it, on a string with a potato on it.' } },
  { key: 'rye', who: 'greta', on: 'One box and a watch', title: 'Ask for one price of rye for half a year', due: 10, done: { days: 8, outcome: 'I got five months, and a sack to try.' } },
  { key: 'sheets', who: 'jonas', on: 'Round table 7', title: 'Bring last year’s delivery sheets to Mei', helpers: ['mei'], due: 16 },
  { key: 'erdem', who: 'yusuf', on: 'Round table 7', title: 'Sit down with old Erdem and his books before he sells', details: 'Farid has offered to come along; he knows how one talks to a man who has made up his mind.', helpers: ['farid'], due: 13 },
  { key: 'threeJars', who: 'ilir', on: 'Round table 7', title: 'Three jars, and the sum behind each, Sundays included', due: 28 },
  // Harbour Makers.
  { key: 'wrench', who: 'henrique', on: 'Tools we share', title: 'Hang the torque wrench in the common shed', due: 28, done: { days: 60, outcome: 'It hangs. I drew its outline on the wall, so that one sees at once who has stolen it.' } },
  { key: 'staples', who: 'carla', on: 'Tools we share', title: 'A line for small things on every quote', helpers: ['ines'], due: 56, done: { days: 70, outcome: 'Four per cent, on nine quotes. Nobody has run away.' } },
  { key: 'benchQuote', who: 'kofi', on: 'Who writes the first quote?', from: 'quote', title: 'Let Tiago quote the bench', due: 40, done: { days: 36, outcome: 'He quoted, he lost sixty euros, and I kept my mouth shut, which cost me more.' } },
  { key: 'notebooks', who: 'rui', on: 'What the saw taught us', from: 'saw', title: 'Hang a notebook beside each of our machines', helpers: ['kofi', 'aisha'], due: 56, done: { days: 50, outcome: 'Seven notebooks, seven pencils on strings. Two of the pencils are gone, which I take for use.' } },
  { key: 'onePicture', who: 'sofia', on: 'Selling what took forty hours', from: 'hands', title: 'One picture a week, with hands', helpers: ['kofi'], due: 84, done: { days: 98, outcome: 'Fourteen pictures. In the best one they are Nuno’s.' } },
  { key: 'crackedBowls', who: 'beatriz', on: 'Selling what took forty hours', title: 'Count the cracked ones into the price from the next firing on', due: 60, renegotiated: [{ days: 58, to: 112, reason: 'The next firing was for a friend’s wedding.' }], dropped: { days: 108, reason: 'I have changed the foot instead, and now one in thirty cracks.' } },
  { key: 'extinguishers', who: 'aisha', on: 'A notebook beside every machine', title: 'Fire extinguishers for the three small workshops, bought together', helpers: ['rui', 'beatriz'], due: 50 },
  { key: 'stool', who: 'tiago', on: 'A notebook beside every machine', from: 'book', title: 'Quote one piece alone, and write down every hour', helpers: ['carla'], due: 28, done: { days: 24, outcome: 'A stool. Six hours quoted, nine worked, eight paid.' } },
  { key: 'fairLot', who: 'ines', on: 'Whose workshop is drawn', title: 'Write a new rule for the lot, with the small workshops in it', due: 20, done: { days: 2, outcome: 'In the charter since Monday. The container is drawn for the time after next.' } },
  { key: 'springFair', who: 'sofia', on: 'The hands in the picture', title: 'One stand for six workshops at the next fair', details: 'Carla brings the seats, Nuno the roof.', helpers: ['carla', 'nuno'], due: 45 },
  { key: 'openDoor', who: 'kofi', on: 'The hands in the picture', title: 'Sweep the lane before the neighbours come', helpers: ['tiago'], due: 25 },
  // War Story Circle.
  { key: 'roster', who: 'ravi', on: 'Two stories, no slides', title: 'Hang the roster where I am not', due: 60, done: { days: 70, outcome: 'It hangs in the hall. My fridge has a picture of a heron on it.' } },
  { key: 'lateBoats', who: 'bridget', on: 'A partnership that ended well', from: 'sums', title: 'Find out what the late boats cost', helpers: ['thandi'], due: 56, done: { days: 60, outcome: 'Less than I had said for nine years. It is in the log book in red.' } },
  { key: 'ringHim', who: 'jonas', on: 'A letter never sent', title: 'Shorten the letter to one page', due: 21, dropped: { days: 23, reason: 'It has become a telephone number, and that is not for a list.' } },
  { key: 'map', who: 'thandi', on: 'The class that taught its teacher', title: 'A map at the front of the number four bus, and a pen on a string', helpers: ['david'], due: 30, done: { days: 29, outcome: 'Eleven crosses in two weeks.' } },
  { key: 'dogLetter', who: 'anneke', on: 'A letter never sent', title: 'Read one of the five letters aloud', due: 28 },
  { key: 'phoneBook', who: 'elsa', on: 'Stories that travel', title: 'A list of the stories that are out on loan, and where', helpers: ['mei'], due: 30 },
  // Second Shift.
  { key: 'vet', who: 'fiona', on: 'A price with your name on it', from: 'strangers', title: 'Ask five strangers at the vet’s what they would pay', due: 28, done: { days: 27, outcome: 'Five asked, and the lowest said ten pounds more than I charge.' } },
  { key: 'reeds', who: 'callum', on: 'A price with your name on it', from: 'reed', title: 'Time twenty reeds', due: 14, done: { days: 20, outcome: 'Three hours and ten minutes, with one interruption by a cat.' } },
  { key: 'ward', who: 'ewa', on: 'The market stall in the rain', from: 'rain', title: 'Ask the ward kitchen before I take another stall', helpers: ['leila'], due: 28, done: { days: 40, outcome: 'Twelve loaves, Tuesdays and Fridays, paid by the month.' } },
  { key: 'oneSheet', who: 'priya', on: 'Ask before you build', title: 'One sheet in Gwen’s window before I solder again', helpers: ['gwen'], due: 20, dropped: { days: 31, reason: 'Eleven people asked for the evening and none for the kit. I shall not solder again for now.' } },
  { key: 'invoices', who: 'deepak', on: 'The customer who became a friend', title: 'Send four friends an invoice', due: 28, dropped: { days: 33, reason: 'Two paid before I had sent it. The other two are family.' } },
  { key: 'thursday', who: 'noor', on: 'What we stopped doing', from: 'mine', title: 'Give the Thursday of the tool library to somebody', helpers: ['gwen'], due: 42, done: { days: 35, outcome: 'Gwen has it. She has changed where the drills hang, and she is right.' } },
  { key: 'walking', who: 'gwen', on: 'A month without orders', from: 'cards', title: 'One day of walking for two of printing', due: 40, done: { days: 38, outcome: 'Seven shops, four orders, one plaster.' } },
  { key: 'gasworks', who: 'moses', on: 'What the family says', title: 'Ask the gasworks for the use of its wall', helpers: ['fiona'], due: 10 },
  { key: 'lids', who: 'leila', on: 'Four hundred jars', from: 'lids', title: 'Ask the maker to take the lids back', helpers: ['noor'], due: 14, renegotiated: [{ days: 13, to: 21, reason: 'He is at a fair in Nuremberg and rings back on Monday, says his mother.' }], done: { days: 19, outcome: 'Three hundred and sixty back, and a lesson for the postage.' } },
  { key: 'notice', who: 'fiona', on: 'The hour you can sell', title: 'Write down what four days a week at the office come to', due: 12, helpers: ['priya'] },
  { key: 'deposit', who: 'noor', on: 'The hour you can sell', title: 'A library or a shop: decide it, and say so', due: 18 },
  { key: 'sealBoat', who: 'bridget', on: 'What the family says', title: 'Tell my crew about the seals before they hear it at Mass', helpers: ['noor'], due: 30 },
];
