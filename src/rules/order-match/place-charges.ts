import { type Decimal, sum, ZERO } from '../../domain/decimal.ts';
import type { CreatedLine, PurchaseOrder, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { CompanySettings } from '../../domain/settings.generated.ts';
import type { Charge } from './charge.ts';
import { placeOnOrderLines } from './charge-parts.ts';
import { type Creation, createdLines } from './created-lines.ts';
import type { LinkedPart } from './linked-part.ts';
import type { MatchLine } from './match-line.ts';
import type { OrderMatchFacts } from './order-match-facts.ts';
import type { ScopeIndex } from './scope-index.ts';
import type { VatShares } from './split-vat.ts';
import { taxGroup } from './tax-group.ts';

/** Where the charges of an invoice went: on order lines of their product, or on lines that are created. */
export interface PlacedCharges {
  parts: LinkedPart[];
  created: Creation[];
  /** The charges for which lines are created. */
  left: Charge[];
  /** The product of each kind, null where it is not set or does not exist. */
  products: Record<CreatedLine['kind'], string | null>;
}

/** What the placing needs to know of the invoice. */
export interface ChargeTask {
  invoice: SupplierInvoice;
  orders: readonly PurchaseOrder[];
  lines: readonly MatchLine[];
  /** Of each line, by position. */
  amounts: readonly Decimal[];
  goods: readonly LinkedPart[];
  charges: readonly Charge[];
  vat: VatShares;
  indexOf: (orders: readonly PurchaseOrder[]) => ScopeIndex;
  decimals: number;
}

/** Places every charge and the rounding. On a gross order nothing is created, as nothing is suggested there. */
export function placeCharges(task: ChargeTask, facts: OrderMatchFacts, company: CompanySettings): PlacedCharges {
  const products = chargeProducts(facts, company);
  const orders = task.orders.filter((order) => order.gross !== true);
  const orderOfLine = new Map<number, PurchaseOrder>();
  for (const { position, line } of task.goods) if (!orderOfLine.has(position)) orderOfLine.set(position, line.order);
  const ordersOf = (charge: Charge) => ordersOfCharge(charge, task, orders, orderOfLine);
  const { parts, left } = placeOnOrderLines(
    task.charges,
    task.vat.ofCharges,
    {
      products,
      linesOf: (of, productNo) => task.indexOf(of).linesOf(productNo),
      ordersOf,
      kind: task.invoice.kind,
      decimals: task.decimals,
    },
    task.invoice.lines.length,
  );
  const vatOf = (charge: Charge) =>
    (charge.isLine ? task.vat.ofLines[charge.lineIndex ?? -1] : task.vat.ofCharges.get(charge.id)) ?? ZERO;
  const weights = left.length === 0 ? new Map<string, Decimal>() : goodsWeights(task);
  const created = createdLines(task.invoice, orders, left, vatOf, {
    products,
    decimals: task.decimals,
    weightOf: (order, group) => weights.get(`${order.orderNo}\n${group ?? ''}`) ?? ZERO,
    ordersOf,
  });
  return { parts, created, left, products };
}

/** The products of created lines; one that neither the product file nor an order has does not exist (C013). */
function chargeProducts(facts: OrderMatchFacts, company: CompanySettings): PlacedCharges['products'] {
  const existing = new Set([
    ...facts.products.map((product) => product.productNo),
    ...facts.orders.flatMap((order) => order.lines.map((line) => line.productNo)),
  ]);
  const known = (productNo: string | null) => (productNo !== null && existing.has(productNo) ? productNo : null);
  const fee = known(company.feeAndRoundingProduct);
  return { freight: known(company.freightProduct), fee, rounding: fee };
}

/** A charge at a line belongs to the first order that the line was linked to, one in the head to all of the invoice's orders. */
function ordersOfCharge(
  charge: Charge,
  task: ChargeTask,
  orders: readonly PurchaseOrder[],
  orderOfLine: ReadonlyMap<number, PurchaseOrder>,
): readonly PurchaseOrder[] {
  if (charge.lineIndex === undefined) return orders;
  const first = orderOfLine.get(charge.lineIndex) ?? task.lines[charge.lineIndex]?.orders[0] ?? orders[0];
  return first === undefined ? [] : [first];
}

/** Goods net by order, and by order and VAT group. */
function goodsWeights(task: ChargeTask): Map<string, Decimal> {
  const byKey = Map.groupBy(
    task.goods.flatMap((part) => {
      const line = task.invoice.lines[part.position];
      const group = line === undefined ? '' : taxGroup(line, task.invoice);
      const { orderNo } = part.line.order;
      return [
        { key: `${orderNo}\n${group}`, amount: part.amount },
        { key: `${orderNo}\n`, amount: part.amount },
      ];
    }),
    ({ key }) => key,
  );
  return new Map([...byKey].map(([key, entries]) => [key, sum(entries.map(({ amount }) => amount))]));
}
