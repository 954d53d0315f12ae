import type { Finding } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';

/** Collects what is found while mappings are compiled. */
export class CompileReport {
  readonly findings: Finding[] = [];
  #errors = 0;

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  add(finding: Finding): void {
    if (finding.severity === 'error') this.#errors += 1;
    this.findings.push(finding);
  }

  /** The mapping cannot be used. */
  error(at: Place, message: string, hint: string): void {
    this.add({ code: 'MAPPING_INVALID', severity: 'error', message, hint, at });
  }

  /** The mapping can be used, but probably not as it was meant. */
  warning(at: Place, message: string, hint: string): void {
    this.add({ code: 'MAPPING_WARNING', severity: 'warning', message, hint, at });
  }
}
