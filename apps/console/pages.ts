/** Pages that are no resource: a line each. */
import type { PageDefinition } from './layout/definitions.js';
import { myPage } from './members/index.js';

export const pages: readonly PageDefinition[] = [myPage];
