import type { LinkState } from '../../domain/decision.ts';
import type {
  DeliveryAlternative,
  DocumentLink,
  LearnedLink,
  OrderMatchResult,
  Product,
  PurchaseOrder,
  Supplier,
  SupplierInvoice,
} from '../../domain/documents.generated.ts';
import type { CompanySettings, OrderMatchSettings, SiteSettings } from '../../domain/settings.generated.ts';
import type { ByHand } from './by-hand.ts';
import type { PlacedSnapshot } from './order-line-snapshot.ts';
import type { TermsSettings } from '../payment-terms/supplier-due-date.ts';

/**
 * What the decision about a supplier's invoice knows of the world: gathered before, in a few look-ups
 * (pipeline/facts), so that the decision itself is a function of its arguments.
 */
export interface OrderMatchFacts {
  /** Every supplier that one of the invoice's identifiers names. */
  suppliers: readonly Supplier[];
  /** Every order whose number may be the one that the invoice speaks of, of any supplier. */
  orders: readonly PurchaseOrder[];
  /** Products that lines or orders name by our number or by GTIN, and the company's freight and fee products. */
  products: readonly Product[];
  /** This supplier's delivery alternatives of the numbers that lines state, of the orders' products and of freight. */
  alternatives: readonly DeliveryAlternative[];
  /** Links of other documents to these orders, and what was received of this one. */
  links: readonly LinkState[];
  /** What the first matches of these orders' lines saw. */
  snapshots: readonly PlacedSnapshot[];
  /** This supplier's documents of the same or nearly the same number, the invoices that a credit note refers to, and the credit notes that refer to them or to it. */
  earlier: readonly EarlierInvoice[];
  /** What operators taught of the items that the lines name (order-match.md 21), revoked links too. */
  learned: readonly LearnedLink[];
}

/** A supplier's document that was decided before. */
export interface EarlierInvoice {
  documentId: string;
  kind: SupplierInvoice['kind'];
  invoiceNo: string;
  status: string | null;
  /** Counts up with each document: which of two came first. */
  accountingDocumentNo: number;
  issueDate?: string;
  payable?: string;
  /** The orders that it was matched to. */
  orderNos: readonly string[];
  /** What it invoices or credits (credited-content.ts). */
  content?: string;
  /** Numbers of the invoices that a credit note refers to. */
  refersTo?: readonly string[];
}

/** The settings that order match reads, with what payment terms are counted by. */
export interface OrderMatchRuleSettings extends TermsSettings {
  company: CompanySettings;
  orderMatch: OrderMatchSettings;
  voucherSeries: SiteSettings['voucherSeries'];
  voucherTypes: SiteSettings['voucherTypes'];
}

/** Which decision this is: of which document, the how-manieth, and on what day. */
export interface OrderMatchContext {
  documentId: string;
  accountingDocumentNo: number;
  /** Of this decision: one more than the former one's. */
  revision: number;
  /** What was decided before, where the document is decided again. */
  previous?: OrderMatchResult;
  /** A person asks for it: then also what is in progress is decided. */
  inPersonsHands?: true;
  /** What operators said of its lines: above every tier. */
  byHand?: ByHand;
  /** Links of lines of which a part was received: they stay. */
  kept?: readonly DocumentLink[];
  /** The last number given in the voucher series of the pre-registration; undefined where Visma gives the numbers. */
  lastVoucherNo?: number;
  /** Instant, as text: goes into the receipt's links, decides nothing. */
  now: string;
  /** Plain date in the site's zone. */
  today: string;
}

/** How the ledger keeps a supplier invoice: as understood, and as last decided. */
export interface SupplierInvoiceContent {
  invoice: SupplierInvoice;
  result: OrderMatchResult;
  /** Absent where no operator has touched its links. */
  byHand?: ByHand;
}
