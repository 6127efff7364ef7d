export { copySqlite } from './copy.js';
export { lockFolder, StoreInUseError } from './lock.js';
export { openSqliteLog, type SqliteLog } from './log.js';
export { openSqliteVault } from './vault.js';
export { openSqliteViews } from './views.js';
