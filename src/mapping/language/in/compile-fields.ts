import type { CompileReport } from '../compile-report.ts';
import type { PlacedRow } from '../parse/placed-row.ts';
import type { TargetGroup } from './row-scope.ts';
import { fieldMakes, targetField, type TargetField } from './target-field.ts';

/** What each kind of row puts into a field, and the kind that would be right for another. */
const ROWS_FOR = { value: 'from', group: 'at', list: 'each', texts: 'texts' } as const;
const MADE = { value: 'one value', group: 'a group', list: 'a list of groups', texts: 'a list of texts' } as const;

/** The field that a row fills; undefined where the document has none of this name or kind, which is reported. */
export function fieldTo(placed: PlacedRow, group: TargetGroup, report: CompileReport): TargetField | undefined {
  const { row, kind } = placed;
  const makes =
    kind === 'at' ? 'group' : kind === 'each' ? 'list' : kind === 'texts' && row.join === undefined ? 'texts' : 'value';
  return field(placed, 'to', makes, group, report);
}

/** A list of groups that a split fills. */
export function groupField(
  placed: PlacedRow,
  key: 'whenTrue' | 'whenFalse',
  group: TargetGroup,
  report: CompileReport,
): TargetField | undefined {
  return field(placed, key, 'list', group, report);
}

function field(
  placed: PlacedRow,
  key: 'to' | 'whenTrue' | 'whenFalse',
  makes: keyof typeof ROWS_FOR,
  group: TargetGroup,
  report: CompileReport,
): TargetField | undefined {
  const to = placed.row[key] ?? '';
  const found = targetField(group.node, to, group.name);
  if ('problem' in found) {
    report.error(placed.valueAt([key], found.character), found.problem, found.hint);
    return undefined;
  }
  const wanted = fieldMakes(found.node);
  if (wanted === makes) return found;
  const hint = `Write the row with "${ROWS_FOR[wanted]}" in place of "${placed.kind}"${wanted === 'value' && makes === 'texts' ? ', or join the texts to one with "join"' : ''}.`;
  report.error(placed.valueAt([key]), `"${to}" is ${MADE[wanted]}, and this row makes ${MADE[makes]}.`, hint);
  return undefined;
}
