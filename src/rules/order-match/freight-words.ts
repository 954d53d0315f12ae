import type { DeliveryAlternative, PurchaseOrder } from '../../domain/documents.generated.ts';
import { foldText } from '../identity/fold-text.ts';

/**
 * The words that tell freight from other fees (C008, order-match.md 9): the supplier's description of the freight
 * product, split on comma, semicolon, bar and line end, folded. Without a freight product the words of the
 * supplier's other descriptions are used, so that freight is still seen and asks for its product (status 11,
 * scenario C07); descriptions of goods that are on the orders are no freight words.
 */
export function freightWords(
  freightProduct: string | null,
  alternatives: readonly DeliveryAlternative[],
  orders: readonly PurchaseOrder[],
): string[] {
  const goods = new Set(orders.flatMap((order) => order.lines.map((line) => line.productNo)));
  const speaking = alternatives.filter(({ productNo }) =>
    freightProduct === null ? !goods.has(productNo) : productNo === freightProduct,
  );
  const words = speaking.flatMap((alternative) => (alternative.supplierDescription ?? '').split(/[,;|\r\n]/));
  return [...new Set(words.map((word) => foldText(word).trim()).filter((word) => word !== ''))];
}

/** Does the text contain one of the words? As a part of a longer word too: "EKSPRESSFRAKT" is freight. */
export function saysFreight(text: string | undefined, words: readonly string[]): boolean {
  const folded = foldText(text ?? '');
  return words.some((word) => folded.includes(word));
}
