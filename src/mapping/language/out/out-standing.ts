import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { FieldPlace } from './document-fields.ts';
import type { MappingText, OutEnvironment, OutFindings } from './out-environment.ts';

/** What rows are compiled with. */
export interface OutCompiling {
  environment: OutEnvironment;
  findings: OutFindings;
  format: MappingFormat;
  /** Names of the parts that are being used, from the outside in. */
  using: readonly string[];
  /** Every path and expression that a row reads by. */
  read: string[];
}

/** Where rows stand: their file, the path of their list in it, and the place in the document that they read from. */
export interface Standing {
  text: MappingText;
  path: readonly (string | number)[];
  fields: FieldPlace;
}

/** Formats of lines, in which a group is a line of its own and never one with another. */
export const LINE_FORMATS: ReadonlySet<MappingFormat['format']> = new Set(['csv', 'fixed-width', 'visma-import']);
