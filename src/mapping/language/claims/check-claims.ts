import type { MappingClaims } from '../../../domain/mapping-file.generated.ts';
import type { CompileReport } from '../compile-report.ts';
import type { OwnedMapping } from '../in-force.ts';
import type { InMapping } from '../mapping-set.ts';

/** Two mappings that claim exactly the same files make every one of them ambiguous: that can be told beforehand. */
export function checkClaims(
  mappings: readonly InMapping[],
  files: ReadonlyMap<string, OwnedMapping>,
  report: CompileReport,
): void {
  const first = new Map<string, InMapping>();
  for (const mapping of mappings) {
    const key = JSON.stringify([mapping.source.format, canonical(mapping.claims), root(mapping)]);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, mapping);
      continue;
    }
    const at = files.get(mapping.name)?.parsed.place(['claims']) ?? { file: mapping.file, line: 1, column: 1 };
    report.warning(
      at,
      `The mapping ${other.name} (${other.file}) claims exactly the same files, so that every one of them is refused.`,
      'Make their claims differ, give one of them a higher priority, or switch one off with "enabled: false".',
    );
  }
}

function canonical({ name, root: _root, where = {}, ...rest }: MappingClaims): unknown {
  const names = [name ?? []].flat().map((one) => one.toLowerCase());
  return [Object.entries(rest).sort(), names.sort(), Object.entries(where).sort()];
}

/** The root by its namespace: prefixes are each file's own. */
function root({ fits }: InMapping): unknown {
  return [fits.root?.namespace ?? null, fits.root?.name ?? null];
}
