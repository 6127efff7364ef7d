import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { hash, verify } from './hashing.js';

const PASSWORD = 'wintry lamp of the harbour';
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Of this password with the salt `sixteen bytes ok`, by the reference implementation (argon2-cffi 25). */
const BY_THE_REFERENCE = '$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$CZm8LH9PkLQfVYdpLUUh3tPo3oGv4Ki5XKsaO9JhM2E';
const root = join(__dirname, '../../..');

/** How many threads of this process give way to all others: field 19 of proc_pid_stat(5), the nice value. */
function givingWay(): number {
  const niceOf = (thread: string): number => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  };
  return readdirSync('/proc/self/task').filter((thread) => niceOf(thread) === 19).length;
}

// Before any other of this file: the thread is there from the first hash on.
(process.platform === 'linux' ? it : it.skip)('gives way to every other thread of the process', async () => {
  const before = givingWay();
  await verify(BY_THE_REFERENCE, PASSWORD);
  expect(givingWay() - before).toBe(1);
  await verify(BY_THE_REFERENCE, PASSWORD);
  expect(givingWay() - before).toBe(1);
});

it('tells a password by the hash of the reference implementation, and makes such hashes', async () => {
  expect(await verify(BY_THE_REFERENCE, PASSWORD)).toBe(true);
  expect(await verify(BY_THE_REFERENCE, `${PASSWORD}!`)).toBe(false);
  const hashed = await hash(PASSWORD, PARAMETERS);
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verify(hashed, PASSWORD)).toBe(true);
});

it('answers each who asks at once with their own', async () => {
  const asked = [PASSWORD, 'another', PASSWORD, 'a third'].map((password) => verify(BY_THE_REFERENCE, password));
  expect(await Promise.all(asked)).toEqual([true, false, true, false]);
});

it('fails for the one whose hash cannot be read, and goes on for the others', async () => {
  const [broken, right] = await Promise.allSettled([verify('$argon2id$no hash', PASSWORD), verify(BY_THE_REFERENCE, PASSWORD)]);
  expect([broken.status, right]).toEqual(['rejected', { status: 'fulfilled', value: true }]);
});

it('tells whoever waits when the thread ends, and starts another for the next', async () => {
  const asked = jest.spyOn(Worker.prototype, 'postMessage');
  const waiting = [hash(PASSWORD, PARAMETERS), verify(BY_THE_REFERENCE, PASSWORD)];
  const failed = Promise.allSettled(waiting);
  await (asked.mock.contexts[0] as Worker).terminate();
  asked.mockRestore();
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await verify(BY_THE_REFERENCE, PASSWORD)).toBe(true);
});

it('keeps a process running for as long as somebody waits, and no longer', () => {
  const file = pathToFileURL(join(root, 'dist/apps/api/sign-in/hashing.js')).href;
  const script = `import(${JSON.stringify(file)}).then(async ({ verify }) => console.log(await verify(${JSON.stringify(BY_THE_REFERENCE)}, ${JSON.stringify(PASSWORD)})));`;
  expect(execFileSync(process.execPath, ['-e', script], { timeout: 30_000 }).toString()).toBe('true\n');
});
