/**
 * In a fresh clone, without the timings of an earlier run, jest begins with the largest files. The longest suites are small: those that run
 * others again, or wait for processes. Begun last, one of them would run alone for minutes.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = ['copy', 'canary', 'mongodb', 'eventstoredb', 'missoula', 'matrix-breaks', 'matrix', 'sign-in-instances', 'secrets', 'import-faults', 'demo', 'crash', 'samples', 'command-line', 'backup', 'mongodb-lists', 'import-process'];

const rank = ({ path }) => {
  const found = LONG.indexOf(/[\\/]apps[\\/]test[\\/]([\w-]+)\.spec\.ts$/.exec(path)?.[1]);
  return found < 0 ? LONG.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
