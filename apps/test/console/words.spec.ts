import { inBrowser, SIZES, startConsole, type Console, type Size, type Visit } from '../browser.js';

const AMARA = { email: 'amara@example.org', name: 'Amara Okafor-Lang' };
const JONAS = { email: 'jonas@example.org', name: 'Jonas Weber' };
const NOOR = { email: 'noor@example.org', name: 'Noor Haddad' };

inBrowser('Reflections, help, actions, stories and introductions, in the console', () => {
  let console_: Console;
  const visits = new Map<string, Visit>();
  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...visits.values()].map((visit) => visit.close()));
    await console_.stop();
  });

  /** A browser of their own in which they have signed in, and stay so. */
  async function as({ email }: { email: string }, size: Size, path: string): Promise<Visit> {
    const known = visits.get(`${email} ${size.name}`);
    const visit = known ?? (await console_.open(size, path));
    visits.set(`${email} ${size.name}`, visit);
    await (known ? visit.go(path) : visit.signIn(email));
    return visit;
  }
  const choose = async ({ page }: Visit, label: string, name: string): Promise<void> => {
    await page.getByLabel(label).fill(name.split(' ')[0] as string);
    await page.getByRole('option', { name }).click();
  };

  it.each(SIZES)('a half-written reflection survives a reload and the end of a session, and becomes an action on a $name', async (size) => {
    const visit = await as(JONAS, size, '/reflections/create');
    const { page } = visit;
    const now = `Ask three clients by Friday, from a ${size.name}.`;
    await page.getByLabel('What happened?').fill('Two clients left.');
    await page.getByLabel('So what?').fill('I never asked what they could pay.');
    await page.getByLabel('Now what?').fill(now);
    await page.getByText('Draft kept').waitFor();
    await page.reload();
    await page.getByText('Draft kept').waitFor();
    expect(await page.getByLabel('Now what?').inputValue()).toBe(now);
    expect(await page.getByRole('radio', { name: 'Only me' }).isChecked()).toBe(true);

    await page.getByLabel('Make it an action next').check();
    await visit.picture('reflection-create');
    await visit.context.clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByLabel('Password').fill(console_.password);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This comes from your reflection.').waitFor();
    expect(await page.getByLabel('What will be done?').inputValue()).toBe(now);
    await page.getByLabel('What will be done?').fill(`Ask three clients what delivery is worth (${size.name})`);
    await page.getByRole('button', { name: 'Commit to an action' }).click();
    await page.getByRole('heading', { name: `Ask three clients what delivery is worth (${size.name})`, level: 2 }).waitFor();
    await page.getByRole('link', { name: 'a reflection of yours' }).click();
    await page.getByText('I never asked what they could pay.').waitFor();
    await visit.picture('reflection');
    expect(visit.complaints(/401/)).toEqual([]);
  });

  it('a draft is its writer’s alone: whoever signs in next in the same browser meets an empty form', async () => {
    const visit = await console_.open(SIZES[0], '/reflections/create');
    const { page } = visit;
    await visit.signIn(JONAS.email);
    await page.getByLabel('What happened?').fill('Nobody else reads this.');
    await page.getByText('Draft kept').waitFor();
    await page.getByRole('button', { name: 'Profile' }).click();
    await page.getByRole('menuitem', { name: 'Logout' }).click();
    await visit.signIn(AMARA.email);
    await visit.go('/reflections/create');
    await page.getByLabel('What happened?').waitFor();
    expect(await page.getByLabel('What happened?').inputValue()).toBe('');
    expect(await page.getByText('Draft kept').count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
    await visit.close();
  });

  it.each(SIZES)('help that one records, the other confirms at a tap in the list on a $name', async (size) => {
    const giver = await as(AMARA, size, '/help-exchanges/create');
    await choose(giver, 'Who was helped', JONAS.name);
    await giver.page.getByRole('button', { name: '1.5 h' }).click();
    await giver.page.getByLabel('With what').fill(`pricing on a ${size.name}`);
    await giver.page.getByRole('button', { name: 'Record help' }).click();
    await giver.page.getByRole('heading', { name: `pricing on a ${size.name}`, level: 2 }).waitFor();
    await giver.page.getByText('Waits for confirmation').waitFor();
    // Nobody confirms their own help.
    expect(await giver.page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);

    const receiver = await as(JONAS, size, '/help-exchanges');
    const row = receiver.page.getByRole(size.name === 'phone' ? 'listitem' : 'row').filter({ hasText: `pricing on a ${size.name}` });
    await row.getByText(/1.5 h/).waitFor();
    await receiver.picture('help');
    await row.getByRole('button', { name: 'Confirm' }).click();
    await row.getByText('Confirmed').waitFor();
    await giver.page.getByText('has confirmed it').waitFor();
    expect([...giver.complaints(), ...receiver.complaints()]).toEqual([]);
  });

  it.each(SIZES)('a story is told, and acknowledged by somebody else on a $name', async (size) => {
    const teller = await as(AMARA, size, '/stories/create');
    const title = `The second letter, on a ${size.name}`;
    await teller.page.getByLabel('Title').fill(title);
    await teller.page.getByLabel('The story').fill('I wrote to everybody.\n\nOne rang.');
    await teller.page.getByRole('radio', { name: 'Everybody' }).check();
    await teller.page.getByRole('button', { name: 'Tell a story' }).click();
    await teller.page.getByRole('heading', { name: title, level: 2 }).waitFor();
    expect(await teller.page.getByRole('button', { name: 'What I took from it' }).count()).toBe(0);

    const reader = await as(JONAS, size, '/stories');
    await reader.page.getByRole('link', { name: new RegExp(title) }).click();
    await reader.page.getByText('One rang.', { exact: true }).waitFor();
    await reader.page.getByRole('button', { name: 'What I took from it' }).click();
    await reader.page.getByLabel('What did you take from it?').fill('Ring before you write.');
    await reader.page.getByRole('dialog').getByRole('button', { name: 'What I took from it' }).click();
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
    await reader.page.getByText('Ring before you write.').waitFor();
    // Once each.
    expect(await reader.page.getByRole('button', { name: 'What I took from it' }).count()).toBe(0);
    await teller.page.getByText('Ring before you write.').waitFor();
    await reader.picture('story');
    expect([...teller.complaints(), ...reader.complaints()]).toEqual([]);
  });

  it('earlier versions of a story are there for whoever may read it', async () => {
    const { page, ...visit } = await as(NOOR, SIZES[1], '/stories?filter={"q":"telephone"}');
    await page.getByRole('link', { name: /The telephone call/ }).click();
    await page.getByText('Version 2 of 2').waitFor();
    await page.getByRole('button', { name: 'Earlier version' }).click();
    // The sample community told it under another title at first.
    await page.getByRole('heading', { name: 'Twenty-one euros', level: 3 }).waitFor();
    await page.getByText('Version 1 of 2').waitFor();
    await page.getByRole('button', { name: 'Later version' }).click();
    await page.getByText('Version 2 of 2').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('an introduction that one asks for, the other accepts on a $name', async (size) => {
    // Jonas seeks pricing, which Amara offers, and so she is among those he could learn from; Noor offers nothing that Amara seeks.
    const [seeker, teacher] = size.name === 'desk' ? [JONAS, AMARA] : [AMARA, NOOR];
    const asking = await as(seeker, size, '/introductions/create');
    if (teacher === AMARA) await asking.page.getByRole('button', { name: `Choose ${AMARA.name}` }).click();
    else await choose(asking, 'Who could teach', teacher.name);
    await asking.page.getByLabel('Why would you like to meet?').fill('One winter to price.');
    await asking.page.getByRole('button', { name: /an introduction|be introduced/ }).click();
    await asking.page.getByText('has not answered yet').waitFor();
    // Nobody answers for another.
    expect(await asking.page.getByRole('button', { name: 'Accept' }).count()).toBe(0);

    const answering = await as(teacher, size, '/introductions');
    const row = answering.page.getByRole(size.name === 'phone' ? 'listitem' : 'row').filter({ hasText: seeker.name }).filter({ hasText: teacher.name }).first();
    await answering.picture('introductions');
    await row.getByRole('button', { name: 'Accept' }).click();
    await row.getByText('Introduced').waitFor();
    await row.getByRole('link').first().click();
    await answering.page.getByText('One winter to price.').waitFor();
    await answering.picture('introduction');
    expect([...asking.complaints(), ...answering.complaints()]).toEqual([]);
  });
});
