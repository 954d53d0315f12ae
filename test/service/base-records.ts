import type { OrderMatchResult, SupplierInvoice } from '../../src/domain/documents.generated.ts';
import type { DeliveryRecord, FileRecord } from '../../src/domain/records.ts';
import type { SiteSettings } from '../../src/domain/settings.generated.ts';
import { parseSettings } from '../../src/settings/parse-settings.ts';

/** Settings of the base world of these tests: 2 per cent and 50.00, both must hold. */
export function settings(company = 'tolerancePercent: "2"\n  toleranceAmount: "50.00"'): SiteSettings {
  const parsed = parseSettings(
    `site: { name: Test }\nentities: [{ id: NO01 }]\ncompany:\n  ${company}\n`,
    'site.yaml',
  ).settings;
  if (parsed === undefined) throw new Error('the settings of the test are wrong');
  return parsed;
}

export const INVOICE: SupplierInvoice = {
  document: 'supplier-invoice',
  format: 'peppol-bis-3',
  kind: 'invoice',
  customizationId: 'x',
  invoiceNo: 'F-1',
  issueDate: '2026-11-02',
  currency: 'NOK',
  orderReference: '1001',
  precedingInvoices: [],
  supplier: { name: 'Fjordmat Grossist AS', bankAccounts: [] },
  paymentMeans: [],
  notes: [],
  attachments: [],
  lines: [],
  allowances: [],
  charges: [],
  taxSubtotals: [],
  totals: { net: '3072.00', tax: '460.80', gross: '3532.80', payable: '3532.80' },
};

/** A result with one order line outside tolerance: 48 at 64.00 against 48 at 58.50. */
export function outsideResult(documentId: string): OrderMatchResult {
  const { lines: _lines, document: _document, ...head } = INVOICE;
  return {
    document: 'order-match-result',
    supplierInvoice: { ...head, supplierNo: '50001' },
    documentId,
    vismaId: null,
    accountingDocumentNo: 7,
    revision: 1,
    purchaseOrderNo: '1001',
    status: { code: 4, name: 'outside-tolerance' },
    reasons: [{ code: 'OUTSIDE_TOLERANCE', at: '1001/2', expected: '2808.00', actual: '3072.00', allowed: '50.00' }],
    orders: [
      {
        orderNo: '1001',
        suggestedGrossTotal: '3532.80',
        suggestedNetTotal: '3072.00',
        suggestedVatAmount: '460.80',
        status: 'outside-tolerance',
        lines: [
          {
            lineNo: 2,
            productNo: 'KAFFE-500',
            suggestedAmount: '3072.00',
            suggestedDiscountPercent: '0',
            suggestedDiscountAmount: '0.00',
            suggestedPrice: '64.00',
            suggestedQuantity: '48',
            suggestedVatAmount: '460.80',
            expectedAmount: '2808.00',
            deviation: '264.00',
            deviationPercent: '8.5938',
            insideTolerance: false,
            valuesUpdated: false,
            received: false,
            status: 'outside-tolerance',
          },
        ],
      },
    ],
    createdLines: [{ orderNo: '1001', kind: 'freight', productNo: 'F400', amount: '149.00', text: 'Frakt' }],
    links: [],
    proposals: [],
    preregistration: null,
    receipt: null,
  };
}

export function file(id: string, more: Partial<FileRecord> = {}): FileRecord {
  return {
    id,
    name: `${id}.xml`,
    channel: 'invoices',
    sequence: 1,
    sha256: '0'.repeat(64),
    bytes: 10,
    receivedAt: '2026-11-16T08:00:00.000Z',
    processedAt: '2026-11-16T08:00:01.000Z',
    status: 'completed',
    outcome: 'accepted',
    mapping: { name: 'ubl', version: '1' },
    documents: [],
    findings: [],
    transportId: null,
    duplicateOf: null,
    replayOf: null,
    attempts: 1,
    nextAttemptAt: null,
    archivedAs: null,
    ...more,
  };
}

export function delivery(id: string, fileId: string, more: Partial<DeliveryRecord> = {}): DeliveryRecord {
  return {
    id,
    sequence: 1,
    folder: 'visma',
    name: `0000000001_order-match-result_${fileId}_${id}.json`,
    document: 'order-match-result',
    key: fileId,
    revision: 1,
    fileId,
    status: 'delivered',
    sha256: '0'.repeat(64),
    bytes: 10,
    bundle: 'archive/outputs/2026-11-16/b.ndjson.gz',
    stagedAt: '2026-11-16T08:00:01.000Z',
    deliveredAt: '2026-11-16T08:00:02.000Z',
    attempts: 1,
    nextAttemptAt: null,
    lastError: null,
    ...more,
  };
}
