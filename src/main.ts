#!/usr/bin/env node
import './check-node.mjs';

/**
 * The entry point: words of the command line to an exit code.
 *
 * The size of libuv's thread pool must be set before anything uses the pool, and a file system call already does: so
 * this file imports nothing but the check of Node, which uses no pool, and loads the rest afterwards. Four threads, the
 * default, would let four syncs to disk hold up all others; a batch syncs dozens of files side by side.
 */
process.env['UV_THREADPOOL_SIZE'] ??= '32';

// `npm run ordrebro` starts in the program's own folder; what was typed was meant for the folder it was typed in.
if (process.env['npm_lifecycle_event'] === 'ordrebro' && process.env['INIT_CWD'] !== undefined) {
  process.chdir(process.env['INIT_CWD']);
}

const { runCommandLine } = await import('./cli/run-command-line.ts');
const { COMMANDS } = await import('./cli/command.table.ts');
const { processTerminal } = await import('./cli/terminal.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), {
  commands: COMMANDS,
  workingFolder: process.cwd(),
  siteFromEnvironment: process.env['ORDREBRO_SITE'],
  makeTerminal: processTerminal,
});
