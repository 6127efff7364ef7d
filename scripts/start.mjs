import { buildConsoleIfNeeded, buildIfNeeded } from './build.mjs';

buildIfNeeded();
await buildConsoleIfNeeded();
await import('../dist/apps/api/main.js');
