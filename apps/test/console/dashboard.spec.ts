import { ok } from '../api.js';
import { DESK, inBrowser, PHONE, SIZES, useConsole, type Visit } from '../browser.js';

inBrowser('The dashboard', () => {
  const console_ = useConsole();
  let visit: Visit;

  const card = (name: string) => visit.page.locator('section').filter({ has: visit.page.getByRole('heading', { name, exact: true }) });

  it.each(SIZES)('tells an auditor on a $name how every group is doing, and which is to be reviewed', async (size) => {
    const { items } = (await (await console_.api.raw('/api/v1/groups')).json()) as { items: { id: string; name: string }[] };
    visit = await console_.openAs('auditor@example.org', size);
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

  it('says that there is a new version once there is one, and not before', async () => {
    visit = await console_.openAs('auditor@example.org', DESK);
    const { page } = visit;
    await page.clock.install();
    const read = page.waitForResponse('**/build.txt');
    await page.reload();
    await read;
    await card('Co-op Builders').getByText('7/15').waitFor();
    const checked = page.waitForResponse('**/build.txt');
    await page.clock.fastForward('11:00');
    await checked;
    await card('Co-op Builders').getByText('7/15').waitFor();
    expect(await page.getByText('new version').count()).toBe(0);
    await page.route('**/build.txt', (route) => route.fulfill({ body: 'another' }));
    await page.clock.fastForward('11:00');
    await page.getByText('There is a new version of Relocon.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('tells an administrator who asks to join, in any group', async () => {
    visit = await console_.openAs('admin@example.org', DESK);
    await card('Who asks to join').getByRole('link', { name: 'Luca Ferrante' }).click();
    await visit.page.getByRole('button', { name: 'Approve Luca Ferrante' }).waitFor();
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
    await card('Waiting for you').getByRole('link', { name: 'Write a reflection' }).waitFor();
    await visit.picture('dashboard-member');

    // On a slow line, where one goes shows at once that it is coming.
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/assets/story-list-*', async (route) => void (await arrived, await route.continue()));
    await card('Newest stories').getByRole('link', { name: 'All', exact: true }).click();
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await card('Newest stories').count()).toBe(0);
    arrive();
    await page.getByRole('heading', { name: 'Whose oven' }).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('tells a member of their own actions that are due', async () => {
    visit = await console_.openAs('anneke@example.org', PHONE);
    await card('Waiting for you').getByRole('link', { name: 'Your action: Read one of the five letters aloud' }).waitFor();
    await card('Waiting for you').getByText(/^was due/).waitFor();
    // Who types faster than it comes loses nothing.
    let come: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => (come = resolve));
    await visit.page.route('**/assets/palette-dialogs-*', async (route) => void (await coming, await route.continue()));
    await visit.page.keyboard.press('Control+k');
    await visit.page.keyboard.type('wri');
    come();
    await visit.page.locator('input[role="combobox"][value="wri"]').waitFor();
    await visit.page.keyboard.type('te');
    await visit.page.getByRole('option', { name: 'Write a reflection', selected: true }).waitFor();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByLabel('What happened?').waitFor();
    // A part that does not arrive: the page opens by itself once it can.
    await visit.page.route('**/assets/introduction-list-*', (route) => route.abort());
    await visit.page.route('**/icon.svg', (route) => route.abort());
    await visit.go('/introductions');
    await visit.page.getByText('It opens by itself once you are connected.').waitFor();
    await visit.page.unrouteAll();
    await visit.page.getByRole('main').getByText('Whose').first().waitFor();
    expect(visit.complaints(/ERR_FAILED|imported module/)).toEqual([]);
  });

  it('says before it is there that it is loading', async () => {
    visit = await console_.open(PHONE);
    const { page } = visit;
    await page.route('**/assets/*.js', () => undefined);
    await page.reload({ waitUntil: 'commit' });
    await page.getByText('Loading …').waitFor();
    expect(await page.evaluate("getComputedStyle(document.querySelector('.coming')).display")).toBe('grid');
    expect(visit.complaints()).toEqual([]);
    await visit.close();
  });

  it('tells whoever has a role of every group, also where there are more than are read at once', async () => {
    const { admin } = console_.api;
    for (let each = 100; each < 201; each++) await ok(admin.POST('/api/v1/groups', { body: { name: `A circle ${each}`, timeZone: 'Europe/Berlin' } }));
    visit = await console_.openAs('auditor@example.org', DESK);
    await card('To be reviewed').getByText('The first 100 of 105 groups, by name.').waitFor();
    // Not among them by name, but the most urgent.
    await card('To be reviewed').getByRole('listitem').first().getByText('Second Shift').waitFor();
    expect(await card('To be reviewed').getByRole('listitem').count()).toBe(8);
    await card('Open actions, the longest due first').getByText('Read one of the five letters aloud').waitFor();
    await card('Newest reflections').getByRole('listitem').first().waitFor();
    await card('Newest stories').getByText('Eighteen months and a van').waitFor();
    expect(visit.complaints()).toEqual([]);
  });
});
