/** Ends the pulses of quarters that are over: one event with the totals where enough have answered, and nothing of it left in the vault. */
import { isRefusal, RefusedError, type Actor, type Task, type TaskTools } from '#event-sourcing';
import { closeTrustPulse, isOver } from './pulse.decider.js';
import { WaitingAnswers, type Pulse } from './waiting-answers.js';

const SERVICE: Actor = { kind: 'system', id: 'trust-pulse', role: 'system', via: 'reaction' };

export const closePulses: Task = {
  name: 'close-trust-pulses',
  async run(tools) {
    const answers = new WaitingAnswers(tools);
    const failures: unknown[] = [];
    // One that cannot be closed holds up none of the others.
    for await (const pulse of answers.waiting()) await close(tools, answers, pulse).catch((error: unknown) => failures.push(error));
    // Also of what was cut off before it could be.
    await tools.vault.scrub();
    if (failures.length > 0) throw failures[0];
  },
};

/** Again after it was cut off anywhere, it goes on: the event is there once, and then what waited is forgotten. */
async function close({ runner, clock }: TaskTools, answers: WaitingAnswers, pulse: Pulse): Promise<void> {
  // What is not over is not looked into.
  if (!isOver(pulse.quarter, clock())) return;
  const outcome = await runner.execute(closeTrustPulse, { ...pulse, ...(await answers.counted(pulse)) }, { actor: SERVICE });
  if (isRefusal(outcome)) throw new RefusedError(outcome);
  await answers.forget(pulse);
}
