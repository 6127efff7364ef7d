/** What holds on every page, found from those that the menu offers, and of what is loaded first. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page, Request } from 'playwright-core';
import { ACROSS, DESK, inBrowser, PHONE, useConsole, type Visit } from '../browser.js';
import { thorough } from '../thorough.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** A small laptop, a tablet held either way, a small phone, and a phone held across; the widths from which on pages are laid out otherwise. */
const BETWEEN = [...[1100, 1024, 768, 720, 320].map((width) => ({ width, height: DESK.height })), ACROSS];
/** Bytes of scripts and styles, as they travel. */
const MOST_BYTES = 400_000;
/** A page that is being read for longer never stops. */
const MOST_MS = 10_000;

/** Between an answer and what is asked for because of it. */
const QUIET_MS = 120;

/** What axe tells. */
interface Axe {
  violations: { id: string; impact: string; nodes: { target: string[]; html: string; failureSummary: string }[] }[];
}

/** Whether a page shows nothing any more that stands for what is being read, nor what was asked for before. */
const READ = `document.querySelector('main') !== null && document.querySelector('main .MuiSkeleton-root, main [role="progressbar"]:not([aria-valuenow]), main [aria-busy="true"]') === null`;

/** Pages that need no session; others are found from them. */
const PUBLIC = ['/sign-in', '/forgotten-password', '/invitation?token=x', '/invitation', '/password-reset?token=x', '/set-up?token=x', '/address-change/confirm?token=x', '/address-change/consent?token=x', '/address-change/stop?token=x', '/returned', '/returned?refused=wrong-credentials'];

inBrowser('Every page', () => {
  const console_ = useConsole();

  it('that needs no session can be used by everybody, in both sizes and themes', async () => {
    const visit = await console_.open(DESK, '/sign-in');
    await settled(visit.page);
    const found: string[] = [];
    for (const path of await links(visit.page, 'a[href^="#/"]', PUBLIC)) found.push(...(await findingsAt(visit, path)));
    expect(found).toEqual([]);
  }, 240_000);

  /** Tabs and dialogs that somebody has opened, by what is written on them. */
  const opened = new Set<string>();
  /** Kinds of pages that somebody has seen. */
  const seen = new Set<string>();
  /** Pages that tell everybody something else. */
  const OWN = ['/', '/account', '/me'];

  // Jonas facilitates nothing; Amara's group has clocks that are not hers.
  it.each(['admin', 'amara', 'jonas'])('that the menu offers %s can be used by everybody, in both sizes and themes', async (who) => {
    const visit = await console_.openAs(`${who}@example.org`, who === 'amara' ? { ...DESK, timeZone: 'America/Denver' } : DESK);
    const { page } = visit;
    const found: string[] = [];
    page.on('dialog', (asks) => {
      found.push(`${who}: the page before ${page.url()} asks to stay, though nobody wrote anything`);
      void asks.accept();
    });
    await settled(page);
    const menu = await links(page, 'nav a');
    expect(menu.length).toBeGreaterThan(8);
    const places = [...OWN, ...menu.filter((path) => !OWN.includes(path) && !seen.has(kindOf(path)))];
    for (const path of places) seen.add(kindOf(path));
    // What a page leads to is looked at too: one of each kind.
    for (let at = 0; at < places.length; at++) {
      found.push(...(await findingsAt(visit, places[at] as string, opened)).map((what) => `${who} ${what}`));
      for (const next of await links(page, 'main a[href^="#/"]')) {
        if (seen.has(kindOf(next)) || next.includes('?')) continue;
        seen.add(kindOf(next));
        places.push(next);
      }
    }
    expect(found).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  }, 600_000);

  it.each([
    ['the page of signing in', '/sign-in', 'Forgotten your password?'],
    ['the dashboard', '/', 'Co-op Builders'],
    ['a list', '/groups', 'Co-op Builders'],
  ])('loads little before %s', async (_what, path, shown) => {
    const visit = await console_.open(DESK, '/sign-in');
    if (path !== '/sign-in') await visit.signIn('admin@example.org');
    const page = await visit.context.newPage();
    const loaded = new Set<string>();
    page.on('response', (response) => {
      // Charts come after the page they stand in.
      if (/javascript|css/.test(response.headers()['content-type'] ?? '') && !response.url().includes('/chart-drawing')) loaded.add(response.url());
    });
    await page.goto(`${console_.api.url}/#${path}`);
    await page.getByText(shown).first().waitFor();
    await settled(page);
    // For a browser that takes gzip, and for one that takes brotli, which is less.
    const [gzip, brotli] = await Promise.all(['gzip', 'gzip, br'].map(async (taken) => (await Promise.all([...loaded].map((url) => bytesOf(url, taken)))).reduce((sum, each) => sum + each, 0)));
    expect(brotli).toBeGreaterThan(50_000);
    expect(gzip).toBeGreaterThan((brotli as number) * 1.05);
    expect(gzip).toBeLessThanOrEqual(MOST_BYTES);
    expect(visit.complaints()).toEqual([]);
  }, 60_000);

  /** As they travel. */
  async function bytesOf(url: string, taken: string): Promise<number> {
    const { headers } = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': taken } });
    return Number(headers.get('content-length'));
  }

  /** What is wrong with a page, and with those of its tabs and dialogs that are not among those opened before. */
  async function findingsAt(visit: Visit, path: string, before = new Set<string>()): Promise<string[]> {
    const { page } = visit;
    await visit.go(path);
    await settled(page);
    const found = await looks(page);
    if (!/^.+ · Relocon$/.test(await page.title())) found.push(`is called “${await page.title()}” in its tab`);
    for (const tab of await page.locator('main [role="tab"]:not([href])').all()) {
      const name = (await tab.innerText()).trim();
      if (before.has(name)) continue;
      before.add(name);
      await tab.click();
      await settled(page);
      found.push(...(await (thorough ? looks : look)(page)).map((what) => `“${name}” ${what}`));
    }
    for (const button of await page.locator('main button[aria-haspopup="dialog"]:not([disabled])').all()) {
      // Without what is written for screen readers alone: whom it is about.
      const name = await button.evaluate(({ childNodes }) => [...childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent).join(''));
      if (before.has(name)) continue;
      before.add(name);
      await button.click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      found.push(...(await look(page)).map((what) => `“${name}” ${what}`));
      // On a phone the menu lies over the page, and takes the focus for a moment while it is put away.
      await until(page, `document.activeElement.closest('.MuiDialog-root') !== null || document.querySelector('.MuiDialog-root') === null`);
      await page.keyboard.press('Escape');
      // The first may have been for the menu, below which a dialog is there, but for nobody.
      const left = (timeout: number): Promise<boolean> => page.locator('.MuiDialog-root').waitFor({ state: 'detached', timeout }).then(() => true, () => false);
      if (!(await left(2_000)) && !(await page.keyboard.press('Escape'), await left(10_000))) found.push(`“${name}” is not left by the keyboard`);
    }
    return [...found, ...visit.complaints()].map((what) => `${path}: ${what}`);
  }

  let times = 0;

  /** On a desk in one theme, on a phone in the other; the next time the other way round. Between them pages have other widths. */
  async function looks(page: Page): Promise<string[]> {
    const [first, second] = times++ % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
    const onDesk = await found(page, first);
    const between: string[] = [];
    for (const { width, height } of BETWEEN) {
      await page.setViewportSize({ width, height });
      let wide = await sideways(page);
      // What is laid out otherwise from here on takes a moment.
      for (let tries = 0; wide.length > 0 && tries < 10; tries++) {
        await new Promise((again) => setTimeout(again, 100));
        wide = await sideways(page);
      }
      between.push(...wide.map((what) => `${width} × ${height}: ${what}`));
    }
    await page.setViewportSize(PHONE);
    await settled(page);
    const onPhone = await found(page, second);
    await page.setViewportSize(DESK);
    return [...onDesk.map((what) => `desk, ${what}`), ...between, ...onPhone.map((what) => `phone, ${what}`)];
  }

  /** By turns on a desk and on a phone, in each theme: a tab or a dialog is made of parts that many others have. */
  async function look(page: Page): Promise<string[]> {
    const turn = times++ % 4;
    const theme = turn < 2 ? 'light' : 'dark';
    if (turn % 2 === 0) return (await found(page, theme)).map((what) => `desk, ${what}`);
    await page.setViewportSize(PHONE);
    await settled(page);
    const onPhone = await found(page, theme);
    await page.setViewportSize(DESK);
    return onPhone.map((what) => `phone, ${what}`);
  }

  async function found(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
    await inTheme(page, theme);
    await isRead(page);
    let serious = await violations(page);
    if (serious.length > 0) {
      // What is read again, because something has happened, is dimmed meanwhile.
      await settled(page);
      serious = await violations(page);
    }
    return [...serious, ...(await sideways(page))].map((what) => `${theme}: ${what}`);
  }

  /** Colours on their way from one theme to the other are of neither. */
  async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const background = colorScheme === 'dark' ? 'rgb(18, 21, 20)' : 'rgb(246, 247, 246)';
    await until(page, `getComputedStyle(document.body).backgroundColor === '${background}' && !document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === 'running')`);
  }

  /** What axe finds serious. */
  async function violations(page: Page): Promise<string[]> {
    // Not as a script of the page, which its content security policy would refuse.
    if (await page.evaluate<boolean>('typeof axe === "undefined"')) await page.evaluate(AXE);
    const { violations: all } = await page.evaluate<Axe>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, resultTypes: ['violations'] })`);
    return all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, html, failureSummary }) => `${target.join(' ')} ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`).join(' | ')}`);
  }

  async function sideways(page: Page): Promise<string[]> {
    // What is laid over a page while its width changes locks it, and must let go of it.
    const [by, locked] = await page.evaluate<[number, boolean]>(`new Promise(requestAnimationFrame).then(() => [document.documentElement.scrollWidth - innerWidth, document.querySelector('#root[aria-hidden]') !== null && document.querySelector('[role="dialog"], [role="menu"]') === null])`);
    return [...(by > 1 ? [`scrolls sideways by ${by}`] : []), ...(locked ? ['is locked below nothing'] : [])];
  }

  /** Until nothing is being read any more; the stream of changes never ends. */
  async function settled(page: Page): Promise<void> {
    await isRead(page);
    const open = new Set<unknown>();
    let quietSince = Date.now();
    const begun = (request: Request): void => void (request.resourceType() !== 'eventsource' && open.add(request));
    const ended = (request: Request): void => {
      open.delete(request);
      quietSince = Date.now();
    };
    page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
    const first = Date.now();
    while ((Date.now() - quietSince < QUIET_MS || open.size > 0) && Date.now() - first < MOST_MS) await new Promise((again) => setTimeout(again, 25));
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
    await isRead(page);
  }

  const isRead = (page: Page): Promise<void> => until(page, READ);

  /** @throws once a page should have got there long ago. */
  async function until(page: Page, condition: string): Promise<void> {
    for (const begun = Date.now(); !(await page.evaluate<boolean>(condition)); await new Promise((again) => setTimeout(again, 25))) {
      if (Date.now() - begun > MOST_MS) throw new Error(`${page.url()} does not come to ${condition}`);
    }
  }

  async function links(page: Page, selector: string, more: readonly string[] = []): Promise<string[]> {
    const hrefs = await page.locator(selector).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return [...new Set([...hrefs.filter((href) => href.startsWith('#/')).map((href) => href.slice(1)), ...more])];
  }

  /** Pages of one kind differ by whom or what they show. */
  function kindOf(path: string): string {
    return path.replace(/[0-9a-f-]{36}/g, ':id');
  }
});
