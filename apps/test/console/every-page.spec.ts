/** What holds on every page that needs no session, and of what is loaded first. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { inBrowser, SIZES, startConsole, type Console, type Size, type Visit } from '../browser.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** Bytes of scripts and styles, as they travel. */
// The aim is 400,000; the words of all pages come with the first one.
const MOST_BYTES = 420_000;

/** What axe tells. */
interface Axe {
  violations: { id: string; impact: string; nodes: { target: string[]; html: string; failureSummary: string }[] }[];
}

/** Whether a page shows nothing any more that stands for what is being read. */
const READ = `document.querySelector('main') !== null && document.querySelector('main [role="status"][aria-label], main .MuiSkeleton-root, main [role="progressbar"]') === null`;

type Theme = 'light' | 'dark';

/** Pages that need no session; others are found from them. */
const PUBLIC = ['/sign-in', '/forgotten-password', '/invitation?token=x', '/invitation', '/password-reset?token=x', '/set-up?token=x', '/address-change/confirm?token=x', '/address-change/consent?token=x', '/address-change/stop?token=x', '/returned', '/returned?refused=wrong-credentials'];

inBrowser('Every page that needs no session', () => {
  let console_: Console;
  let visit: Visit | undefined;
  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(() => console_.stop());
  afterEach(async () => {
    await visit?.close();
    visit = undefined;
  });

  const looks = SIZES.flatMap((size) => (['light', 'dark'] as const).map((theme) => ({ size, theme })));
  const named = (rows: readonly { size: Size; theme: Theme }[]) => rows.map((row) => ({ ...row, where: `on a ${row.size.name} in the ${row.theme}` }));

  it.each(named(looks))('can be used by everybody, $where', async ({ size, theme }) => {
    visit = await open(size, theme, '/sign-in');
    const { page } = visit;
    await settled(page);
    const found: Finding[] = [];
    for (const path of await withLinks(page, PUBLIC)) found.push(...(await findingsAt(visit, path)));
    expect(found).toEqual([]);
  }, 120_000);

  it('loads little before the first list', async () => {
    visit = await console_.open(SIZES[0], '/sign-in');
    const { page } = visit;
    const loaded = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (/javascript|css/.test(response.headers()['content-type'] ?? '')) loaded.set(response.url(), response.body().then((body) => gzipSync(body).length));
    });
    await page.reload();
    await settled(page);
    const bytes = async (): Promise<number> => (await Promise.all(loaded.values())).reduce((sum, each) => sum + each, 0);
    const atTheDoor = await bytes();
    await visit.signIn('admin@example.org');
    await visit.go('/groups');
    await page.getByRole('link', { name: /Co-op Builders/ }).waitFor();
    await settled(page);
    const atTheList = await bytes();
    expect(atTheDoor).toBeGreaterThan(50_000);
    expect(atTheDoor).toBeLessThanOrEqual(atTheList);
    expect(atTheList).toBeLessThanOrEqual(MOST_BYTES);
    expect(visit.complaints()).toEqual([]);
  }, 60_000);

  async function open(size: Size, theme: Theme, path: string): Promise<Visit> {
    const opened = await console_.open(size, path);
    await opened.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    return opened;
  }

  type Finding = string;

  /** What is wrong with a page: what axe finds serious, what scrolls sideways, what the browser complains of. */
  async function findingsAt(at: Visit, path: string): Promise<Finding[]> {
    const { page } = at;
    await at.go(path);
    await settled(page);
    const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    // Not as a script of the page, which its content security policy would refuse.
    await page.evaluate(AXE);
    const { violations: all } = await page.evaluate<Axe>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, resultTypes: ['violations'] })`);
    const violations = all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, html, failureSummary }) => `${target.join(' ')} ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`).join(' | ')}`);
    const covered = (await page.locator('[aria-hidden="true"] main, main[aria-hidden="true"]').count()) > 0;
    return [...(covered ? ['something covers it'] : []), ...(sideways > 1 ? [`scrolls sideways by ${sideways}`] : []), ...violations, ...at.complaints()].map((what) => `${path}: ${what}`);
  }

  /** Until nothing is being read any more; the stream of changes never ends. */
  async function settled(page: Page): Promise<void> {
    await isRead(page);
    let open_ = 0;
    let quietSince = Date.now();
    const begun = (): void => void open_++;
    const ended = (): void => {
      open_--;
      quietSince = Date.now();
    };
    page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
    while (Date.now() - quietSince < 250 && open_ >= 0) await new Promise((again) => setTimeout(again, 25));
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
    await isRead(page);
  }

  async function isRead(page: Page): Promise<void> {
    while (!(await page.evaluate<boolean>(READ))) await new Promise((again) => setTimeout(again, 25));
  }

  async function withLinks(page: Page, more: readonly string[], selector = 'a[href^="#/"]'): Promise<string[]> {
    const links = await page.locator(selector).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return [...new Set([...links.filter((href) => href.startsWith('#/')).map((href) => href.slice(1)), ...more])];
  }
});
