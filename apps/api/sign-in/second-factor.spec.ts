import { createHmac, hash, randomBytes } from 'node:crypto';
import { DAY, describeOverVaults, HOUR, MINUTE, START, type Place } from '../../test/vaults.js';
import { SecondFactors } from './second-factor.js';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const BERT = '01890000-0000-7000-8000-00000000000b';
const STEP = 30_000;

/** RFC 4226, 5.3, written out: what an authenticator would show. */
function codeAt(secret: string, time: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) as string[]).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / STEP)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) as number) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function otherThan(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

describeOverVaults('Second factors', (place) => {
  let one: SecondFactors;
  let other: SecondFactors;
  beforeEach(() => {
    [one, other] = place().vaults.map((vault) => new SecondFactors(vault, place().masterKey, { now: place().now })) as [SecondFactors, SecondFactors];
  });
  const enabled = async (accountId = ANNA) => {
    const { secret } = await one.begin(accountId, 'anna@example.org');
    const codes = (await one.confirm(accountId, codeAt(secret, place().now()))) as string[];
    place().pass(STEP * 3);
    return { secret, codes };
  };

  it('begin with a secret of 160 bits, and what an authenticator reads', async () => {
    const { secret, uri } = await one.begin(ANNA, 'anna@example.org');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(uri);
    expect(`${url.protocol}//${url.host}${decodeURIComponent(url.pathname)}`).toBe('otpauth://totp/Relocon:anna@example.org');
    expect(Object.fromEntries(url.searchParams)).toEqual({ issuer: 'Relocon', secret, algorithm: 'SHA1', digits: '6', period: '30' });
    expect((await one.begin(ANNA, 'anna@example.org')).secret).not.toBe(secret);
  });

  it('count once a code of the secret was given', async () => {
    const { secret } = await one.begin(ANNA, 'anna@example.org');
    const code = codeAt(secret, START);
    expect(await other.isEnabled(ANNA)).toBe(false);
    expect(await other.verify(ANNA, code)).toBe(false);
    expect(await other.confirm(ANNA, otherThan(code))).toBeUndefined();
    expect(await other.confirm(BERT, code)).toBeUndefined();
    expect(await other.isEnabled(ANNA)).toBe(false);
    expect(await other.confirm(ANNA, code)).toHaveLength(10);
    expect(await one.isEnabled(ANNA)).toBe(true);
    expect(await one.isEnabled(BERT)).toBe(false);
  });

  it('are to be confirmed within half an hour', async () => {
    const { secret } = await one.begin(ANNA, 'anna@example.org');
    place().pass(30 * MINUTE);
    expect(await one.confirm(ANNA, codeAt(secret, place().now()))).toBeUndefined();
    expect(await place().everything()).toEqual([]);
  });

  it('are confirmed once by two who try at once, whose codes are the ones that count', async () => {
    const { secret } = await one.begin(ANNA, 'anna@example.org');
    const confirmed = await Promise.all([one, other, one, other].map((factors) => factors.confirm(ANNA, codeAt(secret, START))));
    const codes = confirmed.filter((each) => each !== undefined);
    expect(codes).toHaveLength(1);
    expect(await other.remaining(ANNA)).toBe(10);
    expect(await other.useRecoveryCode(ANNA, codes[0]?.[0] as string)).toBe(true);
  });

  it('go on with the old secret until a new one is confirmed', async () => {
    const { secret } = await enabled();
    const { secret: next } = await one.begin(ANNA, 'anna@example.org');
    expect(await one.verify(ANNA, codeAt(next, place().now()))).toBe(false);
    expect(await one.verify(ANNA, codeAt(secret, place().now()))).toBe(true);
    expect(await one.confirm(ANNA, codeAt(next, place().now()))).toHaveLength(10);
    place().pass(STEP * 3);
    expect(await one.verify(ANNA, codeAt(secret, place().now()))).toBe(false);
    expect(await one.verify(ANNA, codeAt(next, place().now()))).toBe(true);
  });

  it('take the codes of the step before, of now and of the step after, and no others', async () => {
    const { secret } = await enabled();
    const taken: number[] = [];
    const now = place().now();
    for (const step of [-3, -2, -1, 0, 1, 2, 3]) if (await one.verify(ANNA, codeAt(secret, now + step * STEP))) taken.push(step);
    expect(taken).toEqual([-1, 0, 1]);
  });

  it('take a code once, also when it is given in two instances at once', async () => {
    const { secret } = await enabled();
    const code = codeAt(secret, place().now());
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).verify(ANNA, code)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    place().pass(STEP);
    expect(await one.verify(ANNA, code)).toBe(false);
    expect(await one.verify(ANNA, codeAt(secret, place().now()))).toBe(true);
  });

  it('do not take the code again by which they were confirmed', async () => {
    const { secret } = await one.begin(ANNA, 'anna@example.org');
    await one.confirm(ANNA, codeAt(secret, START));
    expect(await other.verify(ANNA, codeAt(secret, START))).toBe(false);
  });

  it('take a code with the space an authenticator shows, and no other text', async () => {
    const { secret } = await enabled();
    const code = codeAt(secret, place().now());
    for (const text of ['', code.slice(1), `${code}0`, `${code.slice(0, 5)}x`, '٠١٢٣٤٥']) expect(await one.verify(ANNA, text)).toBe(false);
    expect(await one.verify(ANNA, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true);
  });

  it('remember a used code no longer than it could be given', async () => {
    const { secret } = await enabled();
    await one.verify(ANNA, codeAt(secret, place().now() + STEP));
    const before = (await place().everything()).filter(({ space }) => space === 'second-factor-steps').length;
    place().pass(5 * MINUTE);
    const after = (await place().everything()).filter(({ space }) => space === 'second-factor-steps').length;
    expect([before > 0, after]).toEqual([true, 0]);
  });

  it('give ten recovery codes of 50 bits', async () => {
    const { codes } = await enabled();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await other.remaining(ANNA)).toBe(10);
  });

  it('take each recovery code once, also when it is given in two instances at once', async () => {
    const { codes } = await enabled();
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).useRecoveryCode(ANNA, codes[3] as string)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await one.useRecoveryCode(ANNA, codes[3] as string)).toBe(false);
    expect(await one.useRecoveryCode(ANNA, codes[4] as string)).toBe(true);
    expect(await one.remaining(ANNA)).toBe(8);
  });

  it('take a recovery code as people type it, and only from its account', async () => {
    const zerosAndOnes = (bytes: number) => (bytes === 10 ? Buffer.from([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]) : randomBytes(bytes));
    const factors = new SecondFactors(place().vaults[0], place().masterKey, { now: place().now, random: zerosAndOnes });
    await enabled(ANNA);
    await enabled(BERT);
    for (const typed of ['01010-10101', '0101010101', ' o1o1o 1o1o1 ', 'OIOIO-LOLOL', 'oloLo-IoIoi']) {
      // Ten times the same: what counts is whether it is found.
      await factors.renewRecoveryCodes(ANNA);
      expect([typed, await other.useRecoveryCode(BERT, typed), await other.useRecoveryCode(ANNA, typed)]).toEqual([typed, false, true]);
    }
    await factors.renewRecoveryCodes(ANNA);
    for (const text of ['', '01010', '01010-101011', '01010-1010U', '01010-10100']) expect(await other.useRecoveryCode(ANNA, text)).toBe(false);
  });

  it('replace the recovery codes', async () => {
    const { codes } = await enabled();
    const renewed = await other.renewRecoveryCodes(ANNA);
    expect(await one.useRecoveryCode(ANNA, codes[0] as string)).toBe(false);
    expect(await one.useRecoveryCode(ANNA, renewed[0] as string)).toBe(true);
    expect(await one.remaining(ANNA)).toBe(9);
  });

  it('leave nothing when they are removed', async () => {
    const { secret, codes } = await enabled();
    await one.begin(ANNA, 'anna@example.org');
    await enabled(BERT);
    await other.remove(ANNA);
    expect(await one.isEnabled(ANNA)).toBe(false);
    expect(await one.verify(ANNA, codeAt(secret, place().now()))).toBe(false);
    expect(await one.useRecoveryCode(ANNA, codes[0] as string)).toBe(false);
    expect(await one.remaining(ANNA)).toBe(0);
    expect(await one.remaining(BERT)).toBe(10);
    const left = async () => (await place().everything()).filter(({ key }) => key.startsWith(ANNA));
    // That a code was used is remembered, for some minutes.
    expect((await left()).filter(({ space }) => space !== 'second-factor-steps')).toEqual([]);
    place().pass(5 * MINUTE);
    expect(await left()).toEqual([]);
  });

  it('are in the vault sealed, and their recovery codes as keyed hashes', async () => {
    const { secret, codes } = await enabled();
    const pending = await one.begin(ANNA, 'anna@example.org');
    const kept = JSON.stringify(await place().everything());
    const plain = codes.map((code) => code.replace('-', ''));
    const hashes = [...codes, ...plain].flatMap((code) => ['base64url', 'hex'].map((form) => hash('sha256', code, form as 'hex')));
    for (const text of [secret, pending.secret, ...codes, ...plain, ...hashes, 'anna']) expect(kept).not.toContain(text);
  });

  it('cannot be moved to another account, or from pending to confirmed, in the vault', async () => {
    await enabled();
    await one.begin(ANNA, 'anna@example.org');
    const [vault] = place().vaults;
    const [confirmed] = await vault.getMany('second-factors', [ANNA]);
    const [pending] = await vault.getMany('second-factors-pending', [ANNA]);
    await vault.put('second-factors', [{ key: BERT, value: confirmed?.value as string }]);
    await expect(one.verify(BERT, '000000')).rejects.toThrow();
    await vault.put('second-factors', [{ key: ANNA, value: pending?.value as string }]);
    await expect(one.verify(ANNA, '000000')).rejects.toThrow();
  });

  // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('agree with RFC 6238 at %d seconds', async (seconds, code) => {
    const [vault] = place().vaults as Place['vaults'];
    // Some of these moments are past, by which a server has long removed what expires.
    const lasting = { ...vault, putIfAbsent: (space: string, entries: readonly { key: string; value: string }[]) => vault.putIfAbsent(space, entries.map(({ key, value }) => ({ key, value }))), put: (space: string, entries: readonly { key: string; value: string }[]) => vault.put(space, entries.map(({ key, value }) => ({ key, value }))) };
    const random = (bytes: number) => (bytes === 20 ? Buffer.from('12345678901234567890') : randomBytes(bytes));
    const factors = new SecondFactors(lasting, place().masterKey, { now: () => seconds * 1_000, random });
    expect((await factors.begin(ANNA, 'label')).secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(await factors.confirm(ANNA, otherThan(code))).toBeUndefined();
    expect(await factors.confirm(ANNA, code)).toHaveLength(10);
  });

  it('keep the secret and the recovery codes as long as the account has them', async () => {
    const { secret } = await enabled();
    place().pass(1_000 * DAY + HOUR);
    expect(await one.verify(ANNA, codeAt(secret, place().now()))).toBe(true);
    expect(await one.remaining(ANNA)).toBe(10);
  });
});
