/** What may be recorded of a trust pulse: its totals, once, when its quarter is over. Whoever answers records nothing. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, plus, streamName } from '#event-sourcing';
import { groupStanding, noSuchGroup } from '../groups/groups.events.js';
import { pulseEvents, pulseId, TrustPulseClosed } from './pulse.events.js';
import { pulsePolicy } from './pulse.policy.js';
import { endOfQuarter } from './quarters.js';

interface State {
  closed: boolean;
}

export const pulses = defineDecider({ name: 'pulse', events: pulseEvents, initial: { closed: false } as State, evolve: () => ({ closed: true }) });

/** Fewer than these are told nothing of: whoever answered could be guessed. */
export const FEWEST = 5;

/** Whoever asked in the last second is answered by then. */
const AFTERWARDS_MS = 3_600_000;

export const alreadyTakenPart = defineRefusal('already-taken-part', 'You have taken part already');
export const pulseClosed = defineRefusal('pulse-closed', 'This quarter’s pulse is closed');
export const quarterNotOver = defineRefusal('quarter-not-over', 'The quarter is not over yet');

/** Whether the answers of a quarter can be counted: an hour after its end. */
export function isOver(quarter: string, now: string): boolean {
  return now >= plus(endOfQuarter(quarter), AFTERWARDS_MS);
}

const { groupId, quarter, questions, totals } = TrustPulseClosed.schema.shape;

export const closeTrustPulse = defineCommand(pulses, {
  name: 'closeTrustPulse',
  input: z.strictObject({ groupId, quarter, questions, answered: z.int().min(0), totals }),
  id: pulseId,
  policy: { allow: pulsePolicy.commands.closeTrustPulse },
  needs: (input) => ({ group: { fold: groupStanding, stream: streamName('group', input.groupId) } }),
  refusals: [noSuchGroup, quarterNotOver],
  decide(input, { closed }, { now, needs: { group } }) {
    if (!group.founded) return noSuchGroup('There is no group with this id.');
    if (!isOver(input.quarter, now)) return quarterNotOver('A pulse is closed an hour after the end of its quarter, and no sooner.');
    if (closed || input.answered < FEWEST) return [];
    return [TrustPulseClosed.at(plus(endOfQuarter(input.quarter), -1), input)];
  },
});

export const pulseCommands = [closeTrustPulse] as const;
