import { ORDER_MATCH_STATUSES } from '../../domain/order-match-status.table.ts';
import { restartSubject } from '../../service/restart-alerts.ts';
import { statusReport } from '../../service/status-report.ts';
import type { StatusReport } from '../../service/status-counts.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { instantText } from '../instant-text.ts';
import { section } from '../show/show-style.ts';
import { statusText, statusTone } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import { programName } from '../program-name.ts';
import { nowOf, type SiteAtHand, withSite } from '../with-site.ts';

/** `status`: one screen. Ends `done` also where something waits: that is no problem of the command. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const report = await statusReport(input.site, nowOf(input));
  return withSite(input, async (site) => ({ exit: 'done', data: report, text: reportText(report, site, input) }));
}

function reportText(report: StatusReport, site: SiteAtHand, input: CommandInput): string {
  const { paint } = input.terminal;
  return [
    paint('title', report.site),
    report.running
      ? paint('good', 'The daemon is running.')
      : paint('bad', `No daemon is running: "${programName()} run" starts it.`),
    section({ paint }, 'Files', countsText(report.files)),
    section({ paint }, 'Deliveries', countsText(report.deliveries)),
    section({ paint }, 'Supplier invoices', invoicesText(report, site, input)),
    section({ paint }, 'Channels', channelsText(report, site, input)),
    section({ paint }, 'Alerts', alertsText(report, site, input)) || paint('good', 'No open alerts.'),
  ].join('\n\n');
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function invoicesText(report: StatusReport, site: SiteAtHand, input: CommandInput): string {
  const rows = Object.keys(ORDER_MATCH_STATUSES)
    .map((code) => ({ code, count: report.orderMatch[code] ?? 0 }))
    .filter(({ count }) => count > 0);
  if (rows.length === 0) return 'none yet';
  return textTable(
    [{ title: '', align: 'right' }, { title: '' }],
    rows.map(({ code, count }) => [
      String(count),
      input.terminal.paint(statusTone(code), statusText('supplier-invoice', code, site.language)),
    ]),
  );
}

function channelsText(report: StatusReport, site: SiteAtHand, input: CommandInput): string {
  const rows = report.channels
    .filter((channel) => channel.enabled || channel.lastFileAt !== null)
    .map((channel) => [
      channel.name,
      channel.lastFileAt === null ? 'no file yet' : `last file ${instantText(channel.lastFileAt, site.timeZone)}`,
      remark(channel, report, input),
    ]);
  return textTable([{ title: '' }, { title: '' }, { title: '' }], rows);
}

/** What keeps a channel from flowing, if anything does. */
function remark(
  { name, paused, late }: StatusReport['channels'][number],
  report: StatusReport,
  input: CommandInput,
): string {
  const { paint } = input.terminal;
  const { kind, key } = restartSubject(name);
  const waits = report.alerts.some(
    ({ code, subject }) => code === 'RESTART_NEEDED' && subject.kind === kind && subject.key === key,
  );
  if (waits) return paint('waiting', 'needs a restart');
  if (paused) return paint('waiting', 'paused');
  return late ? paint('bad', 'late') : '';
}

/** Alerts on the screen; the rest is counted. */
const ALERTS_SHOWN = 10;

function alertsText(report: StatusReport, site: SiteAtHand, input: CommandInput): string {
  const rows = report.alerts
    .slice(-ALERTS_SHOWN)
    .map((alert) => [
      instantText(alert.raisedAt, site.timeZone),
      input.terminal.paint(alert.severity === 'error' ? 'bad' : 'waiting', alert.code),
      alert.text,
    ]);
  const left = report.alerts.length - rows.length;
  return [
    rows.length === 0 ? '' : textTable([{ title: '' }, { title: '' }, { title: '' }], rows),
    left > 0 ? `and ${left} more: "ordrebro list alert status:open"` : '',
    report.alertsMuted > 0 ? `${report.alertsMuted} muted: "ordrebro list alert status:muted"` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
