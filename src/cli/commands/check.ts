import type { Finding } from '../../domain/decision.ts';
import { checkSite } from '../../service/check-site.ts';
import { SETTINGS_FILE } from '../../settings/load-settings.ts';
import { renderFinding } from '../../settings/render-finding.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';

/** `check`: every finding about settings and lookups, with its line and what to do. Ends `settings-wrong` where site.yaml cannot be used, `problems` where something else is wrong (contract 1). */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { findings, sources } = await checkSite(input.site);
  const shown: readonly Finding[] =
    input.verbosity === 'quiet' ? findings.filter((finding) => finding.severity === 'error') : findings;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const parts = [
    ...shown.map((finding) => renderFinding(finding, sources[finding.at?.file ?? ''])),
    verdict(input, errors, findings.length - errors, usable(findings)),
  ];
  const exit = errors === 0 ? 'done' : usable(findings) ? 'problems' : 'settings-wrong';
  return { exit, data: { findings }, text: parts.join('\n\n') };
}

/** Faults in a lookup stop what looks things up there; faults in site.yaml stop everything. */
function usable(findings: readonly Finding[]): boolean {
  return findings.every(({ severity, at }) => severity !== 'error' || at?.file !== SETTINGS_FILE);
}

function verdict(input: CommandInput, errors: number, others: number, used: boolean): string {
  const { paint } = input.terminal;
  const remarks = others === 0 ? '' : ` ${count(others, 'remark')}.`;
  const stops = used ? 'mappings/site.yaml itself can be used' : 'the settings cannot be used';
  if (errors > 0) return `${paint('bad', `${count(errors, 'error')}: ${stops}.`)}${remarks}`;
  return `${paint('good', 'The settings are right.')}${remarks}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
