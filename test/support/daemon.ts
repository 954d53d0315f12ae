import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestSite } from './site.ts';

/** The repository that is tested; a negative control runs a patched copy instead. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');

/** The options of Node that the package's own scripts start it with: what is tested is what runs. */
const NODE_OPTIONS_AT_START = packageStartOptions();

/** What the daemon says when its inboxes are open. */
const READY = 'Ordrebro is running';

export interface RunOptions {
  /** A command that runs the command: strace, faketime. */
  wrapper?: readonly string[];
  environment?: Record<string, string>;
  repository?: string;
  timeoutMs?: number;
  /** As an operator starts it; otherwise it is verbose, so that a defect shows where it is. */
  plain?: boolean;
}

/** The last words of a process, on one line: what a violation shows of it. */
export function lastWords(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.slice(-6).join(' | ').slice(-700);
}

/** How a process ended. `code` null: by the signal. `timedOut`: it had to be killed because it did not end. */
export interface RunResult {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/** A running daemon as a real child process. */
export interface Daemon {
  process: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Resolves when it has said that it is ready, or has ended. */
  ready: Promise<void>;
  ended: Promise<RunResult>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<RunResult>;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<RunResult>;
}

/** One command line of Ordrebro to its end: `ordrebro(site, ['run', '--once'])`. */
export async function ordrebro(site: TestSite, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const child = start(site, args, options);
  return follow(child, options.timeoutMs ?? 120_000).ended;
}

/** Takes all that lies in the inboxes, delivers, and ends. */
export async function runOnce(site: TestSite, options: RunOptions = {}): Promise<RunResult> {
  return startOnce(site, options).ended;
}

/** `run --once` that somebody wants to watch while it runs. */
export function startOnce(site: TestSite, options: RunOptions = {}): Pick<Daemon, 'process' | 'ended'> {
  const child = start(site, ['run', '--once', '--verbose'], options);
  return { process: child, ended: follow(child, options.timeoutMs ?? 120_000).ended };
}

/** Starts the daemon. The caller stops or kills it. */
export function startDaemon(site: TestSite, options: RunOptions = {}): Daemon {
  const child = start(site, options.plain === true ? ['run'] : ['run', '--verbose'], options);
  const { ended, said, spoke } = follow(child, null);
  const end = async (signal: NodeJS.Signals): Promise<RunResult> => {
    if (child.exitCode === null && child.signalCode === null) killGroup(child, signal);
    return ended;
  };
  const ready = Promise.race([spoke, ended.then(() => undefined)]);
  return { process: child, said, ready, ended, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function start(site: TestSite, args: readonly string[], options: RunOptions): ChildProcess {
  const main = join(options.repository ?? REPOSITORY, 'src', 'main.ts');
  const command = [
    ...(options.wrapper ?? []),
    process.execPath,
    ...NODE_OPTIONS_AT_START,
    main,
    ...args,
    '--site',
    site.dir,
  ];
  const [file = process.execPath, ...rest] = command;
  // A campaign starts thousands of processes: the cache halves the time to load them, and changes nothing else.
  const cache = { NODE_COMPILE_CACHE: join(tmpdir(), 'ordrebro-compile-cache') };
  const environment = { ...process.env, ...cache, NO_COLOR: '1', ...options.environment };
  // A node of a test runner hands its own options down; the daemon must start as an operator starts it. A group of
  // its own, because a killed strace would leave the process that it traces alive.
  const child = spawn(file, rest, {
    env: { ...environment, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  alive.add(child);
  child.once('close', () => alive.delete(child));
  return child;
}

/** Whoever interrupts a campaign must not leave daemons behind. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) killGroup(child, 'SIGKILL');
});

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // It ended in the meantime: what was to be reached is reached.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function follow(
  child: ChildProcess,
  timeoutMs: number | null,
): { ended: Promise<RunResult>; said: () => string; spoke: Promise<void> } {
  let stdout = '';
  let stderr = '';
  let timedOut = false;
  const timer =
    timeoutMs === null
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          killGroup(child, 'SIGKILL');
        }, timeoutMs);
  const spoke = new Promise<void>((resolveSpoke) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (stderr.includes(READY)) resolveSpoke();
    });
  });
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    clearTimeout(timer);
    return {
      code: typeof code === 'number' ? code : null,
      signal: typeof signal === 'string' ? signal : null,
      stdout,
      stderr,
      timedOut,
    };
  });
  return { ended, said: () => stdout + stderr, spoke };
}

function packageStartOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    scripts: { ordrebro: string };
  };
  const [, options = ''] = /node ((?:--\S+ )+)src\/main\.ts/.exec(scripts.ordrebro) ?? [];
  return options.split(' ').filter((option) => option !== '');
}
