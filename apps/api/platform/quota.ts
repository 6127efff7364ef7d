/** The window of every quota, in milliseconds. */
export const WINDOW_MS = 60_000;
const WINDOW_S = WINDOW_MS / 1_000;
/** Sums of fractions of a millisecond are not exact, the less so the longer the clock has run. */
const ROUNDING_MS = 0.01;
/** At most twice as many are remembered at a time. */
const MOST = 50_000;

/**
 * So much a minute for each of many, who may use it at once: what is used comes back evenly over the window (a leaky bucket, by the
 * generic cell rate algorithm). One number is kept for each: when all of theirs is back.
 *
 * Who has not been seen for a window has nothing outstanding, so two generations that take turns forget nothing but that. Only where
 * more than 50,000 others come within a window is somebody forgotten early, so that memory stays bounded.
 */
export class Quota {
  /** `RateLimit-Policy`, as in draft-ietf-httpapi-ratelimit-headers. */
  readonly policy: string;
  private readonly perUnit: number;
  private recent = new Map<string, number>();
  private before = new Map<string, number>();
  private turned: number;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(
    readonly name: string,
    private readonly units: number,
    private readonly now: () => number,
  ) {
    this.policy = `"${name}";q=${units};w=${WINDOW_S}`;
    this.perUnit = WINDOW_MS / units;
    this.turned = now();
  }

  /** @returns how long until all is back, in milliseconds; more than the window where it was too much, and nothing was taken. */
  take(who: string, cost: number): number {
    const now = this.now();
    if (now - this.turned >= WINDOW_MS || this.recent.size >= MOST) this.turn(now);
    const known = this.recent.get(who) ?? this.before.get(who) ?? 0;
    // What costs more than all there is takes all there is.
    const back = Math.max(known, now) + Math.min(cost, this.units) * this.perUnit;
    const outstanding = back - now;
    if (!isTooMuch(outstanding)) this.recent.set(who, back);
    return outstanding;
  }

  /** `RateLimit` after `take` has answered this. @param cost what was asked for, where it was too much. */
  standing(outstanding: number, cost = 0): string {
    const used = isTooMuch(outstanding) ? outstanding - Math.min(cost, this.units) * this.perUnit : outstanding;
    const left = Math.min(this.units, Math.floor((WINDOW_MS - used + ROUNDING_MS) / this.perUnit));
    return `"${this.name}";r=${left};t=${seconds(used)}`;
  }

  /** How many are remembered. */
  get size(): number {
    return this.recent.size + this.before.size;
  }

  private turn(now: number): void {
    this.before = this.recent;
    this.recent = new Map();
    this.turned = now;
  }
}

/** Whether what `take` answered means no. */
export function isTooMuch(outstanding: number): boolean {
  return outstanding > WINDOW_MS + ROUNDING_MS;
}

/** Seconds until what was refused will fit. */
export function retryAfter(outstanding: number): number {
  return Math.max(1, seconds(outstanding - WINDOW_MS));
}

function seconds(milliseconds: number): number {
  return Math.ceil((milliseconds - ROUNDING_MS) / 1_000);
}
