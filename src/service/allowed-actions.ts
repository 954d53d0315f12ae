import { filesThatAre } from '../domain/file-status.table.ts';
import { LEARNED_LINK_TRANSITIONS } from '../domain/learned-link-status.table.ts';
import type { SupplierInvoiceContent } from '../rules/order-match/order-match-facts.ts';
import { PROCESSING_ACTIONS, statusesThatAllow } from '../rules/order-match/processings/allowed-processings.ts';
import { possibleProcessings } from '../rules/order-match/processings/possible-processings.ts';
import { HANDLEABLE_DELIVERIES, RESENDABLE } from '../pipeline/steps/may-act.ts';
import type { ShowKind } from './show-kind.table.ts';

/** What an operator may do with a thing in a status: the command, and the statuses in which it is not refused. */
interface AllowedAction {
  kind: ShowKind;
  command: string;
  statuses: readonly string[];
}

/** Statuses of learned links that an event leads out of. */
function learnedLinkStatuses(event: string): string[] {
  return LEARNED_LINK_TRANSITIONS.filter((row) => row.event === event).map((row) => row.from);
}

/** Operator actions on files, deliveries, supplier invoices (contract 1 and 6) and learned links; statuses come from the transition tables. */
const ACTIONS: readonly AllowedAction[] = [
  { kind: 'file', command: 'file replay', statuses: filesThatAre('replayable') },
  { kind: 'file', command: 'file handle', statuses: filesThatAre('handleable') },
  { kind: 'delivery', command: 'delivery resend', statuses: RESENDABLE },
  { kind: 'delivery', command: 'delivery handle', statuses: HANDLEABLE_DELIVERIES },
  ...PROCESSING_ACTIONS.map((action) => ({
    kind: 'supplier-invoice' as const,
    command: `invoice ${action}`,
    statuses: statusesThatAllow(action),
  })),
  { kind: 'learned-link', command: 'learned-link confirm', statuses: learnedLinkStatuses('confirm') },
  { kind: 'learned-link', command: 'learned-link revoke', statuses: learnedLinkStatuses('revoke') },
];

/** The commands that are not refused for something of this kind in this status. */
export function allowedActions(kind: ShowKind, status: string | null): string[] {
  return ACTIONS.filter((action) => action.kind === kind && status !== null && action.statuses.includes(status)).map(
    (action) => action.command,
  );
}

/** The commands that are not refused for this supplier invoice as it stands, whatever lines they name. */
export function allowedInvoiceActions({ result }: SupplierInvoiceContent): string[] {
  return possibleProcessings(result).map((action) => `invoice ${action}`);
}

/** Are there operator actions on things of this kind? */
export function hasActions(kind: ShowKind): boolean {
  return ACTIONS.some((action) => action.kind === kind);
}
