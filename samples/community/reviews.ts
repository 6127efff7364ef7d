/** Alignment reviews: what was judged, on what grounds, and what became of the decision. */
import type { Criterion } from '#features/alignment/alignment.events.js';

/** What a level rests on, by title or key; `latest`: the last event of a type in the circle. */
export type Proof = { evening: string } | { note: string } | { help: string } | { story: string } | { action: string } | { latest: string } | { document: string; title: string };

/** Opened so many days after the evening titled `on`; what follows, so many days or hours after that. */
export interface Review {
  key: string;
  circle: string;
  by: string;
  on: string;
  days: number;
  appealOf?: string;
  scores: { criterion: Criterion; level: number; note?: string; evidence?: Proof[]; hours?: number }[];
  decided?: { days: number; explanation?: string };
  appealed?: { by: string; days: number; reason: string };
}

const minutes = (circle: string, of: string) => ({ document: `https://minutes.example.org/${circle}`, title: of });

export const reviews: readonly Review[] = [
  {
    key: 'coop, half a year', circle: 'coop', by: 'dagmar', on: 'Our charter, read aloud and rewritten', days: 3, decided: { days: 2 },
    scores: [
      { criterion: 'learningIsThePurpose', level: 3, note: 'They read their charter aloud and quarrelled for fifty minutes over “fair”.', evidence: [{ latest: 'CharterAdopted' }] },
      { criterion: 'practitionersHelpOthers', level: 2, note: 'Always the same four.' },
      { criterion: 'membersCommitTime', level: 3, evidence: [{ evening: 'Our charter, read aloud and rewritten' }] },
      { criterion: 'learningGoesBothWays', level: 2, note: 'Those who teach are rarely taught.' },
      { criterion: 'trust', level: 2 },
      { criterion: 'storiesAreShared', level: 3, evidence: [{ story: 'asked' }, { story: 'flu' }] },
      { criterion: 'actionIsBuiltTogether', level: 2, note: 'Committed to gladly, finished late.' },
      { criterion: 'keyPeopleAreConnected', level: 1 },
    ],
  },
  {
    key: 'coop', circle: 'coop', by: 'dagmar', on: 'Closing the books in a day', days: 10,
    scores: [
      { criterion: 'learningIsThePurpose', level: 4, note: 'Every evening has a question on it that somebody is afraid of.', evidence: [{ latest: 'CharterAdopted' }, { evening: 'Closing the books in a day' }] },
      { criterion: 'practitionersHelpOthers', level: 4, note: 'Nearly everybody gave somebody an hour in half a year, and was thanked for it.', evidence: [{ help: 'plates' }, { help: 'labels' }] },
      { criterion: 'membersCommitTime', level: 3, evidence: [{ evening: 'Round table 6' }] },
      { criterion: 'learningGoesBothWays', level: 3, note: 'Two whom I met as pupils have taught since.', evidence: [{ note: 'costed' }, { note: 'month' }] },
      { criterion: 'trust', level: 4, note: 'Two of them named a bad number aloud while I sat there, a stranger.', evidence: [{ latest: 'TrustPulseClosed' }] },
      { criterion: 'storiesAreShared', level: 3, evidence: [{ story: 'lease' }, { story: 'pallet' }] },
      { criterion: 'actionIsBuiltTogether', level: 3, evidence: [{ action: 'canteen' }, { action: 'papers' }] },
      { criterion: 'keyPeopleAreConnected', level: 2, note: 'The mills know each other. The banks do not know them yet.' },
    ],
    decided: { days: 3 },
  },
  {
    key: 'harbour', circle: 'harbour', by: 'anneke', on: 'Whose workshop is drawn', days: 9, decided: { days: 4, explanation: 'I judged by what I was told at the bench. The log knows less: half of the help there is given across the lane and written down by nobody.' },
    scores: [
      { criterion: 'learningIsThePurpose', level: 4, evidence: [{ latest: 'CharterAdopted' }] },
      { criterion: 'practitionersHelpOthers', level: 3, note: 'Across the lane, mostly, and without paper.', evidence: [{ help: 'guards' }] },
      { criterion: 'membersCommitTime', level: 3, evidence: [{ evening: 'A notebook beside every machine' }] },
      { criterion: 'learningGoesBothWays', level: 3, note: 'The youngest is quoted by the eldest.', evidence: [{ note: 'quoted' }] },
      { criterion: 'trust', level: 3, note: 'After the story of the saw: everybody had one.', evidence: [{ story: 'saw' }, { latest: 'TrustPulseClosed' }] },
      { criterion: 'storiesAreShared', level: 3, evidence: [{ story: 'bench' }, { story: 'no' }] },
      { criterion: 'actionIsBuiltTogether', level: 2, note: 'Each in his own workshop. The extinguishers are a beginning.' },
      { criterion: 'keyPeopleAreConnected', level: 2, evidence: [minutes('harbour', 'Minutes of the port authority, item 9')] },
    ],
  },
  {
    key: 'stories', circle: 'stories', by: 'anneke', on: 'The client who never complained', days: 6, decided: { days: 2 },
    scores: [
      { criterion: 'learningIsThePurpose', level: 4, evidence: [{ latest: 'CharterAdopted' }] },
      { criterion: 'practitionersHelpOthers', level: 2, note: 'Two evenings old: there was hardly time to.' },
      { criterion: 'membersCommitTime', level: 2 },
      { criterion: 'learningGoesBothWays', level: 3, note: 'Whoever tells is asked, and whoever asks tells next.', evidence: [{ note: 'plain' }] },
      { criterion: 'trust', level: 3, evidence: [{ story: 'fridge' }] },
      { criterion: 'storiesAreShared', level: 4, evidence: [{ story: 'fridge' }, { story: 'pram' }] },
      { criterion: 'actionIsBuiltTogether', level: 1 },
      { criterion: 'keyPeopleAreConnected', level: 1 },
    ],
  },
  {
    key: 'shift', circle: 'shift', by: 'dagmar', on: 'Saying it to your boss', days: 5, decided: { days: 2, explanation: 'What was counted is better than what I saw. I was there on an evening with four people and a fire alarm.' },
    scores: [
      { criterion: 'learningIsThePurpose', level: 2, note: 'They come to get through the week; that they learn is by the way.' },
      { criterion: 'practitionersHelpOthers', level: 2, note: 'I found few exchanges written down.' },
      { criterion: 'membersCommitTime', level: 1, note: 'A third of the chairs is empty, and for good reasons.' },
      { criterion: 'learningGoesBothWays', level: 1, note: 'Fiona teaches; who teaches Fiona?' },
      { criterion: 'trust', level: 1, note: 'The pulse tells nothing: fewer than five have answered.' },
      { criterion: 'storiesAreShared', level: 3, evidence: [{ story: 'tin' }, { story: 'stall' }] },
      { criterion: 'actionIsBuiltTogether', level: 1 },
      { criterion: 'keyPeopleAreConnected', level: 1 },
    ],
    appealed: { by: 'noor', days: 9, reason: 'You counted empty chairs. Ewa was on her ward and Deepak on his bus, and both had said so; four actions of ours were done in the weeks in which you looked at chairs.' },
  },
  {
    key: 'shift, once more', circle: 'shift', by: 'anneke', on: 'What the family says', days: 5, appealOf: 'shift',
    scores: [
      { criterion: 'learningIsThePurpose', level: 3, evidence: [{ note: 'waiting' }] },
      { criterion: 'practitionersHelpOthers', level: 3, note: 'Written down late, and given on time.', evidence: [{ help: 'thursdays' }] },
      { criterion: 'membersCommitTime', level: 2, note: 'Of eleven hours a week that are left to them, they give one and a half.', hours: 40 },
      { criterion: 'actionIsBuiltTogether', level: 3, evidence: [{ action: 'thursday' }, { action: 'walking' }], hours: 41 },
    ],
  },
];
