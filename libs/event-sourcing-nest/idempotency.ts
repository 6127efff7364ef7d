/** A retry answers with the first outcome: reservations before the append, and answers the log cannot tell after it, in the vault for a day. */
import { createHmac } from 'node:crypto';
import { defineRefusal, newId, type Refusal, type Vault } from '#event-sourcing';

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
  /** Where the command makes something new. */
  mintedId?: string;
  /** Of what left no trace in the log, or not enough of one to tell the answer from. */
  answer?: Answer;
}

export type Begun =
  | { kind: 'run'; hash: string; commandId: string; mintedId: string | undefined; resumed: boolean; finish(answer: Answer, inLog: boolean): Promise<void>; abandon(): void }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'refused'; refusal: Refusal };

export class Idempotency {
  private readonly running = new Set<string>();

  constructor(
    private readonly vault: Vault,
    private readonly secret: Buffer,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reserves a command id and the id it mints under (account, method, path, key), or tells what became of them. */
  async begin(request: { account: string; method: string; path: string; key: string; body: string; mints: boolean }): Promise<Begun> {
    const hash = this.keyed([request.account, request.method, request.path, request.key].join('\0'));
    // Keyed as well: whoever has the vault must not find by trying what stood in a body, such as an address.
    const fingerprint = this.keyed(request.body);
    if (this.running.has(hash)) return { kind: 'refused', refusal: stillRunning('The first request with this Idempotency-Key has not been answered yet; try again in a moment.') };
    this.running.add(hash);
    try {
      const fresh: Reservation = { fingerprint, commandId: newId(), ...(request.mints && { mintedId: newId() }) };
      const [entry] = await this.vault.putIfAbsent(SPACE, [{ key: hash, value: JSON.stringify(fresh), expiresAt: this.now() + KEPT_MS }]);
      const held = entry?.inserted ? fresh : (JSON.parse(entry?.value ?? '{}') as Reservation);
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
        finish: (answer, inLog) => this.finish(hash, { ...held, answer }, inLog),
        abandon: () => this.running.delete(hash),
      };
    } catch (error) {
      this.running.delete(hash);
      throw error;
    }
  }

  private keyed(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }

  /** @param inLog events that carry the command id tell the answer, so that it need not be kept beside them. */
  private async finish(hash: string, reservation: Reservation, inLog: boolean): Promise<void> {
    try {
      if (!inLog) await this.vault.put(SPACE, [{ key: hash, value: JSON.stringify(reservation), expiresAt: this.now() + KEPT_MS }]);
    } finally {
      this.running.delete(hash);
    }
  }
}
