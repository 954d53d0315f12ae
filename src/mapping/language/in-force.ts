import type { CompileReport } from './compile-report.ts';
import type { ParsedMapping } from './parse/parse-mapping.ts';

/** A mapping file with where it comes from. */
export interface OwnedMapping {
  parsed: ParsedMapping;
  shipped: boolean;
}

/** The mappings and the parts that count, by name. */
export interface InForce {
  mappings: ReadonlyMap<string, OwnedMapping>;
  parts: ReadonlyMap<string, ParsedMapping>;
}

/**
 * Which of several files with one name counts: the site's takes the place of the shipped one, also where it has faults or is
 * switched off, for nobody wants the one that he replaced. Two of the same owner are reported; the first by its path counts.
 */
export function filesInForce(all: readonly OwnedMapping[], report: CompileReport): InForce {
  const mappings = new Map<string, OwnedMapping>();
  const parts = new Map<string, OwnedMapping>();
  const inOrder = all.toSorted(
    (a, b) => Number(a.shipped) - Number(b.shipped) || compare(a.parsed.file, b.parsed.file),
  );
  for (const owned of inOrder) {
    const { content } = owned.parsed;
    const key = content.part === undefined ? 'mapping' : 'part';
    const name = content[key];
    if (name === undefined) continue;
    const names = key === 'mapping' ? mappings : parts;
    const first = names.get(name);
    if (first === undefined) names.set(name, owned);
    else if (first.shipped === owned.shipped) {
      const { file, line } = first.parsed.valuePlace([key]);
      const message = `The ${key} "${name}" is there already: ${file}:${line}.`;
      report.error(owned.parsed.valuePlace([key]), message, 'Give one of the two another name, or remove it.');
    }
  }
  return { mappings, parts: new Map([...parts].map(([name, { parsed }]) => [name, parsed])) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
