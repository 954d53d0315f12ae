/**
 * How much work a search may do before it gives up being exact, counted in steps and never in seconds, so that every
 * machine decides the same (order-match.md 12).
 */
export class StepBudget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Steps that are left; below zero when a search wanted more. */
  get left(): number {
    return this.#left;
  }

  /** Takes so many steps if they are left; false where they are not, and then nothing is taken: a smaller piece may still fit. */
  take(steps: number): boolean {
    return steps <= this.#left && this.spend(steps);
  }

  /** Takes so many steps; false when there were not as many left, and from then on. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }
}
