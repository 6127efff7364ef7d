/** Whom somebody put in touch, or asked to be; the note is theirs, and each of the two answers so many hours later. */
export interface Introduction {
  seeker: string;
  teacher: string;
  by: string;
  /** Suggested in a circle that both belong to. */
  circle?: string;
  on: string;
  days: number;
  note?: string;
  /** `declined` is the reason. */
  answers: { who: string; hours: number; declined?: string }[];
}

export const introductions: readonly Introduction[] = [
  { seeker: 'hanna', teacher: 'jonas', by: 'amara', circle: 'coop', on: 'Round table 1', days: 2, note: 'You both keep a list that you do not look at.', answers: [{ who: 'hanna', hours: 5 }, { who: 'jonas', hours: 30 }] },
  { seeker: 'luca', teacher: 'marta', by: 'amara', circle: 'coop', on: 'Round table 2', days: 3, note: 'Marta weighs what Luca gives away.', answers: [{ who: 'marta', hours: 7 }, { who: 'luca', hours: 50, declined: 'I know what I give away. I do it on purpose.' }] },
  { seeker: 'greta', teacher: 'marta', by: 'greta', on: 'When the founder is in the way', days: 2, note: 'I buy by the pallet and hope. You do neither.', answers: [{ who: 'marta', hours: 11 }] },
  { seeker: 'mei', teacher: 'farid', by: 'amara', circle: 'coop', on: 'Leaving well, and coming back', days: -7, note: 'Mei signs for a warehouse in spring, and Farid has talked two mills down.', answers: [{ who: 'mei', hours: 20 }, { who: 'farid', hours: 31 }] },
  { seeker: 'deepak', teacher: 'samir', by: 'deepak', on: 'What we stopped doing', days: 6, note: 'I pay duty on cumin and do not know why. Noor says that you do.', answers: [{ who: 'samir', hours: 26 }] },
  { seeker: 'sofia', teacher: 'amara', by: 'elsa', circle: 'stories', on: 'Where to stop a story', days: 1, note: 'Sofia has a winter to price.', answers: [{ who: 'sofia', hours: 4 }, { who: 'amara', hours: 19 }] },
  { seeker: 'ewa', teacher: 'marta', by: 'ewa', on: 'Sleep', days: 3, note: 'You cost dumplings. I cost nothing and sell bread.', answers: [{ who: 'marta', hours: 40, declined: 'Gladly in two months. Until then it is weddings, and I would only be half there.' }] },
  { seeker: 'oksana', teacher: 'dagmar', by: 'oksana', on: 'Room in the middle', days: 1, note: 'One sentence about one oven.', answers: [{ who: 'dagmar', hours: 16 }] },
  { seeker: 'nuno', teacher: 'fiona', by: 'nuno', on: 'Whose workshop is drawn', days: 3, note: 'My books are a drawer of sailcloth. A friend says that you like such drawers.', answers: [{ who: 'fiona', hours: 22 }] },
  { seeker: 'elsa', teacher: 'kofi', by: 'elsa', on: 'A letter never sent', days: 6, note: 'The town wants our reading room, and I give way too soon.', answers: [{ who: 'kofi', hours: 33 }] },
  { seeker: 'leila', teacher: 'farid', by: 'leila', on: 'Four hundred jars', days: 5, note: 'A man has to take back four hundred lids, and I say sorry before I say hello.', answers: [{ who: 'farid', hours: 9 }] },
  { seeker: 'ilir', teacher: 'sofia', by: 'ilir', on: 'Closing the books in a day', days: 10, note: 'You sell hands. I have hands, and bees.', answers: [{ who: 'sofia', hours: 60, declined: 'After the fair I am yours. Before it I do not sleep.' }] },
  { seeker: 'carla', teacher: 'farid', by: 'carla', on: 'The hands in the picture', days: 4, note: 'The theatre pays in applause, and I have thanked it for that for six years.', answers: [] },
  { seeker: 'aisha', teacher: 'thandi', by: 'aisha', on: 'The hands in the picture', days: 3, note: 'I want to hire my first welder and have only ever hired cousins.', answers: [] },
  { seeker: 'samir', teacher: 'anneke', by: 'amara', circle: 'coop', on: 'Round table 7', days: 1, note: 'Eleven people, one Samir: Anneke has seen this before.', answers: [{ who: 'anneke', hours: 5 }] },
];
