/** Whom to learn from, and being put in touch, over HTTP: scores by hand, and blocks that nobody can tell from a full calendar. */
import { ok, problem, startTestService, type Client, type TestService } from './api.js';
import { at, makeWorld, type World } from './world.js';

let api: TestService;
let world: World;
beforeAll(async () => {
  api = await startTestService();
  world = await makeWorld(api);
});
afterAll(() => api.stop());

type Name = keyof World['people'];
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const head = async () => (await ok(api.admin.GET('/api/v1/operations/views'))).head;
const say = (id: string) => ({ params: at(id) });

async function learnFrom(client: Client, memberId: string, query: { groupId?: string; limit?: number } = {}) {
  return ok(client.GET('/api/v1/members/{id}/learn-from', { params: { ...at(memberId), query, header: { 'Relocon-After': await head() } } }));
}

const read = async (client: Client, id: string) => ok(client.GET('/api/v1/introductions/{id}', { params: { ...at(id), header: { 'Relocon-After': await head() } } }));
const seek = (id: string, skill: string, level?: number) => ok(api.admin.POST('/api/v1/members/{id}/seek-skill', { ...say(id), body: { skill, ...(level !== undefined && { level }) } }));
const offer = (id: string, skill: string, level?: number) => ok(api.admin.POST('/api/v1/members/{id}/offer-skill', { ...say(id), body: { skill, ...(level !== undefined && { level }) } }));
const pledge = (id: string, hoursPerMonth = 6) => ok(api.admin.POST('/api/v1/members/{id}/pledge-time', { ...say(id), body: { hoursPerMonth } }));
const take = (id: string, capacity: number) => ok(api.admin.POST('/api/v1/members/{id}/set-introduction-capacity', { ...say(id), body: { capacity } }));

async function attended(startsAt: string, ...members: Name[]): Promise<void> {
  const { id } = await ok(api.admin.POST('/api/v1/meetings', { body: { groupId: world.groupId, title: 'An evening', startsAt } }));
  await ok(api.admin.POST('/api/v1/meetings/{id}/record-attendance', { ...say(id), body: { entries: members.map((each) => ({ memberId: world.people[each], outcome: 'present' as const })) } }));
}

/** Somebody new, of the group, who offers a skill that nobody else offers. */
async function somebody(skill: string): Promise<{ id: string; client: Client }> {
  const { id } = await ok(api.admin.POST('/api/v1/members', { body: { displayName: `Teacher of ${skill}` } }));
  await ok(api.admin.POST('/api/v1/groups/{id}/join', { ...say(world.groupId), body: { memberId: id } }));
  await offer(id, skill);
  return { id, client: await api.as({ memberId: id }) };
}

describe('Whom to learn from', () => {
  beforeAll(async () => {
    const { people, otherGroupId } = world;
    const { ada, ben, cleo, dan, eve } = people;
    await ok(api.admin.POST('/api/v1/groups/{id}/adopt-charter', { ...say(otherGroupId), body: { purpose: 'Nights', domain: ['boats'] } }));
    await seek(ben, 'Pricing', 3);
    await seek(ben, 'Law');
    await offer(ben, 'Hiring');
    // Ada covers one of two, seeks what Ben offers, has both places free, met him long ago, and is of his group.
    await offer(ada, 'pricing', 4);
    await seek(ada, 'HIRING');
    await pledge(ada);
    await attended('2025-03-11T17:00:00Z', 'ada', 'ben');
    // Cleo covers one of two, has pledged nothing, met him ten days ago, and is of his group.
    await offer(cleo, 'law');
    await attended(daysAgo(10), 'ben', 'cleo');
    // Dan covers both, has all three places free, never met him, and is of a group about something else.
    await offer(dan, 'Pricing');
    await offer(dan, 'LAW', 1);
    await pledge(dan);
    await take(dan, 3);
    // Eve belongs to no group; Gil offers less than is sought.
    await offer(eve, 'pricing', 5);
    const gil = await somebody('sailing');
    await offer(gil.id, 'pricing', 2);
  });

  it('is suggested best first, with the score, its parts and why', async () => {
    const { people, keys } = world;
    const { ada, ben, cleo, dan } = people;
    // 25 + 20 + 15 + 10 + 5 = 75 and 50 + 0 + 15 + 10 + 0 = 75, so by id; 25 + 0 + 0 + 0 + 5 = 30.
    const expected = {
      memberId: ben,
      items: [
        {
          memberId: ada,
          displayName: 'Ada Lund',
          score: 75,
          parts: { skills: 25, reciprocity: 20, availability: 15, notMetRecently: 10, sameDomain: 5 },
          skills: ['Pricing'],
          reasons: ['Offers Pricing at level 4, which you seek.', 'Seeks HIRING, which you offer.', 'Has pledged time, and takes another introduction.', 'You have not met in the last 90 days.', 'Belongs to a group about pricing, as you do.'],
        },
        {
          memberId: dan,
          displayName: 'Dan Ost',
          score: 75,
          parts: { skills: 50, reciprocity: 0, availability: 15, notMetRecently: 10, sameDomain: 0 },
          skills: ['Pricing', 'Law'],
          reasons: ['Offers Pricing, which you seek.', 'Offers Law at level 1, which you seek.', 'Has pledged time, and takes another introduction.', 'You have never met.'],
        },
        {
          memberId: cleo,
          displayName: 'Cleo Zürn',
          score: 30,
          parts: { skills: 25, reciprocity: 0, availability: 0, notMetRecently: 0, sameDomain: 5 },
          skills: ['Law'],
          reasons: ['Offers Law, which you seek.', 'Belongs to a group about pricing, as you do.'],
        },
      ],
    };
    expect(ada < dan).toBe(true);
    expect(await learnFrom(keys.ben, ben)).toEqual(expected);
    expect(await learnFrom(api.admin, ben)).toEqual(expected);
    expect((await learnFrom(keys.ben, ben, { limit: 1 })).items).toEqual(expected.items.slice(0, 1));
  });

  it('is asked among the people of one’s own groups, where one wants', async () => {
    const { people, keys, groupId, otherGroupId } = world;
    expect((await learnFrom(keys.ben, people.ben, { groupId })).items.map((item) => item.memberId)).toEqual([people.ada, people.cleo]);
    // Who belongs to another group is not for Ben to know, nor whether there is one.
    for (const other of [otherGroupId, people.ben]) expect(await problem(keys.ben.GET('/api/v1/members/{id}/learn-from', { params: { ...at(people.ben), query: { groupId: other } } }))).toBe('404 not-found');
  });

  it('is nobody for whoever seeks nothing, and unknown for a member who is', async () => {
    expect((await learnFrom(world.keys.cleo, world.people.cleo)).items).toEqual([]);
    expect(await problem(api.admin.GET('/api/v1/members/{id}/learn-from', { params: at(world.groupId) }))).toBe('404 not-found');
  });

  it('is nobody who has left', async () => {
    const { people, keys, otherGroupId } = world;
    await ok(api.admin.POST('/api/v1/groups/{id}/leave', { ...say(otherGroupId), body: { memberId: people.dan } }));
    expect((await learnFrom(keys.ben, people.ben)).items.map((item) => item.memberId)).toEqual([people.ada, people.cleo]);
    await ok(api.admin.POST('/api/v1/groups/{id}/join', { ...say(otherGroupId), body: { memberId: people.dan } }));
    expect((await learnFrom(keys.ben, people.ben)).items.map((item) => item.memberId)).toEqual([people.ada, people.dan, people.cleo]);
  });
});

/** Status, headers that depend on what was asked, and text. */
async function whole(answer: Promise<Response>): Promise<unknown[]> {
  const response = await answer;
  return [response.status, response.headers.get('content-type'), response.headers.get('etag'), await response.text()];
}

it('answers of a block, either way, exactly what it answers of somebody who is fully loaded', async () => {
  const { people, keys, groupId } = world;
  const gus = await somebody('glazing');
  const hal = await somebody('glazing');
  await seek(people.ben, 'glazing');
  const other = await somebody('pottery');
  await seek(other.id, 'glazing');
  const post = (secret: string, body: object) => api.raw('/api/v1/introductions', { method: 'POST', key: secret, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answers = async () => {
    const after = { 'relocon-after': await head() };
    return {
      asked: await whole(api.raw(`/api/v1/members/${people.ben}/learn-from?limit=50`, { key: keys.ben.secret, headers: after })),
      inGroup: await whole(api.raw(`/api/v1/members/${people.ben}/learn-from?groupId=${groupId}&limit=50`, { key: keys.ben.secret, headers: after })),
      suggested: await whole(post(keys.ben.secret, { seekerId: people.ben, teacherId: gus.id })),
      noted: await whole(post(keys.ben.secret, { seekerId: people.ben, teacherId: gus.id, note: 'Please.' })),
      byFacilitator: await whole(post(keys.ada.secret, { seekerId: people.ben, teacherId: gus.id, groupId })),
      // Whoever is not concerned sees no difference either.
      theirs: (await learnFrom(other.client, other.id)).items.map((item) => item.memberId),
      page: await whole(api.raw(`/api/v1/members/${gus.id}`, { key: keys.ben.secret, headers: after })),
    };
  };
  const block = async (blocker: { id: string; client: Client }, blocked: string, verb: 'block' | 'unblock') => ok(blocker.client.POST(`/api/v1/members/{id}/${verb}`, { ...say(blocker.id), body: { blockedMemberId: blocked } }));
  await block(gus, people.ben, 'block');
  const blocked = await answers();
  expect([(JSON.parse(blocked.asked[3] as string) as { items: { memberId: string }[] }).items.map((item) => item.memberId).includes(hal.id), JSON.stringify(blocked.asked).includes(gus.id)]).toEqual([true, false]);
  expect(blocked.suggested[0]).toBe(409);
  expect(JSON.parse(blocked.suggested[3] as string)).toMatchObject({ type: 'urn:relocon:problem:not-available' });
  expect(blocked.byFacilitator).toEqual(blocked.suggested);
  expect(blocked.theirs).toContain(gus.id);
  await block(gus, people.ben, 'unblock');
  await ok(keys.ben.POST('/api/v1/members/{id}/block', { ...say(people.ben), body: { blockedMemberId: gus.id } }));
  expect(await answers()).toEqual(blocked);
  await ok(keys.ben.POST('/api/v1/members/{id}/unblock', { ...say(people.ben), body: { blockedMemberId: gus.id } }));
  await take(gus.id, 0);
  const { theirs, ...full } = await answers();
  expect(full).toEqual({ ...blocked, theirs: undefined });
  expect(theirs).not.toContain(gus.id);
  // With a place free and nobody blocked, it is another answer.
  await take(gus.id, 1);
  expect(JSON.stringify((await learnFrom(keys.ben, people.ben, { limit: 50 })).items)).toContain(gus.id);
  await ok(keys.ben.POST('/api/v1/introductions', { body: { seekerId: people.ben, teacherId: gus.id } }));
});

describe('An introduction', () => {
  it('is suggested by whoever seeks, accepted by the other, and then told on the timelines of both', async () => {
    const { people, keys } = world;
    const teacher = await somebody('baking');
    await pledge(teacher.id);
    await seek(people.cleo, 'Baking', 2);
    const { id, events, position } = await ok(keys.cleo.POST('/api/v1/introductions', { body: { seekerId: people.cleo, teacherId: teacher.id, note: 'Your rye.' } }));
    expect(events.map((event) => event.type)).toEqual(['IntroductionSuggested', 'IntroductionAccepted']);
    const suggested = await read(keys.cleo, id);
    expect(suggested).toEqual({
      id,
      seekerId: people.cleo,
      teacherId: teacher.id,
      memberIds: [people.cleo, teacher.id],
      groupId: null,
      // 50 + 0 + 15 + 10 + 5.
      score: 80,
      parts: { skills: 50, reciprocity: 0, availability: 15, notMetRecently: 10, sameDomain: 5 },
      skills: ['Baking'],
      reasonsForSeeker: ['Offers Baking, which you seek.', 'Has pledged time, and takes another introduction.', 'You have never met.', 'Belongs to a group about pricing, as you do.'],
      reasonsForTeacher: ['Seeks Baking up to level 2, which you offer.', 'You have never met.', 'Belongs to a group about pricing, as you do.'],
      note: 'Your rye.',
      acceptedBy: [people.cleo],
      declinedBy: null,
      declineReason: null,
      status: 'suggested',
      suggestedAt: expect.any(String),
      settledAt: null,
    });
    expect(await read(teacher.client, id)).toEqual(suggested);
    // Whoever waits for an answer is not suggested meanwhile, nor asked once more.
    expect((await learnFrom(keys.cleo, people.cleo)).items).toEqual([]);
    expect(await problem(keys.cleo.POST('/api/v1/introductions', { body: { seekerId: people.cleo, teacherId: teacher.id } }))).toBe('409 already-pending');
    await ok(teacher.client.POST('/api/v1/introductions/{id}/accept', { ...say(id), body: { memberId: teacher.id } }));
    expect(await read(keys.cleo, id)).toMatchObject({ status: 'accepted', acceptedBy: [people.cleo, teacher.id], settledAt: expect.any(String), score: 80 });
    expect(await ok(keys.cleo.GET('/api/v1/introductions/{id}', { params: { ...at(id), query: { position } } }))).toEqual(suggested);
    for (const [client, memberId, kind, other] of [[keys.cleo, people.cleo, 'learned', teacher.id], [teacher.client, teacher.id, 'taught', people.cleo]] as const) {
      const { items } = await ok(client.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), header: { 'Relocon-After': await head() } } }));
      expect(items.find((item) => item.what === 'introduced')).toMatchObject({ kind, memberIds: [other], details: { introductionId: id, skills: ['Baking'] } });
    }
    // They have met now, and one of the two places of each is taken: 50 + 0 + 7.5 + 0 + 5 = 62.5.
    expect((await learnFrom(keys.cleo, people.cleo)).items).toEqual([expect.objectContaining({ memberId: teacher.id, score: 63, parts: { skills: 50, reciprocity: 0, availability: 7.5, notMetRecently: 0, sameDomain: 5 } })]);
    expect((await ok(keys.cleo.GET('/api/v1/introductions', { params: { query: { memberIds: teacher.id, status: 'accepted' } } }))).items.map((item) => item.id)).toEqual([id]);
  });

  it('is suggested for two of a group by its facilitator, and may be declined, with a reason for the other', async () => {
    const { people, keys, groupId } = world;
    const teacher = await somebody('weaving');
    const learner = await somebody('spinning');
    expect(await problem(keys.ada.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id, note: 'n' } }))).toBe('403 forbidden');
    expect(await problem(keys.ada.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: people.dan, groupId, note: 'n' } }))).toBe('409 not-in-the-group');
    expect(await problem(keys.ada.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id, groupId } }))).toBe('422 note-needed');
    const { id } = await ok(keys.ada.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id, groupId, note: 'You should meet.' } }));
    expect(await read(learner.client, id)).toMatchObject({ acceptedBy: [], score: null, parts: null, skills: [], note: 'You should meet.', groupId });
    await ok(learner.client.POST('/api/v1/introductions/{id}/accept', { ...say(id), body: { memberId: learner.id } }));
    await ok(teacher.client.POST('/api/v1/introductions/{id}/decline', { ...say(id), body: { memberId: teacher.id, reason: 'Not before summer.' } }));
    expect(await read(learner.client, id)).toMatchObject({ status: 'declined', declinedBy: teacher.id, declineReason: 'Not before summer.' });
    const seen = await read(keys.ada, id);
    expect(seen).toMatchObject({ status: 'declined', declinedBy: teacher.id, note: 'You should meet.' });
    for (const field of ['declineReason', 'score', 'parts', 'reasonsForSeeker', 'reasonsForTeacher']) expect([field, field in seen]).toEqual([field, false]);
    expect(await problem(learner.client.POST('/api/v1/introductions/{id}/decline', { ...say(id), body: { memberId: learner.id } }))).toBe('409 already-answered');
    for (const client of [keys.ben, keys.dan]) expect(await problem(client.GET('/api/v1/introductions/{id}', { params: at(id) }))).toBe('404 not-found');
  });

  it('takes the places there are, and no more', async () => {
    const { people } = world;
    const teacher = await somebody('masonry');
    const learners = [await somebody('a'), await somebody('b'), await somebody('c')] as const;
    for (const { id } of learners) await seek(id, 'masonry');
    const ask = ({ id, client }: (typeof learners)[number]) => client.POST('/api/v1/introductions', { body: { seekerId: id, teacherId: teacher.id } });
    const first = await ok(ask(learners[0]));
    await ok(ask(learners[1]));
    // One after the other: nobody has to name a position for that.
    expect(await problem(ask(learners[2]))).toBe('409 not-available');
    expect((await learnFrom(learners[2].client, learners[2].id)).items).toEqual([]);
    await ok(teacher.client.POST('/api/v1/introductions/{id}/decline', { ...say(first.id), body: { memberId: teacher.id } }));
    await ok(ask(learners[2]));
    // An own capacity that is used up is told as such.
    const eager = await somebody('d');
    await take(eager.id, 0);
    expect(await problem(eager.client.POST('/api/v1/introductions', { body: { seekerId: eager.id, teacherId: people.ada, note: 'n' } }))).toBe('409 no-place-left');
  });

  it('is refused kindly where it cannot be', async () => {
    const { people, keys } = world;
    const suggest = (client: Client, body: { seekerId: string; teacherId: string }) => problem(client.POST('/api/v1/introductions', { body: { note: 'n', ...body } }));
    expect(await suggest(keys.dan, { seekerId: people.dan, teacherId: people.dan })).toBe('422 introduced-to-oneself');
    expect(await suggest(keys.dan, { seekerId: people.dan, teacherId: world.groupId })).toBe('404 no-such-member');
    // Eve belongs to no group.
    expect(await suggest(keys.dan, { seekerId: people.dan, teacherId: people.eve })).toBe('409 not-available');
    expect(await suggest(keys.dan, { seekerId: people.ben, teacherId: people.dan })).toBe('403 forbidden');
    const claimed = await api.raw('/api/v1/introductions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ seekerId: people.dan, teacherId: people.ada, note: 'n', found: { seekerLoad: 0, teacherLoad: 0, teacherBelongs: true, pending: false } }) });
    expect([claimed.status, await claimed.json()]).toEqual([400, expect.objectContaining({ errors: [{ pointer: '/found', detail: 'is not a field of this request' }] })]);
  });

  it('is not suggested again for a while once it was declined', async () => {
    const [teacher, learner] = [await somebody('dyeing'), await somebody('felting')];
    await seek(learner.id, 'dyeing');
    const suggest = (client: Client) => client.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id } });
    const { id } = await ok(suggest(learner.client));
    await ok(teacher.client.POST('/api/v1/introductions/{id}/decline', { ...say(id), body: { memberId: teacher.id } }));
    expect((await learnFrom(learner.client, learner.id)).items).toEqual([]);
    expect(await problem(suggest(learner.client))).toBe('409 declined-lately');
    expect(await problem(suggest(api.admin))).toBe('409 not-available');
    // The other way round it is the same two; but a seeker who declined may think better of it.
    await seek(teacher.id, 'felting');
    expect((await learnFrom(teacher.client, teacher.id)).items).toEqual([]);
    const again = await ok(teacher.client.POST('/api/v1/introductions', { body: { seekerId: teacher.id, teacherId: learner.id } }));
    await ok(learner.client.POST('/api/v1/introductions/{id}/accept', { ...say(again.id), body: { memberId: learner.id } }));
    expect(await read(teacher.client, again.id)).toMatchObject({ status: 'accepted' });
    expect((await learnFrom(learner.client, learner.id)).items.map(({ memberId }) => memberId)).toEqual([teacher.id]);
  });

  it('may be declined by whoever has blocked the other since', async () => {
    const { people, keys } = world;
    const teacher = await somebody('brewing');
    await seek(people.dan, 'brewing');
    const { id } = await ok(keys.dan.POST('/api/v1/introductions', { body: { seekerId: people.dan, teacherId: teacher.id } }));
    await ok(teacher.client.POST('/api/v1/members/{id}/block', { ...say(teacher.id), body: { blockedMemberId: people.dan } }));
    expect(await read(keys.dan, id)).toMatchObject({ status: 'suggested' });
    await ok(teacher.client.POST('/api/v1/introductions/{id}/decline', { ...say(id), body: { memberId: teacher.id } }));
    expect(await read(keys.dan, id)).toMatchObject({ status: 'declined', declineReason: null });
  });

  it('comes to nothing where one of the two blocks the other meanwhile, or the teacher has left; nobody is told which', async () => {
    const { groupId } = world;
    const accept = (who: { id: string; client: Client }, id: string) => who.client.POST('/api/v1/introductions/{id}/accept', { ...say(id), body: { memberId: who.id } });
    const between = async (skill: string) => {
      const [teacher, learner] = [await somebody(skill), await somebody(`${skill} no more`)];
      const { id } = await ok(learner.client.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id, note: 'n' } }));
      return { teacher, learner, id };
    };
    const [blocked, left] = [await between('caulking'), await between('rigging')];
    await ok(blocked.learner.client.POST('/api/v1/members/{id}/block', { ...say(blocked.learner.id), body: { blockedMemberId: blocked.teacher.id } }));
    await ok(api.admin.POST('/api/v1/groups/{id}/leave', { ...say(groupId), body: { memberId: left.teacher.id } }));
    const answers = [await accept(blocked.teacher, blocked.id), await accept(left.teacher, left.id)];
    expect(answers.map(({ error, response }) => [response.status, (error as { type: string }).type, (error as { detail: string }).detail])).toEqual(
      answers.map(() => [409, 'urn:relocon:problem:not-available', 'These two cannot be introduced at the moment; try again in a while, or with somebody else.']),
    );
    for (const { teacher, id } of [blocked, left]) {
      await ok(teacher.client.POST('/api/v1/introductions/{id}/decline', { ...say(id), body: { memberId: teacher.id } }));
      expect(await read(teacher.client, id)).toMatchObject({ status: 'declined' });
    }
  });

  it('is answered once, however often and at once it is answered', async () => {
    const { groupId } = world;
    for (let round = 0; round < 5; round++) {
      const [teacher, learner] = [await somebody(`glue ${round}`), await somebody(`paper ${round}`)];
      await seek(learner.id, `glue ${round}`);
      const accept = (who: { id: string; client: Client }, id: string) => who.client.POST('/api/v1/introductions/{id}/accept', { ...say(id), body: { memberId: who.id } });
      const decline = (who: { id: string; client: Client }, id: string) => who.client.POST('/api/v1/introductions/{id}/decline', { ...say(id), body: { memberId: who.id } });
      const suggested = await ok(api.admin.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id, groupId } }));
      // Both at once, twice each: each is recorded once.
      const answers = await Promise.all([accept(teacher, suggested.id), accept(learner, suggested.id), accept(teacher, suggested.id), accept(learner, suggested.id)]);
      expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
      expect(answers.flatMap(({ data }) => data?.events ?? [])).toHaveLength(2);
      expect(await read(learner.client, suggested.id)).toMatchObject({ status: 'accepted', acceptedBy: expect.arrayContaining([teacher.id, learner.id]) });
      // Accepted at one phone and declined at another: one of them comes too late, and says so.
      const asked = await ok(learner.client.POST('/api/v1/introductions', { body: { seekerId: learner.id, teacherId: teacher.id } }));
      const [yes, no] = await Promise.all([accept(teacher, asked.id), round % 2 === 0 ? decline(learner, asked.id) : decline(teacher, asked.id)]);
      expect([yes.response.status, no.response.status].sort()).toEqual([200, 409]);
      expect((yes.error ?? no.error) as object).toMatchObject({ type: 'urn:relocon:problem:already-answered' });
      expect(await read(learner.client, asked.id)).toMatchObject({ status: yes.response.status === 200 ? 'accepted' : 'declined' });
    }
  });

  it('is suggested once by whoever asks again with the same key', async () => {
    const teacher = await somebody('tiling');
    const learner = await somebody('roofing');
    await seek(learner.id, 'tiling');
    const again = () =>
      api.raw('/api/v1/introductions', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'tiling' }, body: JSON.stringify({ seekerId: learner.id, teacherId: teacher.id }) });
    const first = await whole(again());
    expect(first[0]).toBe(201);
    expect(await whole(again())).toEqual(first);
    expect((await ok(api.admin.GET('/api/v1/introductions', { params: { query: { memberIds: learner.id }, header: { 'Relocon-After': await head() } } }))).items).toHaveLength(1);
  });
});
