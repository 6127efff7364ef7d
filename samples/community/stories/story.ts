import type { ToldTo } from '#features/stories/stories.events.js';

/** Told at the evening titled `on`, or so many days after it began; what follows, so many days after that. */
export interface Story {
  key: string;
  who: string;
  on: string;
  days?: number;
  toldTo: ToldTo;
  title: string;
  text: string;
  skills: string[];
  revised?: { days: number; title?: string; text?: string };
  withdrawnAfter?: number;
  /** What others took from it. */
  took: [who: string, days: number, words: string][];
}

export const told = (...paragraphs: string[]): string => paragraphs.join('\n\n');
