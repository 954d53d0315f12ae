import type { Finding } from '../../domain/decision.ts';
import { doctor, type DoctorReport } from '../../service/doctor.ts';
import { flagOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { progressBar } from '../progress-bar.ts';
import { textTable, wrapped } from '../text-table.ts';

/** `doctor`: what the daemon stands on, with the repair of each finding. Ends `problems` where there is an error or a warning. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const bar = progressBar(input, 'reading the ledger');
  const report = await doctor(input.site, { full: flagOption(input, 'full'), onProgress: bar.onProgress }).finally(
    bar.stop,
  );
  const findings = report.checks.flatMap((check) => check.findings);
  const problems = findings.filter((finding) => finding.severity !== 'note').length;
  return {
    exit: problems > 0 ? 'problems' : 'done',
    data: { findings, checks: report.checks, mappings: report.mappings },
    text: reportText(report, problems, input),
  };
}

function reportText(report: DoctorReport, problems: number, input: CommandInput): string {
  const { paint } = input.terminal;
  const lines = report.checks.flatMap(({ name, findings }) => [
    checkLine(name, findings, input),
    ...findings.map((finding) => findingLines(finding, input)),
  ]);
  const verdict =
    problems === 0
      ? paint('good', 'All is well.')
      : paint('bad', `${problems} ${problems === 1 ? 'problem' : 'problems'}. Nothing was changed.`);
  const mappings = mappingsText(report);
  return [lines.join('\n'), ...(mappings === '' ? [] : [mappings]), verdict].join('\n\n');
}

/** Which mappings read and write, whose they are, and in which version. */
function mappingsText({ mappings }: DoctorReport): string {
  const columns = ['mapping', 'version', 'of', 'takes', 'gives'].map((title) => ({ title }));
  const rows = mappings.map(({ name, version, shipped, channel, document, direction }) =>
    direction === 'in'
      ? [name, version, shipped ? 'program' : 'site', `inbox/${channel}`, document]
      : [name, version, shipped ? 'program' : 'site', document, 'file'],
  );
  return rows.length === 0 ? '' : textTable(columns, rows);
}

function checkLine(name: string, findings: readonly Finding[], input: CommandInput): string {
  const { paint } = input.terminal;
  const worst = (['error', 'warning'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  if (worst === undefined) return `${paint('good', 'ok     ')}  ${name}`;
  return `${paint(worst === 'error' ? 'bad' : 'waiting', worst.padEnd(7))}  ${name}`;
}

const INDENT = '           ';

function findingLines(finding: Finding, input: CommandInput): string {
  const { width } = input.terminal;
  const repair =
    finding.hint === undefined
      ? []
      : [wrapped(`${finding.severity === 'note' ? '' : 'Repair: '}${finding.hint}`, width, INDENT)];
  return [wrapped(finding.message, width, INDENT), ...repair].join('\n');
}
