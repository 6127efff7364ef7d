/** Which passwords are taken: NIST SP 800-63B-4, 3.1.1.2, and ASVS 5, 6.2. Long ones that nobody guesses; no rules about kinds of characters. */
import { defineRefusal, type Refusal } from '#event-sourcing';

const SHORTEST = 12;
const LONGEST = 128;
/** Words of the context that are shorter stand in too many good passwords by chance. */
const SHORTEST_WORD = 4;
/** Digits and signs around a common password that do not make it a good one. */
const TRIMMINGS = 6;
const PRODUCT = 'relocon';

export const passwordRefused = defineRefusal('password-not-accepted', 'This password is not accepted', 422);

/** How a password is compared: what looks the same is the same, on every keyboard. */
export function normalised(password: string): string {
  return password.normalize('NFC');
}

/**
 * Why a password is not taken; undefined where it is. Lengths count code points.
 *
 * @param context what an attacker would try first: the name, the e-mail address before its @.
 */
export async function refusePassword(password: string, context: readonly string[] = []): Promise<Refusal | undefined> {
  const characters = [...normalised(password)];
  if (!password.isWellFormed()) return refused('It contains characters that are none: type it anew.', 'contains characters that are none');
  if (characters.length < SHORTEST) return refused(`It is too short: use at least ${SHORTEST} characters, for instance four words that have nothing to do with each other.`, `must have at least ${SHORTEST} characters`);
  if (characters.length > LONGEST) return refused(`It is too long: use at most ${LONGEST} characters.`, `must have at most ${LONGEST} characters`);
  const lower = characters.join('').toLowerCase();
  if (isRun(lower) || periodOf(lower) <= 4) return refused('It is one sequence or repetition, such as 12345 or abcabc: choose one that is not.', 'must not be one sequence or repetition');
  if (contextWords(context).some((word) => lower.includes(word))) return refused('It contains your name, your e-mail address or the name of this service: choose one without.', 'must not contain the name, the e-mail address or the name of the service');
  if (isCommon(lower, await commonPasswords())) return refused('Many people use this password, or one that differs by a few digits, and so it is tried first: choose another.', 'must not be a common password');
  return undefined;
}

function refused(detail: string, rule: string): Refusal {
  return passwordRefused(detail, { errors: [{ pointer: '/password', detail: rule }] });
}

function contextWords(context: readonly string[]): string[] {
  const texts = context.map((text) => text.normalize('NFC').toLowerCase().trim());
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{M}\p{N}]+/u)]);
  return [PRODUCT, ...words.filter((word) => [...word].length >= SHORTEST_WORD)];
}

/** `aaaa`, `abcd`, `9876`, and `7890123`, where digits begin again. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) as number);
  const digits = /^[0-9]+$/.test(text);
  return [0, 1, -1].some((step) => codes.every((code, index) => {
    const from = codes[index - 1];
    return from === undefined || code - from === step || (digits && (code - from + 10) % 10 === (step + 10) % 10);
  }));
}

/** After how many characters a text begins anew, to its end; its length where it never does. */
function periodOf(text: string): number {
  return text.length - longestBorder(text);
}

/** How much of a text's beginning is its end too (Knuth, Morris, Pratt). */
function longestBorder(text: string): number {
  const borders = [0];
  for (let index = 1, length = 0; index < text.length; index++) {
    while (length > 0 && text[index] !== text[length]) length = borders[length - 1] as number;
    if (text[index] === text[length]) length++;
    borders.push(length);
  }
  return borders.at(-1) as number;
}

/** Itself, said several times, or with some digits and signs around it. */
function isCommon(lower: string, common: ReadonlySet<string>): boolean {
  if (common.has(lower) || common.has(lower.slice(0, periodOf(lower)))) return true;
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return lower.length - core.length <= TRIMMINGS && (common.has(core) || common.has(core.slice(0, periodOf(core))));
}

let loaded: Promise<ReadonlySet<string>> | undefined;

/** Some megabytes, which a process that sets no password need not hold. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return loaded;
}
