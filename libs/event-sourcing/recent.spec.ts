import { Recent } from './recent.js';

describe('What was used lately', () => {
  it('stays, and what was not goes once there is too much', () => {
    const recent = new Recent<string, number>(3);
    for (const key of ['a', 'b', 'c']) recent.set(key, 1);
    recent.get('a');
    recent.set('d', 1);
    expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual([1, undefined, 1, 1]);
  });

  it('goes by weight where told how to weigh', () => {
    const recent = new Recent<string, string>(10, (value) => value.length);
    recent.set('a', 'xxxx');
    recent.set('b', 'xxxx');
    recent.set('b', 'x');
    recent.set('c', 'xxxxx');
    expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual(['xxxx', 'x', 'xxxxx']);
    recent.set('d', 'xxxxxxxxx');
    expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual([undefined, undefined, undefined, 'xxxxxxxxx']);
    recent.set('e', 'longer than all of it');
    expect(recent.get('e')).toBeUndefined();
  });
});
