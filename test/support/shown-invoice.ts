import type { OrderMatchResult, SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { calculationOf } from '../../src/rules/order-match/calculation/calculation.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';

/** A result as `show supplier-invoice` gets it, without a ledger: no history, and no limits but those that were applied. */
export function shownInvoice(
  result: OrderMatchResult,
  invoice: SupplierInvoice,
  more: Partial<ShownSupplierInvoice> = {},
): ShownSupplierInvoice {
  return {
    ...result,
    kind: 'supplier-invoice',
    key: result.documentId,
    file: result.documentId,
    invoice,
    calculation: calculationOf(result, invoice),
    tolerance: { percent: null, amount: null, combination: 'both', percentFrom: null, amountFrom: null },
    alerts: [],
    allowedActions: [],
    deliveries: [],
    history: [],
    ...more,
  };
}
