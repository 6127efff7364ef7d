/** What all who tell a part of the story share: its moments, the ids of what came into being, and how a command is given. */
import { isRefusal, type Actor, type AnyCommand, type CommandRunner, type RecordedEvent } from '#event-sourcing';
import type { StoryClock } from './clock.js';
import { momentsFor, type Moments } from './moments.js';

/** Stands where the runner will put a new id. */
const UNMINTED = '00000000-0000-7000-8000-000000000000';

const teller: Actor = { kind: 'system', id: 'samples', role: 'system', via: 'samples' };

type Kind = 'member' | 'group' | 'meeting' | 'note' | 'help' | 'action' | 'story' | 'review';

export interface Tale {
  readonly runner: CommandRunner;
  readonly now: string;
  readonly moments: Moments;
  /** Every event told so far, in the order of the log. */
  readonly log: readonly RecordedEvent[];
  /** Plans what happens at a moment; of one moment, in the order in which it was planned. */
  at(when: string, run: () => Promise<unknown>): void;
  /** The latest that something can have been said: so long ago. */
  atMost(when: string, ago: number): string;
  /** @returns the id of what it concerns. @throws where it is refused. */
  give(command: AnyCommand, input: object, actor?: Actor): Promise<string>;
  /** Several to one stream, in one append. */
  giveAll(commands: readonly (readonly [AnyCommand, object])[], actor?: Actor): Promise<string>;
  /** Gives what has an id a name in the story. */
  call(kind: Kind, key: string, id: string): void;
  /** @throws where nothing of that name has come into being yet. */
  id(kind: Kind, key: string): string;
  who(key: string): string;
  as(key: string, role?: Actor['role']): Actor;
  /** The members called so, by their keys. */
  named(kind: Kind): ReadonlyMap<string, string>;
  run(): Promise<void>;
}

export function beginTale(runner: CommandRunner, clock: StoryClock, now: string): Tale {
  const log: RecordedEvent[] = [];
  const steps: { at: string; run(): Promise<unknown> }[] = [];
  const names = new Map<Kind, Map<string, string>>();
  const named = (kind: Kind): Map<string, string> => names.get(kind) ?? (names.set(kind, new Map()).get(kind) as Map<string, string>);
  const tale: Tale = {
    runner,
    now,
    moments: momentsFor(now),
    log,
    at(when, run) {
      if (when > now) throw new Error(`the sample story runs past its end: ${when}`);
      steps.push({ at: when, run });
    },
    atMost: (when, ago) => [when, new Date(Date.parse(now) - ago).toISOString()].sort()[0] as string,
    give: (command, input, actor) => tale.giveAll([[command, input]], actor),
    async giveAll(commands, actor = teller) {
      const outcomes = await runner.executeAll(commands.map(([command, input]) => ({ command, input: parsed(command, input), request: { actor } })));
      for (const [index, outcome] of outcomes.entries()) {
        if (isRefusal(outcome)) throw new Error(`the sample story was refused: ${commands[index]?.[0].name}: ${outcome.detail} ${JSON.stringify(commands[index]?.[1])}`);
        log.push(...outcome.events);
      }
      return (outcomes[0] as { id: string }).id;
    },
    call(kind, key, id) {
      if (named(kind).has(key)) throw new Error(`the sample story has two of the kind ${kind} that are called "${key}"`);
      named(kind).set(key, id);
    },
    id(kind, key) {
      const id = named(kind).get(key);
      if (id === undefined) throw new Error(`the sample story has no ${kind} "${key}" yet`);
      return id;
    },
    who: (key) => tale.id('member', key),
    as: (key, role = 'member') => ({ kind: 'member', id: tale.who(key), role, via: 'samples' }),
    named,
    async run() {
      steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      for (const step of steps) {
        clock.set(step.at);
        await step.run();
      }
    },
  };
  return tale;
}

function parsed(command: AnyCommand, input: object): Record<string, unknown> {
  const { mints } = command;
  const unminted = mints && !(mints in input);
  const whole = command.input.parse(unminted ? { ...input, [mints]: UNMINTED } : input) as Record<string, unknown>;
  if (unminted) delete whole[mints];
  return whole;
}
