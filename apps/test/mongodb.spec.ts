/** Keys, signing in, the trust pulse and kills, once more with views and vault in MongoDB; eventstoredb.spec.ts has the rest of the API's tests, and copy.spec.ts compares every document with the embedded ones. */
import { mongodbUrl, useStores } from './test-stores.js';
import { thorough } from './thorough.js';

useStores('mongodb');
// Each round takes seconds.
process.env.CRASH_ROUNDS ??= thorough ? '3' : '2';
const suite = mongodbUrl ? describe : describe.skip;

suite('On MongoDB', () => {
  for (const name of ['keys', 'sign-in', 'pulse', 'crash']) {
    describe(name, () => void require(`./${name}.spec`));
  }
});
