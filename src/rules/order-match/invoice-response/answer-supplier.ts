import type { Change, Output } from '../../../domain/decision.ts';
import type {
  InvoiceResponse,
  OrderMatchResult,
  ResponseCode,
  Supplier,
  SupplierInvoice,
} from '../../../domain/documents.generated.ts';
import { timeInZone } from '../../../domain/plain-date.ts';
import type { InvoiceResponseMode, SiteSettings } from '../../../domain/settings.generated.ts';
import { clarifications } from './clarifications.ts';
import { mayFollow, RESPONSE_CODES } from './response-code.table.ts';
import { responseCode } from './response-code.ts';
import { type ResponseParties, responseParties } from './response-parties.ts';

/** The settings that answers read; without them nothing is answered. */
export type InvoiceResponseSettings = Partial<Pick<SiteSettings, 'site' | 'channels'>>;

/** When the decision is made: an instant and the plain date in the site's zone, as texts. */
export interface MomentOfDecision {
  now: string;
  today: string;
}

/** What an answer adds to a decision. */
export interface SupplierAnswer {
  /** The result, which remembers what the supplier was told last. */
  result: OrderMatchResult;
  /** The answer, or nothing. */
  outputs: Output[];
  /** The alert of an answer that has no address, or its end. */
  changes: Change[];
}

/**
 * Tells the supplier what was decided about an invoice, where that is switched on (contract 4,
 * FORMATS.md 4): for the first decision, for one made again, and for what a person did; every new result of a document
 * goes through here before it is written. A code is sent when it comes after the one that was sent last: never twice,
 * never back. `previous`: the result before this one, which knows what was sent. `suppliers`: those of the facts; who
 * is not in our records gets no answer.
 */
export function answerSupplier(
  result: OrderMatchResult,
  previous: OrderMatchResult | undefined,
  invoice: SupplierInvoice,
  suppliers: readonly Supplier[],
  settings: InvoiceResponseSettings,
  moment: MomentOfDecision,
): SupplierAnswer {
  const last = previous?.invoiceResponse;
  const { invoiceResponse: _, ...decided } = result;
  const kept: OrderMatchResult = last === undefined ? decided : { ...decided, invoiceResponse: last };
  const silent: SupplierAnswer = { result: kept, outputs: [], changes: [] };
  const { site, channels } = settings;
  const supplier = suppliers.find(({ supplierNo }) => supplierNo === result.supplierInvoice.supplierNo);
  if (site === undefined || channels?.suppliers.enabled !== true || supplier === undefined) return silent;
  const code = responseCode(result);
  const mode: InvoiceResponseMode = supplier.invoiceResponse ?? channels.invoices.invoiceResponse;
  if (code === undefined || !RESPONSE_CODES[code].told.includes(mode)) return silent;
  if (!mayFollow(last?.responseCode, code)) return silent;
  const parties = responseParties(invoice, supplier, site.name);
  const invoiceNo = invoice.invoiceNo?.trim() ?? '';
  if (parties === undefined || invoiceNo === '') return { ...silent, changes: [notSent('raise-alert', result)] };
  const content: InvoiceResponse = {
    ...headOf(result, supplier, code, site, moment),
    ...parties,
    clarifications: clarifications(code, result.reasons),
    invoice: referenceTo(invoice, invoiceNo),
  };
  return {
    result: { ...kept, invoiceResponse: { responseCode: code, revision: result.revision } },
    outputs: [
      { document: 'invoice-response', folder: 'suppliers', key: result.documentId, revision: result.revision, content },
    ],
    changes: previous === undefined ? [] : [notSent('clear-alert', result)],
  };
}

function headOf(
  result: OrderMatchResult,
  supplier: Supplier,
  code: ResponseCode,
  site: SiteSettings['site'],
  { now, today }: MomentOfDecision,
): Omit<InvoiceResponse, keyof ResponseParties | 'clarifications' | 'invoice'> {
  return {
    document: 'invoice-response',
    documentId: result.documentId,
    supplierNo: supplier.supplierNo,
    revision: result.revision,
    responseCode: code,
    effectiveDate: today,
    issueDate: today,
    issueTime: timeInZone(now, site.timeZone),
    language: site.language,
  };
}

/** UNCL1001: the type that the invoice states; EHF 2.0 has letters in some and a credit note of UBL 2.1 need not have one. */
function referenceTo(invoice: SupplierInvoice, invoiceNo: string): InvoiceResponse['invoice'] {
  const stated = invoice.typeCode?.trim() ?? '';
  const typeCode = /^\d{2,3}$/.test(stated) ? stated : invoice.kind === 'invoice' ? '380' : '381';
  return { invoiceNo, ...(invoice.issueDate === undefined ? {} : { issueDate: invoice.issueDate }), typeCode };
}

function notSent(change: 'raise-alert' | 'clear-alert', { documentId }: OrderMatchResult): Change {
  const about = { code: 'RESPONSE_NOT_SENT' as const, subject: { kind: 'supplier-invoice', key: documentId } };
  if (change === 'clear-alert') return { change, ...about };
  return {
    change,
    ...about,
    text: 'The supplier should be told what was decided about this invoice, and the invoice has no number, or one of the two has no address in Peppol.',
  };
}
