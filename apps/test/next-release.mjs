/** The built service as its next release might be: what it shows of a member has changed, and with it the version of that view. */
import { features } from '../../dist/apps/api/features.js';

const [members] = features.flatMap(({ views }) => views).filter(({ name }) => name === 'members');
const { evolve } = members;
members.version++;
members.evolve = (...args) => {
  const document = evolve(...args);
  return document && { ...document, timeZone: 'Etc/UTC' };
};
await import('../../dist/apps/api/main.js');
