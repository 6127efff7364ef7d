/** What people write. Lengths count characters (code points), as JSON Schema's `maxLength` does. */
import { z } from 'zod';

const bounded = (schema: z.ZodString, max: number) =>
  schema.min(1).refine((value) => value.length <= max || [...value].length <= max, { error: `must have at most ${max} characters` }).meta({ maxLength: max });

/** Text of 1 to `max` characters, without white space around it. */
export function text(max: number) {
  return bounded(z.string().trim(), max);
}

/** One line of text of 1 to `max` characters: NFC, runs of white space and control characters made one space. */
export function line(max: number) {
  return bounded(z.string(), max)
    .transform((value) => value.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .refine((value) => value.length > 0, { error: 'must contain more than spaces' });
}
