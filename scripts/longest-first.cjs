/**
 * In a fresh clone, without the timings of an earlier run, jest begins with the largest files. The longest suites are small: those that run
 * others again, or wait for processes. Begun last, one of them would run alone for minutes.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = [
  ...['every-page', 'lists', 'missoula', 'mongodb', 'eventstoredb', 'copy', 'meetings', 'words', 'keyboard', 'matrix', 'canary', 'coming-in', 'history', 'accounts', 'sign-in-instances', 'members', 'demo', 'import-faults'],
  ...['alignment', 'rolling-deploy', 'fail-over', 'matrix-breaks', 'secrets', 'groups', 'samples', 'dashboard', 'command-line', 'operations', 'crash', 'backup', 'faults', 'instances', 'mongodb-lists', 'import-process'],
];

const rank = ({ path }) => {
  const found = LONG.indexOf(/[\\/]apps[\\/]test[\\/](?:console[\\/])?([\w-]+)\.spec\.ts$/.exec(path)?.[1]);
  return found < 0 ? LONG.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
