import { inBrowser, SIZES, startConsole, type Console, type Visit } from '../browser.js';

inBrowser('Groups, in the console', () => {
  let console_: Console;
  let visit: Visit;
  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(() => console_.stop());
  afterEach(() => visit.close());

  it.each(SIZES)('are found, opened and described on a $name', async (size) => {
    visit = await console_.open(size, '/groups');
    const { page } = visit;
    await visit.signIn('admin@example.org');
    await page.getByRole('link', { name: /Co-op Builders/ }).click();
    await page.getByRole('heading', { name: 'Co-op Builders', level: 2 }).waitFor();
    await visit.picture('group');
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Place').fill(`Leipzig, by ${size.name}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Leipzig, by ${size.name}`).waitFor();
    expect(visit.complaints()).toEqual([]);
  });
});
