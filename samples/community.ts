/** A small fictional community: its people, its groups and what they wrote. Everything in it is invented. */

export interface Person {
  key: string;
  name: string;
  zone: string;
  interests: string[];
  offers: [string, number][];
  seeks: string[];
  hours: number;
}

export const people: Person[] = [
  { key: 'amara', name: 'Amara Okafor', zone: 'Europe/Berlin', interests: ['Food co-operatives', 'Fermentation'], offers: [['pricing', 4], ['facilitation', 3]], seeks: ['bookkeeping'], hours: 8 },
  { key: 'jonas', name: 'Jonas Weber', zone: 'Europe/Berlin', interests: ['Bicycle logistics'], offers: [['bookkeeping', 5]], seeks: ['pricing', 'hiring'], hours: 6 },
  { key: 'lucia', name: 'Lucía Herrera', zone: 'Europe/Madrid', interests: ['Community gardens', 'Bread'], offers: [['hiring', 4]], seeks: ['fundraising'], hours: 5 },
  { key: 'tomas', name: 'Tomáš Novák', zone: 'Europe/Prague', interests: ['Repair cafés'], offers: [['fundraising', 3], ['grant writing', 4]], seeks: ['facilitation'], hours: 4 },
  { key: 'mei', name: 'Mei Tanaka', zone: 'Europe/Berlin', interests: ['Packaging', 'Tea'], offers: [['supply chains', 5]], seeks: ['pricing'], hours: 6 },
  { key: 'farid', name: 'Farid Rahimi', zone: 'Europe/Berlin', interests: ['Bakeries'], offers: [['negotiation', 4]], seeks: ['supply chains', 'bookkeeping'], hours: 5 },
  { key: 'ines', name: 'Inês Duarte', zone: 'Europe/Lisbon', interests: ['Boats', 'Wood'], offers: [['apprenticeships', 4], ['facilitation', 4]], seeks: ['fundraising'], hours: 7 },
  { key: 'rui', name: 'Rui Carvalho', zone: 'Europe/Lisbon', interests: ['Tools'], offers: [['safety', 5]], seeks: ['apprenticeships'], hours: 3 },
  { key: 'sofia', name: 'Sofia Almeida', zone: 'Europe/Lisbon', interests: ['Textiles'], offers: [['marketing', 4]], seeks: ['pricing'], hours: 4 },
  { key: 'kofi', name: 'Kofi Mensah', zone: 'Europe/Lisbon', interests: ['Furniture', 'Wood'], offers: [['negotiation', 3]], seeks: ['marketing', 'safety'], hours: 5 },
  { key: 'elsa', name: 'Elsa Lindqvist', zone: 'Europe/Stockholm', interests: ['Libraries'], offers: [['storytelling', 5]], seeks: ['negotiation'], hours: 4 },
  { key: 'david', name: 'David Cohen', zone: 'Europe/Berlin', interests: ['Schools'], offers: [['teaching', 5]], seeks: ['storytelling'], hours: 2 },
];

export interface Circle {
  key: string;
  name: string;
  zone: string;
  place?: string;
  purpose: string;
  domain: string[];
  practice: string;
  facilitator: string;
  /** Weeks ago that it was founded. */
  age: number;
  /** Weeks between meetings, local hour, minutes. */
  every: number;
  hour: number;
  minutes: number;
  topics: string[];
}

export const circles: Circle[] = [
  {
    key: 'coop',
    name: 'Co-op Builders',
    zone: 'Europe/Berlin',
    place: 'Alte Post, Leipzig',
    purpose: 'We teach each other to run food co-operatives that last.',
    domain: ['food co-operatives', 'pricing', 'bookkeeping'],
    practice: 'Every second week: one war story, one question, one commitment each.',
    facilitator: 'amara',
    age: 60,
    every: 2,
    hour: 18,
    minutes: 120,
    topics: ['War stories: pricing that failed', 'Reading a balance sheet together', 'The first hire', 'When a supplier lets you down', 'Members who never come', 'Negotiating the lease'],
  },
  {
    key: 'harbour',
    name: 'Harbour Makers',
    zone: 'Europe/Lisbon',
    place: 'Doca 7, Lisbon',
    purpose: 'We help workshops by the harbour to pass on their craft and earn from it.',
    domain: ['apprenticeships', 'craft', 'safety'],
    practice: 'Once a month in a workshop, the next one chosen by lot.',
    facilitator: 'ines',
    age: 48,
    every: 4,
    hour: 19,
    minutes: 150,
    topics: ['An apprentice’s first month', 'What an accident taught us', 'Selling what took forty hours', 'Tools we share', 'Saying no to a customer'],
  },
  {
    key: 'stories',
    name: 'War Story Circle',
    zone: 'Europe/Berlin',
    purpose: 'We practise telling what went wrong so that others can use it.',
    domain: ['storytelling', 'facilitation'],
    practice: 'Online, ninety minutes, two stories, no slides.',
    facilitator: 'elsa',
    age: 30,
    every: 3,
    hour: 17,
    minutes: 90,
    topics: ['The week we nearly closed', 'A partnership that ended well', 'The grant we should not have taken', 'Starting over at fifty'],
  },
];

/** Who belongs where, how many weeks ago they joined, and when some of them left or came back. */
export const belonging: { circle: string; who: string; joined: number; left?: number; back?: number }[] = [
  { circle: 'coop', who: 'amara', joined: 60 },
  { circle: 'coop', who: 'jonas', joined: 59 },
  { circle: 'coop', who: 'lucia', joined: 56, left: 30, back: 14 },
  { circle: 'coop', who: 'tomas', joined: 52 },
  { circle: 'coop', who: 'mei', joined: 50 },
  { circle: 'coop', who: 'farid', joined: 40 },
  { circle: 'coop', who: 'david', joined: 38, left: 20 },
  { circle: 'coop', who: 'elsa', joined: 24 },
  { circle: 'harbour', who: 'ines', joined: 48 },
  { circle: 'harbour', who: 'rui', joined: 47 },
  { circle: 'harbour', who: 'sofia', joined: 46 },
  { circle: 'harbour', who: 'kofi', joined: 40 },
  { circle: 'harbour', who: 'tomas', joined: 26 },
  { circle: 'stories', who: 'elsa', joined: 30 },
  { circle: 'stories', who: 'amara', joined: 29 },
  { circle: 'stories', who: 'kofi', joined: 28 },
  { circle: 'stories', who: 'sofia', joined: 22 },
  { circle: 'stories', who: 'jonas', joined: 16 },
  { circle: 'stories', who: 'mei', joined: 12 },
];

export interface Note {
  who: string;
  circle: string;
  /** Counted back from the newest meeting of the circle, 0 being the newest. */
  meeting: number;
  what: string;
  soWhat: string;
  nowWhat?: string;
  from: string[];
  skills: string[];
  value: 'immediate' | 'potential' | 'applied' | 'realised' | 'transformative';
  visibility: 'private' | 'facilitator' | 'group' | 'network';
  usefulness: number;
  /** Who confirms a realised value. */
  confirmedBy?: string;
  /** Index of an earlier note of the same person. */
  buildsOn?: number;
}

export const notes: Note[] = [
  { who: 'amara', circle: 'coop', meeting: 22, what: 'Jonas read our balance sheet aloud and I understood it for the first time.', soWhat: 'I had been steering by the bank balance, which is six weeks late.', nowWhat: 'Do the same with my own board.', from: ['jonas'], skills: ['bookkeeping'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'jonas', circle: 'coop', meeting: 20, what: 'Amara told how they lost two clients because nobody had asked what they could pay.', soWhat: 'I set prices by cost and call it fairness; it is guessing.', nowWhat: 'Ask three clients before Friday.', from: ['amara'], skills: ['pricing'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'jonas', circle: 'coop', meeting: 17, what: 'I asked five clients what a delivery is worth to them, with the questions Amara gave me.', soWhat: 'Three would pay more for a fixed hour than for a low price.', from: ['amara'], skills: ['pricing'], value: 'applied', visibility: 'network', usefulness: 4, buildsOn: 1 },
  { who: 'jonas', circle: 'coop', meeting: 9, what: 'Fixed-hour delivery is now a third of what we sell.', soWhat: 'The question was worth more than the price list.', from: ['amara', 'mei'], skills: ['pricing'], value: 'realised', visibility: 'network', usefulness: 4, confirmedBy: 'amara', buildsOn: 2 },
  { who: 'mei', circle: 'coop', meeting: 15, what: 'Farid bargains with his miller by bringing the calendar, not the price.', soWhat: 'My suppliers fear the empty weeks more than the margin.', nowWhat: 'Draw up our empty weeks.', from: ['farid'], skills: ['negotiation'], value: 'potential', visibility: 'group', usefulness: 3 },
  { who: 'farid', circle: 'coop', meeting: 12, what: 'Mei showed how one late pallet of boxes stopped four bakeries.', soWhat: 'We have one supplier for flour and none for luck.', nowWhat: 'Find a second mill by summer.', from: ['mei'], skills: ['supply chains'], value: 'immediate', visibility: 'group', usefulness: 4 },
  { who: 'farid', circle: 'coop', meeting: 6, what: 'We split the flour between two mills and kept a week in store.', soWhat: 'It costs two cents a loaf and I sleep.', from: ['mei'], skills: ['supply chains'], value: 'applied', visibility: 'group', usefulness: 4, buildsOn: 5 },
  { who: 'lucia', circle: 'coop', meeting: 3, what: 'Came back after my year with the garden and was asked to tell how it went.', soWhat: 'Leaving a group well is also something one can learn.', from: ['amara'], skills: ['facilitation'], value: 'immediate', visibility: 'group', usefulness: 3 },
  { who: 'tomas', circle: 'coop', meeting: 5, what: 'I said nothing all evening again.', soWhat: 'I wait for a pause that never comes.', nowWhat: 'Tell Amara before the next one.', from: [], skills: ['facilitation'], value: 'immediate', visibility: 'private', usefulness: 1 },
  { who: 'amara', circle: 'coop', meeting: 4, what: 'Tomáš told me he cannot find the pause. I had not noticed in a year.', soWhat: 'A round at the start is not the same as room in the middle.', nowWhat: 'Count to seven before I speak.', from: ['tomas'], skills: ['facilitation'], value: 'transformative', visibility: 'facilitator', usefulness: 4 },
  { who: 'elsa', circle: 'coop', meeting: 2, what: 'Two of them argued about the lease and nobody left the room.', soWhat: 'A charter that is read aloud holds more than one in a drawer.', from: ['amara', 'farid'], skills: ['negotiation'], value: 'potential', visibility: 'network', usefulness: 3 },
  { who: 'jonas', circle: 'coop', meeting: 1, what: 'Showed Farid how we close the books in a day.', soWhat: 'I explained it badly until he drew it.', from: ['farid'], skills: ['bookkeeping', 'teaching'], value: 'immediate', visibility: 'group', usefulness: 3 },
  { who: 'amara', circle: 'coop', meeting: 0, what: 'Mei’s list of what a box really costs.', soWhat: 'Half of our price is handling, and nobody handles it.', nowWhat: 'Walk one box through the house with a watch.', from: ['mei'], skills: ['pricing', 'supply chains'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'kofi', circle: 'harbour', meeting: 8, what: 'Inês lets apprentices quote their own first piece, and lose.', soWhat: 'I have been protecting mine from the only lesson that counts.', nowWhat: 'Let Tiago quote the bench.', from: ['ines'], skills: ['apprenticeships'], value: 'potential', visibility: 'group', usefulness: 4 },
  { who: 'kofi', circle: 'harbour', meeting: 6, what: 'Tiago quoted the bench, lost sixty euros, and drew the next one before cutting.', soWhat: 'He asks about hours now.', from: ['ines'], skills: ['apprenticeships'], value: 'applied', visibility: 'network', usefulness: 4, buildsOn: 13 },
  { who: 'rui', circle: 'harbour', meeting: 5, what: 'Told the saw accident from beginning to end for the first time.', soWhat: 'Everybody had a near one to add; none was written down.', nowWhat: 'A notebook beside every machine.', from: ['kofi', 'sofia'], skills: ['safety'], value: 'transformative', visibility: 'group', usefulness: 4 },
  { who: 'sofia', circle: 'harbour', meeting: 3, what: 'Kofi photographs a piece with the hands that made it.', soWhat: 'I have been selling cloth and hiding the loom.', from: ['kofi'], skills: ['marketing'], value: 'applied', visibility: 'group', usefulness: 4 },
  { who: 'ines', circle: 'harbour', meeting: 1, what: 'I had to admit that the lot always picks those with big workshops.', soWhat: 'A fair draw over an unfair list.', nowWhat: 'Bring it up with everybody, not by mail.', from: ['rui'], skills: ['facilitation'], value: 'immediate', visibility: 'private', usefulness: 2 },
  { who: 'amara', circle: 'stories', meeting: 4, what: 'Elsa stops a story where the listener would have to choose.', soWhat: 'I tell mine to the end and leave them nothing to do.', nowWhat: 'Stop the pricing story at the phone call.', from: ['elsa'], skills: ['storytelling'], value: 'potential', visibility: 'network', usefulness: 4 },
  { who: 'sofia', circle: 'stories', meeting: 2, what: 'Told the week we nearly closed. My hands shook.', soWhat: 'What I was ashamed of was the part they took notes on.', from: ['elsa', 'amara'], skills: ['storytelling'], value: 'transformative', visibility: 'group', usefulness: 4 },
  { who: 'amara', circle: 'stories', meeting: 0, what: 'Stopped at the phone call. Jonas and Mei both said what they would have done; both were better.', soWhat: 'The story is theirs now, which was the point.', from: ['jonas', 'mei', 'elsa'], skills: ['storytelling', 'pricing'], value: 'realised', visibility: 'network', usefulness: 4, confirmedBy: 'mei', buildsOn: 18 },
];
