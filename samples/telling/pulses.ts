/** Trust pulses of quarters that are over: their totals, as the service closes them; who answered is told nowhere. */
import { plus } from '#event-sourcing';
import { closeTrustPulse } from '#features/pulse/pulse.decider.js';
import { QUESTIONS } from '#features/pulse/pulse.questions.js';
import { endOfQuarter, quarterOf } from '#features/pulse/quarters.js';
import { pulses } from '../community/pulses.js';
import { HOUR } from './clock.js';
import type { Tale } from './tale.js';

/** A while after a quarter's end its answers are counted. */
const COUNTED = 2 * HOUR;

export function planPulses(tale: Tale): void {
  for (const { circle, back, answered, totals } of pulses) {
    const quarter = quarterOver(tale.now, back);
    const counted = QUESTIONS.items.map(({ item }) => ({ item, answers: totals[item] }));
    tale.at(plus(endOfQuarter(quarter), COUNTED), () => tale.give(closeTrustPulse, { groupId: tale.id('group', circle), quarter, questions: QUESTIONS.version, answered, totals: counted }));
  }
}

/** The last quarter whose answers are counted by now, or one so many before it. */
function quarterOver(now: string, back: number): string {
  let quarter = quarterOf(now);
  for (let over = -1; over < back; ) {
    quarter = before(quarter);
    if (plus(endOfQuarter(quarter), COUNTED) <= now) over++;
  }
  return quarter;
}

function before(quarter: string): string {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}
