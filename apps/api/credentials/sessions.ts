/** Sessions: opaque tokens, kept as hashes, that end when nobody uses them, when they are old, and at once when they are ended. */
import { newId, Recent, type Vault, type VaultEntry } from '#event-sourcing';
import { hashOfToken, newToken } from './tokens.js';
import { entriesUnder, takenFrom } from './vault-entries.js';

/** By hash of the token: what never changes; and by `<hash>.seen`, which goes when nobody comes: when and from where it was used. */
const SPACE = 'sessions';
/** By `<account>.<session>`: the hash of its token. */
const OF_ACCOUNT = 'sessions-of-account';
const SEEN_EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;
const USER_AGENT_LENGTH = 200;

/** What it gives: everything, or only the next step of signing in. */
export type Stage = 'signed-in' | 'second-factor' | 'enrol';

/** All times are in milliseconds since 1970. */
interface Opened {
  id: string;
  accountId: string;
  /** What the account's own was then; a session of an earlier one is over. */
  epoch: number;
  stage: Stage;
  createdAt: number;
  /** When the password was given last. */
  authenticatedAt: number;
}

interface Seen {
  lastSeenAt: number;
  address: string;
  userAgent: string;
}

export type Session = Readonly<Opened & Seen>;

export type NewSession = Pick<Session, 'accountId' | 'epoch' | 'stage' | 'address' | 'userAgent'> & { authenticatedAt?: number };

export type SessionChanges = Partial<Pick<Session, 'epoch' | 'stage' | 'authenticatedAt' | 'address' | 'userAgent'>>;

export interface SessionsOptions {
  /** How long a session lasts that nobody uses. */
  idleMs?: number;
  /** How long a session lasts at most, however often it is renewed. */
  absoluteMs?: number;
  /** How long the second factor may take. */
  secondFactorMs?: number;
  now?(): number;
}

interface Kept {
  opened: Opened;
  seen: Seen;
  /** Both together, as callers get them; made when it is first asked for. */
  session?: Session;
}

export class Sessions {
  private readonly known = new Recent<string, Kept>(10_000);
  /** How many were ended: what was read before the last one may be over. */
  private endings = 0;
  private readonly idleMs: number;
  private readonly absoluteMs: number;
  private readonly secondFactorMs: number;
  private readonly now: () => number;

  constructor(
    private readonly vault: Vault,
    { idleMs = 8 * HOUR_MS, absoluteMs = 30 * 24 * HOUR_MS, secondFactorMs = HOUR_MS / 6, now = Date.now }: SessionsOptions = {},
  ) {
    this.idleMs = idleMs;
    this.absoluteMs = absoluteMs;
    this.secondFactorMs = secondFactorMs;
    this.now = now;
  }

  /** @returns the token, which nobody can read again, and its session. */
  open({ accountId, epoch, stage, address, userAgent, authenticatedAt }: NewSession): Promise<{ token: string; session: Session }> {
    const at = this.now();
    return this.keep({
      opened: { id: newId(), accountId, epoch, stage, createdAt: at, authenticatedAt: authenticatedAt ?? at },
      seen: { lastSeenAt: at, address, userAgent: tidied(userAgent) },
    });
  }

  /**
   * The session of a token, which counts as used; undefined where it is over or never was. The caller compares its epoch. Without waiting,
   * where nothing has to be looked up: every request asks.
   */
  find(token: string): Session | undefined | Promise<Session | undefined> {
    const hash = hashOfToken(token);
    if (!hash) return undefined;
    const known = this.known.get(hash);
    return known ? this.used(hash, known) : this.load(hash).then((kept) => kept && this.used(hash, kept));
  }

  private used(hash: string, kept: Kept): Session | undefined | Promise<Session> {
    if (!this.lasts(kept)) return undefined;
    const seen = this.see(hash, kept);
    return seen ? seen.then(() => sessionOf(kept)) : sessionOf(kept);
  }

  /**
   * The same session, changed, under a new token; the old one ends. Of two at once one is renewed.
   *
   * @returns undefined where it was over, or ended meanwhile.
   */
  async renew(token: string, changes: SessionChanges): Promise<{ token: string; session: Session } | undefined> {
    const hash = hashOfToken(token);
    return hash ? this.renewHashed(hash, changes) : undefined;
  }

  /** The same where the token is not at hand: it does not come along from another site. */
  async renewById(accountId: string, id: string, changes: SessionChanges): Promise<{ token: string; session: Session } | undefined> {
    const hash = await this.hashOf(accountId, id);
    return hash ? this.renewHashed(hash, changes) : undefined;
  }

  private async renewHashed(hash: string, { address, userAgent, ...changes }: SessionChanges): Promise<{ token: string; session: Session } | undefined> {
    const kept = await this.read(hash);
    if (!kept || !this.lasts(kept)) return undefined;
    const [note] = await this.vault.putIfAbsent(takenFrom(SPACE), [{ key: hash, value: '', expiresAt: this.endOf(kept.opened) }]);
    if (!note?.inserted) return undefined;
    const renewed = await this.keep({
      opened: { ...kept.opened, ...changes, id: newId() },
      seen: { lastSeenAt: this.now(), address: address ?? kept.seen.address, userAgent: userAgent === undefined ? kept.seen.userAgent : tidied(userAgent) },
    });
    // Whoever ended it meanwhile meant this one too.
    const ended = !(await this.read(hash));
    await this.drop([ended ? indexEntry(hashOfToken(renewed.token) as string, renewed.session) : indexEntry(hash, kept.opened)]);
    await this.vault.delete(takenFrom(SPACE), [hash]);
    return ended ? undefined : renewed;
  }

  /** A session by its id; it does not count as used. The caller compares its epoch. */
  async findById(accountId: string, id: string): Promise<Session | undefined> {
    const hash = await this.hashOf(accountId, id);
    const kept = hash === undefined ? undefined : await this.read(hash);
    return kept && this.lasts(kept) ? sessionOf(kept) : undefined;
  }

  async end(token: string): Promise<void> {
    const hash = hashOfToken(token);
    const kept = hash && (await this.read(hash));
    if (hash && kept) await this.drop([indexEntry(hash, kept.opened)]);
  }

  /** @returns whether the account had such a session. */
  async endById(accountId: string, id: string): Promise<boolean> {
    const entries = await this.vault.getMany(OF_ACCOUNT, [indexKey(accountId, id)]);
    await this.drop(entries);
    return entries.length > 0;
  }

  /** Those that can still be used, the one used last first. */
  async listOf(accountId: string): Promise<Session[]> {
    const index = await entriesUnder(this.vault, OF_ACCOUNT, `${accountId}.`);
    const kept = await this.readAll(index.map(({ value }) => value));
    return [...kept.values()].filter((each) => this.lasts(each)).map(sessionOf).sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? 1 : -1));
  }

  /** Ends all sessions of an account but one, also those that are just being renewed. @param except the id of that one. */
  async endAllOf(accountId: string, except?: string): Promise<void> {
    for (;;) {
      const entries = (await entriesUnder(this.vault, OF_ACCOUNT, `${accountId}.`)).filter(({ key }) => except === undefined || key !== indexKey(accountId, except));
      if (entries.length === 0) return;
      await this.drop(entries);
    }
  }

  private async hashOf(accountId: string, id: string): Promise<string | undefined> {
    return (await this.vault.getMany(OF_ACCOUNT, [indexKey(accountId, id)]))[0]?.value;
  }

  private async keep(kept: Kept): Promise<{ token: string; session: Session }> {
    const token = newToken();
    const hash = hashOfToken(token) as string;
    const expiresAt = this.endOf(kept.opened);
    await this.vault.put(SPACE, [{ key: hash, value: JSON.stringify(kept.opened), expiresAt }, this.seenEntry(hash, kept)]);
    // Second, so that whoever ends what the index lists finds it there.
    await this.vault.put(OF_ACCOUNT, [{ ...indexEntry(hash, kept.opened), expiresAt }]);
    return { token, session: sessionOf(kept) };
  }

  private see(hash: string, kept: Kept): Promise<void> | undefined {
    const at = this.now();
    if (at - kept.seen.lastSeenAt < SEEN_EVERY_MS) return undefined;
    kept.seen = { ...kept.seen, lastSeenAt: at };
    delete kept.session;
    // Apart from what makes a session: written late, it does not bring back one that was ended. Where nothing can be
    // written, reading goes on; the session then seems idle for longer than it was.
    return this.vault.put(SPACE, [this.seenEntry(hash, kept)]).catch(() => undefined);
  }

  private seenEntry(hash: string, { opened, seen }: Kept): VaultEntry & { expiresAt: number } {
    return { key: seenKey(hash), value: JSON.stringify(seen), expiresAt: Math.min(seen.lastSeenAt + this.idleMs, this.endOf(opened)) };
  }

  private async drop(entries: readonly VaultEntry[]): Promise<void> {
    const hashes = entries.map(({ value }) => value);
    await this.vault.delete(SPACE, hashes.flatMap((hash) => [hash, seenKey(hash)]));
    this.endings++;
    for (const hash of hashes) this.known.delete(hash);
    await this.vault.delete(OF_ACCOUNT, entries.map(({ key }) => key));
  }

  private async load(hash: string): Promise<Kept | undefined> {
    const before = this.endings;
    const kept = await this.read(hash);
    // Where others may end it, it is looked up every time.
    if (kept && !this.vault.shared && before === this.endings) this.known.set(hash, kept);
    return kept;
  }

  private async read(hash: string): Promise<Kept | undefined> {
    return (await this.readAll([hash])).get(hash);
  }

  private async readAll(hashes: readonly string[]): Promise<Map<string, Kept>> {
    const entries = await this.vault.getMany(SPACE, hashes.flatMap((hash) => [hash, seenKey(hash)]));
    const values = new Map(entries.map(({ key, value }) => [key, value]));
    return new Map(hashes.flatMap((hash) => {
      const [opened, seen] = [values.get(hash), values.get(seenKey(hash))];
      return opened === undefined || seen === undefined ? [] : [[hash, { opened: JSON.parse(opened) as Opened, seen: JSON.parse(seen) as Seen }] as const];
    }));
  }

  private endOf({ stage, createdAt }: Opened): number {
    return createdAt + (stage === 'second-factor' ? Math.min(this.secondFactorMs, this.absoluteMs) : this.absoluteMs);
  }

  private lasts({ opened, seen }: Kept): boolean {
    return this.now() < Math.min(this.endOf(opened), seen.lastSeenAt + this.idleMs);
  }
}

function sessionOf(kept: Kept): Session {
  return (kept.session ??= { ...kept.opened, ...kept.seen });
}

function seenKey(hash: string): string {
  return `${hash}.seen`;
}

function indexKey(accountId: string, id: string): string {
  return `${accountId}.${id}`;
}

function indexEntry(hash: string, { accountId, id }: Pick<Opened, 'accountId' | 'id'>): VaultEntry {
  return { key: indexKey(accountId, id), value: hash };
}

/** What a client says about itself, fit for a list. */
function tidied(userAgent: string): string {
  return [...userAgent.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')].slice(0, USER_AGENT_LENGTH).join('');
}
