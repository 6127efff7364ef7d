import { countedAddress, isFromThisHost, trustedHops } from './client-address.js';

it('counts an address of IPv4 as it is, of IPv6 by its /64', () => {
  for (const [address, counted] of [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:50123', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['somebody', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ] as const) {
    expect([address, countedAddress(address)]).toEqual([address, counted]);
    expect([address, countedAddress(address)]).toEqual([address, counted]);
  }
});

it('believes as many proxies as there are, and none where there is none', () => {
  expect(trustedHops(0)).toBe(false);
  const two = trustedHops(2) as (address: string, hop: number) => boolean;
  expect([0, 1, 2, 3].map((hop) => two('192.0.2.1', hop))).toEqual([true, true, false, false]);
});

it('takes nobody for this host who is not, whatever a header says', () => {
  for (const [ip, remoteAddress, own] of [
    ['127.0.0.1', '127.0.0.1', true],
    ['::1', '::1', true],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1', true],
    ['203.0.113.7', '127.0.0.1', false],
    ['127.0.0.1', '203.0.113.7', false],
    ['127.0.0.1', undefined, false],
  ] as const) {
    expect([ip, remoteAddress, isFromThisHost({ ip, socket: { remoteAddress } })]).toEqual([ip, remoteAddress, own]);
  }
});
