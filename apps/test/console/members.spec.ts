import { readFileSync } from 'node:fs';
import { until } from '#event-sourcing-testing';
import { DESK, inBrowser, PHONE, SIZES, useConsole, type Size, type Visit } from '../browser.js';

inBrowser('Members, in the console', () => {
  const console_ = useConsole();
  let visit: Visit;

  async function enter(size: Size, email: string, path: string): Promise<Visit['page']> {
    visit = await console_.openAs(email, size, path);
    return visit.page;
  }

  it.each(SIZES)('see their page as it was and as it was known, on a $name', async (size) => {
    const { title, asOf, knownAt, correctedOn } = console_.samples.correction;
    const page = await enter(size, 'amara@example.org', '/me');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByRole('button', { name: 'Meetings', exact: true }).click();
    await page.getByRole('button', { name: 'Look back' }).click();
    await page.locator('input[type=date][aria-label="As it was on"]').fill('1990-01-01');
    await page.getByText(/^A day from .* to /).waitFor();
    await page.locator('input[type=date][aria-label="As it was on"]').fill(asOf);
    await page.getByText(`Was at ${title}`).waitFor();
    await page.getByText(`Corrected on ${inWords(correctedOn)}; before: absent.`).waitFor();

    await page.locator('input[type=date][aria-label="As known on"]').fill(knownAt);
    await page.getByText(`Was absent from ${title}`).waitFor();
    await page.getByRole('status').getByText(`As it was on ${inWords(asOf)}, as known on ${inWords(knownAt)}`).waitFor();
    expect(await page.getByText(`Was at ${title}`).count()).toBe(0);
    // Nothing is changed in the past.
    expect(await page.getByRole('link', { name: 'Change my profile' }).count()).toBe(0);
    await visit.picture('member-past');

    // It can be linked to.
    await page.reload();
    await page.getByText(`Was absent from ${title}`).waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByText('Everything as it is now').waitFor();
    await page.getByRole('link', { name: 'Change my profile' }).waitFor();
    expect(page.url()).not.toMatch(/asOf|knownAt/);
    expect(visit.complaints()).toEqual([]);
  });

  it.each([PHONE])('offer a skill, and withdraw it, on a $name', async (size) => {
    const skill = `listening by ${size.name}`;
    const page = await enter(size, 'amara@example.org', '/me');
    await page.getByRole('button', { name: 'Offer a skill' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Skill' }).fill(skill);
    await page.getByRole('option', { name: skill }).click();
    await dialog.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option', { name: 'Level 2 of 5' }).click();
    await dialog.getByRole('button', { name: 'Offer a skill' }).click();
    const offer = page.getByRole('listitem').filter({ hasText: skill });
    await offer.getByRole('img', { name: 'Level 2 of 5' }).waitFor();
    await offer.getByRole('button', { name: 'Withdraw' }).click();
    await offer.waitFor({ state: 'detached' });

    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Profile' }).click();
    await page.getByText(`Offers ${skill} no more`).waitFor();
    await page.getByText(`Offers ${skill} at level 2`).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('take their timeline away, and answer the trust pulse once', async () => {
    const page = await enter(PHONE, 'jonas@example.org', '/me?tab=data');
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'NDJSON, for programs' }).click();
    expect(readFileSync(await (await file).path(), 'utf8')).toMatch(/"what":"joined"/);
    await visit.go('/trust-pulse');
    await page.getByRole('radiogroup').first().waitFor();
    for (const question of await page.getByRole('radiogroup').all()) await question.getByRole('radio', { name: 'mostly' }).check();
    await page.getByRole('button', { name: 'Count my answers' }).first().click();
    await page.getByText('Your answers are counted.').waitFor();
    await page.getByRole('main').getByRole('alert').getByText(/have been counted/).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('learn why whom they could learn from, and ask to be introduced, on a $name', async (size) => {
    // Amara seeks bookkeeping and offers pricing; both of these offer it, and seek pricing and one thing more: 50 + 20/2 + 15, and 5 for a common domain or 10 for never having met.
    const [name, score, reason] = size.name === 'desk' ? ['Fiona Gallagher', '85 of 100', 'You have never met.'] : ['Jonas Weber', '80 of 100', 'Belongs to a group about food co-operatives, as you do.'];
    const page = await enter(size, 'amara@example.org', '/me?tab=learn-from');
    // Whoever comes by a link sees which part of the page it leads to.
    const chosen = page.getByRole('tab', { selected: true });
    await until(async () => {
      const [tab, strip] = [await chosen.boundingBox(), await page.locator('.MuiTabs-scroller').boundingBox()];
      return tab !== null && strip !== null && tab.x > strip.x - 1 && tab.x + tab.width < strip.x + strip.width + 1;
    }, 'the chosen tab in sight');
    const suggestion = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: name as string }) });
    await suggestion.getByText(score as string).waitFor();
    await suggestion.getByText(reason as string).waitFor();
    await suggestion.getByText('Seeks pricing, which you offer.').waitFor();
    await suggestion.getByRole('button', { name: 'How the score comes about' }).click();
    await suggestion.getByText('50 of 50').waitFor();
    await suggestion.getByText('10 of 20').waitFor();
    await visit.picture('member-learn-from');
    await suggestion.getByRole('button', { name: 'Introduce me' }).click();
    await page.getByLabel('A word from you').fill('My books are a shoe box.');
    await page.getByRole('dialog').getByRole('button', { name: 'Introduce me' }).click();
    await page.getByText('Suggested. The answer is up to them now.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('read figures with what they count, a value story, and keep an address for their calendar, on a $name', async (size) => {
    const page = await enter(size, 'amara@example.org', '/me?tab=progress');
    const section = (heading: string | RegExp) => page.locator('section', { has: page.getByRole('heading', { name: heading }) });
    const { attendance, learned, acted } = await (await page.request.get(`${console_.api.url}/api/v1/members/${console_.samples.memberId}/progress`)).json();
    await section('Attendance').getByText(`${attendance.came} of ${attendance.expected}`, { exact: true }).waitFor();
    await page.getByText(`${learned.reflections} reflections`).waitFor();
    await section('Acted').getByText(`${acted.done} of ${acted.due}`).waitFor();
    const help = section(/^Hours of help/);
    await help.getByRole('button', { name: 'Show as table' }).click();
    await help.getByRole('columnheader', { name: 'Received' }).waitFor();
    expect(await help.getByRole('rowheader').count()).toBe(6);

    await visit.go('/me?tab=timeline&kind=learned');
    await page.getByRole('button', { name: 'What came of it' }).first().click();
    await page.getByText(/^Potential/).first().waitFor();
    await visit.picture('member-value-story');

    await visit.go('/me?tab=data');
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make an address' }).click();
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toMatch(/\/calendars\/.+\.ics$/);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('The address has ended.').waitFor();
    await page.getByText('No address yet.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each([PHONE])('show others less, and block without their knowing, on a $name', async (size) => {
    const page = await enter(size, 'jonas@example.org', '/members');
    await page.getByRole('link', { name: /Amara Okafor-Lang/ }).click();
    await page.getByRole('heading', { name: 'Amara Okafor-Lang', level: 2 }).waitFor();
    await page.getByText('Would like to learn').waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    for (const kept of ['amara@example.org', 'Pledged time', 'Withdraw', 'Edit']) expect(await page.getByText(kept, { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Block' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByText('You block Amara Okafor-Lang. Nobody else sees that.').waitFor();
    await page.getByRole('button', { name: 'Unblock' }).click();
    await page.getByRole('button', { name: 'Block' }).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each([DESK])('are registered and changed by administrators, who see who looked, on a $name', async (size) => {
    const name = `Ida of the ${size.name}`;
    const page = await enter(size, 'admin@example.org', '/members/create');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-mail address').fill(`ida@${size.name}.example.org`);
    await page.getByRole('button', { name: 'Register a member' }).click();
    await page.getByRole('heading', { name, level: 2 }).waitFor();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByText('Registered', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Interests').fill('Rope');
    await page.getByRole('button', { name: 'Save' }).click();
    // Saved, it leads to their page: whoever goes on before would be led away.
    await page.waitForURL(/\/show/);
    await page.getByText('Rope').first().waitFor();

    await visit.go(`/members/${console_.samples.memberId}/show?tab=data`);
    await page.getByText('Who looked at this page').waitFor();
    await page.getByText('Read the page').first().waitFor();
    expect(visit.complaints()).toEqual([]);
  });
});

/** `13 Oct 2026` */
function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
