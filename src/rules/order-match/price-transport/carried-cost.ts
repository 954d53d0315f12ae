import type { StepBudget } from '../step-budget.ts';
import { KinkHeap } from './kink-heap.ts';

/** The quantities at which a convex function is least, from the first to the last. */
export interface LeastRange {
  from: bigint;
  to: bigint;
}

/**
 * The least cost of serving a part of the price chain, as a function of what is carried out of it at its dear end:
 * demand that is still to be served (above zero) or room that serves demand further on (below zero). The function is
 * convex and made of straight pieces, so it is kept as its kinks: those on the falling side in a heap; of those on
 * the rising side only the first is ever needed, because no quantity above zero ever becomes cheap again.
 */
export class CarriedCost {
  /** Positions are kept less `#shift`: every kink of the falling side moves with what is asked and what is offered. */
  readonly #falling = new KinkHeap();
  /** Asked less offered: nothing smaller can be carried. */
  #shift = 0n;
  #asked = 0n;
  /** First kink of the rising side, less what was asked by then; nothing above what was asked can be carried. */
  #firstRising = 0n;

  /** A point that must be served. */
  ask(quantity: bigint): void {
    this.#asked += quantity;
    this.#shift += quantity;
  }

  /** A point that serves as much of what is carried as pays. */
  offer(quantity: bigint): void {
    this.#shift -= quantity;
  }

  /** Carrying everything over a price difference costs that much for each one, in either direction. False when the budget is used up. */
  carryOver(difference: bigint, budget: StepBudget): boolean {
    let left = difference;
    let steps = 1;
    for (let kink = this.#falling.rightmost; left > 0n; kink = this.#falling.rightmost) {
      if (kink === undefined || kink.at + this.#shift <= 0n) break;
      const moved = kink.by < left ? kink.by : left;
      this.#rising(kink.at + this.#shift);
      left -= moved;
      steps += 1;
      if (moved === kink.by) this.#falling.pop();
      else kink.by -= moved;
    }
    if (left > 0n) this.#rising(this.#shift > 0n ? this.#shift : 0n);
    if (this.#shift <= 0n) this.#falling.push({ at: -this.#shift, by: difference + (difference - left) });
    return budget.spend(steps * (1 + Math.ceil(Math.log2(this.#falling.size + 1))));
  }

  /** What is cheapest to carry. */
  get least(): LeastRange {
    return { from: (this.#falling.rightmost?.at ?? 0n) + this.#shift, to: this.#firstRising + this.#asked };
  }

  #rising(at: bigint): void {
    const kept = at - this.#asked;
    if (kept < this.#firstRising) this.#firstRising = kept;
  }
}
