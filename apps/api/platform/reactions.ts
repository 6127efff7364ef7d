/**
 * Reactions: an effect of an event, at least once. Each follows the event index from where it was; a new one begins at the head, imported
 * events trigger none, and a rebuild triggers nothing, since positions stay.
 */
import { EVENT_INDEX, type Actor, type RecordedEvent } from '#event-sourcing';
import type { ReloconRuntime } from './runtime.js';

const SPACE = 'reactions';
const DONE = 'reactions-done';
/** Longer than any two processes are apart. */
const REMEMBERED_MS = 24 * 3_600_000;
const PAGE = 100;
const AGAIN_MS = 5_000;
/** Commits come many a second; what follows them can wait this long. */
const PAUSE_MS = 300;
/** Who tells of what happened elsewhere or long ago. */
const SILENT: readonly Actor['via'][] = ['import', 'samples'];

export interface Reaction {
  name: string;
  /** Stored names of the events it waits for. */
  types: readonly string[];
  /** Does the same for the same event once and twice. */
  react(event: RecordedEvent): Promise<void>;
}

export interface ReactionsOptions {
  /** How long what was committed waits to be looked at. */
  pauseMs?: number;
  /** How long a reaction that failed waits to be tried again. */
  againMs?: number;
}

type Needed = Pick<ReloconRuntime, 'log' | 'store' | 'vault' | 'codec' | 'projector' | 'onCommitted' | 'logger'>;

export class Reactions {
  private running = false;
  private round: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private unfollow: (() => void) | undefined;
  private readonly pauseMs: number;
  private readonly againMs: number;

  constructor(
    private readonly runtime: Needed,
    private readonly reactions: readonly Reaction[],
    { pauseMs = PAUSE_MS, againMs = AGAIN_MS }: ReactionsOptions = {},
  ) {
    this.pauseMs = pauseMs;
    this.againMs = againMs;
  }

  async start(): Promise<void> {
    const head = String(await this.runtime.log.head());
    await this.runtime.vault.putIfAbsent(SPACE, this.places().map((key) => ({ key, value: head })));
    this.running = true;
    this.unfollow = this.runtime.onCommitted(() => this.nudge());
    this.nudge();
  }

  /** Waits for the event that is at work, and for no more. */
  async stop(): Promise<void> {
    this.running = false;
    this.unfollow?.();
    clearTimeout(this.timer);
    await this.round;
  }

  private nudge(afterMs = this.pauseMs): void {
    if (!this.running) return;
    if (this.round) this.again = true;
    else this.timer ??= setTimeout(() => this.begin(), afterMs);
  }

  private begin(): void {
    this.timer = undefined;
    this.again = false;
    this.round = this.followAll().then((failed) => {
      this.round = undefined;
      if (failed || this.again) this.nudge(failed ? this.againMs : this.pauseMs);
    });
  }

  /** One that cannot go on holds up none of the others. @returns whether one could not. */
  private async followAll(): Promise<boolean> {
    let failed = false;
    for (const reaction of this.reactions) {
      for (const type of reaction.types) {
        await this.follow(reaction, type).catch((error: unknown) => {
          failed = true;
          this.runtime.logger.error({ err: error, reaction: reaction.name, type }, 'a reaction could not go on; it is tried again');
        });
      }
    }
    return failed;
  }

  private async follow(reaction: Reaction, type: string): Promise<void> {
    const { store, vault, codec, projector } = this.runtime;
    const place = placeOf(reaction, type);
    while (this.running) {
      const [kept] = await vault.getMany(SPACE, [place]);
      const page = await store.findEvents(EVENT_INDEX, { tags: [`type:${type}`], after: Number(kept?.value ?? 0), before: projector.position(['events']) + 1, limit: PAGE });
      const last = page.at(-1);
      if (!last) return;
      for (const event of await codec.decode(page)) {
        if (!this.running) return;
        await this.once(reaction, event);
      }
      await vault.put(SPACE, [{ key: place, value: String(last.position) }]);
    }
  }

  /** Another process that follows the same log may have been here. */
  private async once({ name, react }: Reaction, event: RecordedEvent): Promise<void> {
    const key = `${name}.${event.id}`;
    if (SILENT.includes(event.actor.via) || (await this.runtime.vault.getMany(DONE, [key])).length > 0) return;
    await react(event);
    await this.runtime.vault.put(DONE, [{ key, value: '', expiresAt: Date.now() + REMEMBERED_MS }]);
  }

  private places(): string[] {
    return this.reactions.flatMap((reaction) => reaction.types.map((type) => placeOf(reaction, type)));
  }
}

function placeOf({ name }: Reaction, type: string): string {
  return `${name} ${type}`;
}
