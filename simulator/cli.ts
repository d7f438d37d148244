import { run } from './terminal/commands.ts';

// The one door between the pure world and a terminal: arguments in, text and an exit code out.
process.exitCode = await run(process.argv.slice(2));
