import type { Finding } from '../../domain/decision.ts';
import type { MappingsDiff } from '../../service/mapping-tools/diff-mappings.ts';
import type { FoundMapping } from '../../service/mapping-tools/found-mapping.ts';
import { instantText } from '../instant-text.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { lineDifferenceText } from './line-difference-text.ts';
import { counted, valueText } from './value-text.ts';

/** More fields, documents and findings of one file are counted. */
const SHOWN = 20;

/** What would come out otherwise, file by file, and how many would not. */
export function mappingsDiffText(
  { of, looked, files }: MappingsDiff,
  [before, after]: readonly [FoundMapping, FoundMapping],
  { paint, timeZone }: { paint: Terminal['paint']; timeZone: string },
): string {
  const side = (word: string, { mapping }: FoundMapping): string =>
    `${word} ${mapping.name} ${mapping.version} (${mapping.file})`;
  const what = of === 'originals' ? 'original' : 'example';
  const counts =
    looked === 0
      ? `There is no ${what} that the old mapping has read.`
      : `${counted(looked, what)}: ${files.length} would come out otherwise, ${looked - files.length} alike.`;
  return [
    `${side('old', before)}\n${side('new', after)}`,
    ...files.map((file) => fileText(file, paint, timeZone)),
    `${counts} Nothing was written.`,
  ].join('\n\n');
}

function fileText(file: MappingsDiff['files'][number], paint: Terminal['paint'], timeZone: string): string {
  const received =
    file.receivedAt === null ? '' : `, received ${instantText(file.receivedAt, timeZone)} (file ${file.file})`;
  const documents = file.changed.slice(0, SHOWN).map(({ document, key, fields }) => {
    const rows = fields.slice(0, SHOWN).map(({ path, before, after }) => [path, valueText(before), valueText(after)]);
    const more = fields.length > SHOWN ? `\nand ${fields.length - SHOWN} more fields` : '';
    const table = `${textTable([{ title: 'field' }, { title: 'old' }, { title: 'new' }], rows)}${more}`;
    return `${document} ${key}\n${indented(table)}`;
  });
  const parts = [
    ...documents,
    ...rest(file.changed.length, 'changed documents'),
    ...file.gone.slice(0, SHOWN).map(({ document, key }) => `${document} ${key}: ${paint('bad', 'no longer read')}`),
    ...rest(file.gone.length, 'documents that are no longer read'),
    ...file.come.slice(0, SHOWN).map(({ document, key }) => `${document} ${key}: ${paint('good', 'read now')}`),
    ...rest(file.come.length, 'documents that are read now'),
    ...(file.line === null ? [] : [lineDifferenceText(file.line, ['old', 'new'])]),
    ...findingLines('found now', file.findingsCome),
    ...findingLines('no longer found', file.findingsGone),
  ];
  return `${paint('title', file.name)}${received}\n${indented(parts.join('\n'))}`;
}

function findingLines(word: string, findings: readonly Finding[]): string[] {
  const lines = findings.slice(0, SHOWN).map(({ severity, message, at }) => {
    const place = at?.line === undefined ? '' : ` at ${at.line}:${at.column ?? 1}`;
    return `${word}: ${severity}${place}: ${message}`;
  });
  return [...lines, ...rest(findings.length, 'findings')];
}

function rest(count: number, of: string): string[] {
  return count > SHOWN ? [`and ${count - SHOWN} more ${of}`] : [];
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
