export { openEventStoreLog, type EventStoreLogOptions } from './log.js';
