import { commandInProcess } from '../command-in-process.ts';
import { ordrebro } from '../daemon.ts';
import type { TestSite } from '../site.ts';

/** What a command printed as JSON. */
export interface Envelope {
  ok: boolean;
  data?: unknown;
  fault?: { code: string; message: string; hint: string };
  findings?: unknown[];
}

/** A command line on a site, with `--json`. */
export type Command = (words: readonly string[]) => Promise<Envelope>;

/** Commands in this process: the same table, the same parsing, the same output. */
export function commandsInProcess(site: TestSite): Command {
  return async (words) =>
    JSON.parse((await commandInProcess([...words, '--json'], { site: site.dir })).stdout) as Envelope;
}

/** Commands as a script calls them: a process each. */
export function commandsAsProcesses(site: TestSite): Command {
  return async (words) => JSON.parse((await ordrebro(site, [...words, '--json'])).stdout) as Envelope;
}
