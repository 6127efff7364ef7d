/** Settings for tests that ask faster than anybody may: requests are counted as ever, and never too many. */
export const withoutLimits = {
  RELOCON_LIMIT_ANONYMOUS: '1000000000',
  RELOCON_LIMIT_PERSON: '1000000000',
  RELOCON_LIMIT_KEY: '1000000000',
  RELOCON_LIMIT_ADDRESS: '1000000000',
};
