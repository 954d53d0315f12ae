import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import { backoffMs } from '../domain/backoff.ts';
import { Fault } from '../domain/fault.ts';
import { ChannelTrouble } from './channel-trouble.ts';
import type { Path } from './path.ts';
import type { ClaimedFile, Inbox, ScanResult } from './ports.ts';
import { processBatch } from './process-batch.ts';
import type { ToRead } from './steps/read-files.ts';
import { batchesOf } from './batches.ts';
import { Turns } from './turns.ts';

/** Batches of a channel that are under way at once: one is read while the other is staged (more measured no gain). */
const LANES = 2;
/** Files a batch holds at most, for each of the channel's `concurrency`: 128 at the default of 8. */
const FILES_PER_CONCURRENCY = 16;
/** With `--once` the world is waited for this many times before the run gives up. */
const ATTEMPTS_ONCE = 4;

/** How the intake is told to behave. */
export interface IntakeOptions {
  once: boolean;
  signal: AbortSignal;
  /** Is the channel paused by a person? */
  paused: () => boolean;
  /** Something that only a recovery, or a repair of the program, can mend. */
  onFatal: (error: unknown) => void;
}

/**
 * Takes the files of one inbox folder: scan, claim, and give to the lanes.
 *
 * It sleeps until a hint, a file's settling time or the next rescan. A lone file goes at once; a backlog goes in
 * batches that share one transaction and one flush. While a batch waits for the world (disk full), it keeps its
 * lane and its turn, so the intake stops claiming by itself and goes on by itself.
 */
export class Intake {
  readonly #path: Path;
  readonly #inbox: Inbox;
  readonly #options: IntakeOptions;
  readonly #lanes = new PQueue({ concurrency: LANES });
  readonly #turns: Turns;
  readonly #trouble: ChannelTrouble;
  readonly #timers = new Set<NodeJS.Timeout>();
  #wake: () => void = () => undefined;
  #hinted = false;

  constructor(path: Path, inbox: Inbox, options: IntakeOptions) {
    this.#path = path;
    this.#inbox = inbox;
    this.#options = options;
    this.#turns = new Turns(options.signal);
    this.#trouble = new ChannelTrouble(path, inbox.channel);
    inbox.onHint(() => this.hint());
    options.signal.addEventListener('abort', () => this.hint(), { once: true });
  }

  /** Something may have changed: look soon. */
  hint(): void {
    this.#hinted = true;
    this.#wake();
  }

  /** Until the site stops; with `once`, until the folder has nothing more that is complete. */
  async run(): Promise<void> {
    const { signal, once, paused } = this.#options;
    let fruitless = 0;
    while (!signal.aborted) {
      this.#hinted = false;
      const scan = paused() ? NOTHING : await this.#scan();
      if (scan.complete.length > 0) {
        fruitless = (await this.#takeAll(scan)) > 0 ? 0 : fruitless + 1;
        if (once && fruitless >= ATTEMPTS_ONCE) break; // complete, but not ours to move: the next run tries again
      } else if (once && (scan.waiting === 0 || this.#trouble.fault !== null)) break;
      else await this.#sleep(scan.lookAgainInMs);
    }
    await this.#lanes.onIdle();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Gives claimed files to a lane, as one batch; resolves when a lane is free, with the end of the batch. */
  async give(files: readonly ToRead[]): Promise<{ ended: Promise<void> }> {
    const ticket = this.#turns.take();
    const turn = {
      ...ticket,
      waitToRetry: (fault: Fault, attempt: number) => this.#waitToRetry(fault, attempt),
      readAgain: (file: ToRead, inMs: number) => this.#later(inMs, () => this.give([file])),
      archiveAgain: (inMs: number, work: () => Promise<unknown>) => this.#later(inMs, work),
    };
    const ended = this.#lanes.add(async () => {
      await processBatch(this.#path, this.#inbox, files, turn);
      this.#trouble.over();
    });
    ended.catch(this.#options.onFatal);
    await this.#lanes.onSizeLessThan(1);
    return { ended };
  }

  /** All lanes done. */
  idle(): Promise<void> {
    return this.#lanes.onIdle();
  }

  /** Does it later; with `--once` the next run does. */
  #later(inMs: number, work: () => Promise<unknown>): void {
    if (this.#options.once) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work().catch(this.#options.onFatal);
    }, inMs);
    this.#timers.add(timer);
  }

  async #scan(): Promise<ScanResult> {
    try {
      const scan = await this.#inbox.scan();
      for (const entry of scan.refused) this.#trouble.refuse(entry);
      this.#trouble.over('scan');
      return scan;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#trouble.tell(error, 'scan');
      return NOTHING;
    }
  }

  /** Gives the number of files that could be claimed. */
  async #takeAll(scan: ScanResult): Promise<number> {
    let claimed = 0;
    const { channel } = this.#inbox;
    const size = this.#path.settings().channels[channel].concurrency * FILES_PER_CONCURRENCY;
    for (const batch of batchesOf(scan.complete, size)) {
      if (this.#options.signal.aborted || this.#options.paused()) break;
      const now = this.#path.clock.now();
      const claims = await this.#claim(batch, now);
      for (const claim of claims) this.#path.log.info('file-claimed', { file: claim.id, channel, bytes: claim.bytes });
      if (claims.length === 0) break; // what stands behind must not overtake it: the next scan sees them all again
      await this.give(claims.map((claim) => ({ claim, attempts: 0, replayOf: null, poisoned: false })));
      claimed += claims.length;
    }
    return claimed;
  }

  async #claim(candidates: ScanResult['complete'], now: string): Promise<ClaimedFile[]> {
    try {
      return await this.#inbox.claim(candidates, this.#path.newId, now);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#trouble.tell(error, 'claim');
      return [];
    }
  }

  /** False when the batch is to be left to the next start. */
  async #waitToRetry(fault: Fault, attempt: number): Promise<boolean> {
    this.#trouble.tell(fault, 'batch');
    const { once, signal } = this.#options;
    if (signal.aborted || (once && attempt >= ATTEMPTS_ONCE)) {
      if (once) this.#options.onFatal(fault);
      return false;
    }
    const { retry } = this.#path.settings().channels[this.#inbox.channel];
    await delay(backoffMs(retry, attempt, Math.random()), undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  /** Until a hint, or the time at which looking again makes sense. */
  async #sleep(lookAgainInMs: number | null): Promise<void> {
    const { rescanMs } = this.#path.settings().channels[this.#inbox.channel];
    if (this.#hinted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(lookAgainInMs ?? rescanMs, rescanMs));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const NOTHING: ScanResult = { complete: [], waiting: 0, lookAgainInMs: null, refused: [] };
