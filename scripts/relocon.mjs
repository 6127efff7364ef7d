#!/usr/bin/env node
import { buildIfNeeded } from './build.mjs';

buildIfNeeded();
await import('../dist/apps/cli/main.js');
