import { buildConsoleIfNeeded, buildIfNeeded } from './build.mjs';

buildIfNeeded();
await buildConsoleIfNeeded();
await import('../dist/samples/demo.js');
