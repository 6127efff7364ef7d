/** The master key: from the environment, or a file made at the first start. Everything in the vault hangs on it. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '#event-sourcing';
import { ConfigError, type Config } from './config.js';

/**
 * @param hasFolder whether some store lies in the data folder, where the key can then lie too.
 * @throws ConfigError when there is no key, or when the key of a log that has events is gone: a new one would make its personal
 * fields unreadable.
 */
export function masterKey(config: Config, hasHistory: boolean, hasFolder = true): Buffer {
  if (config.RELOCON_MASTER_KEY) return Buffer.from(config.RELOCON_MASTER_KEY, 'hex');
  if (!hasFolder) throw new ConfigError('RELOCON_MASTER_KEY: is needed where no store lies in the data folder; every process takes the same one (make it with: openssl rand -hex 32).');
  const file = join(config.RELOCON_DATA, 'master.key');
  if (!existsSync(file)) {
    if (hasHistory) {
      throw new ConfigError(`${file} is missing, and without it the vault cannot be read: put it back, or set RELOCON_MASTER_KEY.`);
    }
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new ConfigError(`${file} must hold 64 hexadecimal digits.`);
  return Buffer.from(text, 'hex');
}

/** A key for one purpose, so that no two uses share one (HKDF, RFC 5869). */
export function derivedKey(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `relocon/${purpose}`, 32));
}

/** @throws ConfigError when the vault was written under another master key. */
export async function checkMasterKey(master: Buffer, vault: Vault): Promise<void> {
  const value = checkOf(master);
  const [kept] = await vault.putIfAbsent(CHECK.space, [{ key: CHECK.key, value }]);
  if (kept?.value !== value) throw wrongMasterKey();
}

/** The same for a vault that is not written; one that was never used takes any key. */
export async function compareMasterKey(master: Buffer, vault: Pick<Vault, 'getMany'>): Promise<void> {
  const [kept] = await vault.getMany(CHECK.space, [CHECK.key]);
  if (kept && kept.value !== checkOf(master)) throw wrongMasterKey();
}

const CHECK = { space: 'store', key: 'master-key' };

function checkOf(master: Buffer): string {
  return createHmac('sha256', derivedKey(master, 'check')).update('relocon').digest('base64url');
}

function wrongMasterKey(): ConfigError {
  return new ConfigError('RELOCON_MASTER_KEY: this is not the master key the vault was written under; put back the right one.');
}
