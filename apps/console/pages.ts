/** Pages that are no resource: a line each. */
import type { PageDefinition } from './layout/definitions.js';

export const pages: readonly PageDefinition[] = [];
