import type { Change, Decision, LinkState, OrderLineSnapshot } from '../../src/domain/decision.ts';
import type {
  DeliveryAlternative,
  LearnedLink,
  OrderMatchResult,
  PurchaseOrder,
  SupplierInvoice,
} from '../../src/domain/documents.generated.ts';
import { decideOrderMatch } from '../../src/rules/order-match/decide-order-match.ts';
import type {
  OrderMatchFacts,
  OrderMatchRuleSettings,
  SupplierInvoiceContent,
} from '../../src/rules/order-match/order-match-facts.ts';
import { learnedLinksIn } from '../../src/rules/order-match/learned/learned-products.ts';
import { decideProcessing } from '../../src/rules/order-match/processings/decide-processing.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type {
  ProcessingAction,
  ProcessingOutcome,
  ProcessingRequest,
} from '../../src/rules/order-match/processings/processing.ts';
import { alternatives, CONTEXT, facts, ORDER_1001, settings } from './order-match-world.ts';

type Audit = Extract<Change, { change: 'audit' }>;

/** What a ledger would remember, in memory: decisions and actions one after the other, as the path has them. */
export class Books {
  readonly orders = new Map<string, PurchaseOrder>();
  readonly documents = new Map<string, SupplierInvoiceContent>();
  readonly links = new Map<string, readonly LinkState[]>();
  readonly snapshots = new Map<string, OrderLineSnapshot>();
  readonly learned = new Map<string, LearnedLink>();
  readonly audit: Audit[] = [];
  readonly outputs: OrderMatchResult[] = [];
  alternatives: DeliveryAlternative[] = alternatives();
  rules: OrderMatchRuleSettings;
  /** The last number given in the voucher series, where a test has the settings number it. */
  lastVoucherNo: number | undefined;

  constructor(orders: readonly PurchaseOrder[] = [ORDER_1001], rules: OrderMatchRuleSettings = settings()) {
    for (const order of orders) this.orders.set(order.orderNo, order);
    this.rules = rules;
  }

  /** The invoice decided for the first time. */
  take(invoice: SupplierInvoice, documentId = 'doc1'): OrderMatchResult {
    const accountingDocumentNo = this.documents.size + 1;
    const context = { ...CONTEXT, documentId, accountingDocumentNo };
    this.apply(decideOrderMatch(invoice, this.factsOf(documentId), this.rules, context));
    return this.result(documentId);
  }

  /** An operator's action; what it decides is written down. */
  act(action: ProcessingAction, more: Partial<ProcessingRequest> = {}, documentId = 'doc1'): ProcessingOutcome {
    const stored = this.documents.get(documentId);
    if (stored === undefined) throw new Error(`no document ${documentId}`);
    const request = { action, lines: [], by: 'user:kari', reason: 'because', ...more };
    const ownLinks = this.links.get(documentId) ?? [];
    const orderMatch = this.factsOf(documentId);
    const known = { stored, orderMatch, ownLinks, ownLessons: this.lessonsOf(documentId) };
    const { lastVoucherNo } = this;
    const context = { ...CONTEXT, ...(lastVoucherNo === undefined ? {} : { lastVoucherNo }) };
    const outcome = decideProcessing(request, known, this.rules, context);
    if (!isRefusal(outcome)) this.apply(outcome);
    return outcome;
  }

  result(documentId = 'doc1'): OrderMatchResult {
    const stored = this.documents.get(documentId);
    if (stored === undefined) throw new Error(`no document ${documentId}`);
    return stored.result;
  }

  /** Order lines of the result as "1001/1 status". */
  lines(documentId = 'doc1'): string[] {
    return this.result(documentId).orders.flatMap(({ orderNo, lines }) =>
      lines.map((line) => `${orderNo}/${line.lineNo} ${line.status}`),
    );
  }

  /** Links as "invoice line -> 1001/1". */
  linked(documentId = 'doc1'): string[] {
    return this.result(documentId).links.map((link) => `${link.invoiceLineId} -> ${link.orderNo}/${link.orderLineNo}`);
  }

  private lessonsOf(documentId: string): LearnedLink[] {
    const others = [...this.documents.values()].filter(({ result }) => result.documentId !== documentId);
    const used = learnedLinksIn(others.flatMap(({ result }) => result.links.flatMap(({ evidence }) => evidence)));
    return [...this.learned].flatMap(([key, link]) =>
      link.learnedFrom === documentId && link.status === 'unconfirmed' && !used.includes(key) ? [link] : [],
    );
  }

  private factsOf(documentId: string): OrderMatchFacts {
    const links = [...this.links.values()].flat();
    return facts({
      orders: [...this.orders.values()],
      learned: [...this.learned.values()],
      alternatives: this.alternatives,
      links: links.filter((link) => link.documentId !== documentId || link.state === 'received'),
      snapshots: [...this.snapshots].map(([key, snapshot]) => {
        const [orderNo = '', lineNo] = key.split('/');
        return { orderNo, lineNo: Number(lineNo), ...snapshot };
      }),
    });
  }

  private apply(decision: Decision): void {
    for (const change of decision.changes) {
      if (change.change === 'put-document' && change.kind === 'supplier-invoice')
        this.documents.set(change.key, change.content as SupplierInvoiceContent);
      if (change.change === 'put-document' && change.kind === 'learned-link')
        this.learned.set(change.key, change.content as LearnedLink);
      if (change.change === 'put-links') this.links.set(change.documentId, change.links);
      if (change.change === 'put-order-line-snapshot')
        this.snapshots.set(`${change.orderNo}/${change.lineNo}`, change.snapshot);
      if (change.change === 'audit' && change.subject.kind === 'supplier-invoice') this.audit.push(change);
    }
    const results = decision.outputs.filter(({ document }) => document === 'order-match-result');
    this.outputs.push(...results.map(({ content }) => content as OrderMatchResult));
  }
}

/** The codes of a refusal; empty where it was done. */
export function refusedWith(outcome: ProcessingOutcome): string[] {
  return isRefusal(outcome) ? outcome.refused.map(({ code }) => code) : [];
}
