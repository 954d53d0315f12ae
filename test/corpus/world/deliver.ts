import { type Decimal, decimal, decimalText, isPositive, min } from '../../../src/domain/decimal.ts';
import type { Chance } from '../../support/random.ts';
import type { CorpusOrder, CorpusOrderLine } from './world.ts';

/** Goods of one order line in one delivery. */
export interface DeliveredPart {
  order: CorpusOrder;
  line: CorpusOrderLine;
  quantity: string;
}

/** How much is still to be delivered of every order line of a story. */
export class Open {
  readonly #left = new Map<CorpusOrderLine, Decimal>();

  constructor(orders: readonly CorpusOrder[]) {
    for (const { lines } of orders) {
      for (const line of lines) this.#left.set(line, decimal(line.quantity).minus(line.invoicedQuantity));
    }
  }

  of(line: CorpusOrderLine): Decimal {
    return this.#left.get(line) ?? decimal('0');
  }

  take(line: CorpusOrderLine, quantity: Decimal): void {
    this.#left.set(line, this.of(line).minus(quantity));
  }
}

/**
 * One of several deliveries on some orders. The first line of each order is in every one; of the others, some; of
 * each a part or all that is left. The last delivery of a story leaves nothing of what it touches, unless `partial`.
 */
export function deliver(
  orders: readonly CorpusOrder[],
  open: Open,
  plan: { deliveriesLeft: number; whole: boolean },
  luck: Chance,
): DeliveredPart[] {
  const parts = orders.flatMap((order) =>
    order.lines.flatMap((line, index): DeliveredPart[] => {
      const left = open.of(line);
      if (!isPositive(left)) return [];
      if (index > 0 && !plan.whole && luck.fraction() < 0.35) return [];
      const whole =
        plan.whole || (plan.deliveriesLeft <= 1 ? luck.fraction() < 0.7 : index > 0 && luck.fraction() < 0.3);
      const quantity = whole ? left : min(left, partOf(left, line, plan.deliveriesLeft, luck));
      return [{ order, line, quantity: decimalText(quantity) }];
    }),
  );
  for (const { line, quantity } of parts) open.take(line, decimal(quantity));
  return parts;
}

/** A part of what is left, in whole units or packs, and never all of it where more deliveries come. */
function partOf(left: Decimal, { product }: CorpusOrderLine, deliveriesLeft: number, luck: Chance): Decimal {
  const times = Math.max(2, deliveriesLeft);
  const packs = product.pack?.quantity ?? 1;
  const pack = left.gte(String(packs * times)) ? packs : 1;
  const units = Number(left.div(String(pack)).round(0, 0).toFixed());
  if (units < 2) return left;
  const most = Math.max(1, Math.floor(units / times));
  return decimal(String(luck.between(1, most) * pack));
}
