/**
 * What was tapped in a roll call and is not recorded yet. It stands in the storage of the browser until the service has answered, and so survives
 * a lost connection and a reload. Taps go one after the other, each with the Idempotency-Key it was first tried with, so that none is recorded
 * twice. What the service refuses stays at its person; the rest goes on.
 */
import { call } from '../api/client.js';
import { Problem } from '../api/problem.js';
import type { Outcome } from '../parts/outcome.js';

export interface Tap {
  key: string;
  memberId: string;
  outcome: Outcome;
  at: number;
  /** It may have reached the service: from then on it is no longer taken back. */
  tried?: true;
  /** Why it was not recorded. */
  refused?: string;
}

export interface TapsState {
  taps: readonly Tap[];
  /** Recorded, until the roster says so as well. */
  sent: Readonly<Record<string, Outcome>>;
  /** Why they wait, where it is not the connection. */
  held?: string;
}

/** The last tap waits that long, or for the next one: so it can be taken back. */
export const TAKE_BACK_MS = 4_000;
const AGAIN_MS = 5_000;

const PREFIX = 'relocon.roll-call.';

/** One for each roll call and account: whoever signs in next sends nothing in another's name. */
const open = new Map<string, Taps>();

export function tapsOf(accountId: string, meetingId: string): Taps {
  const name = `${PREFIX}${accountId}.${meetingId}`;
  const taps = open.get(name) ?? new Taps(name, meetingId);
  open.set(name, taps);
  return taps;
}

/** Meetings with something that was not sent yet. */
export function meetingsWaiting(accountId: string): string[] {
  const prefix = `${PREFIX}${accountId}.`;
  return Object.keys(localStorage).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

export class Taps {
  private readonly listeners = new Set<() => void>();
  private state: TapsState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;

  constructor(
    private readonly name: string,
    private readonly meetingId: string,
  ) {
    this.state = { taps: this.stored(), sent: {} };
    window.addEventListener('online', () => this.goOn());
    // Another tab of the same roll call.
    window.addEventListener('storage', ({ key }) => key === this.name && this.tell({ taps: this.stored() }));
    this.goOn();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): TapsState => this.state;

  /** The same person again replaces what has not been tried. */
  tap(memberId: string, outcome: Outcome): void {
    this.keep([...this.stored().filter((tap) => tap.memberId !== memberId || tap.tried), { key: crypto.randomUUID(), memberId, outcome, at: Date.now() }]);
    this.goOn();
  }

  /** What can be taken back: the last tap, unless it may have reached the service. */
  get last(): Tap | undefined {
    const last = this.state.taps.at(-1);
    return last && !last.tried && !last.refused ? last : undefined;
  }

  takeBack(): void {
    const { last } = this;
    if (last) this.keep(this.stored().filter(({ key }) => key !== last.key));
  }

  /** What was refused is settled in another way. */
  settle(memberId: string): void {
    this.keep(this.stored().filter((tap) => tap.memberId !== memberId || !tap.refused));
  }

  /** The roster tells these by itself now. */
  seen(memberIds: readonly string[]): void {
    const sent = Object.fromEntries(Object.entries(this.state.sent).filter(([memberId]) => !memberIds.includes(memberId)));
    if (Object.keys(sent).length < Object.keys(this.state.sent).length) this.tell({ sent });
  }

  /** Sends what can go now; called again by itself. */
  readonly goOn = (now = false): void => {
    clearTimeout(this.timer);
    if (this.sending) return;
    const waiting = this.stored().filter(({ refused }) => !refused);
    const [first] = waiting;
    if (!first || !navigator.onLine) return;
    const wait = now || waiting.length > 1 || first.tried ? 0 : first.at + TAKE_BACK_MS - Date.now();
    if (wait > 0) this.timer = setTimeout(this.goOn, wait);
    else void this.send(first);
  };

  private async send(tap: Tap): Promise<void> {
    this.sending = true;
    this.change(tap.key, { tried: true });
    const failure = await this.record(tap).then(
      (refused) => {
        if (refused) this.change(tap.key, { refused });
        else this.done(tap);
        return undefined;
      },
      (problem: Problem) => {
        if (!isForNow(problem)) this.change(tap.key, { refused: problem.message });
        return isForNow(problem) ? problem : undefined;
      },
    );
    this.sending = false;
    const { held: _before, ...rest } = this.state;
    this.state = rest;
    this.tell(failure && failure.status > 0 ? { held: failure.message } : {});
    if (failure) this.timer = setTimeout(this.goOn, AGAIN_MS);
    else this.goOn();
  }

  /** @returns why it was not recorded. */
  private async record({ key, memberId, outcome }: Tap): Promise<string | undefined> {
    const { results } = await call('recordAttendance', { path: { id: this.meetingId }, body: { entries: [{ memberId, outcome }], how: 'rollCall' }, headers: { 'Idempotency-Key': key } });
    const problem = results?.[0]?.problem as { title?: string; detail?: string } | undefined;
    return problem && (problem.detail ?? problem.title ?? '');
  }

  private done({ key, memberId, outcome }: Tap): void {
    this.state = { ...this.state, sent: { ...this.state.sent, [memberId]: outcome } };
    this.keep(this.stored().filter((each) => each.key !== key));
  }

  private change(key: string, change: Partial<Tap>): void {
    this.keep(this.stored().map((tap) => (tap.key === key ? { ...tap, ...change } : tap)));
  }

  private stored(): Tap[] {
    return JSON.parse(localStorage.getItem(this.name) ?? '[]') as Tap[];
  }

  private keep(taps: readonly Tap[]): void {
    if (taps.length === 0) localStorage.removeItem(this.name);
    else localStorage.setItem(this.name, JSON.stringify(taps));
    this.tell({ taps });
  }

  private tell(change: Partial<TapsState>): void {
    this.state = { ...this.state, ...change };
    for (const each of this.listeners) each();
  }
}

/** No connection, a service that is busy, a session that has ended: the same will go later. */
function isForNow(problem: Problem): boolean {
  return !(problem instanceof Problem) || problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500 || problem.kind === 'still-running';
}
