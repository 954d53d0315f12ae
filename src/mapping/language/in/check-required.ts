import type { PlacedRow } from '../parse/placed-row.ts';
import type { RowScope, TargetGroup } from './row-scope.ts';
import { requiredFields } from './target-field.ts';

/** Every field that the document has to have needs a row: without one no file could ever be taken. Also what a group needs. */
export function checkRequired(
  group: TargetGroup,
  written: ReadonlySet<string>,
  at: PlacedRow | null,
  { report, headAt }: RowScope,
): void {
  for (const name of requiredFields(group.node)) {
    if (written.has(name)) continue;
    const properties = group.node.properties ?? {};
    const hint = `Add a row with "to: ${name}". ${properties[name]?.description ?? ''}`.trim();
    report.error(at?.at ?? headAt, `No row fills "${name}", which ${group.name} always has.`, hint);
  }
  const needs = at?.row.needs;
  if (at !== null && needs !== undefined && !written.has(needs)) {
    report.error(
      at.valueAt(['needs']),
      `No row below fills "${needs}".`,
      'Name the field without which this is left out, as it stands in "to".',
    );
  }
}
