import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';

/** Mapping files cannot be used: every finding at once, and the texts that they speak of, so that whoever shows it can show the lines. */
export class MappingsFault extends Fault {
  readonly findings: readonly Finding[];
  /** By file, from the site's folder. */
  readonly sources: Readonly<Record<string, string>>;

  constructor(findings: readonly Finding[], sources: Readonly<Record<string, string>>) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const place = [first?.at?.file, first?.at?.line, first?.at?.column].filter((part) => part !== undefined).join(':');
    super('MAPPING_INVALID', `${place === '' ? '' : `${place}: `}${first?.message ?? 'Mappings are wrong.'}${more}`, {
      hint: first?.hint ?? 'Run "ordrebro check".',
      ...(first?.at === undefined ? {} : { at: first.at }),
    });
    this.findings = findings;
    this.sources = sources;
  }
}
