import type { InMapping, OutMapping } from '../../mapping/language/mapping-set.ts';

/** A mapping that tools work with. */
export interface FoundMapping {
  mapping: InMapping | OutMapping;
  /** Absolute path of its file; examples lie beside it. */
  path: string;
  /** All mapping files and look-ups that it was compiled with, by the names that findings give them. */
  texts: Readonly<Record<string, string>>;
}

/** What of a mapping is told in JSON. */
export function headOf({ mapping }: FoundMapping): {
  name: string;
  version: string;
  direction: string;
  document: string;
  file: string;
} {
  const { name, version, direction, document, file } = mapping;
  return { name, version, direction, document, file };
}
