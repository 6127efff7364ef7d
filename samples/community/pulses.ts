/** Trust pulses: how often each answer, from 0 to 4, was given in a quarter that is over; `back` counts quarters back from the last one. */
import type { Item } from '#features/pulse/pulse.questions.js';

export const pulses: readonly { circle: string; back: number; answered: number; totals: Record<Item, number[]> }[] = [
  { circle: 'coop', back: 1, answered: 8, totals: { mistakes: [0, 2, 3, 2, 1], asking: [0, 1, 2, 3, 2], promises: [1, 2, 3, 2, 0], confidences: [0, 0, 2, 4, 2] } },
  { circle: 'coop', back: 0, answered: 11, totals: { mistakes: [0, 0, 2, 5, 4], asking: [0, 0, 1, 4, 6], promises: [0, 1, 3, 5, 2], confidences: [0, 0, 1, 4, 6] } },
  { circle: 'harbour', back: 1, answered: 5, totals: { mistakes: [1, 1, 2, 1, 0], asking: [0, 1, 1, 2, 1], promises: [0, 0, 2, 2, 1], confidences: [0, 1, 1, 2, 1] } },
  { circle: 'harbour', back: 0, answered: 6, totals: { mistakes: [0, 1, 1, 3, 1], asking: [0, 0, 2, 2, 2], promises: [0, 0, 1, 4, 1], confidences: [0, 0, 1, 3, 2] } },
  // Too few to be told of.
  { circle: 'stories', back: 0, answered: 4, totals: { mistakes: [0, 0, 0, 1, 3], asking: [0, 0, 0, 2, 2], promises: [0, 0, 1, 2, 1], confidences: [0, 0, 0, 0, 4] } },
  { circle: 'shift', back: 0, answered: 3, totals: { mistakes: [0, 0, 1, 1, 1], asking: [0, 0, 0, 2, 1], promises: [0, 1, 1, 1, 0], confidences: [0, 0, 0, 2, 1] } },
];
