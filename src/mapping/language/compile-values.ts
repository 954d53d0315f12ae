import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { CompileReport } from './compile-report.ts';
import type { PlacedRow } from './parse/placed-row.ts';
import type { Direction } from './parse/row-kind.table.ts';
import {
  compileConverter,
  compileExpression,
  compileLookup,
  type Expression,
  type LookupTable,
  type ValueStep,
} from './value-steps.ts';

/** What the values of a mapping are compiled in the light of. */
export interface ValueScope {
  direction: Direction;
  format: MappingFormat;
  tables: ReadonlyMap<string, LookupTable>;
  report: CompileReport;
}

/** The converters and the look-up of a row, one after the other; undefined where one of them is wrong, which is reported. */
export function rowSteps(placed: PlacedRow, scope: ValueScope): ValueStep[] | undefined {
  const { convert, lookup } = placed.row;
  const { direction, format, tables, report } = scope;
  const steps: ValueStep[] = [];
  let right = true;
  const isList = Array.isArray(convert);
  for (const [index, converter] of (convert === undefined ? [] : [convert].flat()).entries()) {
    const compiled = compileConverter(converter, format, direction);
    if ('made' in compiled) steps.push(compiled.made);
    else {
      right = false;
      report.error(
        compiled.at ?? placed.valueAt(isList ? ['convert', index] : ['convert']),
        compiled.problem,
        compiled.hint,
      );
    }
  }
  if (lookup !== undefined) {
    const compiled = compileLookup(lookup, tables, direction);
    if ('made' in compiled) steps.push(compiled.made);
    else {
      right = false;
      report.error(compiled.at ?? placed.valueAt(['lookup']), compiled.problem, compiled.hint);
    }
  }
  return right ? steps : undefined;
}

/** The expression at a key of a row (`value`, `when`): null where the row has none, undefined where it is wrong, which is reported. */
export function rowExpression(
  placed: PlacedRow,
  key: 'value' | 'when',
  scope: ValueScope,
): Expression | null | undefined {
  const text = placed.row[key];
  if (text === undefined) return null;
  const { direction, format, report } = scope;
  const compiled = compileExpression(text, key === 'when' ? 'condition' : 'value', { direction, format });
  if ('made' in compiled) return compiled.made;
  report.error(placed.valueAt([key], characterOf(text, compiled)), compiled.problem, compiled.hint);
  return undefined;
}

/** A line and column of an expression, both from 1, as a character from 0. */
function characterOf(text: string, { line = 1, column = 1 }: { line?: number; column?: number }): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
