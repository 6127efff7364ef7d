import type { Config } from 'jest';

const swc = {
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs' },
};

const config: Config = {
  rootDir: '.',
  testMatch: ['<rootDir>/{apps,libs,samples,bench/src}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/(dist|\\.stryker-tmp)/'],
  testEnvironment: './scripts/one-realm.cjs',
  runtime: '<rootDir>/scripts/packages-once.cjs',
  // What the suites of a process leave behind would slow down those after them.
  workerIdleMemoryLimit: '800MB',
  testSequencer: '<rootDir>/scripts/longest-first.cjs',
  // Against tests that hang; on a machine that has other things to do, starting a service can take jest's own five seconds.
  testTimeout: 60_000,
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
  },
  moduleNameMapper: {
    '^#event-sourcing$': '<rootDir>/libs/event-sourcing/index.ts',
    '^#event-sourcing-nest$': '<rootDir>/libs/event-sourcing-nest/index.ts',
    '^#event-sourcing-nest/(.*)\\.js$': '<rootDir>/libs/event-sourcing-nest/$1.ts',
    '^#event-sourcing-testing$': '<rootDir>/libs/event-sourcing-testing/index.ts',
    '^#stores/(.*)$': '<rootDir>/libs/stores/$1/index.ts',
    '^#features/(.*)\\.js$': '<rootDir>/libs/features/$1.ts',
    '^#import-files/(.*)\\.js$': '<rootDir>/libs/import-files/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

export default config;
