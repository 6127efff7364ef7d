/** What learning is worth, from least to most. */
import type { RecordOf } from '../api/resources.js';

export type Value = RecordOf<'reflections'>['value'];

export const VALUES = ['immediate', 'potential', 'applied', 'realised', 'transformative'] as const satisfies readonly Value[];
