import type { Place } from '../../../domain/documents.generated.ts';
import type { Expression, StepValue, ValueStep } from '../value-steps.ts';
import type { DocumentPath } from './document-path.ts';
import type { TargetPath } from './target-path.ts';

/** A row of a mapping out, compiled. */
export type OutRow = ValueRow | TextsRow | GroupRow | ListRow;

interface Row {
  to: TargetPath;
  /** The line of the mapping file. */
  at: Place;
  when: Expression | undefined;
  optional: boolean;
}

/** One value: of a path, of an expression, or (neither) always the default. */
export interface ValueRow extends Row {
  does: 'value';
  from: DocumentPath | undefined;
  value: Expression | undefined;
  firstCounts: boolean;
  steps: readonly ValueStep[];
  default: StepValue | undefined;
  as: 'text' | 'number' | 'list' | undefined;
}

/** Several values: each one node, or with `join` one text. */
export interface TextsRow extends Row {
  does: 'texts';
  from: DocumentPath;
  steps: readonly ValueStep[];
  distinct: boolean;
  join: string | undefined;
  default: StepValue | undefined;
  as: 'text' | 'number' | 'list' | undefined;
}

/** A group from one object. */
export interface GroupRow extends Row {
  does: 'group';
  from: DocumentPath;
  firstCounts: boolean;
  needs: TargetPath | undefined;
  fields: readonly OutField[];
  /** One more line, or one more entry: never merged with what has the same name. */
  always: boolean;
}

/** One group for each object. */
export interface ListRow extends Row {
  does: 'list';
  from: DocumentPath;
  needs: TargetPath | undefined;
  fields: readonly OutField[];
  /** JSON: `[]` where there is no entry. */
  keepsEmpty: boolean;
}

/** Rows that write the same field: the later one counts only where the earlier found nothing. */
export type OutField = readonly OutRow[];
