import type { ReflectionValue, Visibility } from '#features/reflections/reflections.events.js';

/**
 * What somebody wrote about the evening titled `on`, or about help, an action or a story by its key; or `alone`, at the time of that evening.
 * `revised` is what `soWhat` became the day after; a later note `buildsOn` the `key` of this one.
 */
export interface Note {
  who: string;
  key?: string;
  buildsOn?: string;
  on: string | { help: string } | { action: string } | { story: string };
  alone?: true;
  /** After what it is about; on the same day or the next where nothing is said. */
  hours?: number;
  what: string;
  soWhat: string;
  nowWhat?: string;
  revised?: string;
  from: string[];
  skills: string[];
  value: ReflectionValue;
  visibility: Visibility;
  usefulness: number;
  /** Who confirmed the value it claims, a day later. */
  confirmedBy?: string;
  /** Hours after which its author withdrew it. */
  withdrawn?: number;
}
