// On globalThis, because the dev server loads modules anew and every stream must hear of the one end.
const held = globalThis as { dryportShutdown?: AbortController };

/**
 * Aborts when the server is told to stop. Live streams (server-sent events) end on it: an open one would
 * hold up the stop until it is cut.
 */
export function shutdown(): AbortSignal {
  if (!held.dryportShutdown) {
    const controller = new AbortController();
    held.dryportShutdown = controller;
    process.once('sveltekit:shutdown', () => controller.abort());
  }
  return held.dryportShutdown.signal;
}
