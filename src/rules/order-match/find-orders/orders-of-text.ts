import type { Reason } from '../../../domain/decision.ts';
import type { PurchaseOrder, SupplierInvoice } from '../../../domain/documents.generated.ts';
import type { OrderMatchSettings } from '../../../domain/settings.generated.ts';
import { ordersWithRoom } from '../orders-with-room.ts';
import type { OrderMatchFacts } from '../order-match-facts.ts';
import { isUsable, type KnownOrders, type ResolvedReference } from './resolve-reference.ts';
import type { TextTokens } from './text-tokens.ts';

/**
 * The open orders of this supplier whose number stands as a word in the buyer's reference, or else in notes and
 * item texts. A text is weaker than a reference: where the setting says `propose`, the match is held for a
 * person's nod. An order of another supplier is never hit (scenario O06). Undefined where no word is an order.
 */
export function ordersOfText(
  invoice: SupplierInvoice,
  tokens: TextTokens,
  facts: OrderMatchFacts,
  known: KnownOrders,
  settings: OrderMatchSettings['orderFromText'],
): ResolvedReference | undefined {
  const open = (words: readonly string[]) => {
    const usable = words.map((word) => known.byNumber.get(word)).filter((order) => isUsable(order, known.supplierNo));
    return ordersWithRoom(usable, facts.links, invoice.kind);
  };
  const ofReference = open(tokens.buyerReference);
  if (ofReference.length > 0) return used(ofReference, settings.buyerReference, 'buyerReference');
  const ofNotes = open(tokens.notes);
  return ofNotes.length > 0 ? used(ofNotes, settings.note, 'note') : undefined;
}

function used(orders: PurchaseOrder[], mode: 'use' | 'propose' | 'off', key: string): ResolvedReference {
  if (mode !== 'propose') return { orders, reasons: [] };
  return {
    orders,
    reasons: orders.map(
      ({ orderNo }): Reason => ({
        code: 'ORDER_FROM_TEXT',
        at: `order:${orderNo}`,
        setting: `mappings/site.yaml orderMatch.orderFromText.${key}`,
      }),
    ),
  };
}
