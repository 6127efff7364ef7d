/**
 * Hashes passwords in a thread that gives way to all others, so that guessing slows nobody down but the guessers. Plain JavaScript, because a
 * worker starts from the source tree (tests) as well as from the compiled one.
 */
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';

// On Linux alone a thread has a priority of its own; elsewhere this would slow the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

parentPort.on('message', ({ password, parameters, against }) => {
  try {
    parentPort.postMessage({ result: against === undefined ? hashSync(password, parameters) : verifySync(against, password) });
  } catch (error) {
    parentPort.postMessage({ failed: String(error?.message ?? error) });
  }
});
