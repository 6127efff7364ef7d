/** Pages that are no resource: a line each. */
import { alignmentPages } from './alignment/index.js';
import type { PageDefinition } from './layout/definitions.js';
import { pulse } from './pulse/index.js';

export const pages: readonly PageDefinition[] = [pulse, ...alignmentPages];
