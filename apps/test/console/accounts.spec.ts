/** Who may sign in, as what; one's own account; keys; and what somebody chose, in every browser of theirs. */
import { DESK, inBrowser, SIZES, useConsole, type Visit } from '../browser.js';
import { tokenIn } from '../mailbox.js';

const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';

inBrowser('Accounts, in the console', () => {
  const console_ = useConsole();

  it.each(SIZES)('people are invited as members, and get and lose roles, on a $name', async (size) => {
    const visit = await console_.openAs('admin@example.org', size, '/accounts/create');
    const { page } = visit;
    // Before anybody is invited: where no mail goes, that it does not.
    await page.getByText('Mail is not delivered here').waitFor();
    // Two of the sample community who have no account yet.
    const [name, email] = size.name === 'desk' ? (['Priya Nair', 'priya@example.net'] as const) : (['Tomáš Novák', 'tomas@example.net'] as const);
    await page.getByRole('combobox', { name: 'Member' }).fill(name.slice(0, 4));
    await page.getByRole('option', { name }).click();
    // The address they have told comes by itself; it can be another one.
    await page.locator('input[name=email][value$="@example.org"]').waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('heading', { name: email, level: 2 }).waitFor();
    await console_.api.mails.next(email, /invitation/i);
    await page.getByRole('link', { name }).click();
    await page.getByRole('link', { name: 'Invited', exact: true }).click();
    await page.getByRole('button', { name: 'Give a role' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The rest. But an administrator').waitFor();
    await dialog.getByRole('button', { name: 'Give a role' }).click();
    const role = page.getByRole('main').getByText('Administrator', { exact: true });
    await role.waitFor();
    await page.getByRole('button', { name: 'Take a role away' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Needed for one evening alone.');
    await page.getByRole('dialog').getByRole('button', { name: 'Take a role away' }).click();
    await role.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Disabled', { exact: true }).waitFor();
    await visit.picture('account');
    expect(visit.complaints()).toEqual([]);
  });

  it('invitations go out again, several at once, and to nobody who has come', async () => {
    const emails = ['again-1@example.org', 'again-2@example.org'];
    for (const email of emails) {
      await console_.api.raw('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email }) });
      await console_.api.mails.next(email, /invitation/i);
    }
    const visit = await console_.openAs('admin@example.org', DESK, '/accounts');
    const { page } = visit;
    for (const name of [...emails, 'Jonas Weber']) await page.getByRole('row', { name: new RegExp(name) }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Invite again (2)' }).click();
    await page.getByText('2 invitations are on their way again.').waitFor();
    for (const email of emails) expect(tokenIn(await console_.api.mails.next(email, /invitation/i), 'invitation')).toBeTruthy();
    await page.getByLabel('Show').click();
    await page.getByRole('option', { name: 'Auditors' }).click();
    await page.getByRole('link', { name: 'auditor@example.org' }).waitFor();
    await page.getByRole('row', { name: /Jonas Weber/ }).waitFor({ state: 'detached' });
    expect(visit.complaints()).toEqual([]);
  });

  it('are read by auditors without addresses, and not offered to members', async () => {
    const auditor = await console_.openAs('auditor@example.org', DESK, '/accounts');
    await auditor.page.getByRole('row', { name: /Jonas Weber/ }).waitFor();
    expect(await auditor.page.getByText('jonas@example.org').count()).toBe(0);
    expect(await auditor.page.getByRole('link', { name: 'Invite somebody' }).count()).toBe(0);
    const member = await console_.openAs('jonas@example.org', DESK, '/');
    await member.page.getByRole('navigation').getByRole('link', { name: 'Groups' }).waitFor();
    expect(await member.page.getByRole('navigation').getByRole('link', { name: 'People and roles' }).count()).toBe(0);
    expect(await member.page.locator('nav [aria-current="page"]').allInnerTexts()).toEqual(['Dashboard']);
    for (const { complaints } of [auditor, member]) expect(complaints()).toEqual([]);
  });

  it.each([DESK])('a key is made, used, renewed and revoked, on a $name', async (size) => {
    const visit = await console_.openAs('jonas@example.org', size, '/account');
    const { page } = visit;
    const use = async (secret: string, path: string) => (await fetch(`${console_.api.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${secret}` } })).status;
    const shownSecret = async () => (await page.getByRole('dialog').getByText(/^relocon_/).innerText()).trim();
    await page.getByRole('link', { name: 'Manage keys' }).click();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('What is it for?').fill(`Reads meetings, by ${size.name}`);
    await page.getByLabel('Only what I choose').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click();
    await page.getByText('Choose at least one.').waitFor();
    await page.getByRole('group', { name: 'Read' }).getByLabel('Meetings, answers, attendance').check();
    await visit.picture('key');
    await page.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click();
    const first = await shownSecret();
    expect([await use(first, 'meetings'), await use(first, 'members')]).toEqual([200, 403]);
    await page.getByText(`curl -H "Authorization: Bearer ${first}" ${console_.api.url}/api/v1/meetings`).waitFor();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    const card = page.getByRole('listitem').filter({ hasText: `by ${size.name}` });
    await card.getByText('Meetings, answers, attendance (read)').waitFor();
    await card.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await page.getByText('The secret before it works on until').waitFor();
    const second = await shownSecret();
    expect([second === first, await use(first, 'meetings'), await use(second, 'meetings')]).toEqual([false, 200, 200]);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await card.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('It was only tried.');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await card.getByText('Revoked', { exact: true }).first().waitFor();
    expect([await use(first, 'meetings'), await use(second, 'meetings')]).toEqual([401, 401]);
    expect(await card.getByRole('button').count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });

  it.each([DESK])('a password is changed, and every other session ends, on a $name', async (size) => {
    const email = 'noor@example.org';
    const [here, there] = [await console_.openAs(email, size, '/account'), await console_.openAs(email, size, '/account')];
    const { page } = here;
    await page.getByRole('button', { name: 'Change the password' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Present password').fill('not the password');
    await dialog.getByLabel('New password').fill('four words nobody guesses');
    await dialog.getByRole('button', { name: 'Change the password' }).click();
    await dialog.getByText('The password is not right.').waitFor();
    await dialog.getByLabel('Present password').fill(console_.password);
    await dialog.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password is changed. All other sessions have ended.').waitFor();
    await page.getByText('This browser').waitFor();
    expect(await page.getByRole('button', { name: 'End', exact: true }).count()).toBe(0);
    await there.page.reload();
    await there.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByLabel('E-mail address').waitFor();
    expect([...here.complaints(/401/), ...there.complaints(/401/)]).toEqual([]);
  });

  it.each([DESK])('a saved query and the colours are there in another browser, on a $name', async (size) => {
    const email = 'amara@example.org';
    const first = await console_.openAs(email, size, '/groups');
    const { page } = first;
    await page.getByPlaceholder('Search').fill('builders');
    await page.getByText('Night').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Save current query' }).click();
    await page.getByLabel('Query name').fill('What I build');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Profile' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.keyboard.press('Escape');
    await until(async () => (await kept(first)).join() === 'groups.savedQueries,theme');
    const second = await console_.openAs(email, size, '/groups');
    await second.page.getByRole('link', { name: /Second Shift/ }).waitFor();
    await second.page.getByRole('button', { name: 'Add filter' }).click();
    await second.page.getByRole('menuitem', { name: 'What I build' }).click();
    await second.page.getByRole('link', { name: /Second Shift/ }).waitFor({ state: 'detached' });
    await second.page.getByRole('link', { name: /Co-op Builders/ }).waitFor();
    expect(await second.page.evaluate(BACKGROUND)).toBe('rgb(18, 21, 20)');
    // Somebody else who signs in at the same browser, slow as it is, is not led to where they were, and sees none of it.
    const tools = await second.context.newCDPSession(second.page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await second.page.getByRole('button', { name: 'Profile' }).click();
    await second.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await second.signIn('auditor@example.org');
    expect(second.page.url()).toMatch(/#\/$/);
    await second.go('/groups');
    await second.page.getByRole('link', { name: /Second Shift/ }).waitFor();
    // Nothing to add, and nothing that was saved.
    expect(await second.page.getByRole('button', { name: 'Add filter' }).count()).toBe(0);
    expect(await second.page.evaluate(BACKGROUND)).toBe('rgb(246, 247, 246)');
    for (const { complaints } of [first, second]) expect(complaints()).toEqual([]);
  });

  it('what one tab of a browser ends, ends in all: nothing is done in the name of whoever signs in next', async () => {
    const first = await console_.openAs('jonas@example.org', DESK, '/reflections/create');
    const beside = await first.context.newPage();
    await beside.goto(`${console_.api.url}/#/groups`);
    await beside.getByRole('banner').getByText('Jonas Weber').waitFor();
    // Where something is half written, the browser asks; whoever stays has nothing recorded.
    let asks = 0;
    first.page.on('dialog', (dialog) => void (asks++, dialog.dismiss()));
    await first.page.goto(`${console_.api.url}/#/actions/create`);
    await first.page.getByLabel('What will be done?').pressSequentially('Written by Jonas');
    await beside.getByRole('button', { name: 'Profile' }).click();
    await beside.getByRole('menuitem', { name: 'Sign out' }).click();
    await beside.getByLabel('E-mail address').fill('amara@example.org');
    await beside.getByLabel('Password').fill(console_.password);
    await beside.getByRole('button', { name: 'Sign in', exact: true }).click();
    await beside.getByRole('banner').getByText('Amara Okafor-Lang').waitFor();
    expect(asks).toBeGreaterThan(0);
    await first.page.getByRole('button', { name: 'Commit to an action' }).click();
    await first.page.getByText('somebody else has signed in there: nothing was done').waitFor();
    // A tab where nothing is written follows at once.
    const third = await first.context.newPage();
    await third.goto(`${console_.api.url}/#/stories`);
    await third.getByRole('banner').getByText('Amara Okafor-Lang').waitFor();
    await beside.getByRole('button', { name: 'Profile' }).click();
    await beside.getByRole('menuitem', { name: 'Sign out' }).click();
    await third.getByLabel('E-mail address').waitFor();
    expect(first.complaints()).toEqual([]);
  });

  /** Names of what the service keeps for whoever sits there. */
  const kept = ({ page }: Visit): Promise<string[]> => page.evaluate(async () => ((await (await fetch('/api/v1/me/preferences')).json()) as { items: { name: string }[] }).items.map(({ name }) => name));
  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise((again) => setTimeout(again, 50));
  }
});
