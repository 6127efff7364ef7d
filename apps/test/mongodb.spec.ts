/** The API, the command line and kills, once more with views and vault in MongoDB. */
import { mongodbUrl, useStores } from './test-stores.js';

useStores('mongodb');
// Each round takes seconds; the embedded stores have their twenty.
process.env.CRASH_ROUNDS ??= '4';
const suite = mongodbUrl ? describe : describe.skip;

suite('On MongoDB', () => {
  for (const name of ['journey', 'conventions', 'history', 'keys', 'privacy', 'bad-input', 'operations', 'import', 'missoula', 'crash']) {
    describe(name, () => void require(`./${name}.spec`));
  }
});
