import { describe, expect, it } from 'vitest';
import { StepBudget } from '../../src/rules/order-match/step-budget.ts';

describe('a step budget', () => {
  it('takes nothing for a piece that does not fit, so that a smaller one still may', () => {
    const budget = new StepBudget(10);
    expect([budget.take(7), budget.left, budget.take(4), budget.left, budget.take(3), budget.left]).toEqual([
      ...[true, 3],
      ...[false, 3],
      ...[true, 0],
    ]);
  });

  it('that is overspent stays so', () => {
    const budget = new StepBudget(10);
    expect([budget.spend(10), budget.left, budget.spend(1), budget.spend(0), budget.take(0)]).toEqual([
      ...[true, 0],
      ...[false, false, false],
    ]);
  });
});
