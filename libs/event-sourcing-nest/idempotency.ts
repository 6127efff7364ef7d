/** A retry answers with the first outcome: reservations before the append, answers after it, in the vault for a day. */
import { createHash, createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { defineRefusal, Recent, type Refusal, type Vault } from '#event-sourcing';

const SPACE = 'idempotency';
const KEPT_MS = 24 * 3_600_000;

export const keyReused = defineRefusal('idempotency-key-reused', 'That Idempotency-Key belongs to another request', 422);
export const stillRunning = defineRefusal('still-running', 'The first request with that key is still running', 409);

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Reservation {
  fingerprint: string;
  commandId: string;
  mintedId: string;
  answer?: Answer;
}

export type Begun =
  | { kind: 'run'; hash: string; commandId: string; mintedId: string; resumed: boolean; finish(answer: Answer, durable: boolean): Promise<void>; abandon(): void }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'refused'; refusal: Refusal };

export class Idempotency {
  private readonly running = new Set<string>();
  private readonly answers = new Recent<string, Reservation>(2_000);
  private pending: Set<Promise<void>> = new Set();

  constructor(
    private readonly vault: Vault,
    private readonly secret: Buffer,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reserves a command id and the id it mints under (account, method, path, key), or tells what became of them. */
  async begin(request: { account: string; method: string; path: string; key: string; body: string }): Promise<Begun> {
    const hash = createHmac('sha256', this.secret).update([request.account, request.method, request.path, request.key].join('\0')).digest('base64url');
    const fingerprint = createHash('sha256').update(request.body).digest('base64url');
    if (this.running.has(hash)) return { kind: 'refused', refusal: stillRunning('The first request with this Idempotency-Key has not been answered yet; try again in a moment.') };
    this.running.add(hash);
    try {
      const known = this.answers.get(hash);
      const fresh: Reservation = { fingerprint, commandId: uuidv7(), mintedId: uuidv7() };
      const [entry] = known ? [] : await this.vault.putIfAbsent(SPACE, [{ key: hash, value: JSON.stringify(fresh), expiresAt: this.now() + KEPT_MS }]);
      const held = known ?? (entry?.inserted ? fresh : (JSON.parse(entry?.value ?? '{}') as Reservation));
      if (held.fingerprint !== fingerprint) {
        this.running.delete(hash);
        return { kind: 'refused', refusal: keyReused('This Idempotency-Key was used with another body; use a new key for a new request.') };
      }
      if (held.answer) {
        this.running.delete(hash);
        return { kind: 'answered', answer: held.answer };
      }
      return {
        kind: 'run',
        hash,
        commandId: held.commandId,
        mintedId: held.mintedId,
        resumed: held !== fresh,
        finish: (answer, durable) => this.finish(hash, { ...held, answer }, durable),
        abandon: () => this.running.delete(hash),
      };
    } catch (error) {
      this.running.delete(hash);
      throw error;
    }
  }

  /** Answers kept in memory are on disk after this. */
  async flushed(): Promise<void> {
    await Promise.all(this.pending);
  }

  /** `durable`: a refusal left no trace in the log, so its answer waits for the disk. */
  private async finish(hash: string, reservation: Reservation, durable: boolean): Promise<void> {
    this.answers.set(hash, reservation);
    this.running.delete(hash);
    const written = this.vault.put(SPACE, [{ key: hash, value: JSON.stringify(reservation), expiresAt: this.now() + KEPT_MS }]);
    const settled = written.catch(() => undefined).finally(() => this.pending.delete(settled)) as Promise<void>;
    this.pending.add(settled);
    if (durable) await written;
  }
}
