import type { Finding } from '../../domain/decision.ts';
import { checkSite } from '../../service/check-site.ts';
import { SETTINGS_FILE } from '../../settings/load-settings.ts';
import { renderFinding } from '../../settings/render-finding.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';

/** `check`: every finding about settings, lookups and mappings, with its line and what to do. Ends `settings-wrong` where site.yaml or a mapping cannot be used, `problems` where something else is wrong (contract 1). */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { findings, sources } = await checkSite(input.site);
  const shown: readonly Finding[] =
    input.verbosity === 'quiet' ? findings.filter((finding) => finding.severity === 'error') : findings;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const parts = [
    ...shown.map((finding) => renderFinding(finding, sources[finding.at?.file ?? ''])),
    verdict(input, errors, findings.length - errors, findings),
  ];
  const exit = errors === 0 ? 'done' : usable(findings) ? 'problems' : 'settings-wrong';
  return { exit, data: { findings }, text: parts.join('\n\n') };
}

/** Faults in a lookup of the settings stop what looks things up there; faults in site.yaml and in mappings stop a start. */
function usable(findings: readonly Finding[]): boolean {
  return !concerns(findings, isOfSettings) && !concerns(findings, isOfMappings);
}

function concerns(findings: readonly Finding[], what: (finding: Finding) => boolean): boolean {
  return findings.some((finding) => finding.severity === 'error' && what(finding));
}

const isOfSettings = ({ at }: Finding): boolean => at?.file === SETTINGS_FILE;
const isOfMappings = ({ code }: Finding): boolean => code === 'MAPPING_INVALID';

function verdict(input: CommandInput, errors: number, others: number, findings: readonly Finding[]): string {
  const { paint } = input.terminal;
  const remarks = others === 0 ? '' : ` ${count(others, 'remark')}.`;
  const stops = concerns(findings, isOfSettings)
    ? 'the settings cannot be used'
    : concerns(findings, isOfMappings)
      ? 'the mappings cannot be used'
      : 'mappings/site.yaml itself can be used';
  if (errors > 0) return `${paint('bad', `${count(errors, 'error')}: ${stops}.`)}${remarks}`;
  return `${paint('good', 'The settings are right.')}${remarks}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
