import type { StepBudget } from '../step-budget.ts';
import { KinkHeap } from './kink-heap.ts';

/**
 * The least cost of serving a part of the price chain, as a function of what is carried out of it at its dear end:
 * demand that is still to be served (above zero) or room that serves demand further on (below zero). The function is
 * convex and made of straight pieces, so its falling side is kept as the kinks where its slope changes, in a heap. Its
 * rising side is never asked for.
 */
export class CarriedCost {
  /** The kinks of the falling side, less `#shift`: all of them move with what is asked and what is offered. */
  readonly #falling = new KinkHeap();
  /** Asked less offered: nothing smaller can be carried. */
  #shift = 0n;

  /** A point that must be served. */
  ask(quantity: bigint): void {
    this.#shift += quantity;
  }

  /** A point that serves as much of what is carried as pays. */
  offer(quantity: bigint): void {
    this.#shift -= quantity;
  }

  /**
   * Carrying anything over a price difference costs that much for each one, in either direction: the slope falls by it
   * below zero and rises by it above. Kinks above zero come to the rising side as far as that takes them. False when the
   * budget is used up.
   */
  carryOver(difference: bigint, budget: StepBudget): boolean {
    let left = difference;
    let steps = 1;
    for (let kink = this.#falling.rightmost; left > 0n; kink = this.#falling.rightmost) {
      if (kink === undefined || kink.at + this.#shift <= 0n) break;
      const moved = kink.by < left ? kink.by : left;
      left -= moved;
      steps += 1;
      if (moved === kink.by) this.#falling.pop();
      else kink.by -= moved;
    }
    if (this.#shift <= 0n) this.#falling.push({ at: -this.#shift, by: difference + (difference - left) });
    return budget.spend(steps * (1 + Math.ceil(Math.log2(this.#falling.size + 1))));
  }

  /** The least that is cheapest to carry. */
  get cheapest(): bigint {
    return (this.#falling.rightmost?.at ?? 0n) + this.#shift;
  }
}
