/** A provider of OpenID Connect in a process of its own, and a browser without windows to go through its pages. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

export interface ProviderOptions {
  redirectUris: readonly string[];
  port?: number;
  authMethod?: 'client_secret_basic' | 'client_secret_post';
}

export async function startIdentityProvider({ redirectUris, port = 0, authMethod = 'client_secret_basic' }: ProviderOptions): Promise<IdentityProvider> {
  const registered = { clientId: 'relocon', clientSecret: 'a secret: of/tests + alone' };
  const child = spawn(process.execPath, [join(__dirname, 'serve-openid.mjs'), JSON.stringify({ port, redirectUris, authMethod, ...registered })], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let told = '';
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (piece: Buffer) => (told += piece.toString()));
    child.stdout.on('data', (piece: Buffer) => {
      const [, found] = /^issuer (\S+)$/m.exec((told += piece.toString())) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`the provider ended: ${told}`)));
  });
  return {
    issuer,
    ...registered,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
}

/** Keeps cookies and follows redirects, as far as somebody signs in with it. */
export class Browser {
  private cookies: Cookie[] = [];

  /** @returns the first page it comes to, or none at an address that begins with `until`, which is not asked for. */
  async go(url: string, until: string, form?: Record<string, string>): Promise<{ url: string; page?: string }> {
    for (let [next, body] = [url, form]; ; body = undefined) {
      if (next.startsWith(until)) return { url: next };
      const response = await fetch(next, { redirect: 'manual', headers: { cookie: this.cookiesFor(new URL(next)) }, ...(body && { method: 'POST', body: new URLSearchParams(body) }) });
      this.keep(response, new URL(next));
      const page = await response.text();
      const location = response.headers.get('location');
      if (!location) return { url: next, page };
      next = new URL(location, next).href;
    }
  }

  private cookiesFor({ host, pathname }: URL): string {
    return this.cookies.filter((cookie) => cookie.host === host && pathname.startsWith(cookie.path)).map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  private keep(response: Response, { host }: URL): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? '/';
      const expires = /;\s*expires=([^;]*)/i.exec(line)?.[1];
      this.cookies = this.cookies.filter((cookie) => !(cookie.name === name && cookie.host === host && cookie.path === path));
      if (!expires || Date.parse(expires) > Date.now()) this.cookies.push({ name, value, host, path });
    }
  }
}

export interface PassedPages {
  /** Where the provider sent the browser back to. */
  callback: string;
  /** How often it asked for a password. */
  logins: number;
}

/** Goes through the provider's pages as somebody who signs in and agrees, or, without agreeing, cancels. */
export async function passProvider(browser: Browser, url: string, { login = 'anna', until, agrees = true }: { login?: string; until: string; agrees?: boolean }): Promise<PassedPages> {
  let logins = 0;
  for (let at = await browser.go(url, until); ; ) {
    if (at.page === undefined) return { callback: at.url, logins };
    if (at.page.includes('value="login"')) {
      logins++;
      at = await browser.go(at.url, until, { prompt: 'login', login });
    } else if (at.page.includes('value="consent"')) {
      at = agrees ? await browser.go(at.url, until, { prompt: 'consent' }) : await browser.go(`${at.url}/abort`, until);
    } else throw new Error(`the provider shows neither a login nor a question: ${at.page}`);
  }
}
