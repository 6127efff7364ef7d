/** What reflections tell, in the order in which it is offered. */
import type { RecordOf } from '../api/resources.js';

export type Reflection = RecordOf<'reflections'>;
export type Kind = Reflection['context']['kind'];
export type Visibility = Reflection['visibility'];

export const KINDS = ['meeting', 'help', 'action', 'story', 'self'] as const satisfies readonly Kind[];
export const VISIBILITIES = ['private', 'facilitator', 'group', 'network'] as const satisfies readonly Visibility[];
/** From 0 to 4. */
export const USEFULNESS = ['none', 'little', 'some', 'useful', 'very'] as const;

/** What a reflection is about stands under this name. */
export const RESOURCE_OF = { meeting: 'meetings', help: 'help-exchanges', action: 'actions', story: 'stories' } as const;

const EXCERPT = 120;

/** The beginning of a text, to its last whole word. */
export function excerpt(text: string | null | undefined, most = EXCERPT): string {
  if (!text) return '—';
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
}
