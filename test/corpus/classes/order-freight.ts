import { FREIGHT_PRODUCT } from '../world/dropped.ts';
import type { Scene } from './class-row.ts';

/** Freight that is on the order for 150.00, and on the invoice for that or for something else. */
export function orderFreight({ draft, orders, supplier }: Scene, asked: string): void {
  const [order] = orders;
  const [word] = supplier.freightWords;
  const [like] = supplier.products;
  if (order === undefined || word === undefined || like === undefined) return;
  const lineNo = Math.max(...order.lines.map((line) => line.lineNo)) + 1;
  const product = { ...like, productNo: FREIGHT_PRODUCT, name: 'Frakt', unit: 'H87', pack: null };
  const rest = { discountPercent: null, invoicedQuantity: '0', account: null, project: null };
  order.lines.push({ lineNo, product, quantity: '1', price: '150.00', ...rest });
  draft.spec.charges = [{ amount: asked, reason: word }];
  draft.truth.orderedCharges = [{ orderNo: order.orderNo, lineNo, quantity: '1' }];
}
