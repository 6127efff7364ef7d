import { inBrowser, SIZES, startConsole, type Console, type Visit } from '../browser.js';

inBrowser('The dashboard', () => {
  let console_: Console;
  let visit: Visit;
  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(() => console_.stop());
  afterEach(() => visit.close());

  const card = (name: string) => visit.page.locator('section').filter({ has: visit.page.getByRole('heading', { name, exact: true }) });

  it.each(SIZES)('tells an auditor on a $name how every group is doing, and which is to be reviewed', async (size) => {
    const { items } = (await (await console_.api.raw('/api/v1/groups')).json()) as { items: { id: string; name: string }[] };
    visit = await console_.open(size);
    await visit.signIn('auditor@example.org');
    for (const { id, name } of items) {
      const { northStar, actions } = (await (await console_.api.raw(`/api/v1/groups/${id}/health`)).json()) as { northStar: { there: number; activeMembers: number }; actions: { open: number } };
      await card(name).getByRole('link', { name: `${northStar.there}/${northStar.activeMembers}`, exact: true }).waitFor();
      await card(name).getByRole('link', { name: String(actions.open), exact: true }).first().waitFor();
    }
    await card('Co-op Builders').getByText('7/15').waitFor();
    const due = card('To be reviewed');
    await due.getByRole('link', { name: 'Second Shift' }).first().waitFor();
    expect(await due.getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/Second Shift\s+Appealed: the second review is under way/)]);
    await card('Co-op Builders').getByRole('img').locator('svg').first().waitFor();
    await visit.picture('dashboard');
    await card('Co-op Builders').getByRole('link', { name: '7/15' }).click();
    await visit.page.getByTestId('north-star').waitFor();
    expect(await visit.page.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([size.width, size.width]);
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('lets a member say on a $name whether they come, and does not ask for much', async (size) => {
    visit = await console_.open(size);
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url());
    });
    await visit.signIn('amara@example.org');
    const meeting = page.getByRole('group', { name: 'Do you come to “The van we should have leased”?' });
    const answer = size.name === 'desk' ? 'Yes' : 'No';
    await card('Waiting for you').getByText('Somebody asks to join').waitFor();
    await card('Newest stories').getByText('Whose oven').waitFor();
    await meeting.waitFor();
    // What happens meanwhile is read once more.
    expect(new Set(asked).size).toBeLessThan(35);
    await meeting.getByRole('button', { name: answer }).click();
    await page.getByText('Your answer is recorded.').waitFor();
    await meeting.getByRole('button', { name: answer, pressed: true }).waitFor();
    await visit.picture('dashboard-member');
    expect(visit.complaints()).toEqual([]);
  });
});
