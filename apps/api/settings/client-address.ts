/** Whom an address stands for when requests are counted. */
import ipaddr from 'ipaddr.js';
import { Recent } from '#event-sourcing';

/**
 * An IPv4 address as it is, of an IPv6 address its /64, which is the least that a network gives to one customer; `unknown` for what is
 * neither. A port that some proxies add is left out.
 */
export function countedAddress(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  if (IPV4.test(address)) return address;
  const known = networks.get(address) ?? networkOf(address);
  networks.set(address, known);
  return known;
}

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
/** Reading an address of IPv6 costs more than all else that is done to count a request. */
const networks = new Recent<string, string>(10_000);

function networkOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  if (!ipaddr.isValid(bare)) return 'unknown';
  const parsed = ipaddr.process(bare);
  return parsed instanceof ipaddr.IPv6 ? `${parsed.parts.slice(0, 4).map((part) => part.toString(16)).join(':')}::/64` : parsed.toString();
}

/** Whether this host itself asks: neither through a proxy for somebody else, nor from elsewhere in the name of this host. */
export function isFromThisHost({ ip, socket }: { ip: string; socket: { remoteAddress?: string | undefined } }): boolean {
  return isLoopback(ip) && isLoopback(socket.remoteAddress ?? '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/**
 * What Fastify asks of each hop, counted from this process: as many as there are proxies of ours are believed when they say whom they
 * answer. False where there is none, so that `X-Forwarded-For` counts for nothing.
 */
export function trustedHops(proxies: number): false | ((address: string, hop: number) => boolean) {
  return proxies > 0 && ((_address, hop) => hop < proxies);
}
