/** The directory is public: what it holds of a group is what everybody may read. */
import { definePolicy } from '#event-sourcing';

export const directoryPolicy = definePolicy({ documents: { directory: { read: { any: [] } } } });
