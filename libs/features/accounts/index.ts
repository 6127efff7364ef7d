import { defineFeature } from '#event-sourcing';
import { accountCommands } from './accounts.decider.js';
import { accountEvents, claimEvents } from './accounts.events.js';
import { accountPolicy } from './accounts.policy.js';
import { accountsView } from './views/accounts.js';

export const accounts = defineFeature({
  name: 'accounts',
  policy: accountPolicy,
  scopes: ['accounts:read', 'roles:write'],
  events: [...accountEvents, ...claimEvents],
  commands: accountCommands,
  views: [accountsView],
  tags: { Accounts: 'Who may sign in, as what.' },
  controllers: () => import('./accounts.controller.js').then(({ AccountsController }) => [AccountsController]),
});
