/**
 * The installation's one origin, and which requests of a browser belong to it. Pure: what Fastify says of a request goes in, a refusal
 * or nothing comes out.
 */
import { defineRefusal, type Refusal } from '#event-sourcing';
import { isLoopbackHost } from './loopback.js';

export const foreignOrigin = defineRefusal('foreign-origin', 'That did not come from this site', 403);
export const insecureConnection = defineRefusal('insecure-connection', 'Signing in needs HTTPS', 403);

/** What must be known of a request: `protocol` as trusted proxies say it, the host as its own header does. A Fastify request is one. */
export interface Asked {
  method: string;
  protocol: string;
  headers: { host?: string | undefined; origin?: string | undefined; 'sec-fetch-site'?: string | string[] | undefined };
}

/** An origin as browsers write it; undefined for what is none, or is neither https nor this machine. */
export function originFrom(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\/[^/?#@\s]+\/?$/i.test(text)) return undefined;
  return url.protocol === 'https:' || isThisMachine(url.host) ? url.origin : undefined;
}

/** `http://[::1]:3000` */
export function httpAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** A browser asks for the same again and again. */
let last: { asked: string; origin: string | undefined } = { asked: '', origin: undefined };

/** The origin that a request must belong to: the configured one, else that of this machine as the request names it, else none. */
export function originOf(configured: string | undefined, { protocol, headers: { host = '' } }: Pick<Asked, 'protocol' | 'headers'>): string | undefined {
  if (configured !== undefined) return configured;
  const asked = `${protocol}://${host}`;
  if (asked !== last.asked) last = { asked, origin: isThisMachine(host) ? originFrom(`${protocol}://${host}`) : undefined };
  return last.origin;
}

/**
 * Refuses what another site has made a browser send. For every request that carries the session cookie: its Host must be ours, since
 * another name may have been pointed at this service (DNS rebinding), and what changes something must come from our pages.
 */
export function refuseForeignOrigin(asked: Asked, origin: string | undefined): Refusal | undefined {
  if (origin === undefined) return foreignOrigin('People sign in at this machine alone until RELOCON_ORIGIN names the address of this installation, such as https://relocon.example.org.');
  if (!isHostOf(origin, asked.headers.host ?? '')) return foreignOrigin(`People use this installation at ${origin}: open it there. A proxy before it must pass the header Host on.`);
  if (SAFE.has(asked.method)) return undefined;
  const { origin: from, 'sec-fetch-site': site } = asked.headers;
  if (from === undefined ? site === 'same-origin' : from === origin) return undefined;
  return foreignOrigin(`A request with the session cookie that changes something must come from this site: send "Origin: ${origin}". Programs send an API key instead.`);
}

/** Refuses to sign somebody in where their browser would not keep a Secure cookie: beyond this machine, without TLS. */
export function refuseInsecure(asked: Asked, origin: string | undefined): Refusal | undefined {
  const cameByHttp = asked.headers.origin?.startsWith('http:') ?? false;
  // The proxy that ends TLS may not be trusted to say so; who configured the origin is.
  const byHttps = asked.protocol === 'https' || (origin?.startsWith('https:') ?? false);
  if (isThisMachine(asked.headers.host ?? '') || (byHttps && !cameByHttp)) return undefined;
  return insecureConnection('Browsers do not keep the session cookie of a page that came without TLS. Put a proxy with TLS before the service, and set RELOCON_ORIGIN to its address, such as https://relocon.example.org.');
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function isHostOf(origin: string, host: string): boolean {
  // Most write it as it is.
  if (host !== '' && origin.endsWith(host) && origin.charAt(origin.length - host.length - 1) === '/') return true;
  const [protocol, ours] = origin.split('//') as [string, string];
  // A client may write the port that the protocol has anyway, and capitals.
  return host === ours || (URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === ours);
}

function isThisMachine(host: string): boolean {
  return isLoopbackHost(host.replace(/:\d{1,5}$/, ''));
}
