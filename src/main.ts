#!/usr/bin/env -S node --max-semi-space-size=4
import './check-node.mjs';
import { setFlagsFromString } from 'node:v8';

/**
 * The entry point: words of the command line to an exit code.
 *
 * The size of libuv's thread pool must be set before anything uses the pool, and a file system call already does: so
 * this file imports nothing that uses the pool, and loads the rest afterwards. Four threads, the
 * default, would let four syncs to disk hold up all others; a batch syncs dozens of files side by side.
 */
process.env['UV_THREADPOOL_SIZE'] ??= '32';

// A daemon that runs for years should stay small: the heap grows by half before old objects (and the bytes of files
// that they hold) are collected, and the nursery has 4 MB, which only an option at the start can say. See README.md here.
setFlagsFromString('--heap-growing-percent=50');

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
