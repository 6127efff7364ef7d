/** Signing in, step by step. Whether somebody has an account shows neither in an answer nor in the work it takes. */
import { setTimeout as pause } from 'node:timers/promises';
import { defineRefusal, streamName, type Refusal } from '#event-sourcing';
import { accountOfEmail } from '#features/accounts/claims.js';
import { accountStanding, sameAddress, settled, type AccountStanding } from '#features/accounts/accounts.events.js';
import type { ReloconRuntime } from '../platform/runtime.js';
import type { Attempts } from '../credentials/attempts.js';
import type { Passwords } from './passwords.js';
import type { SecondFactors } from './second-factor.js';
import type { Session, Sessions, Stage } from '../credentials/sessions.js';

export const wrongCredentials = defineRefusal('wrong-credentials', 'That is not right', 401);
export const tooManyAttempts = defineRefusal('too-many-attempts', 'Too many attempts', 429);
export const signInNotUnderWay = defineRefusal('sign-in-not-under-way', 'No sign-in is waiting for this', 409);

/** Who must have a second factor. */
export type SecondFactorFor = 'administrators' | 'everybody' | 'nobody';

const REFUSED_AFTER_MS = 500;

/** Where somebody sits. */
export interface Seat {
  address: string;
  userAgent: string;
}

export interface SignedIn {
  /** Of the session; goes into the cookie alone. */
  token: string;
  session: Session;
}

interface Parts {
  runtime: Pick<ReloconRuntime, 'runner' | 'clock' | 'keyedHash'>;
  passwords: Passwords;
  sessions: Sessions;
  attempts: Attempts;
  secondFactors: SecondFactors;
  secondFactorFor: SecondFactorFor;
}

export class SignIn {
  constructor(private readonly parts: Parts) {}

  /** An account as it stands now. */
  async account(accountId: string): Promise<AccountStanding> {
    const { runner, clock } = this.parts.runtime;
    return settled(await runner.fold(accountStanding, streamName('account', accountId)), clock());
  }

  /** Compares e-mail address and password, and opens a session: signed in, or waiting for the next step. */
  async withPassword({ email, password }: { email: string; password: string }, seat: Seat): Promise<SignedIn | Refusal> {
    const { attempts, passwords, runtime } = this.parts;
    const byEmail = attempts.accountScope(sameAddress(email));
    const attempt = await attempts.begin([byEmail, attempts.addressScope(seat.address)]);
    if ('waitMs' in attempt) return waitFirst(attempt.waitMs);
    const accountId = await accountOfEmail(runtime, email);
    // As it stood before: a password that is changed meanwhile ends the session this opens.
    const account = accountId === undefined ? undefined : await this.account(accountId);
    const version = await orGiveBack(attempt, () => passwords.check(accountId, password));
    if (accountId === undefined || account?.status !== 'open' || version === undefined) return wrongEmailOrPassword();
    await attempt.undo();
    await attempts.succeeded(byEmail);
    const opened = await this.open(accountId, account, seat);
    if (await passwords.isStill(accountId, version)) return opened;
    // Set anew meanwhile, by somebody who ended the sessions they found.
    await this.parts.sessions.end(opened.token);
    return wrongEmailOrPassword();
  }

  /** Opens a session for somebody who has proved who they are: by password, link, or at their provider. None stands in for a second factor. */
  async open(accountId: string, account: AccountStanding, seat: Seat): Promise<SignedIn> {
    const stage: Stage = account.secondFactor ? 'second-factor' : this.needsSecondFactor(account) ? 'enrol' : 'signed-in';
    return this.parts.sessions.open({ accountId, epoch: account.epoch, stage, ...seat });
  }

  /** The second step: a code of the authenticator, or a recovery code. The session gets a new token. */
  async withSecondFactor(token: string, session: Session, proof: { code?: string | undefined; recoveryCode?: string | undefined }, seat: Seat): Promise<SignedIn | Refusal> {
    if (session.stage !== 'second-factor') return signInNotUnderWay('Give your e-mail address and password first.');
    const wrong = await this.checkSecondFactor(session.accountId, proof, seat.address);
    if (wrong) return wrong;
    return (await this.parts.sessions.renew(token, { stage: 'signed-in', ...seat })) ?? signInNotUnderWay('Signing in took too long: give your e-mail address and password again.');
  }

  /** Compares a code under the limits of guessing. */
  async checkSecondFactor(accountId: string, { code, recoveryCode }: { code?: string | undefined; recoveryCode?: string | undefined }, address: string): Promise<Refusal | undefined> {
    const { secondFactors } = this.parts;
    return this.guessing(accountId, 'second-factor', address, async () => (code !== undefined ? secondFactors.verify(accountId, code) : recoveryCode !== undefined && secondFactors.useRecoveryCode(accountId, recoveryCode)), 'The code is not right, or was used already. Wait for the next one, or use a recovery code.');
  }

  /** Compares a password that somebody signed in gives again. @returns its version. */
  async checkPassword(accountId: string, password: string, address: string): Promise<number | Refusal> {
    const { passwords } = this.parts;
    let version = 0;
    const compare = async (): Promise<boolean> => {
      const found = await passwords.check(accountId, password);
      version = found ?? version;
      return found !== undefined;
    };
    return (await this.guessing(accountId, 'password-again', address, compare, 'The password is not right.')) ?? version;
  }

  private async guessing(accountId: string, what: string, address: string, compare: () => Promise<boolean>, sentence: string): Promise<Refusal | undefined> {
    const { attempts } = this.parts;
    const byAccount = attempts.accountScope(accountId, what);
    const attempt = await attempts.begin([byAccount, attempts.addressScope(address, what)]);
    if ('waitMs' in attempt) return waitFirst(attempt.waitMs);
    if (!(await orGiveBack(attempt, compare))) return wrongCredentials(sentence);
    await attempt.undo();
    await attempts.succeeded(byAccount);
    return undefined;
  }

  needsSecondFactor({ roles }: AccountStanding): boolean {
    const { secondFactorFor } = this.parts;
    return secondFactorFor === 'everybody' || (secondFactorFor === 'administrators' && roles.includes('administrator'));
  }
}

function wrongEmailOrPassword(): Refusal {
  return wrongCredentials('The e-mail address or the password is not right. If you have forgotten it, ask for a new one.');
}

/** Whoever could not be answered has not guessed. */
async function orGiveBack<T>(attempt: { undo(): Promise<void> }, compare: () => Promise<T>): Promise<T> {
  try {
    return await compare();
  } catch (error) {
    await attempt.undo();
    throw error;
  }
}

/** Whoever goes on guessing all the same gets no answer at once, so that many of them ask little of the service. */
async function waitFirst(waitMs: number): Promise<Refusal> {
  await pause(REFUSED_AFTER_MS);
  const seconds = Math.ceil(waitMs / 1_000);
  const shown = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return tooManyAttempts(`Too many attempts have failed; try again in ${shown}.`, { extra: { retryAfterSeconds: seconds } });
}
