import type { Reason } from '../../../domain/decision.ts';
import { didYouMean } from '../../../domain/did-you-mean.ts';
import { compareNaturally } from '../../../domain/natural-order.ts';
import { orderCandidates, orderNosToLookUp } from '../find-orders/order-candidates.ts';
import type { LineByHand } from '../by-hand.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Processing } from './processing.ts';
import { orderedLine } from './write-values.ts';
import { wrongOrder } from './wrong-order.ts';

/** What an operator links an invoice line to. */
export interface LinkTarget {
  /** As it is kept with the invoice. */
  fixed: Pick<LineByHand, 'orderNo' | 'orderLineNo' | 'productNo'>;
  /** The product that this is. */
  productNo: string;
}

const ORDER_LINE = /^(.+)\/(\d{1,9})$/s;

/**
 * Reads what an invoice line is to be linked to: an order line, or a product. Refused where it is none, where the order is
 * not one that the invoice could speak of, and where product and order line disagree.
 */
export function linkTarget(processing: Processing): LinkTarget | Refusal {
  const { order, product } = processing.request;
  const productNo = product?.trim() ?? '';
  if (order === undefined) return productTarget(processing, productNo);
  const [, orderNo, lineNo] = ORDER_LINE.exec(order.trim()) ?? [];
  if (orderNo === undefined || lineNo === undefined)
    return refuse('INSTRUCTION_INCOMPLETE', { at: 'order', actual: order });
  const orderLineNo = Number(lineNo);
  const wrong = wrongOrder(processing.facts, orderNo);
  if (wrong !== undefined) return { refused: [wrong] };
  const ordered = orderedLine(processing.facts, orderNo, orderLineNo);
  if ('refused' in ordered) return ordered;
  if (productNo !== '' && productNo !== ordered.productNo)
    return refuse('PRODUCT_CONFLICT', {
      at: `${orderNo}/${orderLineNo}`,
      expected: ordered.productNo,
      actual: productNo,
    });
  return { fixed: { orderNo, orderLineNo }, productNo: ordered.productNo };
}

/** A product that nobody has heard of is a slip: neither a file of it nor an order of the invoice names it. */
function productTarget({ facts }: Processing, productNo: string): LinkTarget | Refusal {
  if (productNo === '') return refuse('INSTRUCTION_INCOMPLETE', { at: 'link' });
  const { products, orders } = facts.orderMatch;
  const onOrders = orders.flatMap(({ lines }) => lines.map((line) => line.productNo));
  const known = [...new Set([...onOrders, ...products.map((product) => product.productNo)])].sort(compareNaturally);
  if (known.includes(productNo)) return { fixed: { productNo }, productNo };
  const meant = didYouMean(productNo, known);
  return refuse('PRODUCT_UNKNOWN', {
    at: 'product',
    actual: productNo,
    ...(meant === undefined ? {} : { expected: meant }),
  });
}

/** An order that the invoice does not name is the operator's to choose, and said. */
export function notNamed({ facts, settings }: Processing, orderNo: string | undefined): Reason[] {
  if (orderNo === undefined) return [];
  const { invoice } = facts.stored;
  const referred = invoice.kind === 'credit-note' ? facts.orderMatch.earlier.flatMap(({ orderNos }) => orderNos) : [];
  const named = [...orderNosToLookUp(orderCandidates(invoice, settings.orderMatch)), ...referred];
  return named.includes(orderNo) ? [] : [{ code: 'ORDER_NOT_NAMED', at: `order:${orderNo}` }];
}
