import { safeReturnTo } from './return-to.js';

it.each(['/', '/#/meetings', '/#/members/1?asOf=2026-03-01', '/a/b?x=https://elsewhere.example', '/über/uns', '/%2F/x'])('goes back to %s', (path) => {
  expect(safeReturnTo(path)).toBe(path);
});

it.each([
  '',
  'meetings',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/.\\\\evil.example',
  ' /meetings',
  '/meetings\r\nSet-Cookie: a=b',
  '/meetings\u2028',
  `/${'ü'.repeat(500)}`,
])('goes nowhere for %j', (path) => {
  expect(safeReturnTo(path)).toBeUndefined();
});
