import { isRefusal } from '#event-sourcing';
import { originFrom, originOf, refuseForeignOrigin, refuseInsecure, type Asked } from './origin.js';

const OURS = 'https://relocon.example.org';
const asked = (method: string, host: string, headers: Asked['headers'] = {}, protocol = 'http'): Asked => ({ method, protocol, headers: { host, ...headers } });
const verdict = (refusal: unknown): string => (isRefusal(refusal) ? `${refusal.status} ${refusal.type}` : 'fine');

it('takes an origin as browsers write it, with https or of this machine', () => {
  for (const [text, origin] of [
    ['https://relocon.example.org', OURS],
    ['https://relocon.example.org/', OURS],
    ['HTTPS://Relocon.Example.org:443', OURS],
    ['https://relocon.example.org:8443', 'https://relocon.example.org:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['http://relocon.example.org', undefined],
    ['http://localhost.example.org', undefined],
    ['http://127.0.0.1.example.org', undefined],
    ['https://relocon.example.org/path', undefined],
    ['https://relocon.example.org?q', undefined],
    ['https://relocon.example.org#part', undefined],
    ['https://user@relocon.example.org', undefined],
    ['relocon.example.org', undefined],
    ['ftp://relocon.example.org', undefined],
    ['null', undefined],
    ['', undefined],
  ] as const) {
    expect([text, originFrom(text)]).toEqual([text, origin]);
  }
});

it('is the configured origin, else that of this machine, else none', () => {
  expect(originOf(OURS, asked('GET', 'localhost:3000'))).toBe(OURS);
  expect(originOf(undefined, asked('GET', 'localhost:3000'))).toBe('http://localhost:3000');
  expect(originOf(undefined, asked('GET', '127.0.0.1:3000'))).toBe('http://127.0.0.1:3000');
  expect(originOf(undefined, asked('GET', '[::1]:3000'))).toBe('http://[::1]:3000');
  expect(originOf(undefined, asked('GET', 'rebound.example.com:3000'))).toBeUndefined();
  expect(originOf(undefined, asked('GET', ''))).toBeUndefined();
});

describe('A request with the session cookie', () => {
  it('must come from our pages where it changes something, and under our name always', () => {
    for (const [method, host, headers, answer] of [
      ['POST', 'relocon.example.org', { origin: OURS }, 'fine'],
      ['PATCH', 'relocon.example.org', { origin: OURS }, 'fine'],
      ['POST', 'relocon.example.org:443', { origin: OURS }, 'fine'],
      ['POST', 'Relocon.Example.Org', { origin: OURS }, 'fine'],
      ['POST', 'relocon.example.org', { origin: OURS, 'sec-fetch-site': 'same-origin' }, 'fine'],
      ['POST', 'relocon.example.org', { 'sec-fetch-site': 'same-origin' }, 'fine'],
      ['POST', 'relocon.example.org', {}, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { 'sec-fetch-site': 'same-site' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { 'sec-fetch-site': 'cross-site' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { 'sec-fetch-site': 'none' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: 'null' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: 'null', 'sec-fetch-site': 'same-origin' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: '' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: 'http://relocon.example.org' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: 'https://relocon.example.org:8443' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: 'https://relocon.example.org.evil.example' }, '403 foreign-origin'],
      ['POST', 'relocon.example.org', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, '403 foreign-origin'],
      ['DELETE', 'relocon.example.org', { origin: 'https://evil.example' }, '403 foreign-origin'],
      ['POST', 'evil.example', { origin: OURS }, '403 foreign-origin'],
      ['GET', 'relocon.example.org', {}, 'fine'],
      ['HEAD', 'relocon.example.org', { origin: 'https://evil.example' }, 'fine'],
      ['GET', 'evil.example', {}, '403 foreign-origin'],
      ['GET', 'localhost:3000', {}, '403 foreign-origin'],
      ['GET', '', {}, '403 foreign-origin'],
      ['GET', 'not a host', {}, '403 foreign-origin'],
    ] as const) {
      const request = asked(method, host, headers);
      expect([method, host, headers, verdict(refuseForeignOrigin(request, originOf(OURS, request)))]).toEqual([method, host, headers, answer]);
    }
  });

  it('may come to this machine without any setting, but under no other name', () => {
    for (const [host, headers, answer] of [
      ['localhost:3000', { origin: 'http://localhost:3000' }, 'fine'],
      ['127.0.0.1:3000', { 'sec-fetch-site': 'same-origin' }, 'fine'],
      ['localhost:3000', { origin: 'http://localhost:5173' }, '403 foreign-origin'],
      ['localhost:3000', { origin: 'http://127.0.0.1:3000' }, '403 foreign-origin'],
      ['rebound.example.com:3000', { origin: 'http://rebound.example.com:3000', 'sec-fetch-site': 'same-origin' }, '403 foreign-origin'],
      ['192.168.1.5:3000', { origin: 'http://192.168.1.5:3000' }, '403 foreign-origin'],
    ] as const) {
      const request = asked('POST', host, headers);
      expect([host, headers, verdict(refuseForeignOrigin(request, originOf(undefined, request)))]).toEqual([host, headers, answer]);
    }
  });

  it('is told what to send, or to set', () => {
    const detail = (host: string, configured?: string) => {
      const request = asked('POST', host);
      return refuseForeignOrigin(request, originOf(configured, request))?.detail;
    };
    expect(detail('relocon.example.org', OURS)).toContain('send "Origin: https://relocon.example.org"');
    expect(detail('10.0.0.7', OURS)).toContain('at https://relocon.example.org');
    expect(detail('10.0.0.7')).toContain('RELOCON_ORIGIN');
    for (const host of ['needle.example', 'needle:80']) expect(detail(host, OURS)).not.toContain('needle');
  });
});

it('signs nobody in over plain HTTP but on this machine, and says why', () => {
  for (const [configured, host, protocol, headers, answer] of [
    [undefined, 'localhost:3000', 'http', {}, 'fine'],
    [undefined, '127.0.0.1:3000', 'http', { origin: 'http://127.0.0.1:3000' }, 'fine'],
    [undefined, '[::1]:3000', 'http', {}, 'fine'],
    [undefined, '192.168.1.5:3000', 'http', { origin: 'http://192.168.1.5:3000' }, '403 insecure-connection'],
    [undefined, 'relocon.example.org', 'http', {}, '403 insecure-connection'],
    [undefined, 'relocon.example.org', 'https', {}, 'fine'],
    [OURS, 'relocon.example.org', 'http', { origin: OURS }, 'fine'],
    [OURS, 'relocon.example.org', 'http', {}, 'fine'],
    [OURS, 'relocon.example.org', 'https', { origin: OURS }, 'fine'],
    [OURS, 'relocon.example.org', 'http', { origin: 'http://relocon.example.org' }, '403 insecure-connection'],
  ] as const) {
    const request = asked('POST', host, headers, protocol);
    expect([configured, host, protocol, headers, verdict(refuseInsecure(request, originOf(configured, request)))]).toEqual([configured, host, protocol, headers, answer]);
  }
  const request = asked('POST', 'relocon.example.org');
  expect(refuseInsecure(request, undefined)?.detail).toMatch(/do not keep the session cookie.*TLS.*RELOCON_ORIGIN/);
});
