import type { Place } from '../../../domain/documents.generated.ts';
import type { PathSyntax } from '../paths/path-syntax.ts';
import type { Expression, StepValue, ValueStep } from '../value-steps.ts';
import type { TargetPath } from './target-path.ts';

/** A row of a mapping out, compiled. */
export type OutRow = ValueRow | TextsRow | GroupRow | ListRow;

interface Row {
  to: TargetPath;
  /** The line of the mapping file. */
  at: Place;
  when: Expression | null;
  optional: boolean;
}

/** One value: of a path or of an expression. */
export interface ValueRow extends Row {
  does: 'value';
  from: PathSyntax | null;
  value: Expression | null;
  steps: readonly ValueStep[];
  default: StepValue | undefined;
  as: 'text' | 'number' | 'list' | undefined;
}

/** Several values: each one node, or with `join` one text. */
export interface TextsRow extends Row {
  does: 'texts';
  from: PathSyntax;
  steps: readonly ValueStep[];
  distinct: boolean;
  join: string | undefined;
  default: StepValue | undefined;
  as: 'text' | 'number' | 'list' | undefined;
}

/** A group from one object. */
export interface GroupRow extends Row {
  does: 'group';
  from: PathSyntax;
  needs: TargetPath | null;
  fields: readonly OutField[];
  /** One more line, or one more entry: never merged with what has the same name. */
  always: boolean;
}

/** One group for each object. */
export interface ListRow extends Row {
  does: 'list';
  from: PathSyntax;
  needs: TargetPath | null;
  fields: readonly OutField[];
  /** JSON: `[]` where there is no entry. */
  keepsEmpty: boolean;
}

/** Rows that write the same field: the later one counts only where the earlier found nothing. */
export type OutField = readonly OutRow[];
