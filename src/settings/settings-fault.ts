import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';

/** The settings cannot be used: every finding at once, and the text they speak of, so that whoever shows it can show the lines. */
export class SettingsFault extends Fault {
  readonly findings: readonly Finding[];
  readonly sourceText: string;

  constructor(file: string, findings: readonly Finding[], sourceText: string) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    const first = errors[0];
    const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
    super('SETTINGS_INVALID', `${file} cannot be used: ${first?.message ?? 'it is wrong.'}${more}`, {
      hint: first?.hint ?? 'Run "ordrebro check".',
      ...(first?.at === undefined ? {} : { at: first.at }),
    });
    this.findings = findings;
    this.sourceText = sourceText;
  }
}
