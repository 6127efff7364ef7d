import type { z } from 'zod';

/** What is wrong with a cell or with a field of a map, for whoever wrote it. A sentence of the schema's own comes before these. */
export function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'string' ? 'text' : issue.expected === 'record' || issue.expected === 'object' ? 'an object' : `of type ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'email' ? 'must be an e-mail address' : undefined;
    case 'too_big':
      return `must ${issue.origin === 'string' ? 'have' : issue.origin === 'array' ? 'list' : 'be'} at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`;
    case 'unrecognized_keys':
      return `has ${issue.keys.join(', ')}, which it cannot have`;
    case 'invalid_key':
      return 'is not a name it can have';
    default:
      return undefined;
  }
}
