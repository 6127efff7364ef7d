/** War stories, by the circle they were told in. */
import { ofCoop } from './coop.js';
import { ofHarbour } from './harbour.js';
import { ofShift } from './shift.js';
import { ofStories } from './stories.js';
import type { Story } from './story.js';

export type { Story };

export const stories: readonly Story[] = [...ofCoop, ...ofHarbour, ...ofStories, ...ofShift];
