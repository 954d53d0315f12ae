import type { MappingFile } from '../../../domain/mapping-file.generated.ts';
import type { Report } from './check-shape.ts';
import { CHANNELS, CLAIM_KEYS, FORMAT_KEYS, type KeyScope } from './format-key.table.ts';
import type { Direction } from './row-kind.table.ts';

/**
 * The head of a file by its keys: name or part, direction, document, claims, and the format that its direction needs. `isTold`: keys that are left out
 * because something is wrong with them, which is told already.
 */
export function checkHead(content: Readonly<MappingFile>, isTold: ReadonlySet<unknown>, report: Report): void {
  if (content.part !== undefined) checkPart(content, report);
  else checkMapping(content, isTold, report);
}

const PART_KEYS = ['part', 'description', 'namespaces', 'rows'];

function checkPart(content: Readonly<MappingFile>, report: Report): void {
  for (const key of Object.keys(content)) {
    if (PART_KEYS.includes(key)) continue;
    const hint = 'A part only has rows that mappings use: remove it, or give the file "mapping:" in place of "part:".';
    report([key], 'key', `"${key}" does not go with "part".`, hint);
  }
}

function checkMapping(content: Readonly<MappingFile>, isTold: ReadonlySet<unknown>, report: Report): void {
  const missing = (key: keyof MappingFile, message: string, hint: string): void => {
    if (content[key] === undefined && !isTold.has(key)) report([], 'key', message, hint);
  };
  missing(
    'mapping',
    'The file has no name.',
    'Begin it with "mapping: " and a name, such as "mapping: epack-sales-order-xml".',
  );
  missing(
    'direction',
    'Nothing says in which direction this mapping goes.',
    'Write "direction: in" (files become documents) or "direction: out".',
  );
  missing(
    'document',
    'Nothing says which document this mapping is for.',
    'Write "document: " and its type, such as "document: purchase-order".',
  );
  const isOut = content.direction === 'out';
  missing(
    'claims',
    'Nothing says which files this mapping is for.',
    `Write for instance "claims: { channel: visma${isOut ? '' : ', name: "*.xml"'} }".`,
  );
  const format = isOut ? 'target' : 'source';
  missing(
    format,
    `Nothing says what kind of file it is: "${format}" is missing.`,
    `Write for instance "${format}: { format: xml }".`,
  );
  const other = isOut ? 'source' : 'target';
  if (content.direction === undefined) return;
  if (content[other] !== undefined) {
    report(
      [other],
      'key',
      `"${other}" does not go with direction: ${content.direction}.`,
      `What is said there belongs under "${format}:".`,
    );
  }
  checkKeys(content, content.direction, format, report);
}

function checkKeys(
  content: Readonly<MappingFile>,
  direction: Direction,
  part: 'source' | 'target',
  report: Report,
): void {
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
