import { DESK, inBrowser, SIZES, useConsole, type Size, type Visit } from '../browser.js';

inBrowser('History, in the console', () => {
  const console_ = useConsole();
  let visit: Visit;

  /** On a phone the panes are tabs. */
  const pane = async (size: Size, name: string): Promise<void> => {
    if (size.name === 'phone') await visit.page.getByRole('tab', { name }).click();
  };

  it.each(SIZES)('shows what a correction changed, as it was then and before, on a $name', async (size) => {
    visit = await console_.openAs('auditor@example.org', size, '/history?type=AttendanceCorrected');
    const { page } = visit;
    // Amara followed the meeting by telephone and was put down as absent, until that was corrected on the 13th of October.
    await page.getByRole('option', { name: /A letter never sent · Amara/ }).click();
    expect(page.url()).toContain('at=');
    await pane(size, 'What changed');
    const changes = page.getByRole('list', { name: 'What changed' });
    const outcome = changes.getByRole('listitem').filter({ hasText: 'Outcome' }).first();
    // What changed before stays in sight until this has come.
    await outcome.locator('ins').getByText('present', { exact: true }).waitFor();
    expect(await outcome.locator('del').innerText()).toBe('absent');
    await visit.picture('history-changes');
    // Pinned at the correction before it, Amara had no attendance there yet.
    await pane(size, 'Events');
    await page.getByRole('option', { name: /The second customer · Moses/ }).click();
    await pane(size, 'What changed');
    await page.getByRole('button', { name: 'Pin this' }).click();
    await pane(size, 'Events');
    await page.getByRole('option', { name: /A letter never sent · Amara/ }).click();
    await pane(size, 'What changed');
    await page.getByText(/Compared with what is pinned: #\d+/).waitFor();
    await outcome.waitFor();
    // What was corrected stands outside the filters, which make way for it; so does what is pinned.
    await pane(size, 'As it was then');
    await page.getByRole('button', { name: /^Attendance recorded, #/ }).click();
    await pane(size, 'Events');
    await page.getByRole('option', { selected: true }).filter({ hasText: /Attendance recorded.*A letter never sent · Amara/s }).waitFor();
    expect(page.url()).not.toContain('type=');
    await pane(size, 'What changed');
    await page.getByText('Compared with what is pinned').getByRole('button').click();
    await page.getByText('This is pinned.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each([DESK])('reveals personal data for a reason that goes on record, on a $name', async (size) => {
    visit = await console_.openAs('admin@example.org', size, '/history?type=AttendanceCorrected');
    const { page } = visit;
    await page.getByRole('option', { name: /A letter never sent · Amara/ }).click();
    await pane(size, 'As it was then');
    // The panes follow the list, which may be a moment ahead.
    await page.getByRole('region', { name: 'As it was then' }).getByText('A letter never sent').first().waitFor();
    // In the event, in its document, and in what changed.
    await page.getByText('masked', { exact: true }).nth(2).waitFor();
    await page.getByRole('button', { name: 'Reveal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Reveal' }).click();
    await dialog.getByText('Required').waitFor();
    await dialog.getByLabel('Why do you need to see it?').fill(`Amara asked, on a ${size.name}`);
    await dialog.getByRole('button', { name: 'Reveal' }).click();
    await page.getByText('masked', { exact: true }).first().waitFor({ state: 'detached' });
    await visit.go('/history?type=MemberRegistered');
    await page.getByRole('option').first().click();
    await page.getByText('masked', { exact: true }).nth(2).waitFor();
    expect(await page.getByText('@example.org').count()).toBe(1);
    await visit.go('/history?type=PersonalDataRevealed');
    await pane(size, 'As it was then');
    await page.getByText(`Amara asked, on a ${size.name}`).first().waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('is walked from end to end, by keys and by scrolling, on a $name', async (size) => {
    visit = await console_.openAs('auditor@example.org', size, '/history');
    const { page } = visit;
    const events = page.getByRole('listbox', { name: 'Events' });
    const selected = events.getByRole('option', { selected: true });
    await selected.waitFor();
    const number = async () => Number(/#(\d+)/.exec(await selected.innerText())?.[1]);
    const newest = await number();
    const at = (what: number | RegExp) => selected.filter({ hasText: typeof what === 'number' ? new RegExp(`#${what}(?!\\d)`) : what }).waitFor();
    await page.keyboard.press('k');
    await at(newest - 1);
    await page.keyboard.press('Home');
    await page.getByRole('option', { name: /#3(?!\d)/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await at(3);
    // However long the log, few rows are drawn; what follows is read as one scrolls.
    for (const reached = page.getByRole('option', { name: /#40\d/ }).first(); !(await reached.isVisible()); ) {
      await events.evaluate((box) => box.scrollTo(0, Math.min(box.scrollHeight, 400 * 76)));
      await page.waitForTimeout(50);
    }
    expect(await page.getByRole('option').count()).toBeLessThan(60);
    await page.keyboard.press('End');
    await at(newest);
    await page.getByRole('button', { name: 'Jump to …' }).click();
    await page.getByLabel('Number of an event').fill('192');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    await at(192);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await at(/#19[4-9]/);
    await page.getByRole('button', { name: 'Pause' }).click();
    // Whoever has dragged the scrubber steps on by letters; however fast, the service is asked now and then.
    await page.getByRole('slider').focus();
    const from = await number();
    let asked = 0;
    page.on('request', (request) => (asked += request.url().includes('/api/') ? 1 : 0));
    for (let step = 0; step < 60; step++) await page.keyboard.press('j');
    await at(from + 60);
    expect(asked).toBeLessThan(60);
    expect(visit.complaints()).toEqual([]);
  });

  it('steps on once what lies before has come, and says what it cannot read', async () => {
    visit = await console_.openAs('auditor@example.org', DESK, '/dashboard');
    const { page, context } = visit;
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    let [pages, isCut] = [0, true];
    // The pages before the newest: the first takes long, those before it do not come.
    await page.route(/\/api\/v1\/events\?(?=.*after=)(?=.*limit=200)/, async (route) => {
      if (pages++ === 0) await held;
      else if (isCut) return route.abort();
      return route.continue();
    });
    await visit.go('/history');
    const selected = page.getByRole('listbox', { name: 'Events' }).getByRole('option', { selected: true });
    await selected.waitFor();
    const number = async () => Number(/#(\d+)/.exec(await selected.innerText())?.[1]);
    const newest = await number();
    const at = (what: number) => selected.filter({ hasText: new RegExp(`#${what}(?!\\d)`) }).waitFor();
    for (let step = 0; step < 203; step++) await page.keyboard.press('k');
    await at(newest - 199);
    await page.getByRole('region', { name: 'Events' }).getByRole('progressbar').waitFor();
    letThrough();
    await at(newest - 203);
    // What was pressed while nothing could be read is not made up for.
    for (let step = 203; step < 399; step++) await page.keyboard.press('k');
    await at(newest - 399);
    const unread = page.getByRole('region', { name: 'Events' }).getByText('This could not be read');
    await unread.waitFor();
    for (let step = 0; step < 3; step++) await page.keyboard.press('k');
    isCut = false;
    await unread.waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await at(newest - 400);

    const pane = page.getByRole('region', { name: 'What changed' });
    await pane.getByRole('listitem').or(pane.getByText('Nothing')).first().waitFor();
    await context.setOffline(true);
    await page.keyboard.press('k');
    await at(newest - 401);
    await pane.getByText('This could not be read: The service cannot be reached.').first().waitFor();
    await page.getByRole('region', { name: 'As it was then' }).getByText('This could not be read').waitFor();
    expect(await pane.getByRole('listitem').count()).toBe(0);
    await context.setOffline(false);
    await pane.getByText('This could not be read').first().waitFor({ state: 'detached' });
    expect(visit.complaints(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)).toEqual([]);
  });

  it('is neither offered nor shown to members', async () => {
    visit = await console_.openAs('jonas@example.org', DESK, '/history');
    await visit.page.getByText('There is nothing here that you may see.').first().waitFor();
    expect(await visit.page.getByRole('navigation').getByRole('link', { name: 'History' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });
});
