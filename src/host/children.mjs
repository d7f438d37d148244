/** @type {Map<import('node:child_process').ChildProcess, NodeJS.Signals>} */
const children = new Map();

// However this process ends (short of kill -9), what it started ends with it: a Ctrl-C in the middle of a
// build or of the database's creation leaves nobody behind.
process.on('exit', () => {
  for (const [child, signal] of children) child.kill(signal);
});

/**
 * Ends `child` when this process ends.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @param {NodeJS.Signals} signal what makes it end at once
 * @returns {T}
 */
export function tieToUs(child, signal) {
  children.set(child, signal);
  child.once('exit', () => children.delete(child));
  return child;
}
