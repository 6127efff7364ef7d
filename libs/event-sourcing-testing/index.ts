export * from './counters.js';
export * from './event-log.contract.js';
export * from './given-when-then.js';
export * from './vault.contract.js';
export * from './view-store.contract.js';
