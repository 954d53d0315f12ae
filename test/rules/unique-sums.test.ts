import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniqueSums } from '../../src/rules/order-match/assign-lines/unique-sums.ts';
import { StepBudget } from '../../src/rules/order-match/step-budget.ts';
import { propertyRuns } from '../support/property-runs.ts';

/** Every choice of some quantities that sums to the target, as the places of the chosen ones. */
function allChoices(quantities: readonly bigint[], target: bigint): number[][] {
  return Array.from({ length: 2 ** quantities.length }, (_, mask) =>
    quantities.flatMap((_quantity, index) => ((mask >> index) & 1 ? [index] : [])),
  ).filter((chosen) => chosen.reduce((sum, index) => sum + (quantities[index] ?? 0n), 0n) === target);
}

describe('the only choice that sums to a target', () => {
  it('is found exactly where counting all choices finds one', () => {
    const quantity = fc.integer({ min: 1, max: 12 }).map(BigInt);
    fc.assert(
      fc.property(
        fc.array(quantity, { maxLength: 9 }),
        fc.array(fc.integer({ min: 1, max: 40 }).map(BigInt), { minLength: 1, maxLength: 5 }),
        (quantities, targets) => {
          const expected = targets.map((target) => {
            const choices = allChoices(quantities, target);
            return choices.length === 1 ? choices[0] : undefined;
          });
          expect(uniqueSums(quantities, targets, new StepBudget(100_000))).toEqual(expected);
        },
      ),
      propertyRuns(300),
    );
  });

  it('is not claimed when the steps end before all choices are counted', () => {
    const quantities = Array.from({ length: 30 }, (_, index) => 2n ** BigInt(index));
    expect(uniqueSums(quantities, [2n ** 30n - 1n], new StepBudget(20_000))).toBe('out-of-steps');
  });
});
