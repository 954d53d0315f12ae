import { didYouMean } from '../../domain/did-you-mean.ts';
import type { Finding } from '../../domain/decision.ts';
import { DUE_DATE_TYPES, type DueDateType, EVERY_ENTITY } from '../../domain/payment-terms.ts';
import { type CsvField, csvRow, spokenLines } from '../../formats/text/csv-row.ts';

/** Where the payment terms lie, from the site's folder. */
export const PAYMENT_TERMS_FILE = 'mappings/lookups/payment-terms.csv';

const TYPES = Object.keys(DUE_DATE_TYPES);

const COLUMNS = ['entity', 'code', 'vismaTerms', 'dueDateType', 'days'] as const;

/** Types whose `days` is a day of the month. */
const DAY_OF_MONTH: ReadonlySet<string> = new Set(['day-of-next-month', 'day-of-month'] satisfies DueDateType[]);

/**
 * Every fault in the text of lookups/payment-terms.csv, each with its line. `entities`: the ids of site.yaml. Lines
 * that begin with `#` and empty ones say nothing. Pure.
 */
export function checkPaymentTerms(text: string, entities: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  let header = false;
  for (const { line, text: written } of spokenLines(text)) {
    const row = csvRow(written);
    const at = { line, row: row ?? [] };
    if (row === undefined)
      findings.push(fault(at, 0, 'A quote is out of place.', 'Put the whole field in quotes: "a, b".'));
    else if (!header) findings.push(...headerFindings(at));
    else findings.push(...rowFindings(at, entities, seen));
    if (!header && findings.length > 0) return findings; // without its header no line can be read
    header = true;
  }
  if (header) return findings;
  const nothing = { line: 1, row: [] };
  return [fault(nothing, 0, 'The header is missing.', `The first line is ${COLUMNS.join(',')}.`)];
}

interface Row {
  line: number;
  row: readonly CsvField[];
}

function headerFindings(at: Row): Finding[] {
  const names = at.row.map((field) => field.text);
  const wrong = Math.max(
    0,
    COLUMNS.findIndex((column, index) => names[index] !== column),
  );
  if (names.join() === COLUMNS.join()) return [];
  const semicolons = names.length === 1 && (names[0] ?? '').includes(';');
  const hint = semicolons
    ? 'The columns are separated by commas, not by semicolons: save the file as comma separated.'
    : 'Columns in another order or under another name would be taken for something else.';
  return [fault(at, wrong, `The first line must be ${COLUMNS.join(',')}.`, hint)];
}

function rowFindings(at: Row, entities: readonly string[], seen: Map<string, number>): Finding[] {
  const [entity = '', code = '', vismaTerms = '', dueDateType = '', days = ''] = at.row.map((field) => field.text);
  if (at.row.length !== COLUMNS.length)
    return [
      fault(at, 0, `This line has ${at.row.length} fields, not ${COLUMNS.length}.`, `They are ${COLUMNS.join(', ')}.`),
    ];
  const findings = [['entity', entity] as const, ['code', code] as const, ['vismaTerms', vismaTerms] as const]
    .filter(([, value]) => value === '')
    .map(([column]) => fault(at, COLUMNS.indexOf(column), `${column} is empty.`, 'Every code needs all five values.'));
  if (entity !== '' && entity !== EVERY_ENTITY && !entities.includes(entity))
    findings.push(
      fault(at, 0, `There is no entity "${entity}" in site.yaml.`, meant(entity, entities, '* is every entity.')),
    );
  if (!TYPES.includes(dueDateType)) {
    const known = `The types are ${TYPES.join(', ')}.`;
    findings.push(fault(at, 3, `There is no dueDateType "${dueDateType}".`, meant(dueDateType, TYPES, known)));
  }
  if (!/^\d{1,4}$/.test(days))
    findings.push(fault(at, 4, `days must be a whole number, not "${days}".`, 'Write 30 for thirty days, 0 for none.'));
  else if (DAY_OF_MONTH.has(dueDateType) && (Number(days) < 1 || Number(days) > 31))
    findings.push(
      fault(
        at,
        4,
        `"${days}" is no day of a month.`,
        `With ${dueDateType}, days is the day: 1 to 31, 31 for the last.`,
      ),
    );
  const key = JSON.stringify([entity, code]);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, at.line);
  else
    findings.push(
      fault(at, 1, `The code "${code}" of ${entity} is there already, in line ${first}.`, 'Remove one of the two.'),
    );
  return findings;
}

function meant(said: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(said, known);
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}

function fault({ line, row }: Row, field: number, message: string, hint: string): Finding {
  const at = { file: PAYMENT_TERMS_FILE, line, column: row[field]?.column ?? 1 };
  return { code: 'SETTINGS_INVALID', severity: 'error', message, hint, at };
}
