import { z } from 'zod';

const KINDS: Record<string, string> = { string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', record: 'an object' };
const FORMATS: Record<string, string> = {
  email: 'an e-mail address',
  uuid: 'an id such as 019a9d2c-7b40-7c3e-9f21-3f0a5c1d2e4b',
  date: 'a day such as 2026-03-01',
  datetime: 'an instant with its offset such as 2026-03-01T18:30:00Z',
};

/** What is wrong with a field, for whoever wrote it; reads on from the field's name. A sentence of the schema's own comes before these. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is needed' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is needed' : `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] && `must be ${FORMATS[issue.format]}`;
    case 'too_big':
      return `must ${issue.origin === 'string' ? 'have' : issue.origin === 'array' ? 'list' : 'be'} at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must ${issue.origin === 'array' ? 'list' : 'be'} at least ${issue.minimum}`;
    case 'unrecognized_keys':
      return `has ${issue.keys.join(', ')}, which it cannot have`;
    case 'invalid_key':
      return 'is not a name it can have';
    default:
      return undefined;
  }
}

z.config({ customError: inWords });
