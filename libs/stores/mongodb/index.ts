export { openMongoVault } from './vault.js';
export { openMongoViews } from './views.js';
