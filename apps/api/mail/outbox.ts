/**
 * Mail that is still to be sent, in the vault. An entry says of what kind it is and whom it concerns, by id; names and addresses are found
 * when it is sent, so that erasing a person leaves nothing here.
 *
 * Sent at least once: an entry goes after the server has taken the mail. Several processes share the box: who sends holds a claim, which
 * runs out. The same claim is the pause after a failure, and its length grows with the entry's age. How often an entry was tried, and why that
 * failed, is kept for whoever watches, and decides nothing.
 */
import { seal, unseal, type Vault, type VaultEntry } from '#event-sourcing';
import { derivedKey } from '../settings/master-key.js';
import type { Mail, MailTransport } from './mail.js';

const SPACE = 'outbox';
const CLAIMS = 'outbox-claims';
/** Ids of what was sent lately: another process may put the same in late. */
const SENT = 'outbox-sent';
const PAGE = 100;
/** Mails on their way at once, so that one slow server does not hold up all others. */
const LANES = 4;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const POLL_MS = 5 * SECOND;
/** Longer than sending may take, so that a claim runs out only where its holder is gone. */
export const CLAIM_MS = 5 * MINUTE;
const SEND_MS = 2 * MINUTE;
const STOP_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = HOUR;
export const GIVE_UP_MS = 72 * HOUR;
/** Longer than any two processes are apart. */
const REMEMBERED_MS = 24 * HOUR;

export interface OutboxEntry {
  /** The same id is the same mail, also for the one who receives it. */
  id: string;
  kind: string;
  /** Whom or what it is about, such as an account's id. */
  ref: string;
  /** What its link carries. */
  token?: string;
}

/** `drop`: it is not wanted any more. `later`: what it needs is not there yet. */
export type Compose = (entry: OutboxEntry) => Promise<Mail | 'drop' | 'later'>;

export type Outcome = 'sent' | 'dropped' | 'postponed' | 'failed' | 'given-up';

/** For logs and metrics: never an address, a text or a token. */
export interface OutboxNotice {
  outcome: Outcome;
  id: string;
  kind: string;
  /** A code such as `EENVELOPE 550`; what the server said may repeat the address. */
  reason?: string;
}

interface Kept {
  kind: string;
  ref: string;
  /** Sealed under a key of the outbox, for this id. */
  token?: string;
  addedAt: number;
  /** How often sending it has failed, and why it did last. */
  tries?: number;
  reason?: string;
}

/** What waits, for whoever watches: never an address, a text or a token. */
export interface Waiting {
  mails: number;
  /** The one that has waited longest. Reason: as in a notice; null where it has not failed yet. */
  oldest: { since: string; tries: number; reason: string | null } | null;
}

export interface OutboxOptions {
  vault: Vault;
  masterKey: Buffer;
  compose: Compose;
  transport: MailTransport;
  /** Milliseconds since 1970. */
  now?(): number;
  tell?(notice: OutboxNotice): void;
  /** The vault cannot be read or written: tried again within seconds. */
  trouble?(error: unknown): void;
}

export class Outbox {
  private readonly key: Buffer;
  private readonly now: () => number;
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private again = false;

  constructor(private readonly options: OutboxOptions) {
    this.key = derivedKey(options.masterKey, 'outbox');
    this.now = options.now ?? Date.now;
  }

  /** Takes a mail; resolves once it is kept. An id that waits already changes nothing. */
  async add({ id, kind, ref, token }: OutboxEntry): Promise<void> {
    const kept: Kept = { kind, ref, ...(token !== undefined && { token: seal(this.key, token, id) }), addedAt: this.now() };
    await this.options.vault.putIfAbsent(SPACE, [{ key: id, value: JSON.stringify(kept) }]);
    this.nudge();
  }

  /** How many mails wait, and what is known of the oldest. */
  async waiting(): Promise<Waiting> {
    let mails = 0;
    let oldest: Kept | undefined;
    for await (const page of this.pages()) {
      mails += page.length;
      for (const { value } of page) {
        const kept = JSON.parse(value) as Kept;
        if (!oldest || kept.addedAt < oldest.addedAt) oldest = kept;
      }
    }
    return { mails, oldest: oldest ? { since: new Date(oldest.addedAt).toISOString(), tries: oldest.tries ?? 0, reason: oldest.reason ?? null } : null };
  }

  start(): void {
    this.running = true;
    this.nudge();
  }

  /** Resolves once what is being sent has been, or after `withinMs`: such a mail is sent again. The rest waits for the next start. */
  async stop(withinMs = STOP_MS): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.round, new Promise((resolve) => (timer = setTimeout(resolve, withinMs)))]);
    clearTimeout(timer);
  }

  /** Sends what is due now rather than within seconds. */
  nudge(): void {
    if (!this.running) return;
    if (this.round) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.again = false;
    this.round = this.sendDue(() => this.running)
      .catch((error: unknown) => this.options.trouble?.(error))
      .then(() => this.rest());
  }

  private rest(): void {
    this.round = undefined;
    if (this.again) this.nudge();
    else if (this.running) this.timer = setTimeout(() => this.nudge(), POLL_MS);
  }

  /** One look at everything that waits. @param goOn asked before each mail. */
  async sendDue(goOn: () => boolean = () => true): Promise<void> {
    for await (const page of this.pages()) {
      const claimed = new Set((await this.options.vault.getMany(CLAIMS, page.map(({ key }) => key))).map(({ key }) => key));
      const due = page.filter(({ key }) => !claimed.has(key)).values();
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, async () => {
        for (const { key } of due) {
          if (!goOn()) return;
          await this.sendOne(key);
        }
      }));
      for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
      if (!goOn()) return;
    }
  }

  private async sendOne(id: string): Promise<void> {
    const { vault } = this.options;
    const claim = await vault.putIfAbsent(CLAIMS, [{ key: id, value: '', expiresAt: this.now() + CLAIM_MS }]);
    if (!claim[0]?.inserted) return;
    // Another process may have sent it since the page was read: it removes the entry before its claim.
    const [entry] = await vault.getMany(SPACE, [id]);
    const [sent] = await vault.getMany(SENT, [id]);
    if (entry && !sent) return this.settle(entry);
    if (entry) await vault.delete(SPACE, [id]);
    await vault.delete(CLAIMS, [id]);
  }

  private async settle({ key: id, value }: VaultEntry): Promise<void> {
    const { vault, tell } = this.options;
    const kept = JSON.parse(value) as Kept;
    const { outcome, reason } = await this.attempt(id, kept);
    const age = this.now() - kept.addedAt;
    const unsettled = outcome === 'postponed' || outcome === 'failed';
    const final: Outcome = unsettled && age >= GIVE_UP_MS ? 'given-up' : outcome;
    if (unsettled && final !== 'given-up') {
      if (reason) await vault.replace(SPACE, id, value, JSON.stringify({ ...kept, tries: (kept.tries ?? 0) + 1, reason } satisfies Kept));
      await vault.put(CLAIMS, [{ key: id, value: '', expiresAt: this.now() + pauseAfter(outcome, age) }]);
    } else {
      if (final === 'sent') await vault.put(SENT, [{ key: id, value: '', expiresAt: this.now() + REMEMBERED_MS }]);
      await vault.delete(SPACE, [id]);
      await vault.delete(CLAIMS, [id]);
    }
    tell?.({ outcome: final, id, kind: kept.kind, ...(reason && { reason }) });
  }

  private async attempt(id: string, kept: Kept): Promise<{ outcome: Outcome; reason?: string }> {
    try {
      const token = kept.token && unseal(this.key, kept.token, id).toString();
      const mail = await this.options.compose({ id, kind: kept.kind, ref: kept.ref, ...(token && { token }) });
      if (mail === 'drop') return { outcome: 'dropped' };
      if (mail === 'later') return { outcome: 'postponed' };
      await within(SEND_MS, this.options.transport.send({ ...mail, id }));
      return { outcome: 'sent' };
    } catch (error) {
      return { outcome: 'failed', reason: reasonOf(error) };
    }
  }

  private async *pages(): AsyncGenerator<VaultEntry[]> {
    for (let after = ''; ; ) {
      const page = await this.options.vault.list(SPACE, { after, limit: PAGE });
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = (page.at(-1) as VaultEntry).key;
    }
  }
}

/** As long again as it has waited already: a doubling, within bounds. */
export function pauseAfter(outcome: 'postponed' | 'failed', age: number): number {
  return Math.min(LONGEST_PAUSE_MS, Math.max(outcome === 'postponed' ? POLL_MS : MINUTE, age));
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(Object.assign(new Error('sending took too long'), { code: 'ETIMEDOUT' })), milliseconds).unref()));
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What a log may hold of an error: its code and the server's, else its name. */
function reasonOf(error: unknown): string {
  const { code, responseCode, name } = error as { code?: unknown; responseCode?: unknown; name?: unknown };
  const said = typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error';
  return typeof responseCode === 'number' ? `${said} ${responseCode}` : said;
}
