import { canonicalText } from '../../domain/canonical-text.ts';
import type { Reason } from '../../domain/decision.ts';
import type { OrderMatchResult, Supplier } from '../../domain/documents.generated.ts';
import type { SettingsWithLookups } from '../../domain/payment-terms.ts';
import { dateInZone } from '../../domain/plain-date.ts';
import { gatherProcessingFacts } from '../../pipeline/facts/processing-facts.ts';
import type { LedgerReader } from '../../pipeline/ledger-port.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import { decideProcessing } from '../../rules/order-match/processings/decide-processing.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { ProcessingFacts, ProcessingRequest } from '../../rules/order-match/processings/processing.ts';
import { reasonsWithout } from '../preview-comparison.ts';
import type { ReadableSite } from '../readable-site.ts';
import { waitingKeys } from './waiting-keys.ts';

/** A waiting invoice that would come out otherwise, were it matched again now. */
export interface AffectedInvoice {
  key: string;
  supplierNo: string | null;
  supplier: string | null;
  invoiceNo: string | null;
  statusNow: number;
  statusThen: number;
  /** Reasons that it waits for now and would not then, and the other way round. */
  reasonsGone: Reason[];
  reasonsNew: Reason[];
  /** Would lines, links or amounts of its result be others? */
  otherFigures: boolean;
  accountingDocumentNo: number;
}

/** What the invoices are decided with: the settings, and what every supplier would have of its own. */
export interface AffectedConditions {
  settings: SettingsWithLookups;
  supplier: Partial<Supplier>;
  now: string;
}

/**
 * Decides every waiting invoice that the query finds on the facts of today, one by one and each as if it alone were matched
 * again, and writes nothing. Gives those that would come
 * out otherwise, in the order in which they came.
 */
export async function affectedInvoices(
  site: ReadableSite,
  query: string,
  conditions: AffectedConditions,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ looked: number; affected: AffectedInvoice[] }> {
  const keys = await waitingKeys(site, query, conditions.now);
  const affected: AffectedInvoice[] = [];
  for (const [done, key] of keys.entries()) {
    onProgress(done, keys.length);
    const one = await affectedBy(site.ledger, key, conditions);
    if (one !== undefined) affected.push(one);
  }
  if (keys.length > 0) onProgress(keys.length, keys.length);
  affected.sort((a, b) => a.accountingDocumentNo - b.accountingDocumentNo);
  return { looked: keys.length, affected };
}

async function affectedBy(
  ledger: LedgerReader,
  key: string,
  { settings, supplier, now }: AffectedConditions,
): Promise<AffectedInvoice | undefined> {
  const stored = await ledger.document('supplier-invoice', key);
  if (stored === undefined) return undefined;
  const content = stored.content as SupplierInvoiceContent;
  const request: ProcessingRequest = { action: 'match', lines: [], by: 'user:-', reason: '-' };
  const facts = await gatherProcessingFacts(content, request, ledger, settings);
  const context = { now, today: dateInZone(now, settings.site.timeZone) };
  const decision = decideProcessing(request, withSupplier(facts, supplier), settings, context);
  if (isRefusal(decision)) return undefined;
  const then = decision.outputs.find(({ document }) => document === 'order-match-result')?.content;
  return then === undefined ? undefined : compared(content.result, then as OrderMatchResult);
}

function withSupplier(facts: ProcessingFacts, supplier: Partial<Supplier>): ProcessingFacts {
  const suppliers = facts.orderMatch.suppliers.map((one) => ({ ...one, ...supplier }));
  return { ...facts, orderMatch: { ...facts.orderMatch, suppliers } };
}

function compared(now: OrderMatchResult, then: OrderMatchResult): AffectedInvoice {
  const { supplierInvoice } = then;
  const figures = ({ orders, links, createdLines, receipt }: OrderMatchResult) =>
    canonicalText({ orders, links, createdLines, receipt });
  return {
    key: now.documentId,
    supplierNo: supplierInvoice.supplierNo,
    supplier: supplierInvoice.supplier?.name ?? null,
    invoiceNo: supplierInvoice.invoiceNo ?? null,
    statusNow: now.status.code,
    statusThen: then.status.code,
    reasonsGone: reasonsWithout(now.reasons as Reason[], then.reasons as Reason[]),
    reasonsNew: reasonsWithout(then.reasons as Reason[], now.reasons as Reason[]),
    otherFigures: figures(now) !== figures(then),
    accountingDocumentNo: now.accountingDocumentNo,
  };
}
