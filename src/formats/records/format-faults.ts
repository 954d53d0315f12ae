import { didYouMean } from '../../domain/did-you-mean.ts';
import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { hasHeader } from '../csv/csv-records.ts';
import { kindFaults } from './kind-faults.ts';
import { ANY_KIND, LINE } from './line-kind.ts';
import { NoRecordPath, type RecordStep, recordSteps } from './record-path.ts';

/** What is wrong with the description of a format, at a path below `source` or `target`. */
export interface FormatFault {
  path: readonly string[];
  message: string;
  hint: string;
}

type Namespaces = Readonly<Record<string, string>>;

/**
 * What the schema of mappings cannot say about a format: record types that stand under each other wrongly, positions that
 * are none, columns that nobody names, a path of records that leads nowhere. All faults, not the first.
 */
export function formatFaults(format: MappingFormat, namespaces: Namespaces): FormatFault[] {
  return [
    ...csvFaults(format),
    ...groupFaults(format),
    ...missingLayout(format),
    ...kindFaults(format),
    ...eachFaults(format, namespaces),
  ];
}

function csvFaults(format: MappingFormat): FormatFault[] {
  if (format.format !== 'csv') return [];
  const faults: FormatFault[] = [];
  if ((format.separator ?? ';') === (format.quote ?? '"'))
    faults.push({
      path: [format.quote === undefined ? 'separator' : 'quote'],
      message: 'The separator and the quotation mark are the same character.',
      hint: 'Give each its own. quote: "" says that texts have none.',
    });
  if (format.header === true && format.records !== undefined)
    faults.push({
      path: ['header'],
      message: 'A file with record types has no first line that names the columns of all of them.',
      hint: 'Remove header, or skip that line by skipLines: 1.',
    });
  if (!hasHeader(format) && format.columns === undefined && format.records === undefined)
    faults.push({
      path: ['header'],
      message: 'Nothing says what the columns are called.',
      hint: 'Name them under columns, from left to right, or leave out header where the first line names them.',
    });
  return faults;
}

/** Lines are grouped by columns that there are. */
function groupFaults({ groupBy = [], records, columns, fields }: MappingFormat): FormatFault[] {
  if (groupBy.length > 0 && records !== undefined)
    return [
      {
        path: ['groupBy'],
        message: 'Lines of several record types are not grouped by columns.',
        hint: 'Say under which record type each stands: records: { L: { under: H } }.',
      },
    ];
  const known = columns?.filter((name) => name !== null) ?? (fields === undefined ? undefined : Object.keys(fields));
  if (known === undefined) return [];
  return groupBy
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = didYouMean(name, known);
      const hint = meant === undefined ? `The columns are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
      return { path: ['groupBy'], message: `There is no column "${name}".`, hint };
    });
}

/** Lines cannot be told apart, or nothing says what is in them. */
function missingLayout(format: MappingFormat): FormatFault[] {
  const { format: kind, recordType, records, fields, tables } = format;
  const faults: FormatFault[] = [];
  if (kind === 'visma-import' && tables === undefined)
    faults.push({
      path: ['tables'],
      message: 'Nothing says which tables are read.',
      hint: 'Name them under tables: WaBnd: {}.',
    });
  if (kind === 'fixed-width' && records === undefined && fields === undefined)
    faults.push({
      path: ['fields'],
      message: 'Nothing says what stands at which positions.',
      hint: 'Name the fields under fields (orderNo: 1-15), or kinds of lines under records.',
    });
  if ((recordType === undefined) !== (records === undefined))
    faults.push({
      path: [recordType === undefined ? 'records' : 'recordType'],
      message: 'recordType says where the kind of a line stands, records what kinds there are: they go together.',
      hint: recordType === undefined ? 'Add recordType.' : 'Add records.',
    });
  return faults;
}

function eachFaults(format: MappingFormat, namespaces: Namespaces): FormatFault[] {
  if (format.each === undefined) return [];
  let steps: RecordStep[];
  try {
    steps = recordSteps(format.each, format.format === 'xml' ? namespaces : {});
  } catch (error) {
    if (!(error instanceof NoRecordPath)) throw error;
    return [{ path: ['each'], message: error.message, hint: 'Write it like /Orders/Order, from the top of the file.' }];
  }
  if (format.format === 'xml' || format.format === 'json') return [];
  const name = steps[steps.length - 1]?.name ?? ANY_KIND;
  const types = format.records ?? format.tables ?? { [LINE]: {} };
  const known = Object.keys(types).filter((type) => types[type]?.ignore !== true);
  if (name === ANY_KIND || known.includes(name)) return [];
  const meant = didYouMean(name, known);
  return [
    {
      path: ['each'],
      message: `There is no kind of line "${name}" that could be the record.`,
      hint: meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
    },
  ];
}
