import { until } from '#event-sourcing-testing';
import { ok } from '../api.js';
import { ACROSS, DESK, inBrowser, PHONE, SIZES, useConsole, type Visit } from '../browser.js';

inBrowser('Groups, in the console', () => {
  const console_ = useConsole();
  let visit: Visit;
  /** By name. */
  let groups: Record<string, string>;
  const read = async <T>(path: string): Promise<T> => (await console_.api.raw(path)).json() as Promise<T>;
  beforeAll(async () => {
    groups = await console_.groups();
  });

  it.each(SIZES)('are found, opened and described on a $name', async (size) => {
    visit = await console_.openAs('admin@example.org', size, '/groups');
    const { page } = visit;
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
    visit = await console_.openAs('amara@example.org', size, `/groups/${id}/show/health`);
    const { page } = visit;
    // As samples.spec.ts counts it by hand.
    await page.getByTestId('north-star').getByText('7 / 15').waitFor();
    // What draws it comes when somebody scrolls near.
    await page.getByRole('heading', { name: 'Attendance and commitment' }).scrollIntoViewIfNeeded();
    await page.getByRole('img', { name: 'Attendance and commitment' }).locator('svg').first().waitFor();
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    await page.getByRole('table', { name: 'Attendance and commitment' }).waitFor();
    const past = await read<{ northStar: { there: number; activeMembers: number }; members: { active: number } }>(`/api/v1/groups/${id}/health?asOf=2026-03-01&timeZone=Europe/Berlin`);
    expect(past.members.active).toBeLessThan(15);
    await page.getByRole('button', { name: 'Look back' }).click();
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
    visit = await console_.openAs('admin@example.org', size, `/groups/${id}/show/learning`);
    const { page } = visit;
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

  it.each([DESK])('take on a $name who asks to join', async (size) => {
    const id = groups['Harbour Makers'] as string;
    visit = await console_.open(size, `/groups/${id}/show`);
    const { page } = visit;
    const name = 'Jonas Weber';
    await visit.signIn('jonas@example.org');
    await page.getByRole('button', { name: 'Ask to join' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask to join' }).click();
    await page.getByText('You have asked to join').waitFor();
    // What is not theirs is not offered.
    expect(await page.getByRole('tab', { name: 'Members' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
    await visit.close();

    visit = await console_.openAs('admin@example.org', size, `/groups/${id}/show/members`);
    const asking = visit.page.getByRole('checkbox', { name });
    await asking.check();
    await visit.page.getByRole('button', { name: 'Approve those chosen' }).click();
    await visit.page.getByText('One more belongs to the group now.').waitFor();
    await asking.waitFor({ state: 'detached' });
    await visit.page.getByRole('link', { name }).waitFor();
    await visit.picture('group-members');
    // Of many the same buttons each says whom it is about, and so does what it opens.
    await visit.page.getByRole('button', { name: `Record leaving ${name}` }).click();
    await visit.page.getByRole('dialog', { name: `Record leaving: ${name}` }).getByRole('button', { name: 'Cancel' }).click();
    expect(visit.complaints()).toEqual([]);
  });

  it('can be printed, and read in the colours of a system; the tab one is at is in sight where a phone is turned', async () => {
    const id = groups['Co-op Builders'] as string;
    visit = await console_.openAs('amara@example.org', DESK, `/groups/${id}/show/health`);
    const { page } = visit;
    const table = page.getByRole('table', { name: 'Help given and received' });
    await page.getByTestId('north-star').getByText('7 / 15').waitFor();
    expect(await table.count()).toBe(0);
    // All charts are there at once, also those that nobody has scrolled to, and nothing that can only be pressed.
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    expect([await table.isVisible(), await page.getByRole('banner').isVisible(), await page.getByRole('button').and(page.locator(':visible')).count()]).toEqual([true, false, 0]);
    await visit.picture('printed');
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    await table.waitFor({ state: 'detached' });
    // What nobody had scrolled to before is still drawn once somebody does.
    await page.getByRole('heading', { name: 'Help given and received' }).scrollIntoViewIfNeeded();
    await page.getByRole('img', { name: 'Help given and received' }).locator('svg').first().waitFor();
    const outline = async (name: string): Promise<unknown> => page.getByRole('tab', { name }).evaluate((tab) => tab.ownerDocument.defaultView.getComputedStyle(tab).outlineStyle);
    expect([await outline('Health'), await outline('Trust')]).toEqual(['solid', 'none']);
    await visit.picture('forced-colors');
    await page.emulateMedia({ forcedColors: 'none' });

    await visit.go(`/groups/${id}/show/reviews`);
    const chosen = page.getByRole('tab', { name: 'Reviews', selected: true });
    await chosen.waitFor();
    await page.setViewportSize(PHONE);
    await until(async () => ((await chosen.boundingBox())?.x ?? PHONE.width) < PHONE.width - 40);
    // What a long dialog asks scrolls between its title and its buttons.
    await page.setViewportSize(ACROSS);
    await page.getByRole('button', { name: 'Adopt a new charter' }).click();
    const adopt = page.getByRole('dialog').getByRole('button', { name: 'Adopt a new charter' });
    await adopt.waitFor();
    expect(((await adopt.boundingBox())?.y ?? ACROSS.height) + 24).toBeLessThan(ACROSS.height);
    expect(visit.complaints()).toEqual([]);
  });

  it('that were founded just now say what comes first', async () => {
    const { id } = await ok(console_.api.admin.POST('/api/v1/groups', { body: { name: 'Early Birds', timeZone: 'Asia/Tokyo' } }));
    visit = await console_.openAs('admin@example.org', DESK, `/groups/${id}/show/health`);
    const { page } = visit;
    await page.getByText('Nothing to see yet').waitFor();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('link', { name: 'Record who joined' }).waitFor();
    await page.getByRole('link', { name: 'All meetings' }).click();
    await page.getByRole('link', { name: 'Schedule a meeting' }).click();
    await page.getByText('These times are those of this zone').waitFor();
    expect(await page.getByRole('combobox', { name: 'Group' }).inputValue()).toBe('Early Birds');
    await page.getByRole('combobox', { name: 'Group' }).fill('zzz');
    await page.getByText('No group found.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('say of a meeting that is going on that it is', async () => {
    const { id: groupId } = await ok(console_.api.admin.POST('/api/v1/groups', { body: { name: 'Night Shift', timeZone: 'Asia/Tokyo', occurredAt: '2026-01-02T09:00:00Z' } }));
    const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
    await ok(console_.api.admin.POST('/api/v1/meetings', { body: { groupId, title: 'Going on', startsAt: at(-90), endsAt: at(90) } }));
    await ok(console_.api.admin.POST('/api/v1/meetings', { body: { groupId, title: 'Over by now', startsAt: at(-300), endsAt: at(-200) } }));
    visit = await console_.openAs('admin@example.org', DESK, `/groups/${groupId}/show`);
    const { page } = visit;
    await page.getByRole('link', { name: /^Going on.*has begun/ }).waitFor();
    expect(await page.getByText('Over by now').count()).toBe(0);
    // What has begun is not merely scheduled.
    await page.getByRole('link', { name: /^Going on/ }).click();
    await page.getByText('Roll call open').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('and what concerns them have room on a $name for the longest of words', async (size) => {
    const { admin } = console_.api;
    const displayName = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
    const { id: memberId } = await ok(admin.POST('/api/v1/members', { body: { displayName } }));
    const groupId = groups['Harbour Makers'] as string;
    await ok(admin.POST('/api/v1/groups/{id}/join', { params: { path: { id: groupId } }, body: { memberId } }));
    const { items } = await ok(admin.GET('/api/v1/members', { params: { query: { limit: 12 } } }));
    const others = items.map(({ id }) => id).filter((id) => id !== memberId);
    const help = await ok(admin.POST('/api/v1/help-exchanges', { body: { giverId: others[0] as string, receiverIds: [memberId, ...others.slice(1, 10)], skill: 'welding', minutes: 30 } }));
    visit = await console_.openAs('admin@example.org', size, `/help-exchanges/${help.id}/show`);
    const { page } = visit;
    // Of neither the page nor a card is anything cut, and in a table the columns beside it stay in sight.
    const cut = (): Promise<string[]> => page.evaluate("[document.documentElement, ...document.querySelectorAll('.MuiCard-root, .RaDataTable-tableWrapper')].filter((it) => it.scrollWidth > it.clientWidth + 4).map((it) => it.className)");
    for (const path of [`/help-exchanges/${help.id}/show`, '/help-exchanges', `/groups/${groupId}/show/members`, `/members/${memberId}/show`]) {
      await visit.go(path);
      await page.getByText(displayName).first().waitFor();
      expect([path, await cut()]).toEqual([path, []]);
    }
    expect(visit.complaints()).toEqual([]);
  });
});
