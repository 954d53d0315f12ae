import type { MappingRow } from '../../../domain/mapping-file.generated.ts';
import { compileConverter, compileExpression, compileLookup, type Expression, type ValueStep } from '../value-steps.ts';
import { type FieldPlace, followPath, isCertainlyGroup, isCertainlyValue } from './document-fields.ts';
import { compileDocumentPath, type DocumentPath } from './document-path.ts';
import { type OutFindings, within } from './out-environment.ts';
import { LINE_FORMATS, type OutCompiling, type Standing } from './out-standing.ts';
import { PathProblem } from './read-path.ts';
import { readTargetPath, type TargetPath } from './target-path.ts';

/** Where a row writes. */
export function targetOf(row: MappingRow, standing: Standing, { findings, format }: OutCompiling): TargetPath {
  const text = row.to ?? (row.rows !== undefined && LINE_FORMATS.has(format.format) ? 'line' : undefined);
  const at = standing.text.place([...standing.path, 'to']);
  const path = text === undefined ? undefined : readTargetPath(text);
  if (path !== undefined && !('problem' in path)) return path;
  if (path === undefined)
    findings.error(at, 'This row says not what it writes.', 'Give it a to: the field, element or column.');
  else findings.error(at, path.problem, path.hint);
  return { text: text ?? '', names: ['?'], attribute: undefined };
}

/** A path of a row, and where it leads; undefined where it is at fault. */
export function pathOf(
  text: string,
  key: string,
  wanted: 'value' | 'group',
  standing: Standing,
  { findings, read }: OutCompiling,
): { path: DocumentPath; place: FieldPlace } | undefined {
  const at = standing.text.valuePlace([...standing.path, key]);
  read.push(text);
  const path = compileDocumentPath(text);
  if (path instanceof PathProblem) {
    findings.error(within(at, path.offset), path.message, path.hint);
    return undefined;
  }
  const place = followPath(path, standing.fields);
  if ('unknown' in place) {
    const known = place.known.slice(0, 40).join(', ');
    const hint =
      place.meant === undefined ? `There are: ${known}.` : `Did you mean "${place.meant}"? There are: ${known}.`;
    findings.error(
      within(at, Math.max(0, text.indexOf(place.unknown))),
      `The document has no field "${place.unknown}" there.`,
      hint,
    );
    return undefined;
  }
  if (wanted === 'value' && isCertainlyGroup(place))
    findings.error(
      at,
      `"${text}" is a group of fields, no value.`,
      'Name the field in it that is meant, with a slash.',
    );
  else if (wanted === 'group' && key === 'at' && isCertainlyValue(place))
    findings.error(at, `"${text}" is a value, no group of fields.`, 'Write from for a value.');
  else return { path, place };
  return undefined;
}

/** Converters and look-up of a row, in the order in which they are applied. */
export function stepsOf(
  row: MappingRow,
  standing: Standing,
  { findings, format, environment }: OutCompiling,
): ValueStep[] {
  const steps: ValueStep[] = [];
  const converters = row.convert === undefined ? [] : [row.convert].flat();
  for (const [index, converter] of converters.entries()) {
    const at = standing.text.valuePlace([...standing.path, 'convert', ...(Array.isArray(row.convert) ? [index] : [])]);
    const compiled = compileConverter(converter, format, 'out');
    if ('made' in compiled) steps.push(compiled.made);
    else findings.error(at, compiled.problem, compiled.hint);
  }
  if (row.lookup === undefined) return steps;
  const compiled = compileLookup(row.lookup, environment.lookups, 'out');
  if ('made' in compiled) steps.push(compiled.made);
  else
    findings.error(
      compiled.at ?? standing.text.valuePlace([...standing.path, 'lookup']),
      compiled.problem,
      compiled.hint,
    );
  return steps;
}

/** An expression of a row; undefined where it is at fault. */
export function expressionOf(
  text: string,
  key: 'when' | 'value',
  standing: Standing,
  { findings, format, read }: OutCompiling,
): Expression | undefined {
  read.push(text);
  const compiled = compileExpression(text, key === 'when' ? 'condition' : 'value', { direction: 'out', format });
  if ('made' in compiled) return compiled.made;
  const at = standing.text.valuePlace([...standing.path, key]);
  findings.error(compiled.column === undefined ? at : within(at, compiled.column - 1), compiled.problem, compiled.hint);
  return undefined;
}

/** The default of a row. A number with decimals is a binary float by now, and refused. */
export function defaultOf(
  row: MappingRow,
  standing: Standing,
  findings: OutFindings,
): string | number | boolean | undefined {
  const { default: given } = row;
  if (typeof given !== 'number' || Number.isSafeInteger(given)) return given;
  findings.error(
    standing.text.place([...standing.path, 'default']),
    `The default ${given} is no whole number.`,
    `Write it in quotes, digit by digit: "${given}".`,
  );
  return undefined;
}
