/** Pages that are no resource: a line each. */
import { account } from './account/index.js';
import type { PageDefinition } from './layout/definitions.js';

export const pages: readonly PageDefinition[] = [account];
