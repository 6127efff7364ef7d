import { inBrowser, PHONE, SIZES, useConsole, type Visit } from '../browser.js';

inBrowser('The public directory', () => {
  const console_ = useConsole();
  let visit: Visit;

  it.each(SIZES)('is searched on a $name by somebody who has not signed in', async (size) => {
    visit = await console_.open(size, '/directory');
    const { page } = visit;
    const names = page.getByRole('listitem').getByRole('heading');
    await page.getByRole('heading', { name: 'War Story Circle' }).waitFor();
    expect(await names.allInnerTexts()).toEqual(['Co-op Builders', 'Harbour Makers', 'War Story Circle']);
    await visit.picture('directory');
    await page.getByLabel('Words of name, purpose or place').fill('harbour');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { name: 'Co-op Builders' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Harbour Makers' }).waitFor();
    expect(await names.allInnerTexts()).toEqual(['Harbour Makers']);
    expect(page.url()).toContain('q=harbour');
    await page.getByRole('link', { name: 'Harbour Makers' }).click();
    await page.getByText('How it came to this verdict').waitFor();
    await page.getByText('66 of 100, emerging').waitFor();
    await visit.picture('directory-group');
    await page.getByRole('link', { name: 'Back to all groups' }).click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: 'pricing' }).click();
    await page.getByRole('heading', { name: 'Harbour Makers' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Co-op Builders' }).waitFor();
    expect(await names.allInnerTexts()).toEqual(['Co-op Builders']);
    // What is asked for by a topic stands in the form, also where its field was folded away.
    await page.locator('input[name="domain"][value="pricing"]').waitFor();
    expect(await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([size.width, size.width]);
    expect(visit.complaints()).toEqual([]);
  });

  it.each([PHONE])('says on a $name how far away a group is, and what it cannot read', async (size) => {
    const { items } = (await (await console_.api.raw('/api/v1/groups?q=harbour')).json()) as { items: { id: string }[] };
    await console_.api.raw(`/api/v1/groups/${items[0]?.id}`, { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json', 'if-match': '*' }, body: JSON.stringify({ place: { text: 'Doca 7, Lisbon', latitude: 38.7, longitude: -9.17 } }) });
    visit = await console_.open(size, '/directory?near=38.7,-9.17&within=10');
    const { page } = visit;
    await page.getByText('Doca 7, Lisbon, 0 km away').waitFor();
    expect(await page.getByRole('listitem').getByRole('heading').allInnerTexts()).toEqual(['Harbour Makers']);
    await page.getByLabel('Near (latitude, longitude)').fill('Berlin');
    await page.getByRole('button', { name: 'Search' }).click();
    const wrong = page.getByText('Two numbers with a comma between them');
    await wrong.waitFor();
    // What was wrong is not said of a field that is empty.
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('heading', { name: 'Co-op Builders' }).waitFor();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });
});
