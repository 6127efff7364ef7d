/** What the service refuses, as RFC 9457 tells it. */
import { HttpError } from 'react-admin';
import { words } from '../i18n/index.js';

interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
}

/** An answer that is none: a problem, or no connection (`status` 0). react-admin shows `body.errors` at the fields of a form. */
export class Problem extends HttpError {
  constructor(
    status: number,
    readonly document: ProblemDocument,
  ) {
    // What the service says to programs people have been asked for already, and did not give.
    super(document.type === 'urn:relocon:problem:re-authentication-needed' ? words('problem.noPassword') : (document.detail ?? document.title ?? words('problem.unknown')), status, { errors: atFields(document) });
    // react-admin's class makes everything that is made of it one of its own.
    Object.setPrototypeOf(this, new.target.prototype);
  }

  /** The stable part of its type: `already-a-member`. */
  get kind(): string {
    return (this.document.type ?? '').replace('urn:relocon:problem:', '');
  }
}

/** `/skills/0` → `{ 'skills.0': … }`; what concerns the body as a whole stands at no field. */
function atFields({ errors = [] }: ProblemDocument): Record<string, string> {
  return Object.fromEntries(errors.filter(({ pointer }) => pointer.startsWith('/')).map(({ pointer, detail }) => [pointer.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.'), detail]));
}

/** No answer has come. @param written whether something was to be sent, which is still where it was written. */
export const unreached = (written: boolean): Problem => new Problem(0, { type: 'unreached', title: words(written ? 'problem.unsent' : 'problem.unreached') });

/** Such as the page of a network that wants one to sign in first. */
export const notOurs = (): Problem => new Problem(502, { type: 'not-ours', title: words('problem.notOurs') });

/** Another tab has signed out, or somebody else in. */
export const othersPage = (): Problem => new Problem(409, { type: 'others-page', title: words('problem.othersPage') });

/** The problem that the body of an answer tells. */
export function problemOf(status: number, body: unknown): Problem {
  return new Problem(status, typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as ProblemDocument) : { title: words(status === 429 ? 'problem.tooMany' : status >= 502 && status <= 504 ? 'problem.unavailable' : status >= 500 ? 'problem.failed' : 'problem.answered', { status }) });
}
