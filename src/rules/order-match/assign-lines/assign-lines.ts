import { compare, isPositive } from '../../../domain/decimal.ts';
import { compareNaturally } from '../../../domain/natural-order.ts';
import { compareOrderLines, type OrderLineState } from '../order-line-state.ts';
import { markContestedChoices } from './contested-choices.ts';
import type { Demand, Group, StepLimits } from './demand.ts';
import { exactLevel, type PriceLevel, priceLevels } from './price-levels.ts';
import { TIERS } from './tier.table.ts';

/** Enough for any order that people write; what goes beyond is held for a person and says why. */
const STEP_LIMITS: StepLimits = { combination: 20_000, transport: 8_000_000 };

/**
 * Links every demand to order lines of its product (order-match.md 12). Tier by tier over all demands, so that an
 * exact hit is never spoilt by another demand's weaker one; demands in an order of their own, so that the order of
 * the lines in the invoice changes nothing. What the document itself takes can be returned by it, so returns come last.
 */
export function assignLines(demands: readonly Demand[], decimals: number, steps = STEP_LIMITS): void {
  run(groupsOf(demands, 'take', decimals, steps));
  for (const { direction, parts } of demands) {
    if (direction === 'return') continue;
    for (const { line, quantity } of parts) line.returnLeft = line.returnLeft.plus(quantity);
  }
  run(groupsOf(demands, 'return', decimals, steps));
}

function run(groups: readonly Group[]): void {
  for (const tier of TIERS) {
    for (const group of groups) tier.assign(group);
  }
  for (const group of groups) markContestedChoices(group);
}

/** Demands with the same candidates compete; those with fewer candidates are served first, since they have less choice. */
function groupsOf(
  demands: readonly Demand[],
  direction: Demand['direction'],
  decimals: number,
  steps: StepLimits,
): Group[] {
  const served = demands.filter((demand) => demand.direction === direction);
  const byCandidates = Map.groupBy(served, (demand) => demand.candidates);
  return [...byCandidates]
    .map(([candidates, members]) => groupOf(members, candidates, direction, decimals, steps))
    .sort((a, b) => a.lines.length - b.lines.length || compareFirstLines(a, b));
}

function groupOf(
  members: readonly Demand[],
  candidates: readonly OrderLineState[],
  direction: Demand['direction'],
  decimals: number,
  steps: StepLimits,
): Group {
  const room = direction === 'take' ? 'takeLeft' : 'returnLeft';
  const lines = direction === 'take' ? candidates : lastInvoicedFirst(candidates);
  const levels = priceLevels(lines.filter((line) => isPositive(line[room])));
  const exact = new Map<Demand, PriceLevel>();
  for (const demand of members) {
    const level = exactLevel(levels, demand, decimals);
    if (level !== undefined) exact.set(demand, level);
  }
  const demands = [...members].sort(compareDemands);
  return { demands, lines, levels, exact, room, decimals, steps, outOfSteps: new Set() };
}

/** By what is asked, not by where it stands: cheaper first, then larger, then the line's number. */
function compareDemands(a: Demand, b: Demand): number {
  return (
    compare(a.unitAmount, b.unitAmount) ||
    compare(b.quantity, a.quantity) ||
    compare(b.amount, a.amount) ||
    compareNaturally(a.lineId, b.lineId)
  );
}

function compareFirstLines(a: Group, b: Group): number {
  const [left, right] = [a.lines[0], b.lines[0]];
  return left === undefined || right === undefined ? 0 : compareOrderLines(left, right);
}

/** What was invoiced last is credited first (order-match.md 17). */
function lastInvoicedFirst(lines: readonly OrderLineState[]): OrderLineState[] {
  return [...lines].sort((a, b) => {
    const [left, right] = [a.lastReceivedAt ?? '', b.lastReceivedAt ?? ''];
    return left === right ? compareOrderLines(a, b) : left > right ? -1 : 1;
  });
}
