import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { encodeLines, requireCharacters } from './target-encoding.ts';
import { type FixedLayout, fixedLayout, type FixedPlace } from './fixed-layout.ts';
import { lineText, type TargetLine, targetLines } from './target-lines.ts';
import { TargetNotWritable } from './target-not-writable.ts';

/**
 * Lines of positions: each value in its field, filled to the field's length. A value that is too long is refused, never
 * cut, and so is one that its filling would change (a sign behind zeros, a last character that is the filling itself).
 * A field without a value is filling from end to end. Characters are counted, not bytes; one that some programs count as
 * two is refused.
 */
export function writeFixedWidth(root: TargetNode, format: MappingFormat): Uint8Array {
  const layouts = new Map<string | null, FixedLayout>();
  const lines = targetLines(root, format).map((line) => {
    let layout = layouts.get(line.kind);
    if (layout === undefined) {
      const fields = line.kind === null ? format.fields : format.records?.[line.kind]?.fields;
      layout = fixedLayout(fields, line.kind, format);
      layouts.set(line.kind, layout);
    }
    return lineOf(line, layout, format);
  });
  return encodeLines(lines, format);
}

function lineOf(
  { kind, values }: TargetLine,
  { places, length, problems }: FixedLayout,
  format: MappingFormat,
): string {
  const [problem] = problems;
  if (problem !== undefined) throw new TargetNotWritable(`${problem.name}: ${problem.problem}`, problem.hint);
  for (const [name, node] of values) {
    if (places.some((place) => place.name === name)) continue;
    const where = kind === null ? '' : ` of ${kind}`;
    throw new TargetNotWritable(
      `There is no field "${name}"${where}.`,
      'Name it in fields, or leave out the row.',
      node,
    );
  }
  let line = '';
  for (const place of places) {
    line += ' '.repeat(place.from - line.length);
    line += fieldText(place, values.get(place.name), format);
  }
  return line + ' '.repeat(length - line.length);
}

function fieldText(place: FixedPlace, node: TargetNode | undefined, format: MappingFormat): string {
  const { name, value } = place;
  const given = lineText(node);
  if (value !== undefined && given !== '' && given !== value)
    throw new TargetNotWritable(
      `${name} is "${given}", but this field is always "${value}".`,
      'Leave out the row, or the constant of the field.',
      node,
    );
  const text = value ?? given;
  requireCharacters(text, name, format, node);
  return filled(text, place, node);
}

function filled(text: string, { name, from, to, align, fill }: FixedPlace, node: TargetNode | undefined): string {
  const room = to - from;
  const { length } = text;
  const twice = /[\u{10000}-\u{10FFFF}]/u.exec(text)?.[0];
  if (twice !== undefined)
    throw new TargetNotWritable(
      `${name} has "${twice}" in it, which some programs count as one character and others as two.`,
      'Replace it in the row, or write the file in another format.',
      node,
    );
  if (length > room)
    throw new TargetNotWritable(
      `${name} has ${length} characters, but the field ${from + 1}-${to} has room for ${room}: "${text.slice(0, 60)}".`,
      'A value is never cut. Make the field longer, or cut it where that is right: convert: { substring: { from: 1, to: … } }.',
      node,
    );
  const shift = /[\r\n]|[\t\v\f]/.exec(text)?.[0];
  if (shift !== undefined)
    throw new TargetNotWritable(
      `${name} has a ${/[\r\n]/.test(shift) ? 'line end' : 'tab or form feed'} in it, which a line of positions cannot hold.`,
      'Replace it in the row: convert: collapse.',
      node,
    );
  if (text !== '' && length < room && isChangedByFilling(text, align, fill))
    throw new TargetNotWritable(
      `${name} is "${text.slice(0, 60)}": filled with "${fill}" it would say something else.`,
      fill === '0'
        ? 'Put the sign elsewhere: convert: { decimal: { sign: trailing } }.'
        : 'Fill the field with blanks, or from the other side.',
      node,
    );
  const filling = fill.repeat(room - length);
  return align === 'right' ? filling + text : text + filling;
}

function isChangedByFilling(text: string, align: 'left' | 'right', fill: string): boolean {
  if (fill === ' ') return false;
  if (align === 'left') return text.endsWith(fill);
  return /\d/.test(fill) ? !/^\d/.test(text) : text.startsWith(fill);
}
