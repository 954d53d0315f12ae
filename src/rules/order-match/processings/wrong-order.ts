import type { Reason } from '../../../domain/decision.ts';
import { orderOf, type ProcessingFacts } from './processing.ts';

/**
 * Why an invoice cannot speak of an order as it is known today: it is not there, of another supplier, gross, or in
 * another currency (order-match.md 16). Undefined where it can.
 */
export function wrongOrder(facts: ProcessingFacts, orderNo: string): Reason | undefined {
  const order = orderOf(facts, orderNo);
  const at = `order:${orderNo}`;
  const { supplierNo, currency } = facts.stored.result.supplierInvoice;
  if (order === undefined) return { code: 'ORDER_NOT_FOUND', at };
  if (order.supplierNo !== supplierNo)
    return { code: 'SUPPLIER_MISMATCH', at, expected: order.supplierNo, actual: supplierNo ?? '' };
  if (order.gross === true) return { code: 'GROSS_ORDER', at };
  if (currency !== undefined && order.currency !== currency)
    return { code: 'CURRENCY_MISMATCH', at, expected: order.currency, actual: currency };
  return undefined;
}
