/** One line a feature. */
import type { Feature } from '#event-sourcing';

export const features: readonly Feature[] = [];
