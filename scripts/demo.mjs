import { buildIfNeeded } from './build.mjs';

buildIfNeeded();
await import('../dist/samples/demo.js');
