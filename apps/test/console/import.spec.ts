import { readFileSync } from 'node:fs';
import { until } from '#event-sourcing-testing';
import { DESK, inBrowser, SIZES, useConsole, type Visit } from '../browser.js';

inBrowser('Import, in the console', () => {
  const console_ = useConsole();
  let visit: Visit;

  it.each(SIZES)('takes files with columns of their own, gives back what it cannot take, and takes nothing twice, on a $name', async (size) => {
    visit = await console_.openAs('admin@example.org', size, '/import');
    const { page } = visit;
    const id = (number: number): string => `${size.name}${number}`;
    const people = `Nr;Name;Seit\n${id(1)};Ottilie;03.01.2026\n${id(2)};Berthold;31.02.2026\n${id(3)};Wanda;05.01.2026\n`;
    const circles = `group_id,name,founded_at\n${id(9)},Lamp makers ${size.name},02.01.2026\n`;
    const joins = `member_id,group_id,joined_at\n${id(1)},${id(9)},04.01.2026\n${id(3)},${id(9)},06.01.2026\n`;
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByLabel('Choose files').setInputFiles([file('people.csv', people), file('groups.csv', circles), file('memberships.csv', joins)]);
    // What their columns are is found by their names.
    const columns = page.locator('section').filter({ hasText: 'people.csv' });
    expect(await columns.getByLabel('member_id').innerText()).toBe('Nr');
    // One is called as nobody would guess.
    await columns.getByLabel('first_seen_at').click();
    await page.getByRole('option', { name: 'Seit' }).click();
    await page.getByLabel('How dates are written').fill('DD.MM.YYYY');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('5 rows would be taken, 0 repeated, 1 refused.').waitFor();
    await page.getByText('Member registered 2').waitFor();
    await page.getByRole('cell', { name: 'is not a date that exists' }).waitFor();
    await visit.picture('import');

    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('5 rows taken, 0 repeated, 1 refused.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Errors of people.csv' }).click()]);
    const errors = readFileSync(await download.path(), 'utf8');
    expect(errors).toBe(`Nr;Name;Seit;relocon_line;relocon_field;relocon_reason\n${id(2)};Berthold;31.02.2026;3;Seit;is not a date that exists\n`);

    // What was imported steps aside for what is corrected, and what was said of its columns holds for both.
    await page.getByLabel('Choose files').setInputFiles([file('people-errors.csv', errors.replace('31.02.2026', '28.02.2026'))]);
    await page.getByText('people-errors.csv').waitFor();
    expect(await page.getByRole('button', { name: 'Leave out' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('1 row taken, 0 repeated, 0 refused.').waitFor();
    // A dry run decides: what was taken, and what the history forbids.
    await page.getByLabel('Choose files').setInputFiles([file('memberships.csv', `${joins}${id(1)},${id(9)},05.01.2026\n`)]);
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('0 rows would be taken, 2 repeated, 1 refused.').waitFor();
    await page.getByRole('cell', { name: /already/ }).waitFor();
    const [dryErrors] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Errors of memberships.csv' }).click()]);
    expect(readFileSync(await dryErrors.path(), 'utf8')).toMatch(new RegExp(`^${id(1)},${id(9)},05\\.01\\.2026,4,`, 'm'));
    await page.getByLabel('Choose files').setInputFiles([file('memberships.csv', joins)]);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('0 rows taken, 2 repeated, 0 refused.').waitFor();
    // Files with our columns fold; what becomes of them is in sight; and who I am is not asked for each who joins.
    await page.reload();
    let asked = 0;
    page.on('request', (request) => (asked += request.url().endsWith('/api/v1/me') ? 1 : 0));
    const many = Array.from({ length: 40 }, (_none, number) => id(100 + number));
    await page.getByLabel('Choose files').setInputFiles([file('members.csv', `member_id,display_name\n${many.map((each) => `${each},Lampwright ${each}\n`).join('')}`), file('memberships.csv', `member_id,group_id,joined_at\n${many.map((each) => `${each},${id(9)},2026-01-06\n`).join('')}`)]);
    await page.getByText('Memberships. Taken are member_id, group_id, joined_at.').waitFor();
    expect(await page.getByLabel('joined_at').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Columns' }).last().click();
    await page.getByLabel('joined_at').waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const outcome = page.getByText('80 rows taken, 0 repeated, 0 refused.');
    await outcome.waitFor();
    const place = await outcome.boundingBox();
    expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThanOrEqual(size.height);
    expect(asked).toBeLessThan(10);
    await visit.go('/groups');
    await page.getByText(`Lamp makers ${size.name}`).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('is not left while it runs without asking, goes on where one stays, and stops where one goes', async () => {
    visit = await console_.openAs('admin@example.org', DESK, '/import');
    const { page } = visit;
    const menu = page.getByRole('navigation').getByRole('link', { name: 'Groups' });
    const asks = page.getByRole('dialog', { name: 'The import is under way' });
    const rows = (name: string, number: number) => ({ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`member_id,display_name\n${Array.from({ length: number }, (_none, each) => `${name}${each},Walker ${each}\n`).join('')}`) });
    const walkers = async (): Promise<number> => ((await (await console_.api.raw('/api/v1/members?q=walker&total=true&limit=1')).json()) as { total: number }).total;
    // Each batch is on its way until it is let through.
    const held: (() => void)[] = [];
    await page.route('**/api/v1/imports', async (route) => (await new Promise<void>((arrive) => held.push(arrive)), await route.continue()));
    const arrives = async (): Promise<void> => (await until(() => held.length > 0), held.shift()?.());

    await page.getByLabel('Choose files').setInputFiles([rows('stays', 1_100)]);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await arrives();
    await menu.click();
    await asks.getByRole('button', { name: 'Stay' }).click();
    await asks.waitFor({ state: 'detached' });
    await menu.click();
    await asks.waitFor();
    // Once it is over there is nothing to be asked any more.
    await arrives();
    await asks.waitFor({ state: 'detached' });
    await page.getByText(/^1,?100 rows taken, 0 repeated, 0 refused\./).waitFor();
    expect(page.url()).toMatch(/#\/import$/);

    await page.getByLabel('Choose files').setInputFiles([rows('goes', 2_100)]);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await until(() => held.length > 0);
    await menu.click();
    await asks.getByRole('button', { name: 'Stop it and leave' }).click();
    await page.waitForURL(/#\/groups/);
    await arrives();
    await until(async () => (await walkers()) === 2_100);
    expect(held).toEqual([]);
    expect(visit.complaints()).toEqual([]);
  });

  it('is neither offered nor shown to auditors', async () => {
    visit = await console_.openAs('auditor@example.org', DESK, '/import');
    await visit.page.getByText('There is nothing here that you may see.').first().waitFor();
    expect(await visit.page.getByRole('navigation').getByRole('link', { name: 'Import' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });
});
