import type { CorpusReport, Finding } from './report.ts';
import type { ClassSummary } from './summarise.ts';

const HEAD = ['class', 'scenarios', 'invoices', 'touchless %', 'false', 'other', 'by status', 'why not touchless'];

/** Findings that are shown; the rest is in `--json`. */
const SHOWN = 50;

/** The report as a person reads it: a table class by class, then everything that is wrong. */
export function printedReport(report: CorpusReport): string {
  const rows = [HEAD, ...report.classes.map(rowOf), rowOf(report.total)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const { seed, total, ofHonest, seconds, runs, invoicesPerDaemonSecond, kept } = report;
  return [
    ...table,
    '',
    `Seed ${seed}: ${total.invoices} invoices, ${total.touchless} touchless (${total.touchlessPercent} %), ${ofHonest} of those that are right to pass did; ${total.falseAccepts} false accepts, ${total.unexpected} other than expected.`,
    `Time: ${seconds.daemon} s in ${runs} runs of the daemon (${invoicesPerDaemonSecond} invoices a second), ${seconds.all} s with generating and judging.`,
    ...(kept === null ? [] : [`Kept: ${kept}`]),
    ...listed('False accepts', report.falseAccepts),
    ...listed('Other than expected', report.unexpected),
  ].join('\n');
}

function rowOf(row: ClassSummary): string[] {
  const { name, scenarios, invoices, touchlessPercent, falseAccepts, unexpected, statuses, reasons } = row;
  return [
    name,
    scenarios.join(' '),
    String(invoices),
    touchlessPercent,
    String(falseAccepts),
    String(unexpected),
    listedCounts(statuses),
    listedCounts(reasons),
  ];
}

function listedCounts(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}:${count}`)
    .join(' ');
}

function listed(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const more = findings.length > SHOWN ? [`  … and ${findings.length - SHOWN} more`] : [];
  const lines = findings
    .slice(0, SHOWN)
    .map(({ seed, className, file, says, kept }) => `  seed ${seed}, ${file} (${className}): ${says} ${kept ?? ''}`);
  return ['', `${title}:`, ...lines, ...more];
}
