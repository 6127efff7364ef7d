export { copySqlite, openBackup, renewLogId, type Backup } from './backup.js';
export { lockFolder, StoreInUseError } from './lock.js';
export { openSqliteLog, type SqliteLog } from './log.js';
export { openSqliteVault } from './vault.js';
export { openSqliteViews } from './views.js';
