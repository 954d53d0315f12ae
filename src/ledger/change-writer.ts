import type { Change } from '../domain/decision.ts';
import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { LedgerTransaction, Mark } from '../pipeline/ledger-port.ts';
import type { NewId } from '../pipeline/ports.ts';
import { alertWriter } from './alert-writer.ts';
import type { AuditWriter } from './audit-writer.ts';
import { deliveryWriter } from './delivery-writer.ts';
import { documentWriter } from './document-writer.ts';
import { fileWriter } from './file-writer.ts';
import { type LinksWritten, linkWriter } from './link-writer.ts';
import type { CounterWriter } from './counter-writer.ts';
import type { Connection, Synchronous } from './sql.ts';

/** Everything that a transaction writes, as methods that answer at once. */
export type Writes = Synchronous<
  Pick<
    LedgerTransaction,
    | 'apply'
    | 'audit'
    | 'nextNumber'
    | 'lastNumber'
    | 'putFile'
    | 'putDelivery'
    | 'setDeliveryStatus'
    | 'mark'
    | 'raiseSuspicion'
    | 'clearSuspicion'
    | 'rememberOutbox'
  >
> & { counters: CounterWriter };

/** Every statement that writes, prepared once, on the connection that writes. `written` is told of what was, for those who remember. */
export function changeWriter(
  connection: Connection,
  audit: AuditWriter,
  newId: NewId,
  written: { document: (kind: DocumentKind) => void; links: LinksWritten },
): Writes {
  const files = fileWriter(connection);
  const { markDelivered, markFailed, ...deliveries } = deliveryWriter(connection);
  const putDocument = documentWriter(connection);
  const links = linkWriter(connection, written.links);
  const alerts = alertWriter(connection, newId);

  const applyOne = (change: Change, by: string, at: string, file: { id: string; sequence: number } | null): void => {
    switch (change.change) {
      case 'put-document':
        putDocument(change, at, file);
        return written.document(change.kind);
      case 'put-links':
        return links.putLinks(change.documentId, change.links);
      case 'put-order-line-snapshot':
        return links.putSnapshot(change.orderNo, change.lineNo, change.snapshot);
      case 'audit':
        return audit.append({ at, by, ...auditFields(change) });
      case 'take-number':
        return files.counters.take(change.counter, change.number);
      case 'raise-alert':
        return alerts.raise(change, at);
      case 'clear-alert':
        return alerts.clear(change, at);
    }
  };
  const markOne = (mark: Mark): void => {
    switch (mark.mark) {
      case 'delivered':
        return markDelivered(mark);
      case 'delivery-failed':
        return markFailed(mark);
    }
  };
  return {
    ...files,
    ...deliveries,
    apply(changes, by, at, file) {
      for (const change of changes) applyOne(change, by, at, file);
    },
    audit: (record) => audit.append(record),
    mark(marks) {
      for (const mark of marks) markOne(mark);
    },
  };
}

/** What a decision says of its audit row. Reasons of the rules are details; `reason` is what a person gave. */
function auditFields(change: Extract<Change, { change: 'audit' }>) {
  const { subject, event, from, to, rule, reasons, reason, details } = change;
  const more = { ...details, ...(reasons === undefined ? {} : { reasons }) };
  return {
    subject,
    event,
    from,
    to,
    rule,
    reason: reason ?? null,
    details: Object.keys(more).length > 0 ? more : null,
  };
}
