import { buildIfNeeded } from './build.mjs';

buildIfNeeded();
await import('../dist/apps/api/main.js');
