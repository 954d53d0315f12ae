import { canonicalText } from '../../domain/canonical-text.ts';
import type { Change, Decision, DocumentOutcome, ReadDocument, Reason } from '../../domain/decision.ts';
import type { InboundDocument, PurchaseOrder } from '../../domain/documents.generated.ts';
import type { StoredDocument } from '../../domain/records.ts';
import { documentHead } from './document-head.ts';
import { documentIndexes } from './document-indexes.ts';
import type { PlacedSnapshot } from '../order-match/order-line-snapshot.ts';
import { renewedSnapshots, replacedValues } from './renewed-snapshots.ts';

/** What a decision about a state document knows besides the document: where its file stands in its channel. */
export interface StateDocumentContext {
  fileSequence: number;
  /** Of a purchase order: what the first matches of its lines saw. */
  snapshots?: readonly PlacedSnapshot[];
}

/**
 * Decides about a document that says how things are now: supplier, customer, product, delivery alternative or
 * purchase order (architecture 3, Duplicates). Equal to the last accepted one of its key: a duplicate. Older than
 * what is known, by `asOf` or else by the order of the files: taken in, and nothing changes. Anything else replaces
 * the former one, with its look-ups, and an order renews the snapshots of lines whose buyer corrected the price.
 */
export function decideStateDocument(
  document: ReadDocument,
  current: StoredDocument | undefined,
  context: StateDocumentContext,
): Decision {
  if (current !== undefined && canonicalText(current.content) === canonicalText(document.content)) {
    return unchanged(document, 'duplicate', { code: 'SAME_AS_BEFORE' });
  }
  const known = current === undefined ? undefined : newerKnown(document.content, current, context.fileSequence);
  if (known !== undefined) return unchanged(document, 'accepted', known);
  const snapshots = context.snapshots ?? [];
  const { content } = document;
  const reasons = content.document === 'purchase-order' ? replacedValues(content, snapshots) : [];
  return {
    kind: document.kind,
    key: document.key,
    outcome: 'accepted',
    status: null,
    reasons,
    changes: replacement(document, current, snapshots, reasons),
    outputs: [],
  };
}

/** The reason why the document is older than the known one; `undefined` where it is not. */
function newerKnown(content: InboundDocument, current: StoredDocument, fileSequence: number): Reason | undefined {
  const asOf = asOfOf(content);
  const knownAsOf = asOfOf(current.content as InboundDocument);
  if (asOf !== undefined && knownAsOf !== undefined) {
    const comparison = Temporal.Instant.compare(Temporal.Instant.from(asOf), Temporal.Instant.from(knownAsOf));
    if (comparison < 0) return { code: 'OLDER_THAN_KNOWN', at: 'asOf', expected: knownAsOf, actual: asOf };
    if (comparison > 0) return undefined;
  }
  return fileSequence < current.fileSequence ? { code: 'OLDER_THAN_KNOWN' } : undefined;
}

function asOfOf(content: InboundDocument): string | undefined {
  return content.document === 'purchase-order' ? content.asOf : undefined;
}

function replacement(
  document: ReadDocument,
  current: StoredDocument | undefined,
  snapshots: readonly PlacedSnapshot[],
  reasons: Reason[],
): Change[] {
  const { kind, key, content } = document;
  return [
    {
      change: 'put-document',
      kind,
      key,
      content,
      status: null,
      revision: (current?.revision ?? 0) + 1,
      head: documentHead(content),
      indexes: documentIndexes(content),
    },
    ...(content.document === 'purchase-order' ? renewedSnapshots(content satisfies PurchaseOrder, snapshots) : []),
    audit(document, current === undefined ? 'taken-in' : 'replaced', reasons.length === 0 ? undefined : reasons),
  ];
}

function unchanged(document: ReadDocument, outcome: DocumentOutcome, reason: Reason): Decision {
  return {
    kind: document.kind,
    key: document.key,
    outcome,
    status: null,
    reasons: [reason],
    changes: [audit(document, 'left-unchanged', [reason])],
    outputs: [],
  };
}

function audit(document: ReadDocument, event: string, reasons?: Reason[]): Change {
  const subject = { kind: document.kind, key: document.key };
  return {
    change: 'audit',
    subject,
    event,
    from: null,
    to: null,
    rule: 'X001',
    ...(reasons === undefined ? {} : { reasons }),
  };
}
