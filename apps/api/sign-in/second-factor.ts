/** Second factors: one-time passwords by time (TOTP, RFC 6238), and recovery codes for whoever lost theirs. */
import { createHmac, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { seal, unseal, type Vault } from '#event-sourcing';
import { derivedKey } from '../settings/master-key.js';
import { entriesUnder, takenFrom, takeOut } from '../credentials/vault-entries.js';

const CONFIRMED = 'second-factors';
const PENDING = 'second-factors-pending';
/** By account, secret and step: a code that has been used. */
const USED = 'second-factor-steps';
/** By account and keyed hash. */
const RECOVERY = 'recovery-codes';

const PENDING_MS = 30 * 60_000;
const STEP_MS = 30_000;
/** Steps before and after the present one whose codes are taken: clocks differ, and people type. */
const WINDOW = 1;
/** How long a used code is remembered beyond its end, for instances whose clocks differ. */
const SKEW_MS = 60_000;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** Crockford's base 32: no I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

interface Factor {
  /** Of the secret, so that a code of one does not use up that of another. */
  id: string;
  /** In base 32. */
  secret: string;
}

export interface SecondFactorsOptions {
  /** What an authenticator shows above the code. */
  issuer?: string;
  now?(): number;
  random?(bytes: number): Buffer;
}

export class SecondFactors {
  private readonly sealing: Buffer;
  private readonly hashing: Buffer;
  private readonly issuer: string;
  private readonly now: () => number;
  private readonly random: (bytes: number) => Buffer;

  constructor(
    private readonly vault: Vault,
    masterKey: Buffer,
    { issuer = 'Relocon', now = Date.now, random = randomBytes }: SecondFactorsOptions = {},
  ) {
    this.sealing = derivedKey(masterKey, 'second-factors');
    this.hashing = derivedKey(masterKey, 'recovery-codes');
    this.issuer = issuer;
    this.now = now;
    this.random = random;
  }

  /**
   * A new secret, which counts once a code of it was given, within half an hour; until then the one before it does.
   *
   * @param label whose it is, as an authenticator shows it.
   * @returns the secret in base 32, and the same for a QR code.
   */
  async begin(accountId: string, label: string): Promise<{ secret: string; uri: string }> {
    const secret = new Secret({ buffer: Uint8Array.from(this.random(SECRET_BYTES)).buffer });
    const factor: Factor = { id: this.random(6).toString('hex'), secret: secret.base32 };
    await this.keep(PENDING, accountId, factor, this.now() + PENDING_MS);
    return { secret: secret.base32, uri: new TOTP({ issuer: this.issuer, label, secret }).toString() };
  }

  /** Turns the new secret on. @returns recovery codes, which nobody can read again; undefined where the code is wrong or too late. */
  async confirm(accountId: string, code: string): Promise<string[] | undefined> {
    const factor = await this.factorOf(PENDING, accountId);
    if (!factor || !(await this.useUp(accountId, factor, code))) return undefined;
    const codes = await this.renewRecoveryCodes(accountId);
    await this.keep(CONFIRMED, accountId, factor);
    await this.vault.delete(PENDING, [accountId]);
    return codes;
  }

  /** Whether this is a code of now. It counts once. */
  async verify(accountId: string, code: string): Promise<boolean> {
    const factor = await this.factorOf(CONFIRMED, accountId);
    return factor !== undefined && this.useUp(accountId, factor, code);
  }

  /** Whether this is one of the recovery codes. Each counts once. */
  async useRecoveryCode(accountId: string, code: string): Promise<boolean> {
    const plain = plainCode(code);
    return plain !== undefined && (await this.isEnabled(accountId)) && takeOut(this.vault, RECOVERY, this.recoveryKey(accountId, plain));
  }

  /** How many recovery codes are left. */
  async remaining(accountId: string): Promise<number> {
    const keys = await this.recoveryKeys(accountId);
    return keys.length - (await this.vault.getMany(takenFrom(RECOVERY), keys)).length;
  }

  /** Ten codes in place of those there were. */
  async renewRecoveryCodes(accountId: string): Promise<string[]> {
    await this.removeRecoveryCodes(accountId);
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(this.random(CODE_LENGTH)));
    await this.vault.put(RECOVERY, codes.map((code) => ({ key: this.recoveryKey(accountId, code), value: '' })));
    return codes.map((code) => `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`);
  }

  async isEnabled(accountId: string): Promise<boolean> {
    return (await this.vault.getMany(CONFIRMED, [accountId])).length > 0;
  }

  async remove(accountId: string): Promise<void> {
    await this.vault.delete(CONFIRMED, [accountId]);
    await this.vault.delete(PENDING, [accountId]);
    await this.removeRecoveryCodes(accountId);
  }

  private async keep(space: string, accountId: string, factor: Factor, expiresAt?: number): Promise<void> {
    await this.vault.put(space, [{ key: accountId, value: seal(this.sealing, JSON.stringify(factor), `${space}/${accountId}`), ...(expiresAt !== undefined && { expiresAt }) }]);
  }

  private async factorOf(space: string, accountId: string): Promise<Factor | undefined> {
    const [entry] = await this.vault.getMany(space, [accountId]);
    return entry && (JSON.parse(unseal(this.sealing, entry.value, `${space}/${accountId}`).toString()) as Factor);
  }

  private async useUp(accountId: string, { id, secret }: Factor, code: string): Promise<boolean> {
    const now = this.now();
    const token = code.replaceAll(/\s/g, '');
    if (!/^[0-9]{6}$/.test(token)) return false;
    const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), timestamp: now, window: WINDOW });
    if (delta === null) return false;
    const step = Math.floor(now / STEP_MS) + delta;
    const [used] = await this.vault.putIfAbsent(USED, [{ key: `${accountId}.${id}.${step}`, value: '', expiresAt: (step + WINDOW + 1) * STEP_MS + SKEW_MS }]);
    return used?.inserted === true;
  }

  private recoveryKey(accountId: string, code: string): string {
    return `${accountId}.${createHmac('sha256', this.hashing).update(JSON.stringify([accountId, code])).digest('base64url')}`;
  }

  private async recoveryKeys(accountId: string): Promise<string[]> {
    return (await entriesUnder(this.vault, RECOVERY, `${accountId}.`)).map(({ key }) => key);
  }

  private async removeRecoveryCodes(accountId: string): Promise<void> {
    const keys = await this.recoveryKeys(accountId);
    await this.vault.delete(RECOVERY, keys);
    await this.vault.delete(takenFrom(RECOVERY), keys);
  }
}

/** Five bits of each byte: 32 divides 256, so that no letter comes more often than another. */
function recoveryCode(bytes: Buffer): string {
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** As it was made, however it was typed: Crockford reads O as 0, I and L as 1. */
function plainCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === CODE_LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : undefined;
}
