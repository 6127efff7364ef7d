/** Somebody at a browser: keeps the session cookie, and sends the origin as browsers do. */
import { hash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { TestService } from './api.js';
import { tokenIn } from './mailbox.js';

export interface Told {
  status: number;
  /** The short type of a problem; undefined for a success. */
  problem?: string;
  body: any;
  headers: Headers;
}

export class Person {
  cookie: string | undefined;
  private step = 0;

  constructor(
    private readonly api: Pick<TestService, 'raw' | 'url'>,
    readonly headers: Record<string, string> = {},
  ) {}

  async call(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Told> {
    const headers = {
      ...(this.cookie !== undefined && { cookie: this.cookie }),
      ...(method !== 'GET' && { origin: this.api.url }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...this.headers,
      ...more,
    };
    const response = await this.api.raw(path, { key: null, method, headers, redirect: 'manual', ...(body !== undefined && { body: JSON.stringify(body) }) });
    for (const line of response.headers.getSetCookie()) {
      const [, value, age] = /^__Host-relocon=([^;]*);.*Max-Age=(\d+)/i.exec(line) ?? [];
      if (value !== undefined) this.cookie = age === '0' ? undefined : `__Host-relocon=${value}`;
    }
    const text = await response.text();
    const told = text === '' ? undefined : (JSON.parse(text) as { type?: string });
    return { status: response.status, body: told, headers: response.headers, ...(!response.ok && told?.type && { problem: `${response.status} ${told.type.replace('urn:relocon:problem:', '')}` }) };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Told> {
    return this.call('GET', path, undefined, headers);
  }

  post(path: string, body: unknown = {}): Promise<Told> {
    return this.call('POST', path, body);
  }

  signIn(email: string, password: string): Promise<Told> {
    return this.post('/api/v1/sessions', { email, password });
  }

  /** A code of an authenticator that holds this secret. Each call answers another one. */
  codeOf(secret: string): string {
    // A code counts once: the next one, which is accepted too, and so on.
    const timestamp = Date.now() + (this.step++ - 1) * 30_000;
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  }

  /** Sets up a second factor. @returns its secret and the recovery codes. */
  async enrol(): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { body: begun } = await this.post('/api/v1/me/second-factor');
    const confirm = () => this.post('/api/v1/me/second-factor/confirm', { code: this.codeOf(begun.secret) });
    const first = await confirm();
    // The oldest code that counts may have run out on the way.
    const { body, problem } = first.problem === '401 wrong-credentials' ? await confirm() : first;
    if (problem) throw new Error(problem);
    return { secret: begun.secret, recoveryCodes: body.recoveryCodes };
  }
}

/** A password nobody else has. */
export function passwordFor(name: string): string {
  return `${hash('sha256', name, 'base64url').slice(0, 20)} garden`;
}

/** Sets the service up, as the terminal invites to. */
export async function setUpBy(api: TestService, link: string, email = 'ida@example.org'): Promise<Person> {
  const person = new Person(api);
  const { problem } = await person.post('/api/v1/set-up', { token: tokenIn({ to: '', subject: '', text: link }, 'set-up'), email, password: passwordFor(email) });
  if (problem) throw new Error(problem);
  return person;
}

/** Invites somebody, who takes it up. */
export async function inviteBy(administrator: Person, api: TestService, invitation: { email: string; memberId?: string; role?: string }): Promise<Person> {
  const invited = await administrator.post('/api/v1/accounts', invitation);
  if (invited.problem) throw new Error(invited.problem);
  const mail = await api.mails.next(invitation.email, /invitation/i);
  const person = new Person(api);
  const { problem } = await person.post('/api/v1/invitations/redeem', { token: tokenIn(mail, 'invitation'), password: passwordFor(invitation.email) });
  if (problem) throw new Error(problem);
  return person;
}
