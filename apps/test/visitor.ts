/** Somebody whose browser also goes to their organisation's provider, and comes back with the cookies that browsers then send. */
import type { TestService } from './api.js';
import { Browser, passProvider } from './identity-provider.js';
import { Person, type Told } from './person.js';

export class Visitor extends Person {
  /** What of ours the browser keeps until it comes back: `SameSite=Lax`. */
  pending: string | undefined;
  /** How often the provider asked for a password. */
  logins = 0;
  private readonly browser = new Browser();

  constructor(
    private readonly service: Pick<TestService, 'raw' | 'url'>,
    /** Who they are to the provider. */
    private readonly login: string,
  ) {
    super(service);
  }

  override async call(...request: Parameters<Person['call']>): Promise<Told> {
    const told = await super.call(...request);
    for (const line of told.headers.getSetCookie()) {
      const [, value, age] = /^__Host-relocon-provider=([^;]*);.*Max-Age=(\d+)/i.exec(line) ?? [];
      if (value !== undefined) this.pending = age === '0' ? undefined : `__Host-relocon-provider=${value}`;
    }
    return told;
  }

  /** Follows a link of ours to the provider. @returns where it leads, or what was refused. */
  begin(query = ''): Promise<Told> {
    return this.get(`/api/v1/provider${query}`);
  }

  /** Passes the provider's pages, as somebody else at another browser. @returns the address it sends the browser back to. */
  async pass(url: string, login = this.login): Promise<string> {
    const { callback, logins } = await passProvider(login === this.login ? this.browser : new Browser(), url, { login, until: `${this.service.url}/api/v1/provider/callback` });
    this.logins += logins;
    return callback;
  }

  /** Comes back: from another site, so that the session's cookie, which is `Strict`, stays behind. */
  arrive(callback: string, cookie = this.pending ?? ''): Promise<Told> {
    return this.call('GET', callback.slice(this.service.url.length), undefined, { cookie, 'sec-fetch-site': 'cross-site' });
  }

  /** There and back. */
  async through(query = '', login = this.login): Promise<Told> {
    const begun = await this.begin(query);
    return begun.status === 302 ? this.arrive(await this.pass(begun.headers.get('location') as string, login)) : begun;
  }

  async link(login = this.login): Promise<Told> {
    const begun = await this.post('/api/v1/provider/link', { returnTo: '/#/me' });
    return begun.status === 200 ? this.arrive(await this.pass(begun.body.url, login)) : begun;
  }

  /** The providers this account is linked with. */
  async linked(): Promise<{ id: string; issuer: string }[]> {
    const { body, problem } = await this.get('/api/v1/me/providers');
    if (problem) throw new Error(problem);
    return body.items;
  }
}
