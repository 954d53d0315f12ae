import { type Decimal, decimal, decimalText, divide, isPositive, isZero, ZERO } from '../../domain/decimal.ts';
import type { PurchaseOrder } from '../../domain/documents.generated.ts';
import type { Charge } from './charge.ts';
import type { LinkedPart } from './linked-part.ts';
import type { OrderLineState } from './order-line-state.ts';

/** What charges are placed by. */
export interface ChargePlaces {
  /** The product of each kind; null where the site sets none. */
  products: Record<Charge['kind'], string | null>;
  /** The order lines of a product on some orders. */
  linesOf: (orders: readonly PurchaseOrder[], productNo: string) => readonly OrderLineState[];
  /** The orders that a charge belongs to: its line's, or all of the invoice's. */
  ordersOf: (charge: Charge) => readonly PurchaseOrder[];
  kind: 'invoice' | 'credit-note';
  /** Of the currency. */
  decimals: number;
}

const ONE = decimal('1');

/**
 * Charges whose product is already on the order are matched to that order line instead of creating a second one, and
 * their deviation is checked like any line's (scenario C21). A charge states no quantity: the first on an order line
 * takes what is open there (one, where nothing is), further ones add their amounts.
 */
export function placeOnOrderLines(
  charges: readonly Charge[],
  vat: ReadonlyMap<string, Decimal>,
  places: ChargePlaces,
  firstPosition: number,
): { parts: LinkedPart[]; left: Charge[] } {
  const parts: LinkedPart[] = [];
  const left: Charge[] = [];
  const touched = new Set<OrderLineState>();
  for (const charge of charges) {
    const line = charge.isLine ? undefined : orderLineFor(charge, places);
    if (line === undefined) {
      left.push(charge);
      continue;
    }
    const room = places.kind === 'credit-note' ? line.creditable : line.open;
    const quantity = touched.has(line) ? ZERO : isPositive(room) ? room : ONE;
    touched.add(line);
    parts.push(chargePart(charge, line, quantity, vat.get(charge.id) ?? ZERO, firstPosition + parts.length, places));
  }
  return { parts, left };
}

function orderLineFor(charge: Charge, places: ChargePlaces): OrderLineState | undefined {
  const productNo = places.products[charge.kind];
  if (productNo === null) return undefined;
  const lines = places.linesOf(places.ordersOf(charge), productNo);
  const room = (line: OrderLineState) => (places.kind === 'credit-note' ? line.creditable : line.open);
  return lines.find((line) => room(line).gt(ZERO)) ?? lines[0];
}

function chargePart(
  charge: Charge,
  line: OrderLineState,
  quantity: Decimal,
  vat: Decimal,
  position: number,
  places: ChargePlaces,
): LinkedPart {
  return {
    invoiceLineId: charge.id,
    position,
    line,
    direction: places.kind === 'credit-note' ? 'return' : 'take',
    quantity,
    amount: charge.amount,
    discount: ZERO,
    price: isZero(quantity) ? charge.amount : divide(charge.amount, quantity, places.decimals + 4),
    vat,
    tier: 'charge-on-order',
    class: 'A',
    evidence: [charge.kind, `quantity ${decimalText(quantity)} of the order line`],
    runnerUp: undefined,
    statedReference: undefined,
    origin: undefined,
  };
}
