/**
 * Who looked at what is about one member, and why: kept in the vault for a year, beside the log, for that member to see. Collected in
 * memory and written in batches, so that reading waits for none of it.
 */
import { hash } from 'node:crypto';
import { newId, Recent, seal, unseal, type Actor, type Vault } from '#event-sourcing';
import type { Credential } from '../credentials/credentials.js';

/** By `<member>.<how long before the end of time it began>.<id>`, so that a member's newest come first and go together. */
const SPACE = 'access-records';
/** In the place of a member, for what concerns all of them. */
export const EVERYBODY = '*';

const HOUR_MS = 3_600_000;
/** What is read again so soon belongs to one look: a page reads several things. */
const LOOK_MS = 10_000;
const KEPT_MS = 365 * 24 * HOUR_MS;
const BATCH = 500;
/** So many times as long as a new one a record waits that was read again. */
const GROWN_TIMES = 60;
const END_OF_TIME = 9_999_999_999_999;
/** Records that go on where the same is read again. */
const OPEN = 20_000;

export type Accessed = 'page' | 'timeline' | 'progress' | 'learn-from' | 'reveal' | 'export';

/** What of whom was read. */
export interface Access {
  /** A member, or `EVERYBODY`. */
  memberId: string;
  what: Accessed;
  reason?: string | undefined;
}

/** Times are in milliseconds since 1970. */
interface Kept {
  actor: Pick<Actor, 'kind' | 'id' | 'role' | 'via'>;
  accountId?: string;
  keyId?: string;
  what: Accessed;
  firstAt: number;
  lastAt: number;
  count: number;
}

/** What nobody may read in the vault. */
interface Confidential {
  /** The last one. */
  address: string;
  keyName?: string;
  reason?: string;
}

/** An access, or the same one several times within an hour of the first. */
export type AccessRecord = Kept & Confidential & { id: string; everybody: boolean };

interface Open {
  key: string;
  kept: Kept;
  confidential: Confidential;
  /** When the look began that goes on. */
  lookedAt: number;
}

export interface AccessRecordsOptions {
  now?(): number;
  everyMs?: number;
  onError?(error: unknown): void;
}

export class AccessRecords {
  private readonly open = new Recent<string, Open>(OPEN);
  /** Put together once for each credential: every read asks. */
  private readonly who = new WeakMap<Credential, string>();
  private unwritten = new Set<Open>();
  /** Written already, and read again since: that can wait longer. */
  private grown = new Set<Open>();
  private grownTimer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly now: () => number;
  private readonly everyMs: number;
  private readonly onError: (error: unknown) => void;

  constructor(
    private readonly vault: Vault,
    private readonly key: Buffer,
    { now = Date.now, everyMs = 1_000, onError = () => undefined }: AccessRecordsOptions = {},
  ) {
    this.now = now;
    this.everyMs = everyMs;
    this.onError = onError;
  }

  /** Notes an access; written soon. */
  note(credential: Credential, address: string, { memberId, what, reason }: Access): void {
    const now = this.now();
    const same = `${memberId} ${what} ${this.whoIs(credential)} ${reason ?? ''}`;
    let open = this.open.get(same);
    if (!open || now - open.kept.firstAt >= HOUR_MS) {
      const { actor, accountId, key } = credential;
      const { kind, id, role, via } = actor;
      open = {
        key: `${memberId}.${String(END_OF_TIME - now).padStart(13, '0')}.${newId()}`,
        kept: { actor: { kind, id, role, via }, ...(accountId !== undefined && { accountId }), ...(key && { keyId: key.id }), what, firstAt: now, lastAt: now, count: 0 },
        confidential: { address, ...(key && { keyName: key.name }), ...(reason !== undefined && { reason }) },
        lookedAt: -Infinity,
      };
      this.open.set(same, open);
    }
    const isNew = open.kept.count === 0;
    open.kept.lastAt = now;
    if (now - open.lookedAt >= LOOK_MS || what === 'reveal' || what === 'export') {
      open.kept.count++;
      open.lookedAt = now;
    }
    open.confidential.address = address;
    if (!isNew && !this.unwritten.has(open)) return this.growing(open);
    this.unwritten.add(open);
    if (this.unwritten.size >= BATCH) void this.writeNew();
    else this.writeSoon();
  }

  /** Resolves once everything noted so far is written, or could not be: then it is tried again. */
  flush(): Promise<void> {
    clearTimeout(this.grownTimer);
    this.grownTimer = undefined;
    for (const open of this.grown) this.unwritten.add(open);
    this.grown.clear();
    return this.writeNew();
  }

  private whoIs(credential: Credential): string {
    const known = this.who.get(credential);
    if (known !== undefined) return known;
    const { actor, key } = credential;
    // Short, because what it becomes part of is put together and compared at every read.
    const who = hash('sha256', `${actor.kind} ${actor.id} ${actor.role} ${actor.via} ${key?.id ?? ''}`, 'base64url').slice(0, 16);
    this.who.set(credential, who);
    return who;
  }

  private writeNew(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private growing(open: Open): void {
    this.grown.add(open);
    this.grownTimer ??= setTimeout(() => void this.flush(), this.everyMs * GROWN_TIMES).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.flush();
  }

  /** Accesses to one member and to all of them, the newest first. @param after the `next` of the page before. */
  async list(memberId: string, { after = '', limit }: { after?: string | undefined; limit: number }): Promise<{ items: AccessRecord[]; next: string | undefined }> {
    const found = await Promise.all([memberId, EVERYBODY].map((whom) => this.under(whom, after, limit + 1)));
    const ordered = found.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
    const items = ordered.slice(0, limit);
    return { items, next: ordered.length > limit ? items.at(-1)?.id : undefined };
  }

  private async under(whom: string, after: string, limit: number): Promise<AccessRecord[]> {
    const prefix = `${whom}.`;
    const entries = await this.vault.list(SPACE, { after: prefix + after, limit });
    return entries.filter(({ key }) => key.startsWith(prefix)).map(({ key, value }) => {
      const { sealed, ...kept } = JSON.parse(value) as Kept & { sealed: string };
      return { id: key.slice(prefix.length), everybody: whom === EVERYBODY, ...kept, ...(JSON.parse(unseal(this.key, sealed, key).toString('utf8')) as Confidential) };
    });
  }

  private writeSoon(): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => void this.writeNew(), this.everyMs);
    this.timer.unref();
  }

  private async write(): Promise<void> {
    const batch = [...this.unwritten];
    this.unwritten = new Set();
    for (let from = 0; from < batch.length; from += BATCH) {
      const part = batch.slice(from, from + BATCH);
      try {
        await this.vault.put(SPACE, part.map(({ key, kept, confidential }) => ({ key, value: JSON.stringify({ ...kept, sealed: seal(this.key, JSON.stringify(confidential), key) }), expiresAt: kept.firstAt + KEPT_MS })));
      } catch (error) {
        for (const open of part) this.unwritten.add(open);
        this.onError(error);
        this.writeSoon();
      }
    }
  }
}
