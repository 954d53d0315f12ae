import type { Fault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/records.ts';
import type { OutboxName } from '../domain/settings.generated.ts';
import { AcknowledgementsWaiting } from './acknowledgements-waiting.ts';
import { OutboxGates } from './outbox-gates.ts';
import type { DeliveryQueue, Path } from './path.ts';
import { DeliveryTimers } from './delivery-timers.ts';
import { handOver } from './steps/hand-over.ts';
import { noteFailedDelivery } from './steps/note-failed-delivery.ts';

/**
 * The deliveries whose rows are committed and whose files are not handed over yet.
 *
 * A result stands in the queue of its folder and key: first in, first out, so that order per key is kept, and a
 * head that fails blocks its own key only. It leaves the queue by being handed over, or withdrawn; one that was
 * given up (`stopped`) stays at the head until a person resends or handles it. An acknowledgement waits for the
 * results of its file (`AcknowledgementsWaiting`). A folder may be paused, by a person or because its marker is
 * not ours: what stands in its queues waits. All of this is rebuilt from the ledger at every start.
 */
export class Deliveries implements DeliveryQueue {
  readonly #path: () => Path;
  readonly #queues = new Map<string, DeliveryRecord[]>();
  readonly #inHand = new Set<string>();
  readonly #gates = new OutboxGates();
  readonly #timers: DeliveryTimers;
  readonly #acknowledgements: AcknowledgementsWaiting;
  readonly #once: boolean;
  /** With `run --once` a delivery that failed is left to the next run. */
  readonly #failedOnce = new Set<string>();

  constructor(path: () => Path, once: boolean, onDefect: (error: unknown) => void) {
    this.#path = path;
    this.#once = once;
    this.#timers = new DeliveryTimers(onDefect);
    this.#acknowledgements = new AcknowledgementsWaiting(
      path,
      (records) => this.#deliver(records),
      (record) => this.#timers.has(record.id) || this.#failedOnce.has(record.id),
      onDefect,
    );
  }

  withhold(deliveryId: string): boolean {
    if (this.#inHand.has(deliveryId)) return false;
    this.#inHand.add(deliveryId);
    return true;
  }

  letGo(record: DeliveryRecord): void {
    this.#inHand.delete(record.id);
    const head = this.#queues.get(nameOf(record))?.[0];
    if (head?.id === record.id) this.#timers.set(head.id, 0, () => this.#deliver([head]));
  }

  /** Ends the waiting of acknowledgements: the end of `run --once`. */
  settleNow(): Promise<void> {
    return this.#acknowledgements.settleNow();
  }

  assertOpen(folder: OutboxName): void {
    this.#gates.assertOpen(folder);
  }

  /** The fault that paused a folder: a person may want to accept the folder that stands there now. */
  pausedBy(folder: OutboxName): Fault | undefined {
    return this.#gates.pausedBy(folder);
  }

  /** The folders that a fault has closed. */
  closed(): OutboxName[] {
    return this.#gates.closed();
  }

  closeFor(folder: OutboxName, fault: Fault): void {
    if (!this.#gates.pause(folder, fault)) return;
    const path = this.#path();
    path.log.error('outbox-paused', { folder, code: fault.code, error: fault.message });
    const subject = { kind: 'channel', key: folder };
    path.riders.changes.push({ change: 'raise-alert', code: fault.code, subject, text: fault.message });
    path.riders.added();
  }

  /** An older result was withdrawn for a newer one: who waited for the old one waits for the new one. */
  replace(older: DeliveryRecord, newer: DeliveryRecord | undefined): void {
    const speaksOf = older.folder === 'acknowledgements' ? null : older.fileId; // an acknowledgement waits for no other
    if (newer !== undefined && speaksOf !== null) this.#acknowledgements.expectFor(speaksOf, newer.id);
    this.forget(older);
  }

  /** A person pauses the folder: what is decided is staged and waits. */
  hold(folder: OutboxName): void {
    this.#gates.hold(folder);
  }

  /** A person lets the folder go on, and what waited is handed over. `accepted`: also where it was replaced. */
  async resume(folder: OutboxName, accepted: boolean): Promise<void> {
    this.#gates.release(folder, accepted);
    const heads = [...this.#queues.values()].flatMap((queue) => queue[0] ?? []);
    await this.#deliver(heads.filter((head) => head.folder === folder));
    await this.#acknowledgements.release();
  }

  async take(records: readonly DeliveryRecord[]): Promise<void> {
    const results = records.filter((record) => record.folder !== 'acknowledgements');
    for (const record of results) {
      this.#queues.set(nameOf(record), [...(this.#queues.get(nameOf(record)) ?? []), record]);
      this.#acknowledgements.expect(record);
    }
    await this.#deliver(results);
    await this.#acknowledgements.take(records.filter((record) => record.folder === 'acknowledgements'));
  }

  forget(record: DeliveryRecord): void {
    this.#inHand.delete(record.id);
    this.#timers.cancel(record.id);
    if (record.folder === 'acknowledgements') return this.#acknowledgements.out(record);
    this.#leaveQueue(record);
    const next = this.#queues.get(nameOf(record))?.[0];
    if (next !== undefined) this.#timers.set(next.id, 0, () => this.#deliver([next]));
  }

  stop(): void {
    this.#timers.stop();
    this.#acknowledgements.stop();
  }

  /** Hands over, and goes on with what stood behind: until nothing more can go now. */
  async #deliver(records: readonly DeliveryRecord[]): Promise<void> {
    let round = records.filter((record) => this.#mayGo(record));
    if (round.length === 0) return; // nothing changes, so nobody need be asked again
    while (round.length > 0) {
      for (const record of round) {
        this.#timers.cancel(record.id);
        this.#inHand.add(record.id);
      }
      const { delivered, failed } = await handOver(this.#path(), round);
      for (const record of round) this.#inHand.delete(record.id);
      for (const { record, fault } of failed) this.#failed(record, fault);
      const next = delivered.map((record) => this.#delivered(record));
      round = next.filter((record) => record !== undefined && this.#mayGo(record)) as DeliveryRecord[];
    }
    this.#path().riders.added();
    await this.#acknowledgements.release();
  }

  /** Not given up, not in somebody's hand, not withdrawn, its folder open, and (a result) at the head of its queue. */
  #mayGo(record: DeliveryRecord): boolean {
    if (record.status === 'stopped' || this.#inHand.has(record.id) || !this.#gates.open(record.folder)) return false;
    return record.folder === 'acknowledgements' || this.#queues.get(nameOf(record))?.[0]?.id === record.id;
  }

  /** Notes a hand-over; gives what stands behind it. */
  #delivered(record: DeliveryRecord): DeliveryRecord | undefined {
    const path = this.#path();
    record.status = 'delivered';
    path.riders.marks.push({ mark: 'delivered', deliveryId: record.id, at: path.clock.now() });
    path.log.info('delivery-handed-over', { delivery: record.id, file: record.fileId, folder: record.folder });
    if (record.folder === 'acknowledgements') {
      this.#acknowledgements.out(record);
      return undefined;
    }
    this.#leaveQueue(record);
    return this.#queues.get(nameOf(record))?.[0];
  }

  #leaveQueue(record: DeliveryRecord): void {
    const rest = (this.#queues.get(nameOf(record)) ?? []).filter(({ id }) => id !== record.id);
    if (rest.length === 0) this.#queues.delete(nameOf(record));
    else this.#queues.set(nameOf(record), rest);
    this.#acknowledgements.settled(record);
  }

  /** Waits before the next attempt; a fault that does not pass by itself closes the folder. */
  #failed(record: DeliveryRecord, fault: Fault): void {
    if (!fault.transient) return this.closeFor(record.folder, fault);
    const inMs = noteFailedDelivery(this.#path(), record, fault);
    if (this.#once) this.#failedOnce.add(record.id);
    else if (inMs !== null) this.#timers.set(record.id, inMs, () => this.#deliver([record]));
    this.#path().riders.added();
  }
}

/** Results of one folder and key stand in one queue: order per key is kept. */
function nameOf(record: DeliveryRecord): string {
  return `${record.folder}/${record.key}`;
}
