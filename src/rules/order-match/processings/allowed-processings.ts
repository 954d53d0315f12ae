import { next } from '../../../domain/next-status.ts';
import { ORDER_MATCH_TRANSITIONS, type OrderMatchPlace } from '../../../domain/order-match-status.table.ts';
import type { ProcessingAction } from './processing.ts';

/** The events of the transition table that an action may cause; match lets a decision find its own. */
const EVENTS: Readonly<Record<ProcessingAction, readonly string[]>> = {
  match: ['find-complete'],
  update: ['update'],
  receive: ['receive-all', 'receive-some'],
  reject: ['reject'],
  link: ['link'],
  unlink: ['unlink'],
};

export const PROCESSING_ACTIONS = Object.keys(EVENTS) as readonly ProcessingAction[];

/** Does the transition table know the action in this status (order-match.md 16)? Guards are asked by the action. */
export function isAllowed(action: ProcessingAction, status: OrderMatchPlace): boolean {
  return EVENTS[action].some((event) => next(ORDER_MATCH_TRANSITIONS, status, event) !== undefined);
}

/** The statuses in which the table knows the action. */
export function statusesThatAllow(action: ProcessingAction): OrderMatchPlace[] {
  const places = new Set(ORDER_MATCH_TRANSITIONS.map((row) => row.from));
  return [...places].filter((place) => place !== 'new' && isAllowed(action, place));
}
