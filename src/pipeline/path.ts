import type { Change } from '../domain/decision.ts';
import type { Fault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/records.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';
import type { Ledger, Mark } from './ledger-port.ts';
import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';
import type { Clock, Inbox, NewId, Outbox, OutputArchive } from './ports.ts';
import type { ReadClaims } from './read-claims.ts';

/** One line per step, with the file id; no business content above debug level. */
export interface PathLog {
  debug(event: PathEvent, data: Record<string, unknown>): void;
  info(event: PathEvent, data: Record<string, unknown>): void;
  warn(event: PathEvent, data: Record<string, unknown>): void;
  error(event: PathEvent, data: Record<string, unknown>): void;
}

/** Names of log events: a closed list, so that searches and metrics can rely on them. */
export type PathEvent =
  | 'file-claimed'
  | 'file-read'
  | 'file-decided'
  | 'file-archived'
  | 'archive-waits'
  | 'file-adopted'
  | 'file-put-back'
  | 'file-retrying'
  | 'file-poisoned'
  | 'batch-waits'
  | 'delivery-handed-over'
  | 'delivery-failed'
  | 'delivery-recovered'
  | 'outbox-paused'
  | 'staging-swept'
  | 'intake-waits'
  | 'intake-refused'
  | 'alert-raised'
  | 'site-started'
  | 'ledger-checked'
  | 'ledger-check-failed'
  | 'site-stopped'
  | 'site-restarts'
  | 'settings-changed'
  | 'settings-refused'
  | 'settings-not-kept'
  | 'mappings-changed'
  | 'mappings-refused'
  | 'mappings-not-kept'
  | 'restart-needed'
  | 'defect';

/** All that the path of a file works with: wired by the service, the same for the daemon, `--once` and the tests. */
export interface Path {
  readonly site: string;
  readonly ledger: Ledger;
  readonly outboxes: Readonly<Record<OutboxName, Outbox>>;
  readonly inboxes: ReadonlyMap<InboxName, Inbox>;
  readonly archive: OutputArchive;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: PathLog;
  /** The settings in force now; they may change between two files, never inside one. */
  settings(): SettingsWithLookups;
  /** The mappings in force now; a batch is read by one set from beginning to end. */
  mappings(): MappingsInForce;
  /** What happened outside a transaction and rides on the next commit. */
  readonly riders: Riders;
  /** `readClaims` of read-claims.ts, on this thread or on another: same bytes, same result. */
  readonly read: ReadClaims;
  /** Deliveries that are being handed over, or wait for it. */
  readonly deliveries: DeliveryQueue;
}

/** What reading one file takes. */
export interface ReadInput {
  fileId: string;
  channel: InboxName;
  name: string;
  bytes: Uint8Array;
}

/** The part of the deliveries that the steps before them need to know. */
export interface DeliveryQueue {
  /** Keeps a delivery from being handed over while it is being withdrawn; false when it is in hand already, and too late. */
  withhold(deliveryId: string): boolean;
  /** It was not withdrawn after all. */
  letGo(record: DeliveryRecord): void;
  /** Throws the fault of a paused outbox: nothing may be staged there. */
  assertOpen(folder: OutboxName): void;
  /** Takes deliveries whose rows are committed: hands over what can be handed over now, and keeps trying with the rest. */
  take(records: readonly DeliveryRecord[]): Promise<void>;
  /** Forgets a delivery that was withdrawn. */
  forget(record: DeliveryRecord): void;
  /** Forgets a delivery that was withdrawn for a newer one, and lets its file's acknowledgement wait for that. */
  replace(older: DeliveryRecord, newer: DeliveryRecord | undefined): void;
  /** The folder is not right: nothing goes in or out until it is, and a person is told. */
  closeFor(folder: OutboxName, fault: Fault): void;
}

/** Marks and changes that wait for the next commit. They may be lost by a kill: recovery finds each of them again from the folders. */
export interface Riders {
  readonly marks: Mark[];
  readonly changes: Change[];
  /** Told when something was added, so that an idle daemon commits it soon. */
  added(): void;
}
