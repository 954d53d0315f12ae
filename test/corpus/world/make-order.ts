import { decimal } from '../../../src/domain/decimal.ts';
import type { Chance } from '../../support/random.ts';
import type { CorpusOrder, CorpusOrderLine, CorpusProduct, CorpusSupplier, World } from './world.ts';

/** What a story wants of its orders. */
export interface OrderWish {
  /** Most lines of an order. */
  lines?: number;
  /** A product that is on the order more than once: at other prices or the same, or booked on other accounts and projects. */
  repeats?: 'none' | 'prices' | 'bookings';
  discounts?: boolean;
  /** Of the first line, the one that faults are injected in. */
  first?: { quantity: string; price: string };
  currency?: string;
  flags?: Partial<Pick<CorpusOrder, 'gross' | 'cancelled' | 'prepayment'>>;
  /** All that is ordered was invoiced before. */
  invoiced?: boolean;
}

const CURRENCIES = ['NOK', 'NOK', 'NOK', 'NOK', 'NOK', 'NOK', 'SEK', 'EUR', 'USD'] as const;

/** Products that no other order of the story uses, in random order. */
export function productsFor(supplier: CorpusSupplier, luck: Chance): CorpusProduct[] {
  return supplier.products
    .map((product) => ({ product, key: luck.fraction() }))
    .sort((a, b) => a.key - b.key)
    .map(({ product }) => product);
}

/**
 * An order of the supplier, its products taken from `products`. Its first line is counted in pieces, has no discount
 * and a product that stands nowhere else: a fault that is injected there is a fault, and not by chance another line.
 */
export function makeOrder(
  world: World,
  supplier: CorpusSupplier,
  products: CorpusProduct[],
  wish: OrderWish,
  luck: Chance,
): CorpusOrder {
  const many = wish.lines ?? (luck.fraction() < 0.1 ? 40 : 8);
  const count = luck.between(Math.min(2, many), many);
  const step = luck.pick([1, 1, 1, 10]);
  // Where one line is linked to two of a price, each part is rounded: a hundredth is outside where nothing is tolerated.
  const repeatable = wish.repeats === 'bookings' || (wish.repeats !== 'none' && supplier.tolerancePercent !== '0');
  const lines: CorpusOrderLine[] = [];
  while (lines.length < count) {
    const lineNo = (lines.length + 1) * step;
    const dear = lines.slice(1).filter(({ product }) => decimal(product.price).gte('10'));
    const earlier = dear.length > 0 ? luck.pick(dear) : undefined;
    const repeats = earlier !== undefined && repeatable && luck.fraction() < (wish.repeats ? 0.6 : 0.2);
    lines.push(repeats ? repeated(earlier, lineNo, wish, luck) : freshLine(products, lines.length, lineNo, wish, luck));
  }
  return {
    orderNo: world.nextOrderNo(),
    supplierNo: supplier.supplierNo,
    currency: wish.currency ?? luck.pick(CURRENCIES),
    gross: false,
    cancelled: false,
    prepayment: false,
    ...wish.flags,
    lines: wish.invoiced === true ? lines.map((line) => ({ ...line, invoicedQuantity: line.quantity })) : lines,
  };
}

function freshLine(
  products: CorpusProduct[],
  index: number,
  lineNo: number,
  wish: OrderWish,
  luck: Chance,
): CorpusOrderLine {
  const at = index === 0 ? products.findIndex(({ unit }) => unit === 'H87') : 0;
  const [product] = products.splice(at, 1);
  if (product === undefined) throw new RangeError('The supplier has no product left for this story.');
  const first = wish.first ?? {
    quantity: String(luck.between(20, 90)),
    price: (luck.between(2_000, 40_000) / 100).toFixed(2),
  };
  const usual = { quantity: quantityOf(product, luck), price: product.price };
  const discounted = index > 0 && wish.discounts !== false && luck.fraction() < 0.2;
  return {
    lineNo,
    product,
    ...(index === 0 ? first : usual),
    discountPercent: discounted ? luck.pick(['5', '10', '12.5', '33.3']) : null,
    invoicedQuantity: '0',
    account: luck.fraction() < 0.5 ? '4300' : null,
    project: null,
  };
}

/** The same product again. Prices differ by at least a fiftieth and are not small, so that no rounding makes them meet. */
function repeated(earlier: CorpusOrderLine, lineNo: number, wish: OrderWish, luck: Chance): CorpusOrderLine {
  const quantity = quantityOf(earlier.product, luck);
  if (wish.repeats === 'bookings') {
    return {
      ...earlier,
      lineNo,
      quantity,
      account: luck.pick(['4300', '6540']),
      project: luck.pick(['P-17', 'P-18', null]),
    };
  }
  const factor = luck.pick(['1', '1', '1.02', '1.1', '0.95', '1.25']);
  return { ...earlier, lineNo, quantity, price: decimal(earlier.product.price).times(factor).toFixed() };
}

function quantityOf(product: CorpusProduct, luck: Chance): string {
  if (product.pack !== null && luck.fraction() < 0.6) return String(product.pack.quantity * luck.between(1, 30));
  if (product.unit !== 'H87' && luck.fraction() < 0.4) return (luck.between(1, 400) / 4).toString();
  return String(luck.between(1, 120));
}
