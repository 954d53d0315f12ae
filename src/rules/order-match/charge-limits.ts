import { type Decimal, decimal, decimalOrUndefined, sum } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { OrderMatchSettings } from '../../domain/settings.generated.ts';
import { amountText } from './amount-text.ts';
import type { Charge } from './charge.ts';

const ONE_PER_CENT = decimal('0.01');

/**
 * The limits on charges for which lines are created (order-match.md 8): such a line has no order amount to deviate
 * from, so no tolerance would ever stop it (scenario C23). Inclusive; a limit that is null is switched off.
 */
export function chargeLimitReasons(
  charges: readonly Charge[],
  goodsNet: Decimal,
  settings: OrderMatchSettings,
  decimals: number,
): Reason[] {
  const total = (kind?: Charge['kind']) =>
    sum(charges.filter((charge) => kind === undefined || charge.kind === kind).map((charge) => charge.amount)).abs();
  const percent = decimalOrUndefined(settings.chargeLimitPercent ?? undefined);
  const limits = [
    {
      code: 'CHARGE_LIMIT',
      at: 'charges',
      actual: total(),
      expected: amountText(goodsNet.abs(), decimals),
      allowed: percent?.times(goodsNet.abs()).times(ONE_PER_CENT),
      key: 'chargeLimitPercent',
    },
    {
      code: 'FREIGHT_LIMIT',
      at: 'freight',
      actual: total('freight'),
      allowed: decimalOrUndefined(settings.freightLimit ?? undefined),
      key: 'freightLimit',
    },
    {
      code: 'FEE_LIMIT',
      at: 'fee',
      actual: total('fee'),
      allowed: decimalOrUndefined(settings.feeLimit ?? undefined),
      key: 'feeLimit',
    },
  ] as const;
  return limits.flatMap(({ code, at, actual, allowed, key, ...of }): Reason[] =>
    allowed === undefined || actual.lte(allowed)
      ? []
      : [
          {
            code,
            at,
            ...of,
            actual: amountText(actual, decimals),
            allowed: amountText(allowed, decimals),
            setting: `mappings/site.yaml orderMatch.${key}`,
          },
        ],
  );
}
