/** Work that may still be done, in steps, never in seconds: the same on every machine. */
export interface StepBudget {
  left: number;
}

/** Takes so many steps; false where they are not left, and then nothing is taken. */
export function take(budget: StepBudget, steps: number): boolean {
  if (budget.left < steps) return false;
  budget.left -= steps;
  return true;
}
