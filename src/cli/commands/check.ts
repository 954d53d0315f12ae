import type { Finding } from '../../domain/decision.ts';
import { readSettings } from '../../settings/load-settings.ts';
import { renderFinding } from '../../settings/render-finding.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';

/** `check`: every finding about the settings, with its line and what to do. Ends `problems` where there is an error. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { findings, sourceText } = await readSettings(input.site);
  const shown: readonly Finding[] =
    input.verbosity === 'quiet' ? findings.filter((finding) => finding.severity === 'error') : findings;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const parts = [
    ...shown.map((finding) => renderFinding(finding, sourceText)),
    verdict(input, errors, findings.length - errors),
  ];
  return { exit: errors > 0 ? 'problems' : 'done', data: { findings }, text: parts.join('\n\n') };
}

function verdict(input: CommandInput, errors: number, others: number): string {
  const { paint } = input.terminal;
  const remarks = others === 0 ? '' : ` ${count(others, 'remark')}.`;
  if (errors > 0) return `${paint('bad', `${count(errors, 'error')}: the settings cannot be used.`)}${remarks}`;
  return `${paint('good', 'The settings are right.')}${remarks}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
