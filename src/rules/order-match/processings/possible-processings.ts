import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import { isAllowed, PROCESSING_ACTIONS } from './allowed-processings.ts';
import { refusedWithoutReceivable } from './charges-alone.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { placeOf, type ProcessingAction } from './processing.ts';
import { refusedOnceReceived } from './receipts.ts';
import { refusedWithoutOpenLines } from './selected-lines.ts';

/** What each action asks of the invoice whatever its lines or targets are: the actions ask the same functions. */
const ASKS: Readonly<Partial<Record<ProcessingAction, (result: OrderMatchResult) => Refusal | undefined>>> = {
  update: refusedWithoutOpenLines,
  receive: refusedWithoutReceivable,
  unlink: refusedWithoutOpenLines,
  reject: refusedOnceReceived,
};

/** The actions that are not refused for every choice of lines: what screens and lists offer (order-match.md 16). */
export function possibleProcessings(result: OrderMatchResult): ProcessingAction[] {
  return PROCESSING_ACTIONS.filter(
    (action) => isAllowed(action, placeOf(result)) && ASKS[action]?.(result) === undefined,
  );
}
