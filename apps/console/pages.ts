/** Pages that are no resource: a line each. */
import { alignmentPages } from './alignment/index.js';
import type { PageDefinition } from './layout/definitions.js';
import { myPage } from './members/index.js';
import { pulse } from './pulse/index.js';

export const pages: readonly PageDefinition[] = [myPage, pulse, ...alignmentPages];
