import { until } from '#event-sourcing-testing';
import { ok } from '../api.js';
import { DESK, inBrowser, PHONE, SIZES, useConsole, type Visit } from '../browser.js';

/** As on the domain page: J = 70. */
const LEVELS = ['4 · self-sustaining', '3 · usual', '3 · usual', '2 · occasional', '3 · usual', '3 · usual', '2 · occasional', '1 · claimed'];
const CRITERIA = ['Learning is the stated purpose', 'Practitioners help others', 'Members commit time', 'Learning and teaching go both ways', 'Trust', 'Stories are shared', 'Action is built together', 'Key people are connected'];

inBrowser('Alignment reviews', () => {
  const console_ = useConsole();
  let visit: Visit;

  async function judge(levels: readonly string[]): Promise<void> {
    const { page } = visit;
    for (const [index, name] of CRITERIA.entries()) {
      const criterion = page.getByRole('region', { name: new RegExp(`^${name}`) });
      await criterion.getByRole('button', { name: levels[index] as string }).click();
      if (/^[34]/.test(levels[index] as string)) {
        await criterion.getByText(/Without evidence it counts as 2/).waitFor();
        await criterion.getByRole('button', { name: 'Link a document' }).click();
        await criterion.getByLabel('Title').fill('Minutes');
        await criterion.getByLabel('Address').fill('https://example.org/minutes');
        await criterion.getByRole('button', { name: 'Add', exact: true }).click();
      }
    }
  }

  /** One by its own button, without a mouse; the others together. */
  async function save(): Promise<void> {
    const { page } = visit;
    const first = page.getByRole('region', { name: new RegExp(`^${CRITERIA[0]}`) });
    await first.getByRole('button', { name: 'Save this score' }).press('Enter');
    await first.getByRole('button', { name: 'Save this score' }).waitFor({ state: 'detached' });
    // Whoever goes on by keyboard goes on from there.
    await first.locator('h2:focus, h3:focus').waitFor();
    await page.getByRole('button', { name: 'Save 7 scores' }).click();
    await page.getByRole('button', { name: /^Save/ }).first().waitFor({ state: 'detached' });
  }

  async function decide(): Promise<void> {
    const { page } = visit;
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.getByRole('dialog').getByLabel('Explanation').fill('What was judged was seen at three meetings.');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await page.getByText('The decision', { exact: true }).waitFor();
  }

  it('are scored, decided, appealed, and decided anew by somebody else', async () => {
    const [desk] = SIZES;
    visit = await console_.openAs('dagmar@example.org', desk, '/alignment-reviews/create');
    await visit.page.getByLabel('Group').click();
    await visit.page.getByRole('option', { name: 'Co-op Builders' }).click();
    await visit.page.getByRole('button', { name: 'Open a review' }).click();
    await visit.page.getByText('8 criteria are still to be judged.').waitFor();
    await judge(LEVELS);
    await visit.page.getByText('8 scores are not saved yet.').waitFor();
    // Half judged, it is there after a reload.
    await visit.page.reload();
    await visit.page.getByText('8 scores are not saved yet.').waitFor();
    await save();
    await visit.page.getByText('J = 70', { exact: true }).waitFor();
    await visit.picture('review-open');
    await decide();
    const first = visit.page.url();
    await visit.page.getByRole('button', { name: 'Recompute it' }).click();
    await visit.page.getByText('Every part comes out as it was stored.').waitFor();
    await visit.picture('review-decided');
    expect(visit.complaints()).toEqual([]);
    await visit.close();

    visit = await console_.openAs('amara@example.org', desk, new URL(first).hash.slice(1));
    await visit.page.getByRole('button', { name: 'Appeal' }).click();
    await visit.page.getByRole('dialog').getByLabel('Reason').fill('Two meetings were recorded late.');
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Appeal' }).click();
    await visit.page.getByText('This decision was appealed on').waitFor();
    expect(await visit.page.getByRole('link', { name: 'Open the second review' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
    await visit.close();

    visit = await console_.openAs('anneke@example.org', desk, new URL(first).hash.slice(1));
    await visit.page.getByRole('link', { name: 'Open the second review' }).click();
    await visit.page.getByText('This decision was appealed; the review answers the appeal').waitFor();
    await visit.page.getByRole('button', { name: 'Open a review' }).click();
    await visit.page.getByText('This review answers the appeal of an earlier decision.').waitFor();
    await judge(LEVELS.map(() => '2 · occasional'));
    await save();
    await visit.page.getByText('J = 50', { exact: true }).waitFor();
    await decide();
    await visit.page.getByRole('link', { name: 'Compare' }).first().click();
    await visit.page.getByRole('row', { name: /Judged \(J\) 70 50/ }).waitFor();
    expect(visit.complaints()).toEqual([]);
  }, 180_000);

  it('lead to what a level rests on, however much happened since', async () => {
    const { admin } = console_.api;
    const { id: groupId } = await ok(admin.POST('/api/v1/groups', { body: { name: 'Busy Hands', timeZone: 'Europe/Berlin', occurredAt: '2026-01-02T09:00:00Z' } }));
    const meeting = await ok(admin.POST('/api/v1/meetings', { body: { groupId, title: 'The first of many', startsAt: '2026-01-12T18:00:00Z', occurredAt: '2026-01-03T09:00:00Z' } }));
    const { id } = await ok(admin.POST('/api/v1/alignment-reviews', { body: { groupId } }));
    visit = await console_.openAs('dagmar@example.org', DESK, `/alignment-reviews/${id}/show`);
    const { page } = visit;
    const trust = page.getByRole('region', { name: /^Trust/ });
    await trust.getByRole('button', { name: '3 · usual' }).click();
    await trust.getByRole('button', { name: 'Link an event' }).click();
    await trust.getByRole('combobox').fill('many');
    await page.getByRole('option', { name: /^Meeting scheduled/ }).click();
    await trust.getByRole('button', { name: 'Link an event' }).click();
    await trust.getByRole('combobox').fill('founded');
    await page.getByRole('option', { name: /^Group founded/ }).click();
    await trust.getByRole('button', { name: /^Take away: Group founded/ }).click();
    await trust.getByRole('button', { name: 'Save this score' }).click();
    await trust.getByRole('button', { name: 'Save this score' }).waitFor({ state: 'detached' });
    // More than are offered to choose from.
    const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    for (let each = 0; each < 11; each++) await ok(admin.POST('/api/v1/meeting-series', { body: { groupId, title: `Weekly ${each}`, mode: 'inPerson', timeZone: 'Europe/Berlin', startTime: '18:00', durationMinutes: 60, from: day(1), until: day(350), rule: { frequency: 'weekly', interval: 1, weekday: 'tuesday' } } }));
    await page.reload();
    const rests = trust.getByRole('link', { name: 'Meeting scheduled · “The first of many” · 3 Jan 2026' });
    await rests.waitFor();
    await visit.picture('evidence');
    await rests.click();
    await until(() => page.url().endsWith(`/meetings/${meeting.id}/show`));
    expect(visit.complaints()).toEqual([]);
  }, 60_000);

  it('are scored on a phone with the score in sight, and decided below the last criterion', async () => {
    const { admin } = console_.api;
    const { id: groupId } = await ok(admin.POST('/api/v1/groups', { body: { name: 'Small Screens', timeZone: 'Europe/Berlin', occurredAt: '2026-01-02T09:00:00Z' } }));
    const { id } = await ok(admin.POST('/api/v1/alignment-reviews', { body: { groupId } }));
    visit = await console_.openAs('dagmar@example.org', PHONE, `/alignment-reviews/${id}/show`);
    const { page } = visit;
    const inShort = page.getByRole('status').filter({ hasText: 'To the decision' });
    await inShort.getByText('8 to judge').waitFor();
    await judge(LEVELS);
    expect(await inShort.innerText()).toMatch(/^70 · emerging\s+8 not saved\s/);
    expect(await inShort.evaluate((it) => it.getBoundingClientRect().top)).toBeLessThanOrEqual(48);
    await visit.picture('review-on-a-phone');
    await inShort.getByRole('button').press('Enter');
    await page.getByRole('button', { name: 'Save 8 scores' }).click();
    await page.getByRole('button', { name: /^Save/ }).first().waitFor({ state: 'detached' });
    const [last, deciding] = await Promise.all([page.getByRole('region', { name: new RegExp(`^${CRITERIA.at(-1)}`) }), page.getByRole('button', { name: 'Decide' })].map(async (each) => (await each.boundingBox())?.y ?? 0));
    expect(deciding).toBeGreaterThan(last as number);
    await decide();
    expect(visit.complaints()).toEqual([]);
  }, 60_000);

  it.each(SIZES)('are read on a $name by a facilitator, and the weights they go by', async (size) => {
    visit = await console_.openAs('noor@example.org', size, '/alignment-reviews');
    const { page } = visit;
    await page.getByRole('link', { name: /Second Shift/ }).first().waitFor();
    await visit.picture('reviews');
    await page.getByRole('link', { name: /Second Shift/ }).first().click();
    await page.getByText('What it comes to now').waitFor();
    await page.getByText(/4 criteria|Still to judge/).first().waitFor();
    // Facilitators follow, and judge nothing.
    expect(await page.getByRole('button', { name: 'Decide' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '3 · usual' }).count()).toBe(0);
    await visit.picture('review-read');
    await page.getByRole('link', { name: 'Version 1 of the formula' }).click();
    await page.getByRole('row', { name: 'Trust ★ 15' }).waitFor();
    expect(await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([size.width, size.width]);
    expect(visit.complaints()).toEqual([]);
  });
});
