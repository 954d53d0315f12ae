import type { DeliveryRecord } from '../domain/records.ts';
import type { Path } from './path.ts';
import { replaceAcknowledgement } from './steps/replace-acknowledgement.ts';

/**
 * Acknowledgements that wait for the results they speak of.
 *
 * `expect` announces a result of a file, `settled` says that it is out (or withdrawn); an acknowledgement goes
 * out when nothing of its file is expected any more. After `ackWaitMs` it is replaced by one that says
 * `DELIVERY_PENDING`, and that one goes out at once: a sender must not wait for an outbox that is full.
 */
export class AcknowledgementsWaiting {
  readonly #path: () => Path;
  readonly #deliver: (records: DeliveryRecord[]) => Promise<void>;
  /** Does this one wait for its next attempt? */
  readonly #waitsForRetry: (record: DeliveryRecord) => boolean;
  readonly #onDefect: (error: unknown) => void;
  /** Results that are not out yet, by file. */
  readonly #expected = new Map<string, Set<string>>();
  /** The files whose acknowledgements wait for a result. */
  readonly #files = new Map<string, Set<string>>();
  /** Acknowledgements that are not out yet, by delivery id. */
  readonly #waiting = new Map<string, { record: DeliveryRecord; timer: NodeJS.Timeout | null }>();

  constructor(
    path: () => Path,
    deliver: (records: DeliveryRecord[]) => Promise<void>,
    waitsForRetry: (record: DeliveryRecord) => boolean,
    onDefect: (error: unknown) => void,
  ) {
    this.#waitsForRetry = waitsForRetry;
    this.#path = path;
    this.#deliver = deliver;
    this.#onDefect = onDefect;
  }

  expect(result: DeliveryRecord): void {
    if (result.fileId !== null) this.expectFor(result.fileId, result.id);
  }

  /** The file's acknowledgement speaks of this result, or of the one that it replaced. */
  expectFor(fileId: string, resultId: string): void {
    this.#expected.set(fileId, (this.#expected.get(fileId) ?? new Set()).add(resultId));
    this.#files.set(resultId, (this.#files.get(resultId) ?? new Set()).add(fileId));
  }

  settled(result: DeliveryRecord): void {
    for (const fileId of this.#files.get(result.id) ?? []) {
      const expected = this.#expected.get(fileId);
      expected?.delete(result.id);
      if (expected?.size === 0) this.#expected.delete(fileId);
    }
    this.#files.delete(result.id);
  }

  async take(acknowledgements: readonly DeliveryRecord[]): Promise<void> {
    for (const record of acknowledgements) {
      const timer = this.#mustWait(record) ? this.#giveUpLater(record) : null;
      this.#waiting.set(record.id, { record, timer });
    }
    await this.release();
  }

  /** Hands over every acknowledgement whose results are out. */
  async release(): Promise<void> {
    const waiting = [...this.#waiting.values()].map(({ record }) => record);
    const ready = waiting.filter((record) => !this.#mustWait(record) && !this.#waitsForRetry(record));
    if (ready.length > 0) await this.#deliver(ready);
  }

  /** This acknowledgement is out. */
  out(record: DeliveryRecord): void {
    const timer = this.#waiting.get(record.id)?.timer;
    if (timer) clearTimeout(timer);
    this.#waiting.delete(record.id);
  }

  /** Ends all waiting now: with `run --once` nobody would be there later. */
  async settleNow(): Promise<void> {
    for (const { record, timer } of [...this.#waiting.values()]) {
      if (timer) clearTimeout(timer);
      await this.#replace(record);
    }
  }

  stop(): void {
    for (const { timer } of this.#waiting.values()) if (timer) clearTimeout(timer);
  }

  #mustWait(record: DeliveryRecord): boolean {
    return (
      record.revision === 1 &&
      record.status !== 'stopped' &&
      record.fileId !== null &&
      this.#expected.has(record.fileId)
    );
  }

  #giveUpLater(record: DeliveryRecord): NodeJS.Timeout {
    const { ackWaitMs } = this.#path().settings().channels.acknowledgements;
    return setTimeout(() => {
      this.#replace(record).catch(this.#onDefect);
    }, ackWaitMs);
  }

  async #replace(record: DeliveryRecord): Promise<void> {
    if (!this.#waiting.has(record.id) || !this.#mustWait(record)) return;
    this.#waiting.delete(record.id); // from here on nobody else can hand the first one over
    const replacement = await replaceAcknowledgement(this.#path(), record);
    await this.take([replacement ?? record]);
  }
}
