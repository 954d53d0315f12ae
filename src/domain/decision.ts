import type { InboundDocument, OutboundDocument, Place, ReasonRecord } from './documents.generated.ts';
import type { DocumentKind } from './document-kinds.table.ts';
import type { FaultCode } from './fault.table.ts';
import type { ReasonCode } from './reason.table.ts';

/** Why a decision is what it is: data, never a sentence. `setting` names the file and key that caused the limit. */
export interface Reason extends ReasonRecord {
  code: ReasonCode;
}

/** Something that was found while reading: an error refuses its record, a warning and a note do not. */
export interface Finding {
  code: FaultCode;
  severity: 'error' | 'warning' | 'note';
  message: string;
  hint?: string;
  at?: Place;
}

/** One canonical document of a file, with its key and its place in the file. */
export interface ReadDocument {
  kind: DocumentKind;
  key: string;
  content: InboundDocument;
  at: Place;
}

/** What `read` makes of bytes: documents, or findings that say why not. Same bytes, same mappings: same result. */
export interface ReadResult {
  mapping: { name: string; version: string };
  documents: ReadDocument[];
  findings: Finding[];
  /** SBDH instance identifier, where the file came in an envelope. */
  transportId?: string;
}

export type DocumentOutcome = 'accepted' | 'held' | 'rejected' | 'duplicate';

/** One output document; the path gives it its delivery id, sequence and name. */
export interface Output {
  document: OutboundDocument['document'];
  folder: 'visma' | 'epack' | 'suppliers';
  /** Key of the business document that the output speaks of: order within a folder is kept per key. */
  key: string;
  /** At most one output per (document, key, revision) ever leaves. */
  revision: number;
  content: OutboundDocument;
}

/** A state change that the ledger applies in the transaction of the decision. */
export type Change =
  | PutDocument
  | { change: 'put-links'; documentId: string; links: LinkState[] }
  | { change: 'put-order-line-snapshot'; orderNo: string; lineNo: number; snapshot: OrderLineSnapshot }
  | {
      change: 'audit';
      subject: { kind: DocumentKind; key: string };
      event: string;
      from: string | null;
      to: string | null;
      rule: string;
      reasons?: Reason[];
      /** What a person gave as the reason; absent where a rule decided. */
      reason?: string;
      /** What else belongs to the row: the lines of an action, what was corrected. */
      details?: Readonly<Record<string, unknown>>;
    }
  /** Takes a number of a counter; it is above the last one that was given. */
  | { change: 'take-number'; counter: string; number: number }
  | { change: 'raise-alert'; code: FaultCode | ReasonCode; subject: { kind: string; key: string }; text: string }
  | { change: 'clear-alert'; code: FaultCode | ReasonCode; subject: { kind: string; key: string } };

/** Writes one business document: its content, its status, and the columns by which lists find it. */
export interface PutDocument {
  change: 'put-document';
  kind: DocumentKind;
  key: string;
  content: unknown;
  status: string | null;
  revision: number;
  head: DocumentHead;
  /** Look-up values, by index name (see `document-kinds.table.ts`); they replace the document's former ones. */
  indexes: { name: string; value: string }[];
}

/** What lists show and search of any document. */
export interface DocumentHead {
  party?: string;
  number?: string;
  amount?: string;
  currency?: string;
  date?: string;
}

/** A link (Dokumentkobling) of an invoice line to an order line as the ledger keeps it. */
export interface LinkState {
  documentId: string;
  invoiceLineId: string;
  orderNo: string;
  orderLineNo: number;
  /** In the order line's unit; negative on a negative line, positive on a credit note. */
  quantity: string;
  amount: string;
  price: string;
  /** How much of the quantity was open when a pending link was made, signed alike; absent where all of it was. */
  reserved?: string;
  kind: 'invoice' | 'credit-note';
  /** `pending` reserves open quantity, `received` counts as invoiced, `released` counts for nothing. */
  state: 'pending' | 'received' | 'released';
  /** Instant of the receipt, for `asOf` of later order files. */
  receivedAt?: string;
}

/** The order line as the first match saw it (order-match.md 5): what deviations are measured against. */
export interface OrderLineSnapshot {
  price: string;
  discountPercent?: string;
  /** The price that "Oppdater fakturaverdier" wrote and that is in force, where there is one. */
  writtenPrice?: string;
  /** All that invoices wrote to the line, oldest first, one entry an invoice: what the buyer's own file says stays as it was. */
  written?: readonly WrittenValues[];
}

/** The values of an invoice that "Oppdater fakturaverdier" wrote to an order line, beside what the buyer's file says. */
export interface WrittenValues {
  documentId: string;
  /** Instant of the update. */
  at: string;
  /** For one, before the discount. Price and discount are absent of a credit note: what it credits is no new purchase price. */
  price?: string;
  discountPercent?: string;
  /** To be invoiced now; the ordered quantity stays the buyer's. */
  quantity: string;
  /** What the order file said then: by it a later edit of a person is recognised. */
  before: { price: string; discountPercent: string; quantity: string };
  /** Written with the receipt: nothing of it is to be invoiced any more. */
  received?: true;
  /** The invoice was rejected, or the line was taken from it: not in force any more, but still no price of the buyer's. */
  withdrawn?: true;
}

/** What is decided about one document. */
export interface Decision {
  kind: DocumentKind;
  key: string;
  outcome: DocumentOutcome;
  status: string | null;
  reasons: Reason[];
  changes: Change[];
  outputs: Output[];
}
