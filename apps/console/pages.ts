/** Pages that are no resource: a line each. */
import { history } from './history/index.js';
import { importing } from './import/index.js';
import type { PageDefinition } from './layout/definitions.js';
import { operations } from './operations/index.js';

export const pages: readonly PageDefinition[] = [history, importing, operations];
