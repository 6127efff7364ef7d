/** What every list and form does the same way, tried on some of them. */
import { readFileSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';
import { until } from '#event-sourcing-testing';
import { ok } from '../api.js';
import { ACROSS, DESK, inBrowser, PHONE, SIZES, useConsole } from '../browser.js';

inBrowser('Lists and forms, in the console', () => {
  const console_ = useConsole();
  /** How far down a page is, once it stands still. */
  const scrolled = async (page: Page): Promise<number> => {
    for (let before = NaN; ; ) {
      const now = await page.evaluate<number>('new Promise((done) => setTimeout(() => done(scrollY), 100))');
      if (now === before) return now;
      before = now;
    }
  };
  /** By name. */
  let groups: Record<string, string>;
  const read = async <T>(path: string): Promise<T> => (await console_.api.raw(path)).json() as Promise<T>;
  const total = async (path: string): Promise<number> => (await read<{ total: number }>(`${path}&total=true&limit=1`)).total;
  beforeAll(async () => {
    groups = await console_.groups();
  });

  it.each(SIZES)('ask field by field what is to stay where two people changed the same, on a $name', async (size) => {
    const path = `/groups/${groups['Harbour Makers']}`;
    const mine = await console_.openAs('admin@example.org', size, path);
    const theirs = await console_.openAs('admin@example.org', size, path);
    await mine.page.getByLabel('Place').fill(`Pier 1, by ${size.name}`);
    await mine.page.getByLabel('Name').fill(`Harbour Makers ${size.name}`);
    await theirs.page.getByLabel('Place').fill(`Pier 2, by ${size.name}`);
    // Mine is open all the while, and hears of it: what I wrote stays.
    const heard = mine.page.waitForResponse((response) => response.request().method() === 'GET' && response.url().endsWith(`/api/v1${path}`));
    await theirs.page.getByRole('button', { name: 'Save' }).click();
    await theirs.page.getByText(`Pier 2, by ${size.name}`).first().waitFor();
    await heard;
    await mine.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

    await mine.page.getByRole('button', { name: 'Save' }).click();
    const dialog = mine.page.getByRole('dialog', { name: 'Somebody else has changed this' });
    // Beside each other, or below where that would leave a few letters a line.
    const [field, fields] = size.name === 'desk' ? (['row', 3] as const) : (['radiogroup', 2] as const);
    await dialog.getByRole(field, { name: 'Place' }).getByText(`Pier 2, by ${size.name}`).waitFor();
    expect(await dialog.getByRole('radio', { name: 'Place: Mine' }).isChecked()).toBe(true);
    expect(await dialog.getByRole(field).count()).toBe(fields);
    await dialog.getByRole('radio', { name: 'Place: Theirs' }).check();
    await mine.picture('conflict');
    await dialog.getByRole('button', { name: /Keep|Save/ }).click();
    await mine.page.getByRole('heading', { name: `Harbour Makers ${size.name}`, level: 2 }).waitFor();
    const now = await read<{ name: string; place: { text: string } }>(`/api/v1/groups/${groups['Harbour Makers']}`);
    expect([now.name, now.place.text]).toEqual([`Harbour Makers ${size.name}`, `Pier 2, by ${size.name}`]);
    expect(theirs.complaints()).toEqual([]);
    // That the other has changed it is an answer, not a fault.
    expect(mine.complaints(/412/)).toEqual([]);
  });

  it('leave no change behind without asking, however one goes', async () => {
    const { page, go, complaints } = await console_.openAs('admin@example.org', DESK, '/members');
    const asked: string[] = [];
    let goesOn = false;
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (goesOn ? dialog.accept() : dialog.dismiss());
    });
    const back = async (): Promise<void> => void (await page.evaluate('history.back()'));
    await page.getByText(/^1-25 of/).waitFor();
    // By addresses of one's own, which are no steps that the console took, and by those that need no session.
    await go('/directory');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Back to all groups' }).click();
    await go('/members/create');
    await page.getByLabel('Name').fill('Somebody New');
    await back();
    await until(() => asked.length === 1);
    await until(() => page.url().endsWith('/members/create'));
    expect(await page.getByLabel('Name').inputValue()).toBe('Somebody New');
    // What is on its way is not there yet, however often one presses.
    let arrive: () => void = () => undefined;
    await page.route('**/api/v1/members', async (route) => void (await new Promise<void>((later) => (arrive = later)), await route.abort()), { times: 1 });
    for (let press = 0; press < 2; press++) await page.getByRole('button', { name: 'Register a member' }).evaluate((button) => button.click());
    await back();
    await until(() => asked.length === 2);
    arrive();
    await page.getByText('Nothing you wrote is lost').waitFor();
    goesOn = true;
    await back();
    await until(() => asked.length === 3);
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    await go('/members');

    goesOn = false;
    await page.locator('#main-content').getByRole('link').filter({ hasText: 'Greta' }).first().click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Name').fill('Greta, in two presses');
    await back();
    await until(() => asked.length === 4);
    // Of two quick presses the second is not taken for somebody else's change.
    let sent = 0;
    page.on('request', (request) => (sent += request.method() === 'PATCH' ? 1 : 0));
    await page.route('**/api/v1/members/*', async (route) => void (await new Promise((later) => setTimeout(later, 500)), await route.continue()));
    await page.getByRole('button', { name: 'Save' }).evaluate((button) => (button.click(), setTimeout(() => button.click(), 100)));
    await page.getByRole('heading', { name: 'Greta, in two presses', level: 2 }).waitFor();
    expect([asked.length, sent]).toEqual([4, 1]);
    expect(complaints(/ERR_FAILED/)).toEqual([]);
  });

  it('tell of what cannot be read or saved while the connection is cut, and that it can be again', async () => {
    const { page, context, go, complaints } = await console_.openAs('admin@example.org', PHONE, '/stories');
    await page.locator('#main-content').getByRole('link').first().waitFor();
    await go('/members/create');
    await page.getByLabel('Name').fill('Written while cut off');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Register a member' }).click();
    await page.getByText('Nothing you wrote is lost: try again once you are connected.').waitFor();
    // What stands before the service may answer earlier than the service.
    let asked = 0;
    await page.route('**/icon.svg', (route) => (++asked === 1 ? route.fulfill({ status: 502 }) : route.continue()));
    await context.setOffline(false);
    await page.getByText('The service can be reached again: try once more.').waitFor();
    expect(asked).toBe(2);
    await page.getByRole('button', { name: 'Register a member' }).click();
    await page.getByRole('heading', { name: 'Written while cut off', level: 2 }).waitFor();

    await context.setOffline(true);
    await go('/stories?filter={"q":"bread"}');
    const unread = page.getByText('This could not be read: The service cannot be reached. Try again once you are connected.');
    await unread.waitFor();
    expect(await unread.count()).toBe(1);
    expect(await page.getByText(/\d+-\d+ of \d+/).count()).toBe(0);
    // By itself, once it can be.
    await context.setOffline(false);
    await unread.waitFor({ state: 'detached' });
    expect(complaints(/ERR_INTERNET_DISCONNECTED|502/)).toEqual([]);
  });

  it('stay where a part of the page or of an answer does not come', async () => {
    const { page, context, go, complaints } = await console_.openAs('amara@example.org', DESK, '/meetings/create');
    const asked: string[] = [];
    page.on('dialog', (dialog) => void (asked.push(dialog.message()), dialog.accept()));
    await page.getByLabel('Title').waitFor();
    // Where nobody has written anything nothing could be lost, though the form has filled itself.
    await go('/help-exchanges/create');
    const whom = page.getByRole('combobox', { name: 'Who was helped' });
    await whom.waitFor();
    expect(asked).toEqual([]);
    await page.route(/members\?.*q=/, (route) => route.fulfill({ status: 503, body: 'busy' }));
    await whom.pressSequentially('Mei');
    await page.getByText('This could not be read: The service is not available right now. Try again in a minute.').waitFor();
    expect(await page.getByText('Nobody found').count()).toBe(0);
    await page.unroute(/members\?.*q=/);
    await page.route('**/api/v1/stories?*', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html>Sign in to this network</html>' }));
    await go('/stories');
    await page.getByText('What came is no answer of the service.').waitFor();
    await page.unroute('**/api/v1/stories?*');

    // A chart that cannot be drawn is a table.
    await page.route('**/chart-drawing*', (route) => route.abort());
    await go(`/groups/${groups['Co-op Builders']}/show/health`);
    await page.getByRole('heading', { name: 'Help given and received' }).scrollIntoViewIfNeeded();
    await page.getByRole('table').first().waitFor();
    expect(await page.getByRole('img').filter({ has: page.getByRole('table') }).count()).toBe(0);
    await page.getByRole('heading', { name: 'Co-op Builders', level: 2 }).waitFor();
    // A part that cannot be fetched leaves the others where they are.
    await page.route('**/group-trust*', (route) => route.abort());
    await page.getByRole('tab', { name: 'Trust' }).click();
    await page.getByText('This page could not be fetched.').waitFor();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'Co-op Builders', level: 2 }).waitFor();
    await page.getByText('This page could not be fetched.').waitFor({ state: 'detached' });

    const stranger = await context.newPage();
    await stranger.goto(`${console_.api.url}/#/directory`);
    await stranger.getByRole('main').getByRole('listitem').first().waitFor();
    await stranger.route('**/assets/entry*', (route) => route.abort());
    await stranger.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await stranger.getByText('This page could not be fetched. It opens by itself once you are connected.').waitFor();
    await stranger.unroute('**/assets/entry*');
    await stranger.getByRole('link', { name: 'Back to all groups' }).waitFor();
    expect(complaints(/503|ERR_FAILED|imported module/)).toEqual([]);
  });

  it('leave the way to the next page free on a phone, whichever way it is held', async () => {
    const { page, complaints } = await console_.openAs('admin@example.org', PHONE, '/members');
    const next = page.getByRole('button', { name: 'Go to next page' });
    await next.waitFor();
    for (const size of [PHONE, ACROSS]) {
      await page.setViewportSize(size);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => (scrollTo(0, 1e6), requestAnimationFrame(done))))');
      const [pager, create] = [await next.boundingBox(), await page.getByRole('link', { name: 'Register a member' }).boundingBox()];
      expect((pager?.y ?? 0) + (pager?.height ?? 0)).toBeLessThanOrEqual(create?.y ?? 0);
    }
    await next.click();
    await page.getByText(/^26-\d+ of/).waitFor();
    expect(complaints()).toEqual([]);
  });

  it('show the same page whether one turned to it, came by a link, or from the end', async () => {
    const { page, go, complaints } = await console_.openAs('auditor@example.org', DESK, '/members?perPage=5');
    const people = await total('/api/v1/members?');
    const pages = Math.ceil(people / 5);
    const names = page.locator('.RaDataTable-row td:first-of-type');
    const shows = (number: number) => page.getByText(`${number * 5 - 4}-${Math.min(people, number * 5)} of ${people}`).waitFor();
    const turned: string[][] = [];
    for (let number = 1; number <= pages; number++) {
      if (number > 1) await page.getByRole('button', { name: /next page/i }).click();
      await shows(number);
      // The rows before stay until these have come.
      while (((await names.allInnerTexts())[0] ?? '') === (turned.at(-1)?.[0] ?? '')) await page.waitForTimeout(50);
      turned.push(await names.allInnerTexts());
    }
    expect(new Set(turned.flat()).size).toBe(people);
    for (const number of [pages, pages - 1, 3]) {
      await page.goto('about:blank');
      let asked = 0;
      const count = (request: Request): void => void (asked += /members\?.*limit=/.test(request.url()) ? 1 : 0);
      page.on('request', count);
      await go(`/members?perPage=5&page=${number}`);
      await shows(number);
      await names.first().waitFor();
      expect(await names.allInnerTexts()).toEqual(turned[number - 1]);
      expect(asked).toBeLessThanOrEqual(4);
      page.off('request', count);
    }
    expect(complaints()).toEqual([]);
  });

  it('tell of what came between being read and being followed', async () => {
    const visit = await console_.open(PHONE, '/sign-in');
    const { page, complaints } = visit;
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await page.route('**/api/v1/changes*', async (route) => void (await opened, await route.continue()));
    await visit.openSession('auditor@example.org');
    await page.goto(`${console_.api.url}/?#/members`);
    await page.getByText('Amara Okafor-Lang').waitFor();
    await ok(console_.api.admin.POST('/api/v1/members', { body: { displayName: 'Abel, who was quick' } }));
    open();
    await page.getByText('Abel, who was quick').waitFor();
    expect(complaints()).toEqual([]);
  });

  it.each(SIZES)('are gone back to where one left them, on a $name', async (size) => {
    const { page, complaints } = await console_.openAs('auditor@example.org', size, '/members?perPage=25');
    const row = page.getByRole('main').locator('a[href^="#/members/"]').nth(15);
    await row.waitFor();
    await page.evaluate('scrollTo(0, 300)');
    await row.focus();
    const [name, href] = [await row.innerText(), await row.getAttribute('href')];
    const top = await scrolled(page);
    expect(top).toBeGreaterThanOrEqual(300);
    await row.press('Enter');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await scrolled(page)).toBe(0);
    await page.goBack();
    await page.locator(`a[href="${href}"]:focus`, { hasText: name.split('\n')[0] as string }).waitFor();
    expect(await scrolled(page)).toBe(top);
    expect(complaints()).toEqual([]);
  });

  it.each([DESK])('give as a file everything that matches the filters, on a $name', async (size) => {
    const groupId = groups['Co-op Builders'] as string;
    const { page, picture, complaints } = await console_.openAs('admin@example.org', size, `/memberships?filter=${encodeURIComponent(JSON.stringify({ groupId, status: 'active' }))}`);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('Why do you take it away?').fill('To print the list for the assembly.');
    await picture('export');
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download' }).click()]);
    await page.getByText('The file is complete.').waitFor();
    const [heading, ...rows] = readFileSync(await download.path(), 'utf8').trim().split(/\r?\n/);
    expect(heading).toMatch(/memberId/);
    expect(rows).toHaveLength(await total(`/api/v1/memberships?groupId=${groupId}&status=active`));
    expect(rows.length).toBeGreaterThan(10);
    expect(complaints()).toEqual([]);
  });

  it.each(SIZES)('tell in a second window what is new, and show it when asked to, on a $name', async (size) => {
    const reader = await console_.openAs('auditor@example.org', size, '/groups');
    const { page } = reader;
    await page.getByRole('link', { name: /Co-op Builders/ }).waitFor();
    const writer = await console_.openAs('admin@example.org', size, '/groups/create');
    const name = `Night bakers, from a ${size.name}`;
    await writer.page.getByLabel('Name').fill(name);
    await writer.page.getByLabel('Purpose').fill('To bake together at night.');
    await writer.page.getByRole('button', { name: 'Found a group' }).click();
    await writer.page.getByRole('heading', { name, level: 2 }).waitFor();

    const news = page.getByRole('button', { name: '1 new – show' });
    await news.waitFor();
    expect(await page.getByText(name).count()).toBe(0);
    await reader.picture('news');
    await news.click();
    await page.getByText(name).waitFor();
    expect(await news.count()).toBe(0);

    // Cut off, it says so; connected again, it has not missed what happened meanwhile.
    await reader.context.setOffline(true);
    await page.getByText('You are not connected.').waitFor();
    // What is open already outlives a browser that is told to be offline.
    for (const stream of console_.api.service.runtime.openStreams) stream.end();
    await writer.page.getByRole('link', { name: 'Edit' }).click();
    await writer.page.getByLabel('Name').fill(`${name}, renamed`);
    await writer.page.getByRole('button', { name: 'Save' }).click();
    await writer.page.getByRole('heading', { name: `${name}, renamed`, level: 2 }).waitFor();
    await reader.context.setOffline(false);
    await page.getByText('You are not connected.').waitFor({ state: 'detached' });
    // What was resumed has missed nothing: the rows stay as they are until asked for.
    await news.waitFor();
    expect(await page.getByText(`${name}, renamed`).count()).toBe(0);
    await news.click();
    await page.getByText(`${name}, renamed`).waitFor();
    expect(writer.complaints()).toEqual([]);
    expect(reader.complaints(/ERR_INTERNET_DISCONNECTED/)).toEqual([]);
  });

  it.each([PHONE])('hold what a number has counted that leads to them, on a $name', async (size) => {
    const { page, go, complaints } = await console_.openAs('admin@example.org', size, '/');
    const health = (groupId: string | undefined) => read<{ months: { month: string; meetings: number; hoursGiven: number }[]; actions: { overdue: number } }>(`/api/v1/groups/${groupId}/health?months=6`);
    const lists = (count: number) => page.getByText(new RegExp(`\\d+-\\d+ of ${count}$`)).waitFor();

    // Some of its meetings were cancelled.
    const name = 'Second Shift';
    const { months } = await health(groups[name]);
    const held = months.reduce((sum, { meetings }) => sum + meetings, 0);
    expect(await total(`/api/v1/meetings?groupId=${groups[name]}&from=${months[0]?.month}-01&until=${months.at(-1)?.month}-28&cancelled=true`)).toBeGreaterThan(0);
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await card.getByRole('link', { name: String(held), exact: true }).click();
    await lists(held);
    expect(held).toBeGreaterThan(3);

    const groupId = groups['Co-op Builders'] as string;
    const { actions, months: others } = await health(groupId);
    await go(`/groups/${groupId}/show/health`);
    await page.getByRole('link', { name: String(actions.overdue), exact: true }).last().click();
    await lists(actions.overdue);

    const helped = others.slice(0, -1).findLast(({ hoursGiven }) => hoursGiven > 0)?.month ?? '';
    const last = new Date(Date.UTC(Number(helped.slice(0, 4)), Number(helped.slice(5)), 0)).toISOString().slice(0, 10);
    const exchanges = await total(`/api/v1/help-exchanges?groupId=${groupId}&status=confirmed&from=${helped}-01&until=${last}&timeZone=Europe/Berlin`);
    await go(`/groups/${groupId}/show/health?months=6`);
    const help = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Help given and received' }) });
    // By its key: what is drawn above may yet grow.
    await help.getByRole('button', { name: 'Show as table' }).press('Enter');
    await help.getByRole('link', { name: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(last)) }).click();
    await lists(exchanges);
    expect(complaints()).toEqual([]);
  });
});
