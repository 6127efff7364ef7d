/** The main jobs without a mouse: nothing but keys is pressed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ok } from '../api.js';
import { DESK, inBrowser, PHONE, useConsole } from '../browser.js';

const MINUTE_MS = 60_000;

/** What has the focus: what it is called, and whether somebody who looks at the page sees that. */
interface Focused {
  name: string;
  seen: boolean;
}

/** Once the page has moved to where it is. */
const FOCUSED = `new Promise(requestAnimationFrame).then(() => {
  const at = document.activeElement;
  const text = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const name = at.getAttribute('aria-label') ?? (at.getAttribute('aria-labelledby') && text(at.getAttribute('aria-labelledby'))) ?? (at.labels?.length ? [...at.labels].map((label) => label.textContent).join(' ') : at.textContent);
  const { left, top, width, height } = at.getBoundingClientRect();
  // A notice may lie over a part of it.
  const shown = [0.1, 0.5, 0.9].some((across) => {
    const there = document.elementFromPoint(left + width * across, top + Math.min(height / 2, 20));
    return there !== null && (at.contains(there) || there.contains(at));
  });
  // Fields have a line and a colour of their own; what is pressed has a frame.
  const isField = at.matches('textarea, [role="combobox"], input:not([type="checkbox"], [type="radio"])');
  const framed = isField || getComputedStyle(at.closest('.MuiButtonBase-root') ?? at).outlineStyle !== 'none';
  return { name: at === document.body ? 'nothing' : name.trim(), seen: shown && framed && at.matches(':focus-visible') };
})`;

inBrowser('By keyboard alone', () => {
  const console_ = useConsole();

  const focused = (page: Page): Promise<Focused> => page.evaluate<Focused>(FOCUSED);

  /** Goes on until it is there, as somebody would who looks where they are. @throws where it is not on the way. */
  async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
    const way: string[] = [];
    for (let presses = 0; presses < 70; presses++) {
      const at = await focused(page);
      if (name.test(at.name) && presses > 0) {
        expect(at).toEqual({ name: at.name, seen: true });
        return;
      }
      way.push(at.seen ? at.name : `(${at.name})`);
      await page.keyboard.press(key);
    }
    throw new Error(`${name} is not on the way: ${way.join(' → ')}`);
  }
  /** Whoever goes on goes on from there, once what was pressed is gone. */
  const somethingHasFocus = (page: Page): Promise<unknown> => page.locator('body:not(:focus) :focus').waitFor();
  const press = async (page: Page, name: RegExp): Promise<void> => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  const goTo = async (page: Page, words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to …' }).waitFor();
    await page.keyboard.type(words);
    await page.getByRole('option', { name: new RegExp(words, 'i') }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Go to …' }).waitFor({ state: 'detached' });
  };

  it('somebody signs in, calls a roll, writes a reflection, and comes back to where they were', async () => {
    const groupId = (await console_.groups())['Co-op Builders'] as string;
    const title = 'Hands off the mouse';
    const { id } = await ok(console_.api.admin.POST('/api/v1/meetings', { body: { groupId, title, startsAt: new Date(Date.now() - 5 * MINUTE_MS).toISOString() } }));
    const outcomes = async (): Promise<string[]> => (await ok(console_.api.admin.GET('/api/v1/attendances', { params: { query: { meetingId: id, limit: 100 } } }))).items.map(({ outcome }) => outcome ?? 'none').sort();
    const visit = await console_.open(DESK);
    const { page } = visit;
    await page.getByLabel('E-mail address').waitFor();
    await tabTo(page, /^E-mail address/);
    await page.keyboard.type('amara@example.org');
    await tabTo(page, /^Password/);
    await page.keyboard.type(console_.password);
    await page.keyboard.press('Enter');
    await page.getByRole('banner').waitFor();

    await goTo(page, title);
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    await press(page, /^(Roll call|Call the roll)$/);
    await page.getByRole('button', { name: /mark as present/ }).first().waitFor();
    await press(page, /^Greta .*mark as present/);
    await page.getByRole('button', { name: /^Greta .*: Present/ }).waitFor();
    await press(page, /^Jonas .*another outcome/);
    await page.getByRole('menuitem', { name: 'Late' }).waitFor();
    await tabTo(page, /^Late/, 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Jonas .*: Late/ }).waitFor();
    // What had the focus has it again.
    expect((await focused(page)).name).toMatch(/^Jonas/);
    await press(page, /^End the roll call$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^All absent$/);
    // The last tap can be taken back until it is sent.
    await page.locator('[role="dialog"] button:enabled', { hasText: 'End the roll call' }).waitFor();
    await press(page, /^End the roll call$/);
    await page.getByText('Tap somebody to correct').waitFor();
    await somethingHasFocus(page);
    expect((await outcomes()).filter((outcome) => outcome !== 'absent')).toEqual(['late', 'present']);
    expect((await outcomes()).length).toBeGreaterThan(10);

    await goTo(page, 'Write a reflection');
    await page.getByLabel('What happened?').waitFor();
    await tabTo(page, /^What happened/);
    await page.keyboard.type('I pressed keys alone.');
    await tabTo(page, /^So what/);
    await page.keyboard.type('Nothing needed a hand on the mouse.');
    await press(page, /^Save$/);
    await page.getByText('Nothing needed a hand on the mouse.').waitFor();
    await page.waitForURL(/reflections\/[0-9a-f-]+\/show/);

    await goTo(page, 'Members');
    await page.getByRole('link', { name: 'Greta Holm' }).waitFor();
    await press(page, /^Greta Holm/);
    await page.getByRole('heading', { name: 'Greta Holm', level: 2 }).waitFor();
    await page.goBack();
    await page.locator('a:focus', { hasText: 'Greta Holm' }).waitFor();
    expect(visit.complaints()).toEqual([]);
  }, 120_000);

  it('somebody reviews a group, from opening to deciding', async () => {
    const visit = await console_.openAs('dagmar@example.org', DESK, '/');
    const { page } = visit;
    await goTo(page, 'Alignment reviews');
    await page.getByRole('link', { name: 'Open a review' }).waitFor();
    await press(page, /^Open a review$/);
    await page.getByText('A group has one open review at a time.').waitFor();
    await tabTo(page, /^Group\b/);
    await page.keyboard.type('Builders');
    await page.getByRole('option', { name: 'Co-op Builders' }).waitFor();
    // The others go once what was typed is looked for.
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page, /^Open a review$/);
    await page.getByText('8 criteria are still to be judged.').waitFor();
    for (let judged = 0; judged < 8; judged++) await press(page, /^2 · occasional$/);
    await press(page, /^Save 8 scores$/);
    await page.locator('button:enabled', { hasText: /^Decide$/ }).waitFor();
    await press(page, /^Decide$/);
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Explanation/);
    await page.keyboard.type('What was judged was seen at three meetings.');
    await press(page, /^Decide$/);
    await page.getByText('The decision', { exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await somethingHasFocus(page);
    expect(visit.complaints()).toEqual([]);
  }, 120_000);

  it('somebody invites to sign in, imports files, and looks at what was recorded, and at what is masked in it', async () => {
    const visit = await console_.openAs('admin@example.org', DESK, '/');
    const { page } = visit;
    const chosen = page.waitForEvent('filechooser', { timeout: 60_000 });
    await goTo(page, 'Invite somebody');
    await page.getByLabel('E-mail address').waitFor();
    await tabTo(page, /^E-mail address/);
    await page.keyboard.type('keys@example.org');
    await tabTo(page, /^Role/);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Auditor' }).waitFor();
    await page.keyboard.press('a');
    await page.locator('[role="option"]:focus', { hasText: /^A/ }).waitFor();
    while (!/^Auditor/.test((await focused(page)).name)) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[role="listbox"]').waitFor({ state: 'detached' });
    await tabTo(page, /^Reason/);
    await page.keyboard.type('Reads the books.');
    await press(page, /^Send the invitation$/);
    await page.getByText('The invitation is made.').first().waitFor();

    await goTo(page, 'Import');
    await page.getByText('Choose files').waitFor();
    await tabTo(page, /^Choose files/);
    await page.keyboard.press('Enter');
    await (await chosen).setFiles([{ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from('member_id,display_name\nkeys1,Ottilie\nkeys2,\n') }]);
    await page.getByRole('button', { name: 'Dry run' }).waitFor();
    await press(page, /^Dry run$/);
    await page.getByText('1 row would be taken, 0 repeated, 1 refused.').waitFor();
    await press(page, /^Import$/);
    await page.getByText('1 row taken, 0 repeated, 1 refused.').waitFor();

    await goTo(page, 'History');
    await page.getByRole('option', { selected: true }).filter({ hasText: 'Member registered' }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Reveal' }).waitFor();
    await press(page, /^Reveal$/);
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Why do you need/);
    await page.keyboard.type('To see that keys do it.');
    await press(page, /^Reveal$/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'As it was then' }).getByText('Ottilie').first().waitFor();
    await somethingHasFocus(page);
    expect(visit.complaints()).toEqual([]);
  }, 120_000);

  it('somebody plans a series of meetings, changes it from a date on, and ends it', async () => {
    const visit = await console_.openAs('amara@example.org', DESK, '/');
    const { page } = visit;
    await goTo(page, 'Plan a series');
    await page.getByLabel('Title').waitFor();
    await tabTo(page, /^Title/);
    await page.keyboard.type('Kept by keys');
    await tabTo(page, /^By the month/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await press(page, /^Plan a series$/);
    await page.getByRole('heading', { name: 'Kept by keys', level: 2 }).waitFor();
    await press(page, /^Change from a date on$/);
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Place/);
    await page.keyboard.type('Library');
    await press(page, /^Change from a date on$/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(/meetings? follow\./).waitFor();
    await press(page, /^End the series$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^End the series$/);
    await page.getByText('The series has ended.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await somethingHasFocus(page);
    expect(visit.complaints()).toEqual([]);
  }, 120_000);

  it('somebody looks for a group in the directory without having signed in', async () => {
    const visit = await console_.open(DESK, '/directory');
    const { page } = visit;
    await page.getByRole('heading', { name: 'Co-op Builders' }).waitFor();
    await tabTo(page, /^Words of name/);
    await page.keyboard.type('harbour');
    await press(page, /^Search$/);
    await page.getByRole('heading', { name: 'Co-op Builders' }).waitFor({ state: 'detached' });
    await press(page, /^Harbour Makers/);
    await page.getByText('How it came to this verdict').waitFor();
    await press(page, /^Back to all groups$/);
    await page.locator('main:focus', { hasText: 'Harbour Makers' }).waitFor();
    await press(page, /^Harbour Makers/);
    await page.locator('main:focus', { hasText: 'How it came to this verdict' }).waitFor();
    await page.goBack();
    await page.locator('a:focus', { hasText: 'Harbour Makers' }).waitFor();
    await press(page, /^Clear filters$/);
    await page.getByRole('heading', { name: 'Co-op Builders' }).waitFor();
    await somethingHasFocus(page);
    expect(visit.complaints()).toEqual([]);
  });

  it('somebody takes their timeline away, changes their password, and signs out everywhere', async () => {
    const visit = await console_.openAs('anneke@example.org', DESK, '/');
    const { page } = visit;
    await goTo(page, 'My page');
    await page.getByRole('heading', { name: 'Anneke de Vries', level: 2 }).waitFor();
    await tabTo(page, /^Profile$/);
    await tabTo(page, /^My data$/, 'ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('Who looked at my data').waitFor();
    const taken = page.waitForEvent('download');
    await press(page, /^CSV/);
    expect(readFileSync(await (await taken).path(), 'utf8')).toMatch(/^\uFEFF?id,/);
    await page.locator('button:enabled:focus', { hasText: 'CSV' }).waitFor();

    await goTo(page, 'My account');
    await page.getByText('Who I am here').waitFor();
    await press(page, /^Change the password$/);
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Present password/);
    await page.keyboard.type(console_.password);
    await tabTo(page, /^New password/);
    await page.keyboard.type('nobody guesses these five words');
    await press(page, /^Change the password$/);
    await page.getByText('Your password is changed.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await somethingHasFocus(page);
    await press(page, /^Sign out everywhere$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^Sign out everywhere$/);
    await page.getByLabel('E-mail address').waitFor();
    expect(visit.complaints(/401/)).toEqual([]);
  });

  it('who lets go of a field, as of the keys of a phone, does not get it back', async () => {
    const visit = await console_.open(PHONE);
    const { page } = visit;
    await visit.openSession('auditor@example.org');
    await page.goto('about:blank');
    // What happens before changes are followed is read with the list, and no news.
    const followed = page.waitForResponse((response) => response.url().includes('/api/v1/changes'));
    await visit.go('/members');
    await followed;
    await page.getByPlaceholder('Search').fill('Gre');
    await page.getByText('Amara').waitFor({ state: 'detached' });
    await page.getByText('Greta Holm').waitFor();
    // Whoever hears the page is told what the search has brought.
    await page.getByRole('status').getByText('1 to 1 of 1', { exact: true }).waitFor();
    await page.getByPlaceholder('Search').evaluate((field) => field.blur());
    await ok(console_.api.admin.POST('/api/v1/members', { body: { displayName: 'Gregor Anders' } }));
    await page.getByRole('button', { name: '1 new – show' }).waitFor();
    expect((await focused(page)).name).toBe('nothing');
    expect(visit.complaints()).toEqual([]);
  });
});
