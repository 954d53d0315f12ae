import type { Finding } from './decision.ts';

/** More findings of one file help nobody: the rest is counted. */
const MOST_FINDINGS = 1_000;

/** What is found in one file, in the order in which it is found: the first findings, and how many more there are. */
export class FileFindings {
  readonly #kept: Finding[] = [];
  /** The first of those that are counted only. */
  #next: Finding | undefined;
  #left = 0;
  #errors = false;

  get isEmpty(): boolean {
    return this.#kept.length === 0;
  }

  add(finding: Finding): void {
    if (this.#kept.length < MOST_FINDINGS) this.#kept.push(finding);
    else {
      this.#next ??= finding;
      this.#left += 1;
    }
    this.#errors ||= finding.severity === 'error';
  }

  /** All that was found elsewhere, behind what was found here. */
  join(others: FileFindings): void {
    for (const finding of others.#kept) this.add(finding);
    if (others.#next === undefined) return;
    this.#next ??= others.#next;
    this.#left += others.#left;
    this.#errors ||= others.#errors;
  }

  /** Those that are listed; behind them, where there are more, one that says how many. It is an error where one of all is. */
  list(): Finding[] {
    if (this.#next === undefined) return [...this.#kept];
    const more = this.#left.toLocaleString('en');
    const message = `There are more than ${MOST_FINDINGS.toLocaleString('en')} findings in this file: ${more} beyond the first, which are listed.`;
    const hint = 'Repair these first: they probably have one cause.';
    const severity = this.#errors ? 'error' : this.#next.severity;
    return [...this.#kept, { ...this.#next, code: 'SCHEMA_VIOLATION', severity, message, hint }];
  }
}
