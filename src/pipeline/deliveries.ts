import { backoffMs } from '../domain/backoff.ts';
import type { Fault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/records.ts';
import type { OutboxName } from '../domain/settings.generated.ts';
import { AcknowledgementsWaiting } from './acknowledgements-waiting.ts';
import { OutboxGates } from './outbox-gates.ts';
import type { DeliveryQueue, Path } from './path.ts';
import { handOver } from './steps/hand-over.ts';

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
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #acknowledgements: AcknowledgementsWaiting;
  readonly #once: boolean;
  readonly #onDefect: (error: unknown) => void;

  constructor(path: () => Path, once: boolean, onDefect: (error: unknown) => void) {
    this.#path = path;
    this.#once = once;
    this.#onDefect = onDefect;
    this.#acknowledgements = new AcknowledgementsWaiting(path, (records) => this.#deliver(records), onDefect);
  }

  withhold(deliveryId: string): boolean {
    if (this.#inHand.has(deliveryId)) return false;
    this.#inHand.add(deliveryId);
    return true;
  }

  letGo(record: DeliveryRecord): void {
    this.#inHand.delete(record.id);
    if (this.#queueOf(record)[0]?.id === record.id) this.#later(0, () => this.#deliver([record]));
  }

  /** Ends the waiting of acknowledgements: the end of `run --once`. */
  settleNow(): Promise<void> {
    return this.#acknowledgements.settleNow();
  }

  /** How many results and acknowledgements are not out yet. */
  get waiting(): number {
    let count = this.#acknowledgements.waiting;
    for (const queue of this.#queues.values()) count += queue.length;
    return count;
  }

  assertOpen(folder: OutboxName): void {
    this.#gates.assertOpen(folder);
  }

  pause(folder: OutboxName, fault: Fault): void {
    this.#gates.pause(folder, fault);
  }

  /** A person pauses the folder: what is decided is staged and waits. */
  hold(folder: OutboxName): void {
    this.#gates.hold(folder);
  }

  /** A person lets the folder go on, and what waited is handed over. `accepted`: also where it was replaced. */
  async resume(folder: OutboxName, accepted: boolean): Promise<void> {
    this.#gates.release(folder, accepted);
    const heads = [...this.#queues.values()].map((queue) => queue[0]).filter((head) => head?.folder === folder);
    await this.#deliver(heads.filter((head) => head !== undefined && head.status !== 'stopped') as DeliveryRecord[]);
    await this.#acknowledgements.release();
  }

  async take(records: readonly DeliveryRecord[]): Promise<void> {
    const results = records.filter((record) => record.folder !== 'acknowledgements');
    const ready: DeliveryRecord[] = [];
    for (const record of results) {
      const queue = this.#queueOf(record);
      queue.push(record);
      if (queue.length === 1 && record.status !== 'stopped') ready.push(record);
      this.#acknowledgements.expect(record);
    }
    await this.#deliver(ready);
    await this.#acknowledgements.take(records.filter((record) => record.folder === 'acknowledgements'));
  }

  forget(deliveryId: string): void {
    this.#inHand.delete(deliveryId);
    for (const [name, queue] of this.#queues) {
      const index = queue.findIndex((record) => record.id === deliveryId);
      if (index < 0) continue;
      const [record] = queue.splice(index, 1);
      if (queue.length === 0) this.#queues.delete(name);
      if (record !== undefined) this.#acknowledgements.settled(record);
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#acknowledgements.stop();
  }

  #queueOf(record: DeliveryRecord): DeliveryRecord[] {
    const name = `${record.folder}/${record.key}`;
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    return queue;
  }

  /** Hands over, and goes on with what stood behind: until nothing more can go now. */
  async #deliver(records: readonly DeliveryRecord[]): Promise<void> {
    let round = records.filter((record) => !this.#inHand.has(record.id) && this.#gates.open(record.folder));
    while (round.length > 0) {
      for (const record of round) this.#inHand.add(record.id);
      const { delivered, failed } = await handOver(this.#path(), round);
      for (const record of round) this.#inHand.delete(record.id);
      for (const { record, fault } of failed) this.#failed(record, fault);
      round = delivered.map((record) => this.#delivered(record)).filter((next) => next !== undefined);
    }
    this.#path().riders.added();
    await this.#acknowledgements.release();
  }

  /** Notes a hand-over; gives what stands behind it and may go now. */
  #delivered(record: DeliveryRecord): DeliveryRecord | undefined {
    const path = this.#path();
    record.status = 'delivered';
    path.riders.marks.push({ mark: 'delivered', deliveryId: record.id, at: path.clock.now() });
    path.log.info('delivery-handed-over', { delivery: record.id, file: record.fileId, folder: record.folder });
    if (record.folder === 'acknowledgements') {
      this.#acknowledgements.out(record);
      return undefined;
    }
    const queue = this.#queueOf(record);
    queue.splice(queue.indexOf(record), 1);
    this.#acknowledgements.settled(record);
    if (queue.length === 0) this.#queues.delete(`${record.folder}/${record.key}`);
    const next = queue[0];
    return next !== undefined && next.status !== 'stopped' && this.#gates.open(next.folder) ? next : undefined;
  }

  /** Waits before the next attempt; after the last one the delivery is stopped and a person is told. */
  #failed(record: DeliveryRecord, fault: Fault): void {
    const path = this.#path();
    if (!fault.transient) {
      this.#pauseFor(record.folder, fault);
      return;
    }
    const { retry } = path.settings().channels[record.folder];
    record.attempts += 1;
    record.status = record.attempts < retry.attempts ? 'retrying' : 'stopped';
    const inMs = record.status === 'retrying' ? backoffMs(retry, record.attempts, Math.random()) : null;
    record.nextAttemptAt =
      inMs === null ? null : Temporal.Instant.from(path.clock.now()).add({ milliseconds: inMs }).toString();
    const { id: deliveryId, attempts, nextAttemptAt, status } = record;
    path.riders.marks.push({
      mark: 'delivery-failed',
      deliveryId,
      error: fault.message,
      attempts,
      nextAttemptAt,
      status,
    });
    path.log.warn('delivery-failed', {
      delivery: deliveryId,
      code: fault.code,
      error: fault.message,
      attempts,
      status,
    });
    if (inMs === null) this.#alert('DELIVERY_STOPPED', { kind: 'delivery', key: deliveryId }, fault.message);
    else if (!this.#once) this.#later(inMs, () => this.#deliver([record]));
    path.riders.added();
  }

  #pauseFor(folder: OutboxName, fault: Fault): void {
    if (!this.#gates.pause(folder, fault)) return;
    this.#path().log.error('outbox-paused', { folder, code: fault.code, error: fault.message });
    this.#alert(fault.code, { kind: 'channel', key: folder }, fault.message);
  }

  #alert(code: 'DELIVERY_STOPPED' | Fault['code'], subject: { kind: string; key: string }, text: string): void {
    this.#path().riders.changes.push({ change: 'raise-alert', code, subject, text });
  }

  #later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work().catch(this.#onDefect);
    }, ms);
    this.#timers.add(timer);
  }
}
