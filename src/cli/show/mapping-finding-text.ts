import type { Finding } from '../../domain/decision.ts';
import { renderFinding } from '../../settings/render-finding.ts';

/** A finding with its line in the file, and the line of the mapping that it names. `texts`: by the names of files. */
export function mappingFindingText(finding: Finding, texts: Readonly<Record<string, string>>): string {
  const file = finding.at?.file ?? '';
  const told = renderFinding(finding, texts[file]);
  const [, name = '', line = ''] = /\(([^()]+\.ya?ml):(\d+)\)/i.exec(finding.message) ?? [];
  const row = name === file ? undefined : texts[name]?.split(/\r\n|\r|\n/)[Number(line) - 1];
  return row === undefined ? told : `${told}\n  ${name}:${line}\n    ${row.trim()}`;
}
