/** What requests wait for: the rules of who waits for what, without a browser. */
import { askFor, gate } from '../../console/api/gate.js';

const settle = (passed: boolean) => gate.current()?.settle(passed);

it('gives all who ask at once the same answer, after one question', async () => {
  const asked = [askFor('password'), askFor('password')];
  expect(gate.current()?.wanted).toBe('password');
  settle(true);
  expect(gate.current()).toBeUndefined();
  expect(await Promise.all(asked)).toEqual([true, true]);
});

it('asks anew once the question before it was answered', async () => {
  const first = askFor('password');
  settle(false);
  const second = askFor('password');
  settle(true);
  expect([await first, await second]).toEqual([false, true]);
});

it('takes signing in for the password, whichever was asked for first', async () => {
  for (const order of [['password', 'sign-in'], ['sign-in', 'password']] as const) {
    const asked = order.map((wanted) => askFor(wanted));
    expect(gate.current()?.wanted).toBe('sign-in');
    settle(true);
    expect(await Promise.all(asked)).toEqual([true, true]);
    expect(gate.current()).toBeUndefined();
  }
});

it('refuses both where somebody does not sign in', async () => {
  const asked = [askFor('password'), askFor('sign-in')];
  settle(false);
  expect(await Promise.all(asked)).toEqual([false, false]);
  expect(gate.current()).toBeUndefined();
});
