import { currencyDecimals } from '../../domain/currency.table.ts';
import type { Reason } from '../../domain/decision.ts';
import { amountText } from './amount-text.ts';
import type { OrderLineFigures } from './order-line-figures.ts';
import { judge, type Tolerance } from './tolerance.ts';

/**
 * Quantities beyond what is open whose worth at the order's price is outside the tolerance, although the amount is
 * inside: a low price must not hide behind a large quantity either, as when pieces are written as packs. The receipt
 * waits for a person (8); a little too much, as of bulk goods, passes (scenario L15).
 */
export function excessHolds(
  figures: readonly OrderLineFigures[],
  tolerance: Tolerance,
  currency: string | undefined,
): Reason[] {
  const decimals = currencyDecimals(currency);
  return figures.flatMap(({ state, overQuantity, excess, amount, inside }): Reason[] => {
    if (!inside || overQuantity === undefined) return [];
    const worth = excess.times(state.netPrice);
    const verdict = judge(worth, amount, tolerance);
    if (verdict.inside) return [];
    return [
      {
        code: 'OVER_QUANTITY_OUTSIDE',
        at: state.key,
        actual: amountText(worth, decimals),
        allowed: amountText(verdict.allowed, decimals),
        setting: verdict.setting,
      },
    ];
  });
}
