import type { AlertRecord } from '../domain/records.ts';
import type { LedgerReader, ListRequest } from '../pipeline/ledger-port.ts';

type Conditions = ListRequest['conditions'];

/** Alerts as `status` shows them: those that were muted are counted only. */
export function seenAlerts(
  open: readonly AlertRecord[],
  muted: readonly string[],
): { alerts: AlertRecord[]; alertsMuted: number } {
  const alerts = open.filter(({ id }) => !muted.includes(id));
  return { alerts, alertsMuted: open.length - alerts.length };
}

/**
 * The conditions of a search for alerts that leaves out what was muted, or asks for just that where they say
 * `status:muted`. Only an open alert is muted: one that has ended is listed as any other.
 */
export async function withoutMuted(
  ledger: LedgerReader,
  conditions: Conditions,
  muted: readonly string[],
): Promise<Conditions> {
  const open = (await ledger.openAlerts()).map(({ id }) => id);
  const value = JSON.stringify(muted.filter((id) => open.includes(id)));
  const others = conditions.filter((one) => !(one.field === 'status' && one.value === 'muted'));
  const comparison = others.length < conditions.length ? 'one-of' : 'none-of';
  return [...others, { field: 'key', comparison, value }];
}
