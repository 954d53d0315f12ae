import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { characterNotInEncoding } from '../../../formats/text/encode-text.ts';
import { targetEncoding } from '../../../formats/target/target-encoding.ts';
import type { CompileReport } from '../compile-report.ts';
import type { OutField, OutRow } from './out-row.ts';

/** What stands at one place of the tree: a value, or what is in it. */
interface Shape {
  value: OutRow | undefined;
  attributes: Map<string, OutRow>;
  inside: Map<string, Shape>;
}

const newShape = (): Shape => ({ value: undefined, attributes: new Map(), inside: new Map() });

/** What the check of a tree knows: xml or json, the declared prefixes, and where it reports. */
export interface TreeCheck {
  format: MappingFormat;
  namespaces: Readonly<Record<string, string>>;
  report: CompileReport;
}

/** Finds what no tree can be: a name that the format does not have, a value with fields in it, a field that is written twice. */
export function checkTree(fields: readonly OutField[], check: TreeCheck): void {
  checkFields(fields, newShape(), check);
}

function checkFields(fields: readonly OutField[], shape: Shape, check: TreeCheck): void {
  for (const rows of fields)
    for (const [index, row] of rows.entries()) checkRow(row, index === 0 ? shape : newShape(), check);
}

function checkRow(row: OutRow, shape: Shape, check: TreeCheck): void {
  for (const name of row.to.names) checkName(name, row, check);
  if (row.does === 'list') {
    shapeAt(shape, row.to.names.slice(0, -1), row, check);
    checkFields(row.fields, newShape(), check);
    return;
  }
  const at = shapeAt(shape, row.to.names, row, check);
  if (row.does === 'group') checkFields(row.fields, at, check);
  else if (row.to.attribute !== undefined) checkAttribute(row.to.attribute, row, at, check);
  else checkValue(row, at, check);
}

function shapeAt(shape: Shape, names: readonly string[], row: OutRow, check: TreeCheck): Shape {
  let at = shape;
  for (const name of names) {
    if (at.value !== undefined) refuseBoth(at.value, row, check);
    let next = at.inside.get(name);
    if (next === undefined) {
      next = newShape();
      at.inside.set(name, next);
    }
    at = next;
  }
  return at;
}

function checkValue(row: OutRow, at: Shape, { report }: TreeCheck): void {
  if (at.inside.size > 0) {
    report.error(
      row.at,
      `${row.to.text} is a value here, but other rows write fields into it.`,
      'Write its value into a field of its own.',
    );
    return;
  }
  if (at.value !== undefined) refuseTwice(at.value, row, report);
  at.value = row;
}

function checkAttribute(name: string, row: OutRow, at: Shape, { format, report }: TreeCheck): void {
  if (format.format !== 'xml')
    report.error(
      row.at,
      `${format.format} has no attributes: @${name}.`,
      `Write it as a field: ${row.to.text.replace('@', '')}.`,
    );
  else if (!XML_NAME.test(name) || name.includes(':'))
    report.error(
      row.at,
      `@${name} is no name of an attribute.`,
      'Names of attributes are letters, digits, - . _ without a prefix.',
    );
  const before = at.attributes.get(name);
  if (before !== undefined) refuseTwice(before, row, report);
  at.attributes.set(name, row);
}

function refuseTwice(before: OutRow, row: OutRow, report: CompileReport): void {
  const line = before.at.line === undefined ? '' : ` in line ${before.at.line}`;
  report.error(
    row.at,
    `${row.to.text} is written already${line}.`,
    'Write both rows with the same to, in the same group: then the second counts where the first finds nothing.',
  );
}

function refuseBoth(value: OutRow, row: OutRow, { report }: TreeCheck): void {
  report.error(
    row.at,
    `${value.to.text} is a value, and cannot have ${row.to.text} in it.`,
    'Write its value into a field of its own.',
  );
}

const XML_NAME = /^(?:[\p{L}_][\p{L}\p{N}._-]*:)?[\p{L}_][\p{L}\p{N}._-]*$/u;

/** XML: an element's name, with a declared prefix or none, in characters of the file's encoding. */
export function checkName(name: string, row: { at: OutRow['at'] }, { format, namespaces, report }: TreeCheck): void {
  if (format.format !== 'xml' || name === '?') return;
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  if (!XML_NAME.test(name))
    report.error(
      row.at,
      `"${name}" is no name of an element.`,
      'Names of elements are letters, digits, - . _ and begin with a letter; a prefix stands before a colon.',
    );
  else if (prefix !== '' && !Object.hasOwn(namespaces, prefix))
    report.error(
      row.at,
      `The prefix of "${name}" is not declared.`,
      `Declare it under namespaces: { ${prefix}: "…" }.`,
    );
  else if (characterNotInEncoding(name, targetEncoding(format).encoding) !== undefined)
    report.error(row.at, `"${name}" cannot be written in ${format.encoding}.`, 'Write the file in utf-8.');
}
