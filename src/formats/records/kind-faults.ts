import type { MappingFormat, RecordType } from '../../domain/mapping-file.generated.ts';
import { positionsOf, typePositions } from '../fixed-width/fixed-fields.ts';
import type { FormatFault } from './format-faults.ts';
import { ANY_KIND } from './line-kind.ts';

const POSITIONS_HINT = 'Write the first and the last position, counted from 1: 9-15, or 32 for one.';

/** What is wrong with the kinds of lines of a format, and with the columns or fields of each. */
export function kindFaults(format: MappingFormat): FormatFault[] {
  const where = format.records === undefined ? 'tables' : 'records';
  const types = format.records ?? format.tables ?? {};
  const faults = [...recordTypeFaults(format), ...columnFaults(['columns'], format.columns)];
  faults.push(...fieldFaults(['fields'], format.fields, format.lineLength));
  for (const [name, type] of Object.entries(types)) {
    const path = [where, name];
    faults.push(...belongingFaults(path, name, types));
    faults.push(...columnFaults([...path, 'columns'], type.columns));
    faults.push(...fieldFaults([...path, 'fields'], type.fields, format.lineLength));
    const layout = format.format === 'csv' ? 'columns' : 'fields';
    if (where === 'tables' || type.ignore === true || name === ANY_KIND || type[layout] !== undefined) continue;
    const message = `Nothing says what stands in a line of the kind "${name}".`;
    faults.push({ path, message, hint: `Add ${layout}, or ignore: true for lines that are known and not read.` });
  }
  return faults;
}

function recordTypeFaults({ format, recordType }: MappingFormat): FormatFault[] {
  if (recordType === undefined) return [];
  const isGood = format === 'csv' ? /^[1-9]\d{0,3}$/.test(String(recordType)) : typePositions(recordType) !== undefined;
  if (isGood) return [];
  const hint =
    format === 'csv'
      ? 'Write the number of the column, counted from 1.'
      : `${POSITIONS_HINT} Several stretches are read together: 3-4,7-8.`;
  return [{ path: ['recordType'], message: `"${recordType}" is no place where the kind of a line can stand.`, hint }];
}

/** Who stands under whom has to end at the top. */
function belongingFaults(
  path: readonly string[],
  name: string,
  types: Readonly<Record<string, RecordType>>,
): FormatFault[] {
  const type = types[name];
  if (name === ANY_KIND && type?.ignore !== true)
    return [
      {
        path,
        message: `"${ANY_KIND}" stands for all other kinds of lines, which can only be left out.`,
        hint: 'Add ignore: true, or name the kinds.',
      },
    ];
  if (type?.under === undefined) return [];
  const above = types[type.under];
  const known = Object.keys(types).filter((other) => other !== name && types[other]?.ignore !== true);
  if (above === undefined || above.ignore === true)
    return [
      {
        path: [...path, 'under'],
        message: `There is no kind of line "${type.under}" that others could stand under.`,
        hint: `There are: ${known.join(', ') || 'none'}.`,
      },
    ];
  const passed = new Set([name]);
  for (let at: string | undefined = type.under; at !== undefined; at = types[at]?.under) {
    if (passed.has(at))
      return [
        {
          path: [...path, 'under'],
          message: `The kind "${name}" stands under itself, by way of ${[...passed].join(', ')}.`,
          hint: 'One kind stands under none.',
        },
      ];
    passed.add(at);
  }
  return [];
}

function columnFaults(path: readonly string[], columns: RecordType['columns']): FormatFault[] {
  if (columns === undefined) return [];
  const isList = Array.isArray(columns);
  const values: (string | number)[] = isList ? columns.filter((name) => name !== null) : Object.values(columns);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice === undefined) return [];
  const message = isList ? `The column "${twice}" stands twice.` : `Two columns stand at position ${twice}.`;
  return [{ path, message, hint: 'Each column has one name and one place. null stands for one that is not used.' }];
}

function fieldFaults(
  path: readonly string[],
  fields: RecordType['fields'],
  lineLength: number | undefined,
): FormatFault[] {
  return Object.entries(fields ?? {}).flatMap(([name, field]): FormatFault[] => {
    const text = typeof field === 'string' ? field : field.at;
    const at = positionsOf(text);
    const where = [...path, name];
    if (at === undefined) return [{ path: where, message: `"${text}" are no positions.`, hint: POSITIONS_HINT }];
    if (lineLength !== undefined && at.to > lineLength)
      return [
        {
          path: where,
          message: `Position ${at.to} is beyond the ${lineLength} characters of a line.`,
          hint: 'Correct the positions, or lineLength.',
        },
      ];
    const value = typeof field === 'string' ? undefined : field.value;
    if (value === undefined || value.length <= at.to - at.from) return [];
    const message = `"${value}" has ${value.length} characters, and the field ${at.to - at.from}.`;
    return [{ path: where, message, hint: 'Make the field as wide as its text.' }];
  });
}
