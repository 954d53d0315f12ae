import type { Draft, Expectation } from '../story.ts';
import type { ClassRow } from './class-row.ts';

/** The gravest first (order-match.md 7). */
const PRECEDENCE = [7, 3, 10, 9, 11, 4, 8, 1] as const;

/** Statuses at which nothing is compared, so that nobody asks what else holds the receipt. */
const NOT_COMPARED: ReadonlySet<number> = new Set([7, 3, 10]);

/** What is right for a draft by what it calls for. */
export function right({ calls, reasons }: Draft): Expectation {
  const status = PRECEDENCE.find((one) => calls.includes(one)) ?? 1;
  const asked = NOT_COMPARED.has(status) ? reasons.filter((reason) => !reason.endsWith('_BLOCKS_RECEIPT')) : reasons;
  return { statuses: [status], reasons: asked };
}

/** The same for an invoice of a class. */
export function rightFor(row: ClassRow, draft: Draft): Expectation {
  if (row.outcome !== undefined) return { statuses: [], reasons: [], outcome: row.outcome };
  const { statuses, reasons } = right(draft);
  // Where several statuses are right, their reasons differ too.
  return row.orElse === undefined ? { statuses, reasons } : { statuses: [...statuses, ...row.orElse], reasons: [] };
}
