import type { Finding } from '../../../domain/decision.ts';

/** More findings of one record help nobody; the rest is counted. */
const MOST_FINDINGS = 200;

/** Most parts of most records have none: they make no list. */
const NONE: readonly Finding[] = [];

/** What was found in a record, or in a part of one of which it is not clear yet whether it counts. */
export class RecordFindings {
  #list: Finding[] | undefined;
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
    this.#list ??= [];
    if (this.#list.length >= MOST_FINDINGS) this.#left += 1;
    else this.#list.push(finding);
  }

  /** Takes what was found in a part: without what is missing in it, where the part turned out not to be there at all. */
  take(part: RecordFindings, isThere: boolean): void {
    if (part.#list === undefined) return;
    this.#list ??= [];
    this.#errors += part.#errors - (isThere ? 0 : part.#missing);
    if (isThere) this.#missing += part.#missing;
    const findings = isThere ? part.#list : part.#list.filter(({ code }) => code !== 'VALUE_MISSING');
    const fitting = Math.min(findings.length, MOST_FINDINGS - this.#list.length);
    for (let index = 0; index < fitting; index += 1) this.#list.push(findings[index] as Finding);
    this.#left += findings.length - fitting;
    if (isThere || part.#list.length < MOST_FINDINGS) this.#left += part.#left;
  }

  /** All of them; of those beyond the limit, how many. */
  get all(): Finding[] {
    const all = this.#list ?? NONE;
    const [first] = all;
    if (this.#left === 0 || first === undefined) return [...all];
    const message = `There are ${this.#left} more findings in this record; the first ${MOST_FINDINGS} are listed.`;
    const hint = 'Repair the first ones: they probably have one cause.';
    const rest: Finding = this.refuse
      ? { ...first, code: 'VALUE_INVALID', severity: 'error', message, hint }
      : { ...first, code: 'VALUE_UNUSABLE', severity: 'warning', message, hint };
    return [...all, rest];
  }
}
