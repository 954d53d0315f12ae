import { join } from 'node:path';
import type { Fault } from '../domain/fault.ts';
import type { ChannelLog } from './channel-log.ts';
import { errnoOf } from '../disk/file-calls.ts';
import { worldFault } from '../disk/world-fault.ts';

/**
 * Complete files that could not be claimed because somebody holds them, or because of rights. For a while that is
 * "not complete yet"; after `stuckMs` it is a fault that somebody must hear of. Each is logged once.
 */
export class HeldFiles {
  readonly #folder: string;
  readonly #log: ChannelLog;
  readonly #since = new Map<string, number>();

  constructor(folder: string, log: ChannelLog) {
    this.#folder = folder;
    this.#log = log;
  }

  /** Notes what a claim left out; forgets what it did not leave out any more. Gives the fault of one that is held too long. */
  note(leftOut: readonly { name: string; error: unknown }[], nowMs: number, stuckMs: number): Fault | null {
    const held = leftOut.filter(({ error }) => errnoOf(error) !== 'ENOENT');
    const names = new Set(held.map(({ name }) => name));
    for (const name of this.#since.keys()) if (!names.has(name)) this.#since.delete(name);
    let fault: Fault | null = null;
    for (const { name, error } of held) {
      const path = join(this.#folder, name);
      const sinceMs = this.#since.get(name);
      if (sinceMs === undefined) {
        this.#since.set(name, nowMs);
        this.#log('warn', 'inbox-file-not-claimed', { path, errno: errnoOf(error) });
      } else if (nowMs - sinceMs >= stuckMs) {
        fault ??= worldFault(error, 'writing', path);
      }
    }
    return fault;
  }
}
