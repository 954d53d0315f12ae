import { compositeKey } from '../../domain/composite-key.ts';

type Content = Readonly<Record<string, unknown>>;

/** A key of several properties, in the order of the schema's `x-key`; one that is absent is left out. */
function keyOf(...names: string[]): (content: Content) => string {
  return (content) => {
    const parts = names.map((name) => content[name]).filter((part) => part !== undefined);
    return compositeKey(parts.map(String));
  };
}

/** A payment without an id of its own is known by its voucher (contract 3); one with neither cannot be told from others. */
function paymentKey(content: Content): string | undefined {
  const { paymentId, voucherSeries, voucherNo } = content;
  if (paymentId !== undefined) return String(paymentId);
  const known = voucherSeries !== undefined && voucherNo !== undefined;
  return known ? compositeKey([String(voucherSeries), String(voucherNo)]) : undefined;
}

/**
 * Types that the contract names (section 3) and that no rule decides yet: mappings read them and check them against
 * their schemas, and no folder takes them in. Each with its key.
 */
export const LATER_DOCUMENT_KEYS: Readonly<Record<string, (content: Content) => string | undefined>> = {
  'sales-order': keyOf('entity', 'orderNo'),
  'sales-order-delete': keyOf('entity', 'orderNo'),
  'party-terms': keyOf('entity', 'partyType', 'partyNo'),
  'purchase-invoice': keyOf('entity', 'supplierNo', 'invoiceNo'),
  'visma-status': keyOf('entity', 'orderNo', 'attempt', 'code', 'at'),
  'visma-document': keyOf('entity', 'documentNo'),
  order: keyOf('orderNo'),
  payment: paymentKey,
  shipment: keyOf('entity', 'shipmentNo'),
  'sales-invoice-command': keyOf('commandId'),
};
