import type { Finding } from '../../../domain/decision.ts';
import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingFile } from '../../../domain/mapping-file.generated.ts';
import type { LookupTable } from '../value-steps.ts';
import type { FieldSchema } from './document-fields.ts';

/** A mapping file or part, read: what it says, and where each key of it stands. */
export interface MappingText {
  /** Path from the site's folder. */
  file: string;
  content: MappingFile;
  /** Place of a key, or of an entry of a list (`['rows', 2, 'from']`); the nearest one above where there is none. */
  place(path: readonly (string | number)[]): Place;
  /** Place of the value at a path. */
  valuePlace(path: readonly (string | number)[]): Place;
}

/** What a mapping out is compiled with. */
export interface OutEnvironment {
  /** Files with `part`, by its name. */
  parts: ReadonlyMap<string, MappingText>;
  lookups: ReadonlyMap<string, LookupTable>;
  /** The JSON Schema of a document, complete in itself; undefined where there is none: then its fields are not checked. */
  schemaOf(document: string): FieldSchema | undefined;
  /** The site's zone, for times. */
  timeZone?: string;
}

/** Collects everything that is wrong with a mapping file; an error leaves it out, a warning does not. */
export class OutFindings {
  readonly found: Finding[] = [];

  error(at: Place, message: string, hint: string): void {
    this.found.push({ code: 'MAPPING_INVALID', severity: 'error', message, hint, at });
  }

  warn(at: Place, message: string, hint: string): void {
    this.found.push({ code: 'MAPPING_WARNING', severity: 'warning', message, hint, at });
  }

  get hasErrors(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }
}

/** The place of something inside a text that stands in one line of a mapping file. */
export function within(place: Place, offset: number): Place {
  return place.column === undefined ? place : { ...place, column: place.column + offset };
}
