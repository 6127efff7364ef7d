export { MongoAddressError } from './database.js';
export { openMongoVault } from './vault.js';
export { openMongoViews } from './views.js';
