import type { OutboxName } from '../../domain/settings.generated.ts';
import type { Path } from '../path.ts';
import { keptOutputs, type PlannedDelivery } from './planned-delivery.ts';
import { requireRightFolders } from './require-right-folder.ts';

/** Slices that are on their way at once, where whoever plans can wait. */
const MOST_SLICES = 4;

/**
 * The outputs of one transaction on their way to their staging folders.
 *
 * `begin` starts with what is planned by then, while the decisions go on: the disk works on one slice of the outputs
 * while the next one is decided. `finish` ends when everything that is to be sent is durable; what was planned once
 * and is planned no more (a newer result says more) is discarded and gets no row. `undo` is for a transaction that was
 * rolled back. Both wait for every slice: what is undone must not still be being written.
 */
export class Staging {
  readonly #path: Path;
  readonly #begun = new Set<PlannedDelivery>();
  readonly #slices: Promise<{ failure: unknown } | null>[] = [];
  /** The folders that are staged into, each looked at once. */
  readonly #folders = new Map<OutboxName, Promise<void>>();

  constructor(path: Path) {
    this.#path = path;
  }

  /** How many outputs were begun with. */
  get begun(): number {
    return this.#begun.size;
  }

  /** Starts with those that are not on their way yet. */
  begin(planned: readonly PlannedDelivery[]): void {
    const slice = planned.filter((one) => !this.#begun.has(one));
    if (slice.length === 0) return;
    for (const one of slice) this.#begun.add(one);
    this.#slices.push(
      this.#stage(slice).then(
        () => null,
        (failure: unknown) => ({ failure }),
      ),
    );
  }

  /** Waits while many slices are on their way: what is planned is kept until it is staged. */
  async room(): Promise<void> {
    await this.#slices.at(-MOST_SLICES);
  }

  /** Makes all that is planned durable, and completes its rows. Rejects with the first failure, when nothing is being written any more. */
  async finish(planned: readonly PlannedDelivery[]): Promise<void> {
    this.begin(planned);
    for (const ended of await Promise.all(this.#slices)) if (ended !== null) throw ended.failure;
    const { outboxes } = this.#path;
    await Promise.all([...this.#folders.keys()].map((folder) => outboxes[folder].syncStaging()));
    const sent = new Set(planned);
    await this.#discard([...this.#begun].filter((one) => !sent.has(one)));
  }

  /** When nothing is being written any more. */
  async ended(): Promise<void> {
    await Promise.all(this.#slices);
  }

  /** No row can speak of the staged bytes, so they may go. */
  async undo(): Promise<void> {
    await this.ended();
    await this.#discard([...this.#begun]);
  }

  /** Kept bytes and staged bytes, side by side. Ends when all have ended. */
  async #stage(slice: readonly PlannedDelivery[]): Promise<void> {
    const { archive, clock, newId, outboxes } = this.#path;
    const folders = new Set(slice.map(({ record }) => record.folder));
    await Promise.all([...folders].map((folder) => this.#rightFolder(folder)));
    const outputs = slice.flatMap(keptOutputs);
    const [kept, ...staged] = await Promise.allSettled([
      archive.keep(outputs, clock.now().slice(0, 10), newId),
      ...slice.map(({ record, bytes }) => outboxes[record.folder].stage(record.id, bytes)),
    ]);
    if (kept.status === 'rejected') throw kept.reason;
    for (const [index, planned] of slice.entries()) {
      const { record } = planned;
      planned.bytes = '';
      const outcome = staged[index] as PromiseSettledResult<{ sha256: string; bytes: number }>;
      if (outcome.status === 'rejected') throw outcome.reason;
      record.bundle = kept.value;
      record.sha256 = outcome.value.sha256;
      record.bytes = outcome.value.bytes;
    }
  }

  #rightFolder(folder: OutboxName): Promise<void> {
    const looked = this.#folders.get(folder) ?? requireRightFolders(this.#path, [folder]);
    this.#folders.set(folder, looked);
    return looked;
  }

  /** What cannot be removed now is swept at the next start. */
  async #discard(gone: readonly PlannedDelivery[]): Promise<void> {
    await Promise.allSettled(gone.map(({ record }) => this.#path.outboxes[record.folder].discard(record.id)));
  }
}
