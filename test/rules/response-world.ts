import type { Reason } from '../../src/domain/decision.ts';
import type {
  InvoiceResponse,
  OrderMatchResult,
  Supplier,
  SupplierInvoice,
} from '../../src/domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../src/domain/order-match-status.table.ts';
import type { InvoiceResponseMode, SiteSettings } from '../../src/domain/settings.generated.ts';
import {
  answerSupplier,
  type InvoiceResponseSettings,
  type SupplierAnswer,
} from '../../src/rules/order-match/invoice-response/answer-supplier.ts';
import { invoice } from './invoice-in-words.ts';
import * as world from './order-match-world.ts';

const { settings, supplier } = world;

/** Answers that are switched on, unless `mode` says off. */
export function answering(
  mode: InvoiceResponseMode = 'all',
  options: { suppliersChannel?: boolean; language?: SiteSettings['site']['language'] } = {},
): ReturnType<typeof settings> & InvoiceResponseSettings {
  const { suppliersChannel = true, language = 'en' } = options;
  const channels = { invoices: { invoiceResponse: mode }, suppliers: { enabled: suppliersChannel } };
  return {
    ...settings(),
    site: { name: 'Test', timeZone: 'Europe/Oslo', language, currency: 'NOK' },
    channels: channels as SiteSettings['channels'],
  };
}

/** An invoice that says where it came from and where it went. */
export function addressed(more: Partial<SupplierInvoice> = {}): SupplierInvoice {
  const lines = [{ sku: 'A-100', q: '10', pr: '100.00' }];
  const party = { bankAccounts: [] };
  return invoice(
    { ref: '1001', lines },
    {
      supplier: {
        ...party,
        name: 'Leverandør',
        organisationNo: '912345674',
        endpoint: { scheme: '0192', id: '912345674' },
      },
      customer: {
        ...party,
        name: 'Kjøper AS',
        organisationNo: '991825827',
        endpoint: { scheme: '0192', id: '991825827' },
      },
      ...more,
    },
  );
}

/** A result as far as an answer reads it. */
export function resultOf(
  status: OrderMatchStatusCode,
  reasons: Reason[] = [],
  more: Partial<OrderMatchResult> = {},
): OrderMatchResult {
  return {
    document: 'order-match-result',
    supplierInvoice: { supplierNo: '50001' },
    documentId: 'doc1',
    vismaId: null,
    accountingDocumentNo: 7,
    revision: 1,
    purchaseOrderNo: '1001',
    status: { code: status, name: ORDER_MATCH_STATUSES[status].name },
    reasons,
    orders: [],
    createdLines: [],
    links: [],
    proposals: [],
    preregistration: null,
    receipt: null,
    ...more,
  };
}

export const MOMENT = { now: '2026-11-21T18:17:05.123Z', today: '2026-11-21' };

/** What is told about a result. */
export function answerTo(
  result: OrderMatchResult,
  options: {
    previous?: OrderMatchResult;
    of?: SupplierInvoice;
    suppliers?: Supplier[];
    rules?: InvoiceResponseSettings;
  } = {},
): SupplierAnswer & { told: InvoiceResponse | undefined } {
  const { previous, of = addressed(), suppliers = [supplier()], rules = answering() } = options;
  const answer = answerSupplier(result, previous, of, suppliers, rules, MOMENT);
  return { ...answer, told: answer.outputs[0]?.content as InvoiceResponse | undefined };
}
