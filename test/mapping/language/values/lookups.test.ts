import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lookup } from '../../../../src/domain/mapping-file.generated.ts';
import {
  type Compiled,
  compileLookup,
  type LookupTable,
  parseLookupTable,
  type StepValue,
  type ValueStep,
} from '../../../../src/mapping/language/value-steps.ts';
import { propertyRuns } from '../../../support/property-runs.ts';

const FILE = 'mappings/lookups/units.csv';
const UNITS = ['# units of ePack', 'theirs,ours,text', 'ST,piece,Stykk', 'KG,kilogram,"Kilo, gram"', 'M,,Meter'].join(
  '\n',
);

function tableOf(text: string): LookupTable {
  const { table, findings } = parseLookupTable(FILE, text);
  if (table === undefined) throw new Error(JSON.stringify(findings));
  return table;
}

function compile(lookup: string | Lookup, direction: 'in' | 'out' = 'in', text = UNITS): Compiled<ValueStep> {
  return compileLookup(lookup, new Map([['units', tableOf(text)]]), direction);
}

function search(value: StepValue, lookup: string | Lookup = 'units', direction: 'in' | 'out' = 'in', text = UNITS) {
  const step = compile(lookup, direction, text);
  if (!('made' in step)) throw new Error(step.problem);
  return step.made[direction](value, { format: { format: 'csv' } });
}

describe('a value is found in its column', () => {
  test('in from the first column to the second, out the other way, or as the columns are named', () => {
    const named = ['theirs,ours', 'ST,piece', 'KG,kilogram'].join('\n');
    expect(search('ST')).toEqual({ value: 'piece' });
    expect(search(' KG ')).toEqual({ value: 'kilogram' });
    expect(search('kilogram', 'units', 'out', named)).toEqual({ value: 'KG' });
    expect(search('KG', { table: 'units', to: 'text' })).toEqual({ value: 'Kilo, gram' });
    expect(search('Stykk', { table: 'units', from: 'text' })).toEqual({ value: 'piece' });
    expect(search('piece', { table: 'units', from: 'ours' }, 'in', named)).toEqual({ value: 'ST' });
  });

  test('an empty field that is taken is nothing', () => {
    expect(search('M')).toEqual({ nothing: true });
  });

  test('what is not there is refused, with the line to add or the key that was probably meant', () => {
    expect(search('Stk')).toEqual({
      refused: `"Stk" is not in the column theirs of ${FILE}.`,
      hint: `Did they mean "ST"? Else add a line for it to ${FILE}.`,
      code: 'LOOKUP_WITHOUT_MATCH',
    });
    expect(search('PAIR')).toMatchObject({
      hint: `Add a line for it to ${FILE}, or say what counts without one (missing).`,
    });
    expect(search('Stk', { table: 'units', missing: 'keep' })).toEqual({ value: 'Stk' });
    expect(search('Stk', { table: 'units', missing: 'absent' })).toEqual({ nothing: true });
  });

  test('case counts, unless the row says otherwise', () => {
    expect(search('st')).toHaveProperty('refused');
    expect(search('st', { table: 'units', folded: true })).toEqual({ value: 'piece' });
  });
});

describe('what is wrong with a look-up is told where it stands', () => {
  test.each<[string | Lookup, 'in' | 'out', string, string]>([
    ['unit', 'in', 'There is no table "unit" in mappings/lookups.', 'Did you mean "units"?'],
    [{ table: 'units', to: 'our' }, 'in', `${FILE} has no column "our".`, 'Did you mean "ours"?'],
    [
      { table: 'units', from: 'theirs', to: 'theirs' },
      'in',
      'The look-up in units searches and takes the same column.',
      'Name two of',
    ],
  ])('%j %s', (lookup, direction, problem, hint) => {
    expect(compile(lookup, direction)).toEqual({ problem, hint: expect.stringContaining(hint) });
  });

  test('a key that stands twice, in the column that is searched', () => {
    const twice = ['theirs,ours', 'ST,piece', 'PCE,piece'].join('\n');
    expect(compile('units', 'in', twice)).toHaveProperty('made');
    expect(compile('units', 'out', twice)).toEqual({
      problem: `${FILE} has "piece" in ours twice: in line 2 and in line 3.`,
      hint: expect.any(String),
      at: { file: FILE, line: 3, column: 5 },
    });
    expect(compile({ table: 'units', folded: true }, 'in', 'a,b\nx,1\nX,2')).toHaveProperty('at.line', 3);
  });

  test('a line without its key', () => {
    expect(compile('units', 'out')).toEqual({
      problem: `${FILE} has a line without ours, which is searched.`,
      hint: 'Write it, or remove the line.',
      at: { file: FILE, line: 5, column: 3 },
    });
  });
});

describe('a table that cannot be read is no table, and all of its faults are told', () => {
  test.each<[string, string, number, number]>([
    ['', 'The table has no line.', 1, 1],
    ['# nothing\n\n', 'The table has no line.', 1, 1],
    ['code', 'The first line names one column only.', 1, 1],
    ['a,,b', 'A column has no name.', 1, 3],
    ['a,b,a', 'The column "a" is named twice.', 1, 5],
    ['a,b\n1,2,3', 'This line has 3 fields, not 2.', 2, 5],
    ['a,b\n\n1', 'This line has 1 field, not 2.', 3, 1],
    ['a,b\n1,"2', 'A quote is out of place.', 2, 3],
    ['a;b\n1,2', 'This line has 1 field, not 2.', 2, 1],
  ])('%j', (text, message, line, column) => {
    const { table, findings } = parseLookupTable(FILE, text);
    expect(table).toBeUndefined();
    expect(findings).toEqual([
      {
        code: 'MAPPING_INVALID',
        severity: 'error',
        message,
        hint: expect.any(String),
        at: { file: FILE, line, column },
      },
    ]);
  });

  test('every line is told, up to twenty', () => {
    const findings = (lines: number) => parseLookupTable(FILE, `a,b\n${'1,2,3\n'.repeat(lines)}`).findings.length;
    expect([findings(3), findings(500)]).toEqual([3, 20]);
  });
});

test('separators are commas or semicolons, with a byte order mark or without, with any line ends', () => {
  expect(search('ST', 'units', 'in', '\uFEFFtheirs;ours\r\nST;"a;b"\r\n')).toEqual({ value: 'a;b' });
});

test('whatever stands in a table, it is read or told, and a key means what its own line says', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', ' ', 'æ', ';', '#'), maxLength: 6 });
  const line = fc.array(field, { minLength: 1, maxLength: 3 }).map((fields) => fields.join(','));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const { table, findings } = parseLookupTable(FILE, `from,to\n${lines.join('\n')}`);
      expect(table === undefined).toBe(findings.length > 0);
      if (table === undefined) return;
      const step = compileLookup('units', new Map([['units', table]]), 'in');
      if (!('made' in step)) return;
      for (const { values } of table.rows) {
        const [key = '', taken = ''] = values;
        const expected = taken === '' ? { nothing: true } : { value: taken };
        expect(step.made.in(key, { format: { format: 'csv' } })).toEqual(expected);
      }
    }),
    propertyRuns(500),
  );
});
