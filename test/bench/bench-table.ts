/** One line of what the bench says. */
export interface BenchRow {
  what: string;
  ordrebro: string;
  against: string;
  ratio: number | null;
  /** The promise as text, and whether it is kept; null where nothing is promised. */
  target: { text: string; kept: boolean } | null;
}

/** `ordrebro / against` with a target of at least so much. */
export function atLeast(what: string, ordrebro: number, against: number, unit: string, target: number): BenchRow {
  const ratio = ordrebro / against;
  return { ...shown(what, ordrebro, against, unit), ratio, target: { text: `>= ${target}`, kept: ratio >= target } };
}

/** `ordrebro / against` with a target of at most so much. */
export function atMost(what: string, ordrebro: number, against: number, unit: string, target: number): BenchRow {
  const ratio = ordrebro / against;
  return { ...shown(what, ordrebro, against, unit), ratio, target: { text: `<= ${target}`, kept: ratio <= target } };
}

/** A figure by itself, with a limit or without. */
export function figure(what: string, value: number, unit: string, limit: number | null): BenchRow {
  const target = limit === null ? null : { text: `< ${limit} ${unit}`, kept: value < limit };
  return { what, ordrebro: `${rounded(value)} ${unit}`, against: '', ratio: null, target };
}

function shown(
  what: string,
  ordrebro: number,
  against: number,
  unit: string,
): { what: string; ordrebro: string; against: string } {
  return { what, ordrebro: `${rounded(ordrebro)} ${unit}`, against: `${rounded(against)} ${unit}` };
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

/** The rows as an aligned table. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.ordrebro,
    row.against,
    row.ratio === null ? '' : row.ratio.toFixed(2),
    row.target?.text ?? '',
    row.target === null ? '' : row.target.kept ? 'kept' : 'MISSED',
  ]);
  const all = [['measured', 'Ordrebro', 'against', 'ratio', 'target', ''], ...cells];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
