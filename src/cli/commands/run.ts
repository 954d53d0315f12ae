import { Fault } from '../../domain/fault.ts';
import { type ReadyInfo, type RunSummary, runSite } from '../../service/run-site.ts';
import { flagOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { programName } from '../program-name.ts';
import { textTable } from '../text-table.ts';

const LOG_LEVELS = { quiet: 'error', normal: 'info', verbose: 'debug' } as const;

/** The signals that stop a daemon cleanly: what is in hand is finished, the rest waits for the next start. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `run [--once]`: the daemon in the foreground, until Ctrl-C; with `--once` until the inboxes are empty. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const once = flagOption(input, 'once');
  if (input.now !== null && !once) {
    throw new Fault('WRONG_USE', 'a daemon takes no --now: its files would be dated wrongly', {
      hint: 'Use --now with --once, or leave it out.',
    });
  }
  const stopped = new AbortController();
  const stop = (): void => {
    // A second Ctrl-C means it: whatever is in hand then is what recovery is for.
    if (stopped.signal.aborted) process.exit(130);
    input.terminal.talk('Stopping: what is in hand is being finished. Ctrl-C again stops at once; nothing is lost.');
    stopped.abort();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  try {
    const summary = await runSite({
      site: input.site,
      once,
      now: input.now,
      logLevel: LOG_LEVELS[input.verbosity],
      onReady: (info) => input.terminal.talk(readyText(info, once, input)),
      onAlert: (event, { code, subject, text }) =>
        input.terminal.talk(
          `${event === 'raised' ? 'ALERT' : 'over '} ${code} ${subject.kind} ${subject.key}: ${text}`,
        ),
      signal: stopped.signal,
    });
    return { exit: exitOf(summary, once, stopped.signal.aborted), data: summary, text: summaryText(summary) };
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  }
}

/** A daemon that was asked to stop has done what it should; one pass that was broken off has not. */
function exitOf(summary: RunSummary, once: boolean, interrupted: boolean): CommandResult['exit'] {
  if (!once) return 'done';
  if (interrupted) return 'interrupted';
  return summary.held + summary.rejected + summary.failed > 0 ? 'problems' : 'done';
}

function readyText(info: ReadyInfo, once: boolean, input: CommandInput): string {
  const { paint } = input.terminal;
  const recovered = info.recovered > 0 ? [`${info.recovered} unfinished from before were taken up again.`] : [];
  if (once) return [`${paint('title', info.siteName)}: taking all that is in the inboxes.`, ...recovered].join('\n');
  const rows = (pairs: [string, string][]): string =>
    textTable(
      [{ title: '' }, { title: '' }],
      pairs.map(([path, about]) => [`  ${path}`, about]),
    );
  return [
    paint('title', `Ordrebro is running: ${info.siteName}`),
    ...recovered,
    '',
    'Drop files into',
    rows(info.inboxes.map((inbox) => [inbox.path, paint('faint', inbox.takes)])),
    'Answers appear in',
    rows(info.outboxes.map((outbox) => [outbox.path, ''])),
    '',
    `Ctrl-C stops it. "${programName()} status" in another terminal shows what it does; its log is in state/logs.`,
  ].join('\n');
}

function summaryText(summary: RunSummary): string {
  const deliveries = counted(summary.deliveries, 'delivery', 'deliveries');
  if (summary.files === 0) return `No files were taken; ${deliveries} made.`;
  const parts = (['accepted', 'held', 'rejected', 'duplicate'] as const)
    .filter((name) => summary[name] > 0)
    .map((name) => `${summary[name]} ${name}`);
  const failed = summary.failed > 0 ? ` Failures: ${summary.failed}; "${programName()} status" tells what.` : '';
  return `${counted(summary.files, 'file', 'files')}: ${parts.join(', ')}. ${deliveries}.${failed}`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
