import { type ExampleResult, hasPassed } from '../../service/mapping-tools/run-example.ts';
import type { TestedMappings } from '../../service/mapping-tools/test-mappings.ts';
import { EXAMPLES_ENDING } from '../../settings/mappings/list-mapping-files.ts';
import { renderFinding } from '../../settings/render-finding.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { lineDifferenceText } from './line-difference-text.ts';
import { counted, valueText } from './value-text.ts';

/** More differences of one example help nobody: the rest is counted. */
const FIELDS_SHOWN = 20;
const FINDINGS_SHOWN = 10;

/** The examples of mappings, a line each, with what is not as expected; `quiet` leaves out those that are. */
export function testedText(
  { mappings, texts }: TestedMappings,
  { paint, quiet }: { paint: Terminal['paint']; quiet: boolean },
): string {
  const lines: string[] = [];
  for (const { name, file, results } of mappings) {
    if (results.length === 0)
      lines.push(
        `${paint('waiting', 'none ')}  ${name}: there is no example in ${file.replace(/\.ya?ml$/i, EXAMPLES_ENDING)}/.`,
      );
    for (const result of results) {
      const passed = hasPassed(result);
      if (passed && quiet) continue;
      const said = `${name}: ${result.example.replace(/^.*\//, '')}`;
      lines.push(passed ? `${paint('good', 'ok   ')}  ${said}` : `${paint('bad', 'FAILS')}  ${said}`);
      if (!passed) lines.push(indented(wrongText(result, texts)));
    }
  }
  return [...lines, '', summary(mappings, paint)].join('\n').trimStart();
}

function wrongText(
  { example, problem, findings, fields, line }: ExampleResult,
  texts: TestedMappings['texts'],
): string {
  const parts = [example];
  if (problem !== null) parts.push(problem);
  parts.push(
    ...findings.slice(0, FINDINGS_SHOWN).map((finding) => renderFinding(finding, texts[finding.at?.file ?? ''])),
  );
  if (findings.length > FINDINGS_SHOWN) parts.push(`and ${findings.length - FINDINGS_SHOWN} more findings`);
  if (fields.length > 0) {
    const rows = fields
      .slice(0, FIELDS_SHOWN)
      .map(({ path, before, after }) => [path === '' ? '(all)' : path, valueText(before), valueText(after)]);
    parts.push(textTable([{ title: 'field' }, { title: 'expected' }, { title: 'got' }], rows));
  }
  if (fields.length > FIELDS_SHOWN) parts.push(`and ${fields.length - FIELDS_SHOWN} more fields`);
  if (line !== null) parts.push(lineDifferenceText(line, ['expected', 'got']));
  return parts.join('\n');
}

function summary(mappings: TestedMappings['mappings'], paint: Terminal['paint']): string {
  const results = mappings.flatMap((mapping) => mapping.results);
  const failed = results.filter((result) => !hasPassed(result)).length;
  const bare = mappings.filter((mapping) => mapping.results.length === 0).length;
  const of = `${counted(results.length, 'example')} of ${counted(mappings.length, 'mapping')}`;
  const verdict =
    failed > 0
      ? paint('bad', `${failed} not as expected`)
      : results.length === 0
        ? 'nothing to try'
        : paint('good', 'all as expected');
  const without = bare === 0 ? '' : ` ${counted(bare, 'mapping has', 'mappings have')} no example.`;
  return `${of}: ${verdict}.${without}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '       ');
}
