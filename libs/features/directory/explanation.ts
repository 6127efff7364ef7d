/** A decision in words, for people who look for a group. */
import type { Criterion, RatioName, Verdict } from '../alignment/alignment.events.js';
import type { PublicAlignment } from './directory.events.js';

const CRITERIA: Readonly<Record<Criterion, string>> = {
  learningIsThePurpose: 'Learning is the stated purpose',
  practitionersHelpOthers: 'Practitioners help others',
  membersCommitTime: 'Members commit time',
  learningGoesBothWays: 'Learning and teaching go both ways',
  trust: 'Trust',
  storiesAreShared: 'Stories are shared',
  actionIsBuiltTogether: 'Action is built together',
  keyPeopleAreConnected: 'Key people are connected',
};

const LEVELS = ['absent', 'claimed', 'occasional', 'usual', 'self-sustaining'];

const RATIOS: Readonly<Record<RatioName, string>> = {
  hoursAttended: 'of the hours that members pledge were spent in meetings',
  attendancesReflectedOn: 'of attendances led to a written reflection',
  membersGivingHelp: 'of members gave others help that these confirmed',
  membersGivingAndReceiving: 'of members both gave and received help',
  dueActionsCompleted: 'of the actions that were due were done',
};

const VERDICTS: Readonly<Record<Verdict, string>> = { aligned: 'aligned', emerging: 'emerging', notYet: 'not yet aligned' };

/** One sentence for the verdict, one for each criterion and each ratio. */
export function explained({ verdict, score, judged, observed, provisional, criteria, ratios }: PublicAlignment): string[] {
  const seen = observed === null ? 'too little could be observed yet' : `${observed} observed over 180 days`;
  return [
    `${score} of 100, ${VERDICTS[verdict]}${provisional ? ' for now' : ''}: ${judged} judged, ${seen}.`,
    ...criteria.map(({ criterion, level }) => `${CRITERIA[criterion]}: ${LEVELS[level]}.`),
    ...ratios.map(({ name, share }) => `${Math.round(share * 100)} % ${RATIOS[name]}.`),
  ];
}
