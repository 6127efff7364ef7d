/** Keys, signing in, the trust pulse and kills, once more with views and vault in MongoDB; eventstoredb.spec.ts has the rest of the API's tests, and copy.spec.ts compares every document with the embedded ones. */
import { mongodbUrl, useStores } from './test-stores.js';

useStores('mongodb');
// Each round takes seconds; the embedded stores have their eight.
process.env.CRASH_ROUNDS ??= '3';
const suite = mongodbUrl ? describe : describe.skip;

suite('On MongoDB', () => {
  for (const name of ['keys', 'sign-in', 'pulse', 'crash']) {
    describe(name, () => void require(`./${name}.spec`));
  }
});
