import { INBOX_NAMES } from '../domain/channel.table.ts';
import { ORDER_MATCH_STATUSES } from '../domain/order-match-status.table.ts';
import type { AlertRecord } from '../domain/records.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import { seenAlerts } from './muted-alerts.ts';
import type { ReadableSite } from './readable-site.ts';

/** `status` (contract 8). The sales flow, prepayments, payments and terms come with later versions: nothing of them waits yet. */
export interface StatusReport {
  site: string;
  /** Does a daemon work on this site now? */
  running: boolean;
  salesFlow: {
    exportStatus: { invoiceError: number; forwardingFailed: number; readyToSend: number; sentNotCreated: number };
    openInVisma: number;
    toBeCorrected: number;
    notProcessed: number;
    processed: number;
  };
  prepaymentsWaiting: number;
  paymentsUnmatched: number;
  termsToCheck: { must: number; might: number };
  /** Instant; null: there is no night run yet. */
  nextNightRun: string | null;
  /** Supplier invoices by status number: `"4": 2`. Statuses without an invoice are 0. */
  orderMatch: Record<string, number>;
  files: { waiting: number; held: number; failed: number; retrying: number; rejected: number };
  deliveries: { waiting: number; retrying: number; stopped: number };
  channels: { name: InboxName; enabled: boolean; paused: boolean; lastFileAt: string | null; late: boolean }[];
  /** Open ones that nobody has muted. */
  alerts: AlertRecord[];
  alertsMuted: number;
}

/** What the site's folders and desk add to the ledger. */
export interface StatusSurroundings {
  /** Channels that an operator paused. */
  paused: readonly string[];
  /** Alerts that an operator muted. */
  muted: readonly string[];
  /** Files that lie in the inboxes and are not claimed yet. */
  waitingInInboxes: number;
  running: boolean;
  now: string;
}

/** Counts for one screen: what flows, what waits for a person, what fails. */
export async function statusCounts(site: ReadableSite, around: StatusSurroundings): Promise<StatusReport> {
  const { ledger, settings } = site;
  const invoices = await ledger.countByStatus('supplier-invoice');
  const files = await ledger.countByStatus('file');
  const deliveries = await ledger.countByStatus('delivery');
  const lastFileAt = await ledger.lastFileAt();
  return {
    site: settings.site.name,
    running: around.running,
    ...NOT_YET,
    orderMatch: Object.fromEntries(Object.keys(ORDER_MATCH_STATUSES).map((code) => [code, invoices[code] ?? 0])),
    files: {
      waiting: around.waitingInInboxes + countOf(files, ['received', 'read', 'decided']),
      held: countOf(files, ['held']),
      failed: countOf(files, ['stopped']),
      retrying: countOf(files, ['retrying']),
      rejected: countOf(files, ['rejected']),
    },
    deliveries: {
      waiting: countOf(deliveries, ['staged']),
      retrying: countOf(deliveries, ['retrying']),
      stopped: countOf(deliveries, ['stopped']),
    },
    channels: INBOX_NAMES.map((name) => {
      const last = lastFileAt[name] ?? null;
      const { enabled, lateAfter } = settings.channels[name];
      return {
        name,
        enabled,
        paused: around.paused.includes(name),
        lastFileAt: last,
        late: enabled && isLate(last, lateAfter, around.now),
      };
    }),
    ...seenAlerts(await ledger.openAlerts(), around.muted),
  };
}

/** What this version has no documents of, so that whoever reads the report finds every figure in its place. */
const NOT_YET: Pick<
  StatusReport,
  'salesFlow' | 'prepaymentsWaiting' | 'paymentsUnmatched' | 'termsToCheck' | 'nextNightRun'
> = {
  salesFlow: {
    exportStatus: { invoiceError: 0, forwardingFailed: 0, readyToSend: 0, sentNotCreated: 0 },
    ...{ openInVisma: 0, toBeCorrected: 0, notProcessed: 0, processed: 0 },
  },
  prepaymentsWaiting: 0,
  paymentsUnmatched: 0,
  termsToCheck: { must: 0, might: 0 },
  nextNightRun: null,
};

function countOf(counts: Readonly<Record<string, number>>, statuses: readonly string[]): number {
  return statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
}

/** Silent for longer than `lateAfter` ("26 hours"). A channel that never had a file is not late: it has not begun. */
function isLate(last: string | null, lateAfter: string | null, now: string): boolean {
  const period = lateAfter === null ? null : /^(\d+) (minute|hour|day|month|year)s?$/.exec(lateAfter);
  if (last === null || period === null) return false;
  const until = Temporal.Instant.from(last)
    .toZonedDateTimeISO('UTC')
    .add({ [`${period[2]}s`]: Number(period[1]) })
    .toInstant();
  return Temporal.Instant.compare(Temporal.Instant.from(now), until) > 0;
}
