/** Stands for the package `object.entries`, which node-polyglot asks for: every browser of ours has it. */
module.exports = Object.entries;
