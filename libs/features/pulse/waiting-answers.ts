/**
 * What waits in the vault for the end of a quarter: how often each answer was given, and, apart from that, who has taken part.
 *
 * Sums alone are kept, one sealed entry for each group and quarter. Entries of single answers would come to lie in some order in a file or a
 * collection, and so beside the marks of those who gave them. The sums lie in no order, and no single one of the four answers stands beside
 * the other three. Only two copies from before and after somebody answered tell what they answered: the vault is scrubbed after each of them.
 *
 * A mark is a keyed hash of the member. It is there first, with a ticket: a random number that says nothing about anybody, and that goes into
 * the sums together with the answers. So they are counted once, however often a request is cut off and sent again, and the ticket is removed
 * from the mark as soon as they are. Marks say nothing of when, but that they are there.
 */
import { randomBytes } from 'node:crypto';
import { seal, unseal, type TaskTools } from '#event-sourcing';
import { pulseId } from './pulse.events.js';
import { QUESTIONS, SCALE, type Answers, type Item } from './pulse.questions.js';

const PARTICIPANTS = 'trust-pulse-participants';
const SUMS = 'trust-pulse-sums';
const HAS_TAKEN_PART = '';
const PAGE = 500;

export interface Pulse {
  groupId: string;
  quarter: string;
}

export interface Counted {
  questions: number;
  answered: number;
  totals: { item: string; answers: number[] }[];
}

interface Sums {
  questions: number;
  /** In the order of their digits. */
  tickets: string[];
  totals: Record<Item, number[]>;
}

export class WaitingAnswers {
  constructor(private readonly tools: Pick<TaskTools, 'vault' | 'keyedHash'>) {}

  /** In which of these a member has taken part. */
  async takenPart(pulses: readonly Pulse[], memberId: string): Promise<Pulse[]> {
    const marks = await this.tools.vault.getMany(PARTICIPANTS, pulses.map((pulse) => this.markOf(pulse, memberId)));
    const taken = new Set(marks.filter(({ value }) => value === HAS_TAKEN_PART).map(({ key }) => key));
    return pulses.filter((pulse) => taken.has(this.markOf(pulse, memberId)));
  }

  /** Counts a member's answers. @returns false where theirs have been counted already. */
  async take(pulse: Pulse, memberId: string, answers: Answers): Promise<boolean> {
    const { vault } = this.tools;
    const key = this.markOf(pulse, memberId);
    const [mark] = await vault.putIfAbsent(PARTICIPANTS, [{ key, value: randomBytes(16).toString('base64url') }]);
    const ticket = mark?.value as string;
    if (ticket === HAS_TAKEN_PART) return false;
    const counted = await this.count(pulse, ticket, answers);
    await vault.put(PARTICIPANTS, [{ key, value: HAS_TAKEN_PART }]);
    await vault.scrub();
    return counted;
  }

  /** What has been counted so far: for the end of the quarter, and for nobody before it. */
  async counted(pulse: Pulse): Promise<Counted> {
    const { questions, tickets, totals } = this.opened(pulse, await this.held(pulse));
    return { questions, answered: tickets.length, totals: Object.entries(totals).map(([item, answers]) => ({ item, answers })) };
  }

  /** Each pulse that somebody has taken part in and that was not forgotten. */
  async *waiting(): AsyncIterable<Pulse> {
    for (let after = ''; ; ) {
      const [mark] = await this.tools.vault.list(PARTICIPANTS, { after, limit: 1 });
      if (!mark) return;
      const [groupId, quarter] = mark.key.split('.') as [string, string];
      yield { groupId, quarter };
      // Past the marks of this pulse: the character after the full stop.
      after = `${pulseId({ groupId, quarter })}/`;
    }
  }

  /** Deletes what was answered, then who has taken part: where it is cut off, `waiting` still knows of it. */
  async forget(pulse: Pulse): Promise<void> {
    const { vault } = this.tools;
    await vault.delete(SUMS, [pulseId(pulse)]);
    const prefix = `${pulseId(pulse)}.`;
    for (;;) {
      const marks = (await vault.list(PARTICIPANTS, { after: prefix, limit: PAGE })).map(({ key }) => key).filter((key) => key.startsWith(prefix));
      await vault.delete(PARTICIPANTS, marks);
      if (marks.length < PAGE) break;
    }
    await vault.scrub();
  }

  private async count(pulse: Pulse, ticket: string, answers: Answers): Promise<boolean> {
    const { vault } = this.tools;
    for (;;) {
      const held = await this.held(pulse);
      const sums = this.opened(pulse, held);
      if (sums.tickets.includes(ticket)) return false;
      const value = seal(this.keyOf(pulse), JSON.stringify(withAnswers(sums, ticket, answers)), pulseId(pulse));
      // Others may have been counted in between.
      if (held === undefined ? (await vault.putIfAbsent(SUMS, [{ key: pulseId(pulse), value }]))[0]?.inserted : await vault.replace(SUMS, pulseId(pulse), held, value)) return true;
    }
  }

  private async held(pulse: Pulse): Promise<string | undefined> {
    return (await this.tools.vault.getMany(SUMS, [pulseId(pulse)]))[0]?.value;
  }

  private opened(pulse: Pulse, held: string | undefined): Sums {
    return held === undefined ? nothing() : (JSON.parse(unseal(this.keyOf(pulse), held, pulseId(pulse)).toString('utf8')) as Sums);
  }

  private keyOf(pulse: Pulse): Buffer {
    return Buffer.from(this.tools.keyedHash('trust-pulse-sums', pulseId(pulse)), 'base64url');
  }

  private markOf(pulse: Pulse, memberId: string): string {
    return `${pulseId(pulse)}.${this.tools.keyedHash('trust-pulse-participants', `${pulseId(pulse)}.${memberId}`)}`;
  }
}

function nothing(): Sums {
  return { questions: QUESTIONS.version, tickets: [], totals: Object.fromEntries(QUESTIONS.items.map(({ item }) => [item, SCALE.map(() => 0)])) as Sums['totals'] };
}

function withAnswers({ questions, tickets, totals }: Sums, ticket: string, answers: Answers): Sums {
  const raised = Object.entries(totals).map(([item, counts]) => [item, counts.map((count, answer) => (answers[item as Item] === answer ? count + 1 : count))]);
  return { questions, tickets: [...tickets, ticket].sort(), totals: Object.fromEntries(raised) as Sums['totals'] };
}
