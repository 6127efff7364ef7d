/** Settings for load from one address with one key: requests are counted as ever, and never too many. */
export const withoutLimits = Object.fromEntries(['ANONYMOUS', 'PERSON', 'KEY', 'ADDRESS'].map((whose) => [`RELOCON_LIMIT_${whose}`, '1000000000']));
