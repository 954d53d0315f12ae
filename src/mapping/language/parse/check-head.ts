import type { MappingFile } from '../../../domain/mapping-file.generated.ts';
import type { Report } from './check-shape.ts';
import { CHANNELS, CLAIM_KEYS, FORMAT_KEYS, type KeyScope } from './format-key.table.ts';
import type { Direction } from './row-kind.table.ts';

/** The head of a file by its keys: name or part, direction, document, claims, and the format that its direction needs. */
export function checkHead(content: Readonly<MappingFile>, report: Report): void {
  if (content.part !== undefined) checkPart(content, report);
  else checkMapping(content, report);
}

const PART_KEYS = ['part', 'description', 'namespaces', 'rows'];

function checkPart(content: Readonly<MappingFile>, report: Report): void {
  for (const key of Object.keys(content)) {
    if (PART_KEYS.includes(key)) continue;
    const hint = 'A part only has rows that mappings use: remove it, or give the file "mapping:" in place of "part:".';
    report([key], 'key', `"${key}" does not go with "part".`, hint);
  }
}

function checkMapping(content: Readonly<MappingFile>, report: Report): void {
  if (content.mapping === undefined) {
    report(
      [],
      'key',
      'The file has no name.',
      'Begin it with "mapping: " and a name, such as "mapping: epack-sales-order-xml".',
    );
  }
  const { direction } = content;
  if (direction === undefined) {
    report(
      [],
      'key',
      'Nothing says in which direction this mapping goes.',
      'Write "direction: in" (files become documents) or "direction: out".',
    );
  }
  if (content.document === undefined) {
    report(
      [],
      'key',
      'Nothing says which document this mapping is for.',
      'Write "document: " and its type, such as "document: purchase-order".',
    );
  }
  if (direction === undefined) return;
  const [format, other] = direction === 'in' ? (['source', 'target'] as const) : (['target', 'source'] as const);
  if (content[format] === undefined) {
    report(
      [],
      'key',
      `A mapping with direction: ${direction} needs "${format}".`,
      `Say what kind of file it is: "${format}: { format: xml }".`,
    );
  }
  if (content[other] !== undefined) {
    report(
      [other],
      'key',
      `"${other}" does not go with direction: ${direction}.`,
      `What is said there belongs under "${format}:".`,
    );
  }
  if (content.claims === undefined) {
    const hint = direction === 'in' ? 'claims: { channel: visma, name: "*.xml" }' : 'claims: { channel: visma }';
    report([], 'key', `Nothing says which files this mapping is for.`, `Write for instance "${hint}".`);
  }
  checkKeys(content, direction, report);
}

function checkKeys(content: Readonly<MappingFile>, direction: Direction, report: Report): void {
  const part = direction === 'in' ? 'source' : 'target';
  const format = content[part]?.format;
  const groups = [
    { name: part, values: content[part], scopes: FORMAT_KEYS as Readonly<Record<string, KeyScope>> },
    { name: 'claims', values: content.claims, scopes: CLAIM_KEYS as Readonly<Record<string, KeyScope>> },
  ];
  for (const { name, values, scopes } of groups) {
    for (const key of Object.keys(values ?? {})) {
      const scope = Object.hasOwn(scopes, key) ? scopes[key] : undefined;
      if (scope?.only !== undefined && scope.only !== direction) {
        report([name, key], 'key', `"${key}" goes with direction: ${scope.only} only.`, 'Remove it.');
      } else if (scope?.formats !== undefined && format !== undefined && !scope.formats.includes(format)) {
        report(
          [name, key],
          'key',
          `"${key}" goes with format: ${scope.formats.join(' or ')}, and this is ${format}.`,
          'Remove it.',
        );
      }
    }
  }
  const channel = content.claims?.channel;
  if (channel !== undefined && !CHANNELS[direction].includes(channel)) {
    const where = direction === 'in' ? 'Files come in' : 'Files go out';
    report(
      ['claims', 'channel'],
      'value',
      `${where} through other channels than "${channel}".`,
      `Possible are: ${CHANNELS[direction].join(', ')}.`,
    );
  }
}
