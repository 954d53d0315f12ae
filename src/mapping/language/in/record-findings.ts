import type { Finding } from '../../../domain/decision.ts';

/** More findings of one record help nobody; the rest is counted. */
const MOST_FINDINGS = 200;

/** What was found in a record, or in a part of one of which it is not clear yet whether it counts. */
export class RecordFindings {
  #findings: Finding[] = [];
  #left = 0;
  #errors = 0;
  /** Those of the errors that say that something is missing. */
  #missing = 0;

  get refuse(): boolean {
    return this.#errors > 0;
  }

  add(finding: Finding): void {
    if (finding.severity === 'error') this.#errors += 1;
    if (finding.code === 'VALUE_MISSING') this.#missing += 1;
    if (this.#findings.length >= MOST_FINDINGS) this.#left += 1;
    else this.#findings.push(finding);
  }

  /** Takes what was found in a part: without what is missing in it, where the part turned out not to be there at all. */
  take(part: RecordFindings, isThere: boolean): void {
    this.#errors += part.#errors - (isThere ? 0 : part.#missing);
    if (isThere) this.#missing += part.#missing;
    const findings = isThere ? part.#findings : part.#findings.filter(({ code }) => code !== 'VALUE_MISSING');
    const fitting = Math.min(findings.length, MOST_FINDINGS - this.#findings.length);
    for (let index = 0; index < fitting; index += 1) this.#findings.push(findings[index] as Finding);
    this.#left += findings.length - fitting;
    if (isThere || part.#findings.length < MOST_FINDINGS) this.#left += part.#left;
  }

  /** All of them; of those beyond the limit, how many. */
  get all(): Finding[] {
    const [first] = this.#findings;
    if (this.#left === 0 || first === undefined) return this.#findings;
    const message = `There are ${this.#left} more findings in this record; the first ${MOST_FINDINGS} are listed.`;
    const hint = 'Repair the first ones: they probably have one cause.';
    const rest: Finding = this.refuse
      ? { ...first, code: 'VALUE_INVALID', severity: 'error', message, hint }
      : { ...first, code: 'VALUE_UNUSABLE', severity: 'warning', message, hint };
    return [...this.#findings, rest];
  }
}
