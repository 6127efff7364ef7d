/** Cookies: for this host alone, over TLS (or this machine), out of reach for scripts. */
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';

/** `__Host-`: no other host, no other path and no connection without TLS can set it. */
const SESSION = '__Host-relocon';
/** What a sign-in through a provider waits for; `Lax`, since the provider's page leads back here. */
const PROVIDER = '__Host-relocon-provider';

export function sessionToken(headers: IncomingHttpHeaders): string | undefined {
  return cookieOf(headers, SESSION);
}

export function giveSession(reply: FastifyReply, token: string, lifeMs: number): void {
  setCookie(reply, SESSION, token, 'strict', lifeMs);
}

export function takeSession(reply: FastifyReply): void {
  setCookie(reply, SESSION, '', 'strict', 0);
}

export function providerSecret(headers: IncomingHttpHeaders): string | undefined {
  return cookieOf(headers, PROVIDER);
}

export function giveProviderSecret(reply: FastifyReply, secret: string, lifeMs: number): void {
  setCookie(reply, PROVIDER, secret, 'lax', lifeMs);
}

export function takeProviderSecret(reply: FastifyReply): void {
  setCookie(reply, PROVIDER, '', 'lax', 0);
}

function cookieOf({ cookie }: IncomingHttpHeaders, name: string): string | undefined {
  return cookie?.includes(name) ? parseCookie(cookie)[name] || undefined : undefined;
}

function setCookie(reply: FastifyReply, name: string, value: string, sameSite: 'strict' | 'lax', lifeMs: number): void {
  const maxAge = Math.floor(lifeMs / 1_000);
  const made = stringifySetCookie({ name, value, httpOnly: true, secure: true, path: '/', sameSite, maxAge });
  const others = [reply.getHeader('set-cookie') ?? []].flat().filter((each) => !String(each).startsWith(`${name}=`));
  reply.removeHeader('set-cookie');
  for (const each of [...others, made]) reply.header('set-cookie', each);
}
