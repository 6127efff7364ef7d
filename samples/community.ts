/** A small fictional community: its people, its groups, how they met and what they wrote. Everything in it is invented. */
import type { AttendanceOutcome } from '#features/meetings/meetings.events.js';
import type { ReflectionValue, Visibility } from '#features/reflections/reflections.events.js';

/** `hours` are pledged a month; `sorry` is what they say when they cannot come. */
export interface Person {
  key: string;
  name: string;
  zone: string;
  interests: string[];
  offers: [skill: string, level: number][];
  seeks: string[];
  hours: number;
  sorry: string;
}

export const people: Person[] = [
  { key: 'amara', name: 'Amara Okafor', zone: 'Europe/Berlin', interests: ['Food co-operatives', 'Fermentation'], offers: [['pricing', 4], ['facilitation', 3]], seeks: ['bookkeeping'], hours: 6, sorry: 'My own board sits that evening.' },
  { key: 'jonas', name: 'Jonas Weber', zone: 'Europe/Berlin', interests: ['Bicycle logistics'], offers: [['bookkeeping', 5]], seeks: ['pricing', 'hiring'], hours: 6, sorry: 'Two riders short, so I ride.' },
  { key: 'lucia', name: 'Lucía Herrera', zone: 'Europe/Madrid', interests: ['Community gardens', 'Bread'], offers: [['hiring', 4]], seeks: ['fundraising'], hours: 5, sorry: 'Frost tonight; the seedlings come first.' },
  { key: 'tomas', name: 'Tomáš Novák', zone: 'Europe/Prague', interests: ['Repair cafés'], offers: [['fundraising', 3], ['grant writing', 4]], seeks: ['facilitation'], hours: 4, sorry: 'A deadline, at midnight.' },
  { key: 'mei', name: 'Mei Tanaka', zone: 'Europe/Berlin', interests: ['Packaging', 'Tea'], offers: [['supply chains', 5]], seeks: ['pricing', 'negotiation'], hours: 6, sorry: 'A lorry is late, so I wait.' },
  { key: 'farid', name: 'Farid Rahimi', zone: 'Europe/Berlin', interests: ['Bakeries'], offers: [['negotiation', 4]], seeks: ['supply chains', 'bookkeeping'], hours: 5, sorry: 'The oven again.' },
  { key: 'ines', name: 'Inês Duarte', zone: 'Europe/Lisbon', interests: ['Boats', 'Wood'], offers: [['apprenticeships', 4], ['facilitation', 4]], seeks: ['fundraising'], hours: 5, sorry: 'A hull has to be turned while the tide allows.' },
  { key: 'rui', name: 'Rui Carvalho', zone: 'Europe/Lisbon', interests: ['Tools'], offers: [['safety', 5]], seeks: ['apprenticeships'], hours: 3, sorry: 'Hospital visit. Not mine.' },
  { key: 'sofia', name: 'Sofia Almeida', zone: 'Europe/Lisbon', interests: ['Textiles'], offers: [['marketing', 4]], seeks: ['pricing'], hours: 4, sorry: 'The fair is on and I am alone at the stand.' },
  { key: 'kofi', name: 'Kofi Mensah', zone: 'Europe/Lisbon', interests: ['Furniture', 'Wood'], offers: [['negotiation', 3]], seeks: ['marketing', 'safety'], hours: 5, sorry: 'My daughter’s school play.' },
  { key: 'elsa', name: 'Elsa Lindqvist', zone: 'Europe/Stockholm', interests: ['Libraries'], offers: [['storytelling', 5]], seeks: ['negotiation'], hours: 5, sorry: 'A reading at the library.' },
  { key: 'david', name: 'David Cohen', zone: 'Europe/Berlin', interests: ['Schools'], offers: [['teaching', 5]], seeks: ['storytelling'], hours: 2, sorry: 'Parents’ evening.' },
];

/** `week` counts back from the circle's day that is just over, below 0 it is yet to come. Who belongs to the circle was present, `but` for some. */
export interface Evening {
  week: number;
  title: string;
  but?: Record<string, AttendanceOutcome>;
  /** Days after which the roll call was written down; the same evening by default. */
  calledAfter?: number;
  movedTo?: string;
  cancelled?: string;
}

/** `weekday` 0 is Sunday; `from` is local, and no two circles' hours touch; `joined` is the week of a member's first evening. */
export interface Circle {
  key: string;
  name: string;
  zone: string;
  mode: 'inPerson' | 'online' | 'both';
  place?: string;
  facilitator: string;
  weekday: number;
  from: string;
  minutes: number;
  charter: { purpose: string; domain: string[]; practice: string };
  joined: Record<string, number>;
  evenings: Evening[];
}

export const circles: Circle[] = [
  {
    key: 'coop', name: 'Co-op Builders', zone: 'Europe/Berlin', mode: 'both', place: 'Alte Post, Leipzig', facilitator: 'amara', weekday: 2, from: '19:00', minutes: 120,
    charter: { purpose: 'We teach each other to run food co-operatives that last.', domain: ['food co-operatives', 'pricing', 'bookkeeping'], practice: 'Every second Tuesday: one war story, one question, one commitment each. Every fourth evening is a round table.' },
    joined: { amara: 52, jonas: 52, lucia: 50, tomas: 50, mei: 48, david: 44, farid: 40, elsa: 24 },
    evenings: [
      { week: 52, title: 'First evening: why we are here' },
      { week: 50, title: 'The price nobody could pay', but: { tomas: 'late' } },
      { week: 48, title: 'Round table 1', but: { jonas: 'apologised' } },
      { week: 46, title: 'Reading a balance sheet aloud', but: { lucia: 'late' } },
      { week: 44, title: 'Members who never come', but: { tomas: 'absent', david: 'late' } },
      { week: 42, title: 'Asking what it is worth', but: { mei: 'apologised' } },
      { week: 40, title: 'Round table 2', but: { amara: 'late' } },
      { week: 38, title: 'The miller and the calendar', but: { jonas: 'apologised', david: 'absent' } },
      { week: 36, title: 'One late pallet', but: { amara: 'apologised' }, calledAfter: 6 },
      { week: 34, title: 'The first hire', but: { david: 'apologised' } },
      { week: 32, title: 'Round table 3', but: { farid: 'apologised', tomas: 'late' } },
      { week: 30, title: 'What a repair café earns', but: { mei: 'absent' } },
      { week: 28, title: 'When the founder is in the way', but: { jonas: 'late', david: 'absent' } },
      { week: 26, title: 'Our charter, read aloud and rewritten', but: { elsa: 'visitor', farid: 'late' }, movedTo: 'Kantine am Kanal, Leipzig' },
      { week: 24, title: 'Round table 4', but: { david: 'apologised' } },
      { week: 22, title: 'Negotiating the lease', but: { mei: 'apologised' } },
      { week: 20, title: 'Two mills and a week in store', but: { tomas: 'absent' }, calledAfter: 5 },
      { week: 18, title: 'Delivery at a fixed hour', but: { elsa: 'late' } },
      { week: 16, title: 'Round table 5', but: { amara: 'apologised' }, calledAfter: 3 },
      { week: 14, title: 'Leaving well, and coming back', but: { farid: 'late' } },
      { week: 12, title: 'Empty weeks', but: { jonas: 'apologised' } },
      { week: 10, title: 'What a box really costs', but: { elsa: 'apologised' } },
      { week: 8, title: 'Round table 6', but: { lucia: 'late' } },
      { week: 6, title: 'Room in the middle', but: { ines: 'visitor', farid: 'apologised' } },
      { week: 4, title: 'Closing the books in a day', but: { amara: 'late', mei: 'absent' }, calledAfter: 5 },
      { week: 2, title: 'One box and a watch', but: { tomas: 'late', lucia: 'apologised' } },
      { week: 0, title: 'Round table 7', but: { elsa: 'late' } },
      { week: -2, title: 'A price for handling' },
      { week: -4, title: 'The van we should have leased' },
    ],
  },
  {
    key: 'harbour', name: 'Harbour Makers', zone: 'Europe/Lisbon', mode: 'inPerson', place: 'Doca 7, Lisbon', facilitator: 'ines', weekday: 6, from: '10:00', minutes: 150,
    charter: { purpose: 'We help workshops by the harbour to pass on their craft and earn from it.', domain: ['apprenticeships', 'craft', 'safety'], practice: 'Every fourth Saturday in a workshop, the next one chosen by lot.' },
    joined: { ines: 45, rui: 45, sofia: 41, kofi: 37 },
    evenings: [
      { week: 45, title: 'Two workshops, one dock' },
      { week: 41, title: 'An apprentice’s first month', but: { rui: 'late' } },
      { week: 37, title: 'Tools we share', but: { sofia: 'apologised' } },
      { week: 33, title: 'Who writes the first quote?', but: { rui: 'absent' } },
      { week: 29, title: 'Oil, varnish and lungs', cancelled: 'Storm warning for the docks.' },
      { week: 25, title: 'The bench that lost sixty euros', but: { sofia: 'late' }, calledAfter: 9 },
      { week: 21, title: 'What the saw taught us' },
      { week: 17, title: 'Selling what took forty hours', but: { rui: 'late' } },
      { week: 13, title: 'Saying no to a customer', but: { kofi: 'apologised', amara: 'visitor' } },
      { week: 9, title: 'A notebook beside every machine', but: { sofia: 'apologised' } },
      { week: 5, title: 'Whose workshop is drawn', but: { kofi: 'late' } },
      { week: 1, title: 'The hands in the picture', but: { rui: 'apologised' } },
      { week: -3, title: 'An open door for the neighbours' },
    ],
  },
  {
    key: 'stories', name: 'War Story Circle', zone: 'Europe/Berlin', mode: 'online', facilitator: 'elsa', weekday: 4, from: '17:00', minutes: 90,
    charter: { purpose: 'We practise telling what went wrong so that others can use it.', domain: ['storytelling', 'facilitation'], practice: 'Every third Thursday, online, ninety minutes, two stories, no slides.' },
    joined: { elsa: 28, amara: 28, kofi: 28, sofia: 25, jonas: 19, david: 16, mei: 13 },
    evenings: [
      { week: 28, title: 'Two stories, no slides' },
      { week: 25, title: 'The client who never complained', but: { kofi: 'late' } },
      { week: 22, title: 'The grant we should not have taken', but: { amara: 'apologised' } },
      { week: 19, title: 'A partnership that ended well', but: { sofia: 'absent' } },
      { week: 16, title: 'The week we nearly closed', but: { jonas: 'late' } },
      { week: 13, title: 'Where to stop a story', but: { kofi: 'apologised' } },
      { week: 10, title: 'The class that taught its teacher', but: { amara: 'apologised', farid: 'visitor' } },
      { week: 7, title: 'A letter never sent', but: { amara: 'absent' } },
      { week: 4, title: 'The phone call', but: { david: 'late' } },
      { week: 1, title: 'Stories that travel', but: { sofia: 'apologised' } },
      { week: -2, title: 'Starting over at fifty' },
    ],
  },
];

/** Who left after which evening, and the first evening of whoever came back. */
export const departures: { circle: string; who: string; after: number; reason: string; back?: number }[] = [
  { circle: 'coop', who: 'lucia', after: 28, reason: 'The garden needs every evening of its first year.', back: 14 },
  { circle: 'coop', who: 'david', after: 20, reason: 'I run a school, not a shop: I want to learn to tell, not to price.' },
];

/** Roll calls that were put right, so many days after the evening. The last is what the demo shows. */
export const corrections: { on: string; who: string; outcome: AttendanceOutcome; minutes?: number; days: number; reason: string }[] = [
  { on: 'Members who never come', who: 'tomas', outcome: 'late', minutes: 60, days: 9, reason: 'Sat at the back and was overlooked; two people remember his question.' },
  { on: 'Selling what took forty hours', who: 'rui', outcome: 'present', days: 15, reason: 'The clock in Kofi’s workshop runs half an hour fast.' },
  { on: 'Closing the books in a day', who: 'mei', outcome: 'apologised', days: 12, reason: 'Her message had gone to the old mailbox.' },
  { on: 'A letter never sent', who: 'amara', outcome: 'present', days: 12, reason: 'Amara listened by telephone and was on no screen; what she wrote about the evening showed it.' },
];

/** About the evening titled `on`, or written `alone` after it; `revised` is what `soWhat` became the day after; a later note `buildsOn` the `key` of this one. */
export interface Note {
  who: string;
  key?: string;
  buildsOn?: string;
  on: string;
  alone?: true;
  what: string;
  soWhat: string;
  nowWhat?: string;
  revised?: string;
  from: string[];
  skills: string[];
  value: ReflectionValue;
  visibility: Visibility;
  usefulness: number;
  confirmedBy?: string;
}

export const notes: Note[] = [
  // Jonas learns to ask, from Amara's lost clients to a third of his turnover.
  { who: 'jonas', key: 'ask', on: 'The price nobody could pay', what: 'Amara lost two clients because nobody had asked what they could pay.', soWhat: 'I set prices by cost and call it fair. It is guessing.', nowWhat: 'Ask five clients.', from: ['amara'], skills: ['pricing'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'jonas', key: 'asked', buildsOn: 'ask', on: 'Asking what it is worth', what: 'Asked five clients what a delivery is worth, with Amara’s three questions.', soWhat: 'Three of five would pay more for a fixed hour. None asked for cheaper.', nowWhat: 'Sell a fixed hour to one of them.', from: ['amara'], skills: ['pricing'], value: 'applied', visibility: 'network', usefulness: 4 },
  { who: 'jonas', buildsOn: 'asked', on: 'Delivery at a fixed hour', what: 'Fixed-hour delivery is now 34 per cent of what we sell.', soWhat: 'One question was worth more than the whole price list.', from: ['amara', 'mei'], skills: ['pricing'], value: 'realised', visibility: 'network', usefulness: 4, confirmedBy: 'amara' },
  { who: 'jonas', on: 'The first hire', what: 'Lucía hired the one who asked what happens to the compost.', soWhat: 'I read papers. She listens for the question.', from: ['lucia'], skills: ['hiring'], value: 'immediate', visibility: 'facilitator', usefulness: 3 },
  { who: 'jonas', on: 'Closing the books in a day', what: 'Showed Farid how we close a month in a day. Explained it badly until he drew it.', soWhat: 'If I cannot draw it I do not know it.', from: ['farid'], skills: ['bookkeeping', 'teaching'], value: 'immediate', visibility: 'group', usefulness: 3 },
  // Amara: the books, the box, the pause, and the story that stops.
  { who: 'amara', key: 'books', on: 'Reading a balance sheet aloud', what: 'Jonas read our balance sheet aloud, line by line, and I understood it for the first time.', soWhat: 'I had been steering by the bank balance, which is six weeks late.', nowWhat: 'Do the same with my own board.', from: ['jonas'], skills: ['bookkeeping'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'amara', buildsOn: 'books', on: 'Round table 3', what: 'Told the round how I read the balance sheet to my board. At line nine the treasurer said: stop, what is that?', soWhat: 'Line nine was a loan that all of us had forgotten. Nobody is stupid; nobody had heard it.', from: ['jonas'], skills: ['bookkeeping'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'amara', key: 'stop', on: 'Where to stop a story', what: 'Elsa stops a story where the listener would have to choose.', soWhat: 'I tell mine to the end and leave them nothing to do.', nowWhat: 'Stop the pricing story at the phone call.', from: ['elsa'], skills: ['storytelling'], value: 'potential', visibility: 'network', usefulness: 4 },
  { who: 'amara', alone: true, on: 'Saying no to a customer', what: 'Visited the harbour. Inês refused an order in front of us, and the customer thanked her.', soWhat: 'I have not said no to anybody this year, and I am tired, and I called it service.', from: ['ines'], skills: ['facilitation'], value: 'immediate', visibility: 'private', usefulness: 3 },
  { who: 'amara', key: 'box', on: 'What a box really costs', what: 'Mei’s list of what a box really costs: the cardboard comes fourth.', soWhat: 'Half of our price is handling, and nobody handles it.', nowWhat: 'Walk one box through the house with a watch.', from: ['mei'], skills: ['pricing', 'supply chains'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'amara', on: 'A letter never sent', what: 'Jonas told of the letter he never sent to his partner. I was on the tram, by telephone, and saw no face.', soWhat: 'With nothing to look at I heard where he hurried. That is where the story was.', from: ['jonas'], skills: ['storytelling'], value: 'immediate', visibility: 'group', usefulness: 3 },
  { who: 'amara', on: 'Room in the middle', what: 'Tomáš told me that he cannot find the pause. In a year I had not noticed.', soWhat: 'A round at the start is not room in the middle.', revised: 'A round at the start is not room in the middle. I had mistaken his silence for agreement, and mine for patience.', nowWhat: 'Count to seven before I speak. Inês does.', from: ['tomas', 'ines'], skills: ['facilitation'], value: 'transformative', visibility: 'group', usefulness: 4 },
  { who: 'amara', key: 'stopped', buildsOn: 'stop', on: 'The phone call', what: 'Stopped at the phone call. Jonas and Mei each said what they would have done, and both were better.', soWhat: 'The story is theirs now, which was the point.', from: ['jonas', 'mei', 'elsa'], skills: ['storytelling', 'pricing'], value: 'applied', visibility: 'network', usefulness: 4 },
  { who: 'amara', buildsOn: 'box', on: 'One box and a watch', what: 'Walked one box through the house with a watch: eleven hands, nineteen minutes, two of them useful.', soWhat: 'We do not have a price problem. We have a corridor.', nowWhat: 'Move the labels to the door.', from: ['mei'], skills: ['pricing', 'supply chains'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'amara', buildsOn: 'stopped', on: 'Stories that travel', what: 'Mei told my phone call to her suppliers, with her own ending, and two of them asked for her prices before she named one.', soWhat: 'It has stopped being about me. I could not be prouder of a failure.', from: ['mei', 'jonas'], skills: ['storytelling', 'pricing'], value: 'realised', visibility: 'network', usefulness: 4, confirmedBy: 'mei' },
  // Mei and Farid, back and forth.
  { who: 'mei', on: 'The phone call', what: 'Amara stopped at the phone call and looked at me. In my head I had hung up.', soWhat: 'My suppliers have been waiting years for that question.', nowWhat: 'Tell it at our supplier day, and stop there.', from: ['amara'], skills: ['storytelling', 'pricing'], value: 'potential', visibility: 'network', usefulness: 4 },
  { who: 'mei', key: 'weeks', on: 'The miller and the calendar', what: 'Farid bargains with his miller by bringing the calendar, not the price.', soWhat: 'My suppliers fear the empty weeks more than a thin margin.', nowWhat: 'Draw up our empty weeks.', from: ['farid'], skills: ['negotiation'], value: 'potential', visibility: 'group', usefulness: 3 },
  { who: 'mei', buildsOn: 'weeks', on: 'Empty weeks', what: 'Hung nine empty weeks on the wall and let two suppliers choose.', soWhat: 'They took seven. We had been quarrelling over what neither of us wanted.', from: ['farid'], skills: ['negotiation', 'supply chains'], value: 'applied', visibility: 'network', usefulness: 4 },
  { who: 'farid', key: 'mill', on: 'One late pallet', what: 'Mei showed how one late pallet of boxes stopped four bakeries. One of them was mine!', soWhat: 'We have one mill for flour and none for luck.', nowWhat: 'Find a second mill.', from: ['mei'], skills: ['supply chains'], value: 'immediate', visibility: 'group', usefulness: 4 },
  { who: 'farid', buildsOn: 'mill', on: 'Two mills and a week in store', what: 'The flour comes from two mills now, and a week of it stands in store.', soWhat: 'It costs two cents a loaf and I sleep.', from: ['mei'], skills: ['supply chains'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'farid', on: 'Closing the books in a day', what: 'Jonas closes a month in one day, because on day two he would start to believe his excuses.', soWhat: 'Mine takes three weeks, and they are three weeks of excuses.', nowWhat: 'One shoebox, one day, door shut.', from: ['jonas'], skills: ['bookkeeping'], value: 'potential', visibility: 'group', usefulness: 4 },
  // Lucía left and came back; Tomáš finds his voice; Elsa watches; David moved on.
  { who: 'lucia', key: 'grant', on: 'What a repair café earns', what: 'Tomáš writes a grant backwards: first the report he wants to be able to send.', soWhat: 'I have always begun with our need, and they have always stopped reading there.', nowWhat: 'Write the garden’s report before its application.', from: ['tomas'], skills: ['grant writing'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'lucia', on: 'Leaving well, and coming back', what: 'They asked me to tell how the garden’s year went before anybody asked why I had gone.', soWhat: 'The door had been left on the latch. One can learn to do that for others.', from: ['amara'], skills: ['facilitation'], value: 'immediate', visibility: 'group', usefulness: 3 },
  { who: 'lucia', buildsOn: 'grant', on: 'Round table 6', what: 'Told the round that the garden has its grant, written from the report backwards, and thanked Tomáš.', soWhat: 'The first sentence was the last thing we would do. They read on.', from: ['tomas'], skills: ['grant writing', 'fundraising'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'tomas', key: 'pause', on: 'Round table 6', what: 'Lucía thanked me in front of everybody and I said nothing, all evening, again.', soWhat: 'I wait for a pause that never comes.', nowWhat: 'Tell Amara before the next one.', from: [], skills: ['facilitation'], value: 'immediate', visibility: 'private', usefulness: 1 },
  { who: 'tomas', buildsOn: 'pause', on: 'Round table 7', what: 'Amara counted to seven. At five I was speaking.', soWhat: 'It was not courage that I lacked, it was two seconds.', from: ['amara'], skills: ['facilitation'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'elsa', on: 'Negotiating the lease', what: 'Two of them argued about the lease until they were hoarse, and nobody left the room.', soWhat: 'A charter that has been read aloud holds more than one in a drawer.', from: ['amara', 'farid'], skills: ['negotiation'], value: 'potential', visibility: 'network', usefulness: 3 },
  { who: 'elsa', on: 'The class that taught its teacher', what: 'David let the class finish his story, and they gave it an ending he had been afraid of.', soWhat: 'I decide where to stop; he lets them.', from: ['david'], skills: ['storytelling', 'teaching'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'david', on: 'A letter never sent', what: 'Jonas read out the letter and then was quiet, and so were we.', soWhat: 'In the co-op evenings I would have asked for a number. Here I could have learned nothing from one.', from: ['jonas', 'elsa'], skills: ['storytelling'], value: 'immediate', visibility: 'group', usefulness: 3 },
  // The harbour, and those of it who tell stories.
  { who: 'kofi', key: 'quote', on: 'Who writes the first quote?', what: 'Inês lets apprentices quote their own first piece, and lose.', soWhat: 'I have been protecting mine from the only lesson that counts.', nowWhat: 'Let Tiago quote the bench.', from: ['ines'], skills: ['apprenticeships'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'kofi', buildsOn: 'quote', on: 'The bench that lost sixty euros', what: 'Tiago quoted the bench, lost sixty euros, and drew the next one before he cut.', soWhat: 'He asks about hours now. I never had to say the word.', from: ['ines'], skills: ['apprenticeships'], value: 'applied', visibility: 'network', usefulness: 4 },
  { who: 'kofi', on: 'The grant we should not have taken', what: 'Elsa’s library gave a grant back, with a letter that hid nothing.', soWhat: 'Giving back is a skill, too. Mine would have been spent and regretted.', from: ['elsa'], skills: ['storytelling'], value: 'immediate', visibility: 'group', usefulness: 3 },
  { who: 'kofi', on: 'A notebook beside every machine', what: 'I laughed at Rui’s notebooks until I read the one beside my lathe.', soWhat: 'Tiago had written in it three times. He had told me of none.', nowWhat: 'Read it with him on Mondays, and write first.', from: ['rui'], skills: ['safety', 'apprenticeships'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'rui', key: 'saw', on: 'What the saw taught us', what: 'Told the accident with the saw from beginning to end. First time.', soWhat: 'Everybody had a near one to add. None was written down.', nowWhat: 'A notebook beside every machine.', from: ['kofi', 'sofia'], skills: ['safety'], value: 'transformative', visibility: 'group', usefulness: 4 },
  { who: 'rui', buildsOn: 'saw', on: 'A notebook beside every machine', what: 'Eleven near misses in three notebooks. Seven at the same guard. Guard replaced.', soWhat: 'Paper is cheaper than fingers.', from: ['kofi', 'ines'], skills: ['safety'], value: 'realised', visibility: 'network', usefulness: 4, confirmedBy: 'ines' },
  { who: 'ines', on: 'Whose workshop is drawn', what: 'I had to admit that our lot only ever holds the big workshops.', soWhat: 'A fair draw over an unfair list.', nowWhat: 'Say so to everybody, not by mail.', from: ['rui'], skills: ['facilitation'], value: 'immediate', visibility: 'private', usefulness: 2 },
  { who: 'sofia', on: 'The week we nearly closed', what: 'Told the week we nearly closed. My hands shook.', soWhat: 'What I was ashamed of was the part they took notes on.', from: ['elsa', 'amara'], skills: ['storytelling'], value: 'transformative', visibility: 'group', usefulness: 4 },
  { who: 'sofia', key: 'hands', on: 'Selling what took forty hours', what: 'Kofi photographs a piece with the hands that made it.', soWhat: 'I have been selling cloth and hiding the loom.', nowWhat: 'One picture a week, with hands.', from: ['kofi'], skills: ['marketing'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'sofia', buildsOn: 'hands', on: 'The hands in the picture', what: 'Since the hands are in the picture, people ask how long it took before they ask what it costs.', soWhat: 'Then the price is an answer and no longer an excuse.', from: ['kofi'], skills: ['marketing', 'pricing'], value: 'realised', visibility: 'network', usefulness: 4, confirmedBy: 'kofi' },
];
