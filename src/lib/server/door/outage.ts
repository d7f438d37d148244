/** PostgreSQL's classes of "I am not there": connection failed, shutting down, too many connections. */
const AWAY =
  /^(08|57P0[123]|53300|CONNECTION_|CONNECT_TIMEOUT|ECONN|ENOENT$|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH)/;

/** Whether an error means that the database can't be reached. drizzle wraps the driver's errors. */
export function isDatabaseAway(error: unknown): boolean {
  const cause = (error as { cause?: unknown } | null)?.cause ?? error;
  const { code, syscall } = (cause ?? {}) as { code?: unknown; syscall?: unknown };
  // A missing file is ENOENT as well; a missing socket fails to connect.
  if (code === 'ENOENT') return syscall === 'connect';
  return typeof code === 'string' && AWAY.test(code);
}
