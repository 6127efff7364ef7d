/** The link that makes the first administrator, from the command line. */
import { passwordFor, Person, setUpBy } from './person.js';
import { workshop } from './workshop.js';

const shop = workshop();
const IDA = { email: 'ida@example.org', password: passwordFor('ida@example.org') };
const tokenOf = (out: string) => /#\/set-up\?token=([\w-]{43})\n$/.exec(out)?.[1] as string;

it('is printed alone while no service runs, for the address it will have, and works once one does', async () => {
  const { status, out } = await shop.run(['set-up-link']);
  expect([status, out]).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/#\/set-up\?token=[\w-]{43}\n$/)]);
  await shop.served(async (api) => {
    expect((await new Person(api).post('/api/v1/set-up', { ...IDA, token: tokenOf(out) })).status).toBe(201);
  });
});

it('is printed while a service runs, with that one’s address; the one before it works no longer', async () => {
  await shop.served(async (api) => {
    const [first, second] = [(await shop.run(['set-up-link'])).out, (await shop.run(['set-up-link'])).out];
    expect(second.startsWith(`${api.url}/#/set-up?token=`)).toBe(true);
    expect((await new Person(api).post('/api/v1/set-up', { ...IDA, token: tokenOf(first) })).problem).toBe('400 invalid-input');
    await setUpBy(api, second);
    const late = await shop.run(['set-up-link']);
    expect([late.status, late.out, late.err]).toEqual([1, '', expect.stringMatching(/set up already/)]);
  });
  expect((await shop.run(['set-up-link'])).status).toBe(1);
});

it('is there again for whoever was cut off in the middle of setting up', async () => {
  await shop.served(async (api) => {
    const { passwords } = api.service.runtime.people;
    const set = passwords.set.bind(passwords);
    passwords.set = () => Promise.reject(new Error('cut off'));
    const first = (await shop.run(['set-up-link'])).out;
    const cutOff = await fetch(`${api.url}/api/v1/set-up`, { method: 'POST', headers: { 'content-type': 'application/json', origin: api.url }, body: JSON.stringify({ ...IDA, token: tokenOf(first) }) });
    expect(cutOff.status).toBe(500);
    passwords.set = set;
    await setUpBy(api, (await shop.run(['set-up-link'])).out);
    expect((await new Person(api).signIn(IDA.email, IDA.password)).status).toBe(201);
    expect((await shop.run(['set-up-link'])).status).toBe(1);
  });
});
