import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startDaemon } from '../support/daemon.ts';
import { siteAt } from '../support/site.ts';
import { newFolder } from './bench-folders.ts';

/** One that is measured: it works on a folder of its own, new for each round. */
export interface Contestant {
  name: string;
  /** A new folder with everything that is needed before the first file comes. */
  prepare(): Promise<string>;
  /** Starts it on the folder for so many files, and resolves when it is ready for them. */
  start(dir: string, files: number): Promise<Running>;
}

export interface Running {
  pid: number;
  stop(): Promise<void>;
}

/** Ordrebro on a copy of a site that has the orders, and in its ledger whatever the template has. */
export function ordrebroOn(name: string, template: string): Contestant {
  return {
    name,
    prepare: async () => {
      const dir = await newFolder();
      await cp(template, dir, { recursive: true });
      return dir;
    },
    start: async (dir) => {
      const daemon = startDaemon(siteAt(dir), { plain: true });
      await daemon.ready;
      return { pid: daemon.process.pid ?? 0, stop: async () => void (await daemon.stop()) };
    },
  };
}

/** The floor, with outputs of the sizes that Ordrebro's have. */
export function floorWith(sizes: { result: number; answer: number }, wrapper: readonly string[] = []): Contestant {
  return {
    name: 'floor',
    prepare: async () => {
      const dir = await newFolder();
      await mkdir(join(dir, 'inbox/invoices'), { recursive: true });
      return dir;
    },
    start: async (dir, files) => {
      const floor = join(import.meta.dirname, 'floor.ts');
      const [command = process.execPath, ...rest] = [
        ...wrapper,
        process.execPath,
        floor,
        dir,
        String(files),
        String(sizes.result),
        String(sizes.answer),
      ];
      const child = spawn(command, rest, {
        env: { ...process.env, NODE_OPTIONS: '', UV_THREADPOOL_SIZE: '64' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'close');
      await once(child.stdout, 'data');
      return { pid: child.pid ?? 0, stop: () => end(child, ended) };
    },
  };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
