import type { Transition } from './file-status.table.ts';

/**
 * Where an event leads from a status, by its table: the row's `to`, or `undefined` where the table has no such row,
 * which means that the event is not allowed there. Guards are not asked: whoever acts on the row asks its guard first.
 */
export function next<Status extends string>(
  table: readonly Transition<Status>[],
  status: Status,
  event: string,
): Status | undefined {
  return table.find((row) => row.from === status && row.event === event)?.to;
}

/** The events that a status allows, optionally only those that one kind of actor causes: what a desk offers as buttons. */
export function allowedEvents<Status extends string>(
  table: readonly Transition<Status>[],
  status: Status,
  by?: string,
): string[] {
  return table.filter((row) => row.from === status && (by === undefined || row.by === by)).map((row) => row.event);
}
