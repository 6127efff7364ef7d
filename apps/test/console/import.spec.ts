import { readFileSync } from 'node:fs';
import { inBrowser, SIZES, startConsole, type Console, type Visit } from '../browser.js';

inBrowser('Import, in the console', () => {
  let console_: Console;
  let visit: Visit;
  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(() => console_.stop());
  afterEach(() => visit.close());

  it.each(SIZES)('takes files with columns of their own, gives back what it cannot take, and takes nothing twice, on a $name', async (size) => {
    visit = await console_.open(size, '/import');
    const { page } = visit;
    await visit.signIn('admin@example.org');
    const id = (number: number): string => `${size.name}${number}`;
    const people = `Nr;Name;Member since\n${id(1)};Ottilie;03.01.2026\n${id(2)};Berthold;31.02.2026\n${id(3)};Wanda;05.01.2026\n`;
    const circles = `group_id,name,founded_at\n${id(9)},Lamp makers ${size.name},02.01.2026\n`;
    const joins = `member_id,group_id,joined_at\n${id(1)},${id(9)},04.01.2026\n${id(3)},${id(9)},06.01.2026\n`;
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByLabel('Choose files').setInputFiles([file('people.csv', people), file('groups.csv', circles), file('memberships.csv', joins)]);
    // What their columns are is found by their names.
    const columns = page.locator('section').filter({ hasText: 'people.csv' });
    expect(await columns.getByLabel('member_id').innerText()).toBe('Nr');
    expect(await columns.getByLabel('first_seen_at').innerText()).toBe('Member since');
    await page.getByLabel('How dates are written').fill('DD.MM.YYYY');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('5 rows can be read, 1 cannot.').waitFor();
    await page.getByRole('cell', { name: 'is not a date that exists' }).waitFor();
    await visit.picture('import');

    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('5 rows taken, 0 repeated, 1 refused.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Errors of people.csv' }).click()]);
    const errors = readFileSync(await download.path(), 'utf8');
    expect(errors).toBe(`Nr;Name;Member since;relocon_line;relocon_field;relocon_reason\n${id(2)};Berthold;31.02.2026;3;Member since;is not a date that exists\n`);

    await page.getByLabel('Choose files').setInputFiles([file('people.csv', people.replace('31.02.2026', '28.02.2026'))]);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('1 rows taken, 5 repeated, 0 refused.').waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('0 rows taken, 6 repeated, 0 refused.').waitFor();
    await visit.go('/groups');
    await page.getByText(`Lamp makers ${size.name}`).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('is neither offered nor shown to auditors', async () => {
    visit = await console_.open(SIZES[0], '/import');
    await visit.signIn('auditor@example.org');
    await visit.page.getByText('There is nothing here that you may see.').first().waitFor();
    expect(await visit.page.getByRole('menuitem', { name: 'Import' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });
});
