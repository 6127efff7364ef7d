import { errorForLog } from './error-for-log.js';

it('tells what went wrong, where and why, and nothing else that hangs on an error', () => {
  const cause = Object.assign(new TypeError('no connection'), { code: 'ECONNRESET', request: { body: 'a private word' } });
  const error = Object.assign(new Error('could not be written', { cause }), { code: 11000, writeErrors: [{ op: { text: 'a private word' } }] });
  const told = errorForLog(error);
  expect(told).toEqual({ type: 'Error', message: 'could not be written', code: 11000, stack: error.stack, cause: { type: 'TypeError', message: 'no connection', code: 'ECONNRESET', stack: cause.stack } });
  expect(JSON.stringify(told)).not.toContain('private');
});

it('does not take what was thrown for an error, and comes to an end', () => {
  expect(errorForLog('a private word')).toEqual({ type: 'string', message: 'not an error' });
  const circle = new Error('one');
  circle.cause = circle;
  expect(JSON.stringify(errorForLog(circle)).split('"one"')).toHaveLength(1 + 6);
});
