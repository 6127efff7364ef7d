import { defineFeature } from '#event-sourcing';
import { directoryPolicy } from './directory.policy.js';
import { directoryView } from './views/directory.js';

/** Shows the public what aligned groups agreed to show; records nothing itself. */
export const directory = defineFeature({
  name: 'directory',
  policy: directoryPolicy,
  views: [directoryView],
  tags: { Directory: 'Aligned groups, for people who look for one.' },
  costs: { 'GET /api/public/directory': 5 },
  controllers: () => import('./directory.controller.js').then(({ DirectoryController }) => [DirectoryController]),
});
