import { type Decimal, isPositive } from '../../../domain/decimal.ts';
import { finestUnit, scaledInteger } from '../../../domain/scaled-integer.ts';
import type { OrderLineState } from '../order-line-state.ts';
import { StepBudget } from '../step-budget.ts';
import type { Demand, Group, Tier } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';
import type { PriceLevel } from './price-levels.ts';
import { runnerUp } from './runner-up.ts';
import { uniqueSums } from './unique-sums.ts';
import { waitingByLevel } from './waiting-by-level.ts';

const NAME = 'exact-combination';
const EVIDENCE = ['price', 'sum-of-quantities'];

/** Demands and order lines of one price whose quantities sum to the same: one of either with several of the other. */
interface Combination {
  demands: readonly Demand[];
  lines: readonly OrderLineState[];
}

/**
 * Several order lines of exactly the price whose open quantities sum exactly to what is asked, or several demands that
 * sum to what one order line has open, accepted only when proven to be the only such choice (order-match.md 12). Two
 * combinations that want the same line or demand disprove each other. When the steps run out, nothing is combined at this
 * price, and what is linked there by weaker tiers says so.
 */
export const byExactCombination: Tier = {
  name: NAME,
  assign(group: Group): void {
    for (const [level, demands] of waitingByLevel(group)) {
      const lines = level.lines.filter((line) => isPositive(line[group.room]));
      if (lines.length < 2) continue;
      const found = combinations(group, demands, lines);
      if (found === 'out-of-steps') for (const demand of demands) group.outOfSteps.add(demand);
      else for (const combination of undisputed(found)) link(group, level, combination);
    }
  },
};

function combinations(
  group: Group,
  demands: readonly Demand[],
  lines: readonly OrderLineState[],
): Combination[] | 'out-of-steps' {
  const [asked, open] = [demands.map(({ left }) => left), lines.map((line) => line[group.room])];
  const unit = finestUnit([...asked, ...open]);
  const inUnits = (quantities: readonly Decimal[]) => quantities.map((quantity) => scaledInteger(quantity, unit));
  const budget = new StepBudget(group.steps.combination);
  const ofLines = uniqueSums(inUnits(open), inUnits(asked), budget);
  const ofDemands = demands.length < 2 ? [] : uniqueSums(inUnits(asked), inUnits(open), budget);
  if (ofLines === 'out-of-steps' || ofDemands === 'out-of-steps') return 'out-of-steps';
  return [
    ...ofLines.flatMap((items, index) =>
      pick(items, lines, (chosen) => ({ demands: at(demands, index), lines: chosen })),
    ),
    ...ofDemands.flatMap((items, index) =>
      pick(items, demands, (chosen) => ({ demands: chosen, lines: at(lines, index) })),
    ),
  ];
}

function pick<Item>(
  items: readonly number[] | undefined,
  all: readonly Item[],
  made: (chosen: Item[]) => Combination,
): Combination[] {
  return items === undefined ? [] : [made(items.flatMap((item) => at(all, item)))];
}

function at<Item>(all: readonly Item[], index: number): Item[] {
  return all.slice(index, index + 1);
}

/** The combinations none of whose demands and lines is in another one. */
function undisputed(found: readonly Combination[]): Combination[] {
  const wanted = new Map<Demand | OrderLineState, number>();
  for (const { demands, lines } of found) {
    for (const one of [...demands, ...lines]) wanted.set(one, (wanted.get(one) ?? 0) + 1);
  }
  return found.filter(({ demands, lines }) => [...demands, ...lines].every((one) => wanted.get(one) === 1));
}

function link(group: Group, level: PriceLevel, { demands, lines }: Combination): void {
  const chosen = new Set(lines);
  const twin = level.lines.find((line) => !chosen.has(line));
  for (const demand of demands) {
    for (const line of lines) {
      linkPart(group, demand, line, fitting(group, demand, line), {
        tier: NAME,
        class: 'A',
        evidence: EVIDENCE,
        runnerUp: runnerUp(group.levels, level, twin, demand, group.decimals),
      });
    }
  }
}
