/** Exact fractions: nothing of a score is compared or rounded as a double. */

export interface Fraction {
  readonly n: bigint;
  /** Above 0, and without a common factor with `n`. */
  readonly d: bigint;
}

export function fraction(n: bigint, d = 1n): Fraction {
  const common = commonFactor(n < 0n ? -n : n, d);
  return { n: n / common, d: d / common };
}

export const ZERO = fraction(0n);

function commonFactor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonFactor(b, a % b);
}

export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d), ZERO);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** How far apart two are. */
export function distance(a: Fraction, b: Fraction): Fraction {
  return isAbove(a, b) ? minus(a, b) : minus(b, a);
}

export function isAbove(a: Fraction, b: Fraction): boolean {
  return minus(a, b).n > 0n;
}

/** The nearest whole number of a fraction that is not negative; of two, the higher. */
export function roundedHalfUp({ n, d }: Fraction): number {
  return Number((2n * n + d) / (2n * d));
}

/** The next whole number of a fraction that is not negative. */
export function roundedUp({ n, d }: Fraction): number {
  return Number((n + d - 1n) / d);
}

/** A number that is not negative, as it is written: 0.7 is seven tenths. */
export function exactly(value: number): Fraction {
  const [, whole = '', decimals = '', exponent = '0'] = /^(\d+)(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(value)) ?? [];
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length + Number(exponent)));
}
