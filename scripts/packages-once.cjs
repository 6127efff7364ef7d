/** Packages, and modules that only Node reads, are loaded by Node itself, as they are when the service runs, and once for all suites of a process; our own code is loaded anew for each. */
const { createRequire } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/** Neither a path, nor `#` and an alias of ours, nor what jest gives itself. */
const NATIVE = /^(?!node:|@jest\/globals$)[a-z@]|\.mjs$/;

module.exports = class PackagesOnce extends Runtime {
  requireModuleOrMock(from, name) {
    return NATIVE.test(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }
};
