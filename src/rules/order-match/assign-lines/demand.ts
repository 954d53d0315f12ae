import type { Decimal } from '../../../domain/decimal.ts';
import type { DocumentLink } from '../../../domain/documents.generated.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { PriceLevel } from './price-levels.ts';

/**
 * What an invoice line asks of the order lines of its product. `left` shrinks while tiers link parts of it; when the
 * last tier is through nothing is left. Quantities are in the unit of the candidates, all of which have the same,
 * and without their sign: `sign` is -1 on a negative line.
 */
export interface Demand {
  /** Position of the line in the invoice, and its id. */
  lineIndex: number;
  lineId: string;
  quantity: Decimal;
  /** What is asked for that quantity, with the sign taken off like the quantity's. */
  amount: Decimal;
  /** Amount for one, to twelve decimals: what prices are compared with when they are not equal. */
  unitAmount: Decimal;
  sign: 1 | -1;
  /** `take` uses open quantity; `return` (credit notes, negative lines) uses what was invoiced. */
  direction: 'take' | 'return';
  /** The order lines of its product in its orders and unit, in natural order. Demands with equal candidates share the array. */
  candidates: readonly OrderLineState[];
  /** The order line that the invoice line names itself, where it is one of the candidates. */
  referenced: OrderLineState | undefined;
  /** Where it is linked whatever the tiers would say: by an operator, or because a part of it was received. */
  fixed: readonly FixedPart[];
  left: Decimal;
  parts: Part[];
}

/** A part whose order line is settled. `quantity`: in the order line's unit, without its sign; left out it is all that is left. */
export interface FixedPart {
  line: OrderLineState;
  quantity: Decimal | undefined;
  tier: string;
  class: DocumentLink['class'];
}

/** A part of a demand that was linked to an order line. */
export interface Part {
  line: OrderLineState;
  quantity: Decimal;
  tier: string;
  class: DocumentLink['class'];
  /** What was compared, besides what names the product: "price", "quantity", "order price 110". */
  evidence: readonly string[];
  /** What the runner-up would have cost: "1001/2 50.00". */
  runnerUp: string | undefined;
}

/** Demands that compete for the same order lines, in the order in which tiers serve them. */
export interface Group {
  demands: readonly Demand[];
  lines: readonly OrderLineState[];
  /** The lines that had room before anything of this group was linked, by their price, cheapest first. */
  levels: readonly PriceLevel[];
  /** The level that gives a demand's amount exactly; a demand that no price fits has none. */
  exact: ReadonlyMap<Demand, PriceLevel>;
  /** Which of an order line's rooms is used up. */
  room: 'takeLeft' | 'returnLeft';
  /** Of the currency. */
  decimals: number;
  steps: StepLimits;
  /** Demands for which a search ran out of steps: whatever is chosen for them is not proven to be the best. */
  outOfSteps: Set<Demand>;
}

/** How many steps each search may take before it gives up being exact. */
export interface StepLimits {
  /** Looking for combinations among the lines of one price. */
  combination: number;
  /** The least total price difference of one product. */
  transport: number;
}

/** One way of finding the order line (order-match.md 12); it links what it can and leaves the rest. */
export interface Tier {
  name: string;
  assign: (group: Group) => void;
}
