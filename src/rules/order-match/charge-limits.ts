import { type Decimal, decimal, decimalOrUndefined, sum } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { OrderMatchSettings } from '../../domain/settings.generated.ts';
import { amountText } from './amount-text.ts';
import type { Charge } from './charge.ts';

const ONE_PER_CENT = decimal('0.01');
/** A rounding to whole units of money is no more than this, in the currency of the invoice; what is more is a fee by another name. */
const LARGEST_ROUNDING = decimal('1');

/**
 * The limits on charges for which lines are created (order-match.md 8): such a line has no order amount to deviate
 * from, so no tolerance would ever stop it (scenario C23). Each counts by its size: one never makes up for another. A
 * rounding that is larger than any rounding is counts as a fee. Inclusive; a limit that is null is switched off.
 */
export function chargeLimitReasons(
  charges: readonly Charge[],
  rounding: Decimal,
  goodsNet: Decimal,
  settings: OrderMatchSettings,
  decimals: number,
): Reason[] {
  const large = rounding.abs().gt(LARGEST_ROUNDING) ? [{ kind: 'fee' as const, amount: rounding }] : [];
  const total = (kind?: Charge['kind']) =>
    sum(
      [...charges, ...large].filter((one) => kind === undefined || one.kind === kind).map(({ amount }) => amount.abs()),
    );
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
