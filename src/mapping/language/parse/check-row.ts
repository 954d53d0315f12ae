import type { MappingRow } from '../../../domain/mapping-file.generated.ts';
import { nodeOfEntry, nodeOfKey, type YamlPath } from '../../../formats/yaml/schema-node.ts';
import type { Report } from './check-shape.ts';
import { MAPPING_NODE } from './mapping-node.ts';
import {
  type Direction,
  ONE_WAY_KEYS,
  ROW_KIND_NAMES,
  ROW_KINDS,
  type RowKind,
  type RowKindName,
} from './row-kind.table.ts';

/**
 * What kind of row this is, by the one key that says where its values come from; undefined where that is not clear, or
 * where a key does not go with it: then everything that is wrong is reported. A part may be used in both directions.
 */
export function rowKindOf(
  row: Readonly<MappingRow>,
  path: YamlPath,
  direction: Direction | undefined,
  report: Report,
): RowKindName | undefined {
  const kinds = ROW_KIND_NAMES.filter((kind) => row[kind] !== undefined);
  const [kind = withoutSource(row, direction), second] = kinds;
  if (kind === undefined) {
    if (Object.keys(row).some((key) => !ROW_KEYS.has(key))) return undefined;
    report(path, 'key', 'Nothing says where this row gets its value.', `Give it one of ${ROW_KIND_NAMES.join(', ')}.`);
    return undefined;
  }
  if (second !== undefined) {
    const hint = `A row has one of ${ROW_KIND_NAMES.join(', ')}. For a second place to look write "from: this | that", or a second row with the same "to".`;
    report([...path, second], 'key', `This row has both "${kind}" and "${second}".`, hint);
    return undefined;
  }
  return goesTogether(row, kind, path, direction, report) ? kind : undefined;
}

/** What is written may be a group of what is at hand, or always the same text: then nothing says where it comes from. */
function withoutSource(row: Readonly<MappingRow>, direction: Direction | undefined): RowKindName | undefined {
  if (direction === 'in') return undefined;
  return row.rows !== undefined ? 'at' : row.default !== undefined && direction === 'out' ? 'value' : undefined;
}

function goesTogether(
  row: Readonly<MappingRow>,
  name: RowKindName,
  path: YamlPath,
  direction: Direction | undefined,
  report: Report,
): boolean {
  const kind: RowKind = ROW_KINDS[name];
  let right = true;
  const wrong: Report = (...said) => {
    right = false;
    report(...said);
  };
  if (kind.only !== undefined && direction !== undefined && kind.only !== direction) {
    wrong(
      [...path, name],
      'key',
      `"${name}" goes with direction: ${kind.only} only.`,
      'A list is written with "each".',
    );
  }
  for (const key of kind.needs) {
    if (row[key] !== undefined) continue;
    wrong(path, 'key', `A row with "${name}" needs "${key}".`, MISSING_HINTS[key] ?? `Add "${key}:" to the row.`);
  }
  const allowed = new Set<string>([name, ...kind.needs, ...kind.may, ...(name === 'use' ? [] : ['when'])]);
  for (const key of Object.keys(row) as (keyof MappingRow)[]) {
    if (!ROW_KEYS.has(key)) continue;
    if (!allowed.has(key)) {
      const hint = `Beside "${name}" there may be: ${[...allowed].filter((one) => one !== name).join(', ') || 'nothing'}.`;
      wrong([...path, key], 'key', `"${key}" does not go with "${name}", which makes ${kind.makes}.`, hint);
      continue;
    }
    const only = ONE_WAY_KEYS[key];
    if (only !== undefined && direction !== undefined && only !== direction) {
      wrong([...path, key], 'key', `"${key}" goes with direction: ${only} only.`, 'Remove it.');
    }
  }
  if (name === 'texts' && row.default !== undefined && row.join === undefined) {
    const hint = 'Write "optional: true" where the list may be empty, or join the texts to one.';
    wrong([...path, 'default'], 'key', 'A list of texts has no default.', hint);
  }
  return right;
}

/** Another key is told already, by the schema, and probably means the one that seems to be missing. */
const ROW_KEYS = new Set(Object.keys(nodeOfEntry(nodeOfKey(MAPPING_NODE, 'rows'))?.properties ?? {}));

const MISSING_HINTS: Partial<Record<keyof MappingRow, string>> = {
  to: 'Say which field it fills: to: orderNo.',
  rows: 'Say which fields are in it: rows: with one row a field below.',
  by: 'Say where the flag stands that tells the two lists apart: by: ChargeIndicator.',
  whenTrue: 'Name the list of those whose flag is true: whenTrue: charges.',
  whenFalse: 'Name the list of those whose flag is false: whenFalse: allowances.',
};
