/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Map<ChildProcess, NodeJS.Signals>} */
const children = new Map();

// However this process ends (short of kill -9), what it started ends with it: a Ctrl-C in the middle of a
// build or of the database's creation leaves nobody behind.
process.on('exit', () => {
  for (const [child, signal] of children) kill(child, signal);
});

/**
 * Ends `child` when this process ends.
 * @template {ChildProcess} T
 * @param {T} child
 * @param {NodeJS.Signals} signal what makes it end at once
 * @returns {T}
 */
export function tieToUs(child, signal) {
  children.set(child, signal);
  child.once('exit', () => children.delete(child));
  return child;
}

/**
 * The whole group of a child that leads one (initdb has helpers of its own), else the child.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function kill(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
