/** Pages that are no resource: a line each. */
import type { PageDefinition } from './layout/definitions.js';
import { pastMeetings } from './meetings/index.js';
import { rollCallPages } from './roll-call/index.js';

export const pages: readonly PageDefinition[] = [pastMeetings, ...rollCallPages];
