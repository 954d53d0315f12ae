import { type Decimal, decimal, decimalText } from '../../../src/domain/decimal.ts';
import type { Story } from '../story.ts';
import { netPriceOf } from '../world/write-lines.ts';

/** Order lines that nobody could tell apart afterwards: one order, product, price, account and project. */
export interface KindOfLine {
  key: string;
  netPrice: Decimal;
}

/** The kinds of the order lines of a story, by "order/line". */
export function kindsOfLines({ orders }: Story): Map<string, KindOfLine> {
  return new Map(
    orders.flatMap((order) =>
      order.lines.map((line): [string, KindOfLine] => {
        const netPrice = netPriceOf(line);
        const parts = [
          order.orderNo,
          line.product.productNo,
          decimalText(netPrice),
          line.account ?? '',
          line.project ?? '',
        ];
        return [`${order.orderNo}/${line.lineNo}`, { key: parts.join(' '), netPrice }];
      }),
    ),
  );
}

/** Sums by key. */
export function totals(entries: Iterable<readonly [string, string | Decimal]>): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const [key, value] of entries) {
    sums.set(key, (sums.get(key) ?? decimal('0')).plus(typeof value === 'string' ? decimal(value) : value));
  }
  return sums;
}
