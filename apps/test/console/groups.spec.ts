import { inBrowser, SIZES, startConsole, type Console, type Visit } from '../browser.js';

inBrowser('Groups, in the console', () => {
  let console_: Console;
  let visit: Visit;
  /** By name. */
  let groups: Record<string, string>;
  const read = async <T>(path: string): Promise<T> => (await console_.api.raw(path)).json() as Promise<T>;
  beforeAll(async () => {
    console_ = await startConsole();
    const { items } = await read<{ items: { id: string; name: string }[] }>('/api/v1/groups');
    groups = Object.fromEntries(items.map(({ id, name }) => [name, id]));
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
    await page.getByText(`Leipzig, by ${size.name}`).first().waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('tell on a $name how they are doing, today and on a day that is over', async (size) => {
    const id = groups['Co-op Builders'] as string;
    visit = await console_.open(size, `/groups/${id}/show/health`);
    const { page } = visit;
    await visit.signIn('amara@example.org');
    // As samples.spec.ts counts it by hand.
    await page.getByTestId('north-star').getByText('7 / 15').waitFor();
    await page.getByRole('img', { name: 'Attendance and commitment' }).locator('svg').first().waitFor();
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    await page.getByRole('table', { name: 'Attendance and commitment' }).waitFor();
    const past = await read<{ northStar: { there: number; activeMembers: number }; members: { active: number } }>(`/api/v1/groups/${id}/health?asOf=2026-03-01&timeZone=Europe/Berlin`);
    expect(past.members.active).toBeLessThan(15);
    await page.getByLabel('As it was on').last().fill('2026-03-01');
    await page.getByTestId('north-star').getByText(`${past.northStar.there} / ${past.northStar.activeMembers}`).waitFor();
    expect(page.url()).toContain('asOf=2026-03-01');
    await visit.picture('group-health');
    // Nothing scrolls sideways.
    expect(await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([size.width, size.width]);
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('show on a $name who learned from whom, as a picture and as a table', async (size) => {
    const id = groups['Co-op Builders'] as string;
    const { ties, names } = await read<{ ties: { learnerId: string; teacherId: string }[]; names: Record<string, string> }>(`/api/v1/groups/${id}/network`);
    const amara = Object.keys(names).find((each) => names[each] === 'Amara Okafor-Lang');
    const [from, to] = [ties.filter(({ learnerId }) => learnerId === amara).length, ties.filter(({ teacherId }) => teacherId === amara).length];
    visit = await console_.open(size, `/groups/${id}/show/learning`);
    const { page } = visit;
    await visit.signIn('admin@example.org');
    const person = page.getByRole('button', { name: `Amara Okafor-Lang learned from ${from} and taught ${to}.` });
    await person.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(`Amara Okafor-Lang learned from ${from} and taught ${to}.`).waitFor();
    await page.getByRole('link', { name: 'Open Amara Okafor-Lang' }).waitFor();
    await visit.picture('group-learning');
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await page.getByRole('table', { name: 'Who learned from whom' }).getByRole('row').count()).toBe(ties.length + 1);
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('take on a $name who asks to join', async (size) => {
    const id = groups['Harbour Makers'] as string;
    visit = await console_.open(size, `/groups/${id}/show`);
    const { page } = visit;
    const asks = size.name === 'desk' ? 'jonas@example.org' : 'noor@example.org';
    const name = size.name === 'desk' ? 'Jonas Weber' : /^Noor/;
    await visit.signIn(asks);
    await page.getByRole('button', { name: 'Ask to join' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask to join' }).click();
    await page.getByText('You have asked to join').waitFor();
    // What is not theirs is not offered.
    expect(await page.getByRole('tab', { name: 'Members' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
    await visit.close();

    visit = await console_.open(size, `/groups/${id}/show/members`);
    await visit.signIn('admin@example.org');
    const asking = visit.page.getByRole('checkbox', { name });
    await asking.check();
    await visit.page.getByRole('button', { name: 'Approve those chosen' }).click();
    await visit.page.getByText('1 belongs to the group now.').waitFor();
    await asking.waitFor({ state: 'detached' });
    await visit.page.getByRole('link', { name }).waitFor();
    await visit.picture('group-members');
    expect(visit.complaints()).toEqual([]);
  });
});
