/** What the trust pulse asks: of our own wording. Another wording is another item, and takes a higher version. */
import { z } from 'zod';

export const QUESTIONS = {
  version: 1,
  items: [
    { item: 'mistakes', text: 'I can say in this group what went wrong for me.' },
    { item: 'asking', text: 'When I do not know something, I can ask here without thinking twice.' },
    { item: 'promises', text: 'What we promise each other in this group, we do.' },
    { item: 'confidences', text: 'What I tell here in confidence stays among us.' },
  ],
} as const;

export type Item = (typeof QUESTIONS.items)[number]['item'];

/** What the answers 0 to 4 mean. */
export const SCALE = ['not at all', 'a little', 'partly', 'mostly', 'entirely'] as const;

const answer = z.int().min(0).max(SCALE.length - 1);

export const answers = z.strictObject(Object.fromEntries(QUESTIONS.items.map(({ item, text }) => [item, answer.describe(text)])) as Record<Item, typeof answer>);

export type Answers = z.output<typeof answers>;
