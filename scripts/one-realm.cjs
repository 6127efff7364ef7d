/**
 * Tests run in the realm of their process, not in one of their own: so packages can be loaded once for all suites of a process
 * (`packages-once.cjs`), and an error or array of theirs is one to the code under test. What a suite leaves behind is put back.
 */
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Jest wants a context to compile in: it stands for the one that is there. */
const HERE = {};
const { compileFunction } = vm;
vm.compileFunction = (source, parameters, options = {}) => compileFunction(source, parameters, options.parsingContext === HERE ? { filename: options.filename } : options);

module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    const { console } = globalThis;
    const env = { ...process.env };
    const listeners = new Map(process.eventNames().map((name) => [name, process.listeners(name)]));
    this.putBack = () => {
      for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
      Object.assign(process.env, env);
      globalThis.console = console;
      for (const name of process.eventNames()) for (const listener of process.listeners(name)) if (!listeners.get(name)?.includes(listener)) process.removeListener(name, listener);
    };
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.putBack();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return HERE;
  }
};
