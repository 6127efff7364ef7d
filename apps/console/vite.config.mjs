import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const API = process.env.RELOCON_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here('.'),
  base: '/',
  // A polyfill of 10 kB for browsers that the target below leaves out.
  resolve: { alias: { 'object.entries': here('./i18n/entries.cjs') } },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // Browsers that know none are not ours; the polyfill would be an inline script.
    modulePreload: { polyfill: false },
    // One file of style would be inlined otherwise, which our content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // Packages say "use client", which means something to servers that render.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
  },
  server: {
    host: '127.0.0.1',
    // The folder api/ stands under /api as well; the Host stays, as the service takes changes from pages of its own address alone.
    proxy: { '^/api/(v1|public|docs|openapi)': { target: API } },
  },
});
