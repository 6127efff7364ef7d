/** What people wrote down for themselves and for each other, by circle. */
import { ofCoop } from './coop.js';
import { ofHarbour } from './harbour.js';
import type { Note } from './note.js';
import { ofShift } from './shift.js';
import { ofStories } from './stories.js';

export type { Note };

export const notes: readonly Note[] = [...ofCoop, ...ofHarbour, ...ofStories, ...ofShift];
