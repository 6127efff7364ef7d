/** Pages that are no resource: a line each. */
import { account } from './account/index.js';
import { alignmentPages } from './alignment/index.js';
import { history } from './history/index.js';
import { importing } from './import/index.js';
import type { PageDefinition } from './layout/definitions.js';
import { pastMeetings } from './meetings/index.js';
import { myPage } from './members/index.js';
import { operations } from './operations/index.js';
import { pulse } from './pulse/index.js';
import { rollCallPages } from './roll-call/index.js';

export const pages: readonly PageDefinition[] = [myPage, account, ...rollCallPages, pastMeetings, pulse, ...alignmentPages, history, operations, importing];
