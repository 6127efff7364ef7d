import { refusePassword } from './password-rules.js';

const ruleOf = async (password: string, context: string[] = []) => (await refusePassword(password, context))?.errors?.[0]?.detail;

describe('A password', () => {
  it.each([
    ['words with spaces', 'correct horse battery staple'],
    ['lower case alone', 'xkwvqpzrnbtf'],
    ['12 characters', 'Zk4-pwQx9?mL'],
    ['128 characters', 'wintry lamp '.repeat(11).slice(0, 120) + 'and more'],
    ['12 emoji of different kinds, each two code units long', '🍎🚲🎻🌵🧦🔭🪁🍯🧊🎲🛶🪺'],
    ['letters of any script', 'дождь стучит в окно'],
  ])('is taken with %s', async (_, password) => {
    expect(await refusePassword(password)).toBeUndefined();
  });

  it.each([
    ['11 characters', 'Zk4-pwQx9?m'],
    ['11 emoji, which are 22 code units', '🍎🚲🎻🌵🧦🔭🪁🍯🧊🎲🛶'],
    ['11 characters, one of them written as two', 'Zk4-pwQx9?e\u0301'],
  ])('is too short with %s', async (_, password) => {
    expect(await ruleOf(password)).toBe('must have at least 12 characters');
  });

  it('is too long with 129 characters', async () => {
    expect(await ruleOf(`${'wintry lamp '.repeat(11).slice(0, 120)}and more!`)).toBe('must have at most 128 characters');
  });

  it.each(['111111111111', '123456789012', '098765432109', 'abcdefghijklmn', 'zyxwvutsrqponm', 'ABCDEFGHIJKLMN', 'abcabcabcabc', '😀😀😀😀😀😀😀😀😀😀😀😀', 'q1w2q1w2q1w2q1w2'])('is refused as one sequence: %s', async (password) => {
    expect(await ruleOf(password)).toBe('must not be one sequence or repetition');
  });

  // 'unbelievable', 'chickenwing101' and 'justinbieber' stand in the list as they are; 'password' and 'liverpool' are shorter than 12.
  it.each(['unbelievable', 'UnBelievable', 'chickenwing101', 'justinbieber', 'passwordpassword', 'Liverpool1234', '!!liverpool!!', 'liverpool2024!'])('is refused as common: %s', async (password) => {
    expect(await ruleOf(password)).toBe('must not be a common password');
  });

  it('may contain a common one among other things', async () => {
    expect(await refusePassword('liverpool is wet in march')).toBeUndefined();
    expect(await refusePassword('8273640911 liverpool 5526')).toBeUndefined();
  });

  it.each([
    ['the name of the service', 'my-Relocon-entry', []],
    ['the name', 'schmidtchen-ist-da', ['Anna-Lena Schmidt']],
    ['the e-mail address before its @', 'for a.berg42 only', ['a.berg42']],
    ['a part of it', 'bergwanderung!', ['a.berg']],
    ['a name written with another form of the same letters', 'f\u00fcr j\u00f6rgen hier', ['Jo\u0308rgen']],
  ])('is refused with %s', async (_, password, context) => {
    expect(await ruleOf(password, context)).toBe('must not contain the name, the e-mail address or the name of the service');
  });

  it('may contain what is too short to be a hint', async () => {
    expect(await refusePassword('moana swims at night', ['Ana Li', 'a.b'])).toBeUndefined();
  });

  it('is refused with half a character, which no two programs keep alike', async () => {
    expect(await ruleOf('Zk4-pwQx9?mL\ud83c')).toBe('contains characters that are none');
  });

  it('is never repeated in the refusal, which points at its field', async () => {
    const refusal = await refusePassword('unbelievable');
    expect(refusal).toMatchObject({ type: 'password-not-accepted', status: 422, errors: [{ pointer: '/password' }] });
    expect(JSON.stringify(refusal)).not.toContain('unbelievable');
  });
});
