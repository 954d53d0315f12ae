import type { Decision, LinkState } from '../../../domain/decision.ts';
import type { LearnedLink, OrderMatchResult, PurchaseOrder } from '../../../domain/documents.generated.ts';
import { next } from '../../../domain/next-status.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import {
  ORDER_MATCH_TRANSITIONS,
  type OrderMatchPlace,
  type OrderMatchStatusCode,
} from '../../../domain/order-match-status.table.ts';
import type { InvoiceResponseSettings } from '../invoice-response/answer-supplier.ts';
import type { OrderMatchFacts, OrderMatchRuleSettings, SupplierInvoiceContent } from '../order-match-facts.ts';

/**
 * The processings of the source (tables 3 and 10) and the corrections of links: match is Ordrematch processing, update
 * Oppdater fakturaverdier, receive Oppdater verdier og motta faktura, reject Avvis faktura.
 */
export type ProcessingAction = 'match' | 'update' | 'receive' | 'reject' | 'link' | 'unlink';

/** What an operator asks for. Texts as they were typed: what they mean is this rule's to say. */
export interface ProcessingRequest {
  action: ProcessingAction;
  /** Of update and receive `ORDERNO/LINENO`, none for all; of link and unlink invoice lines. */
  lines: readonly string[];
  /** Of link: `ORDERNO/LINENO`. */
  order?: string;
  /** Of link: our product number. */
  product?: string;
  /** Of update and receive: both documents are owed, although they have the same number. */
  acceptDuplicate?: boolean;
  /** As the audit writes it: `user:kari`, `commands:kari`. */
  by: string;
  /** Why, in the operator's words. */
  reason: string;
}

/** What a processing knows: the invoice as stored, and the world as a decision about it knows it today. */
export interface ProcessingFacts {
  stored: SupplierInvoiceContent;
  orderMatch: OrderMatchFacts;
  /** The links of the invoice, in whatever state. */
  ownLinks: readonly LinkState[];
  /** What the invoice itself taught, that nobody confirmed and no other invoice used. */
  ownLessons: readonly LearnedLink[];
}

/** When it is done. */
export interface ProcessingContext {
  /** Instant, as text. */
  now: string;
  /** Plain date in the site's zone. */
  today: string;
  /** The last number given in the voucher series that it writes in; undefined where Visma gives the numbers. */
  lastVoucherNo?: number;
}

/** The settings that a processing reads. */
export type ProcessingSettings = OrderMatchRuleSettings & InvoiceResponseSettings;

/** One processing on its way. */
export interface Processing {
  request: ProcessingRequest;
  facts: ProcessingFacts;
  settings: ProcessingSettings;
  context: ProcessingContext;
}

export type ProcessingOutcome = Decision | Refusal;

/** Who does it, by name alone: as learned links keep it. */
export function authorOf({ request }: Processing): string {
  return request.by.slice(request.by.indexOf(':') + 1);
}

/** Where the invoice rests, as the transition table has it. */
export function placeOf(result: OrderMatchResult): OrderMatchPlace {
  return String(result.status.code) as OrderMatchPlace;
}

/** Where an event leads the invoice by the transition table, which is known to have it there. */
export function leadsTo({ facts }: Processing, event: 'update' | 'link' | 'unlink' | 'reject'): OrderMatchStatusCode {
  return Number(next(ORDER_MATCH_TRANSITIONS, placeOf(facts.stored.result), event)) as OrderMatchStatusCode;
}

/** The order of this number as it is known today. */
export function orderOf(facts: ProcessingFacts, orderNo: string): PurchaseOrder | undefined {
  return facts.orderMatch.orders.find((order) => order.orderNo === orderNo);
}
