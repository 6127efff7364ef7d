/** The console in a real browser, against the real service on the embedded stores with the sample community. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { loadSamples, type Loaded } from '../../samples/load.js';
import type { Config } from '../api/settings/config.js';
import { ok, startTestService, temporaryFolder, testConfig, type TestService } from './api.js';
import { openedSession } from './people.js';

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));

/** Without a browser these suites are skipped, and counted; with `CI=true` that is a failure. */
export const inBrowser = CHROMIUM !== undefined || process.env.CI === 'true' ? describe : describe.skip;

/** A desk and a phone. */
export const SIZES = [
  { name: 'desk', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const;

export const [DESK, PHONE] = SIZES;

/** The phone held across. */
export const ACROSS = { width: PHONE.height, height: PHONE.width } as const;

/** And the time zone there, unless it is that of most groups of the sample community. */
export type Size = (typeof SIZES)[number] & { timeZone?: string };

export interface Console {
  api: TestService;
  /** The password of every account of the sample community. */
  password: string;
  /** What loading the sample community told. @throws where it was not loaded. */
  readonly samples: Loaded;
  /** A browser of its own. @param email who has signed in there; nobody unless told. */
  open(size: Size, path?: string, email?: string): Promise<Visit>;
  stop(): Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Signs in with the password of the sample community. */
  signIn(email: string): Promise<void>;
  /** Signs somebody in without a page: their password was given so many minutes ago. */
  openSession(email: string, minutesAgo?: number): Promise<void>;
  go(path: string): Promise<void>;
  /** An image kept under `reports/screens`. */
  picture(name: string): Promise<void>;
  /** What the page complained of, and forgets it. Expected are those whose text matches. */
  complaints(expected?: RegExp): string[];
  close(): Promise<void>;
}

interface Options {
  /** Without the sample community the service is to be set up yet. */
  samples?: boolean;
  config?: Partial<Config>;
  clock?(): string;
}

/** Starts everything once for a suite. */
export async function startConsole({ samples = true, config = {}, clock }: Options = {}): Promise<Console> {
  if (CHROMIUM === undefined) throw new Error('there is no Chromium for these tests: install it, or name it in CHROMIUM');
  const folder = temporaryFolder();
  const settings: Partial<Config> = { RELOCON_SECOND_FACTOR: 'nobody', ...config };
  const loaded = samples ? await tellSamples(folder.path, settings) : undefined;
  const api = await startTestService({ folder: folder.path, config: settings, ...(clock && { clock }) });
  await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  return {
    api,
    password: loaded?.password ?? '',
    get samples() {
      if (!loaded) throw new Error('this service was started without the sample community');
      return loaded;
    },
    async open(size, path = '/', email) {
      const visit = await newVisit(browser, api, loaded?.password ?? '', size);
      if (email !== undefined) await visit.openSession(email);
      await visit.go(path);
      if (email !== undefined) await visit.page.getByRole('banner').waitFor();
      return visit;
    },
    async stop() {
      await browser.close();
      await api.stop();
      folder.remove();
    },
  };
}

/** The sample community in a folder. It is told once for all suites of a run, which share a folder to copy it from. */
async function tellSamples(folder: string, settings: Partial<Config>): Promise<Loaded> {
  const shared = process.env.SAMPLES_FOLDER;
  if (shared === undefined) return loadSamples(testConfig(folder, settings));
  const told = join(shared, 'told');
  if (!existsSync(told)) {
    const mine = mkdtempSync(join(shared, 'telling-'));
    writeFileSync(join(mine, 'loaded.json'), JSON.stringify(await loadSamples(testConfig(mine, settings))));
    // Of two suites that begin at once, one is first.
    if (!existsSync(told)) renameSync(mine, told);
  }
  cpSync(told, folder, { recursive: true });
  return JSON.parse(readFileSync(join(folder, 'loaded.json'), 'utf8')) as Loaded;
}

export interface UsedConsole extends Omit<Console, 'stop'> {
  /** A browser of its own in which they have signed in. */
  openAs(email: string, size: Size, path?: string): Promise<Visit>;
  /** Ids of the groups, by name. */
  groups(): Promise<Record<string, string>>;
}

/** A console for the tests of a `describe`; what a test opened is closed after it. */
export function useConsole(options: Options = {}): UsedConsole {
  let started: Console;
  let visits: Visit[] = [];
  beforeAll(async () => {
    started = await startConsole(options);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(visits.map((visit) => visit.close()));
    visits = [];
  });
  afterAll(() => started.stop());
  return {
    get api() {
      return started.api;
    },
    get password() {
      return started.password;
    },
    get samples() {
      return started.samples;
    },
    async open(...given) {
      const visit = await started.open(...given);
      visits.push(visit);
      return visit;
    },
    async openAs(email, size, path) {
      return this.open(size, path, email);
    },
    async groups() {
      const { items } = await ok(started.api.admin.GET('/api/v1/groups'));
      return Object.fromEntries(items.map(({ id, name }) => [name, id]));
    },
  };
}

/** @throws where nobody has an account under this address. */
export async function accountOf(api: TestService, email: string): Promise<string> {
  const { items } = await ok(api.admin.GET('/api/v1/accounts', { params: { query: { limit: 100 } } }));
  const account = items.find((each) => each.email === email);
  if (!account) throw new Error(`${email} has no account`);
  return account.id;
}

async function newVisit(browser: Browser, api: TestService, password: string, size: Size): Promise<Visit> {
  const phone = size.name === 'phone';
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height }, locale: 'en-GB', timezoneId: size.timeZone ?? 'Europe/Berlin', ...(phone && { hasTouch: true, isMobile: true }) });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The stream of changes ends with the page, and what a page no longer needs is given up.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(api.url) && !/^(data|blob):/.test(request.url())) complaints.push(`left the host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`answered ${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return {
    page,
    context,
    async signIn(email) {
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('banner').waitFor();
    },
    async openSession(email, minutesAgo = 0) {
      const { token } = await openedSession(api.service.runtime, await accountOf(api, email), { minutesAgo });
      await context.addCookies([{ name: '__Host-relocon', value: token, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }]);
    },
    async go(to) {
      await page.goto(`${api.url}/#${to}`);
    },
    async picture(name) {
      await page.screenshot({ path: `reports/screens/${name}-${size.name}.png`, fullPage: true });
    },
    complaints(expected) {
      return complaints.splice(0).filter((text) => !expected?.test(text));
    },
    close: () => context.close(),
  };
}
