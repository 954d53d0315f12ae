const RUNS = /\d+|\D+/g;
/** By far the most: compared without taking them apart. */
const PLAIN_NUMBER = /^[1-9]\d*$/;

/**
 * Compares two identifiers as people do: runs of digits by their value, all else by its characters, so that
 * line 9 comes before line 10 and order 999 before 1001. No locale: the same on every machine.
 * Identifiers that differ in leading zeros only are not equal; the shorter one comes first.
 */
export function compareNaturally(a: string, b: string): number {
  if (a === b) return 0;
  if (PLAIN_NUMBER.test(a) && PLAIN_NUMBER.test(b)) return a.length - b.length || (a < b ? -1 : 1);
  const left = a.match(RUNS) ?? [];
  const right = b.match(RUNS) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = compareRuns(left[index] ?? '', right[index] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length || a.length - b.length || (a < b ? -1 : 1);
}

function compareRuns(a: string, b: string): number {
  const left = significantDigits(a);
  const right = significantDigits(b);
  if (left !== undefined && right !== undefined && left.length !== right.length) return left.length - right.length;
  const [x, y] = left !== undefined && right !== undefined ? [left, right] : [a, b];
  return x === y ? 0 : x < y ? -1 : 1;
}

function significantDigits(run: string): string | undefined {
  return /^\d/.test(run) ? run.replace(/^0+(?=\d)/, '') : undefined;
}
