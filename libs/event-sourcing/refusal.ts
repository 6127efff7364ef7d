/** A refusal: a domain answer, not a fault. `type` is stable and documented; `detail` is a sentence for a person. */
export interface Refusal {
  refused: true;
  /** kebab-case, e.g. `already-a-member`; the problem type's URI ends with it. */
  type: string;
  status: number;
  title: string;
  detail: string;
  /** JSON pointers into the body with what is wrong there. */
  errors?: { pointer: string; detail: string }[];
  /** Facts a client may use, such as the current ETag. */
  extra?: Record<string, unknown>;
}

/** A kind of refusal: called with the sentence for a person it makes the refusal itself. */
export interface RefusalKind {
  (detail: string, more?: Pick<Refusal, 'errors' | 'extra'>): Refusal;
  readonly type: string;
  readonly status: number;
  readonly title: string;
}

/** Declares a refusal once, for the decider that makes it and the document that names it. */
export function defineRefusal(type: string, title: string, status = 409): RefusalKind {
  const make = (detail: string, more: Pick<Refusal, 'errors' | 'extra'> = {}): Refusal => ({ refused: true, type, status, title, detail, ...more });
  return Object.defineProperties(make, { type: { value: type }, status: { value: status }, title: { value: title } }) as unknown as RefusalKind;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Refusal).refused === true;
}

/** Carries a refusal through code that can only throw. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  constructor(readonly refusal: Refusal) {
    super(refusal.detail);
  }
}
