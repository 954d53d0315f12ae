import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { MAPPING_SCHEMA } from '../../../src/domain/mapping-schema.generated.ts';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import { checkShape } from '../../../src/mapping/language/parse/check-shape.ts';
import { MAPPING_NODE } from '../../../src/mapping/language/parse/mapping-node.ts';
import { readBy } from '../../../src/mapping/language/read-mapped.ts';
import { hash, mappingOf, read, sources } from './mapping-fixture.ts';

const ROWS = [
  '- { to: orderNo, from: No }',
  '- { to: supplierNo, from: Supplier/@no, convert: [trim, upper] }',
  '- { to: currency, from: Cur, default: NOK }',
  '- { to: orderType, value: "1" }',
  "- { to: transactionType, from: Type, when: 'has(source.Type)', default: 6 }",
  '- { to: orderDate, from: Date, convert: date, optional: true }',
  '- { to: lines, each: Line, rows: [{ to: lineNo, from: "@no" }, { to: productNo, from: Art }, { to: quantity, from: Qty, convert: decimal }, { to: unit, from: Unit, lookup: units, optional: true }, { to: price, value: \'decimal(source.Sum) / decimal(source.Qty)\' }] }',
];
const HEAD =
  'mapping: m\ndirection: in\ndocument: purchase-order\nclaims: { channel: visma, root: O }\nsource: { format: xml, decimal: "," }\nrows:\n';
const XML =
  '<O><No>1</No><Supplier no="5"/><Type>6</Type><Date>2026-11-21</Date><Line no="1"><Art>x</Art><Qty>2</Qty><Unit>STK</Unit><Sum>5,00</Sum></Line></O>';
const bytes = new TextEncoder().encode(XML);
const text = (rows: readonly string[]): string => `${HEAD}${rows.map((row) => `  ${row}\n`).join('')}`;

/** Cuts, doubles, swaps and overwrites pieces of a text, as a slip of a person or of an editor does. */
const mutated = (original: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(original.length),
        length: fc.nat(12),
        put: fc.oneof(
          fc.constantFrom(
            '',
            ' ',
            '\n',
            '\t',
            ':',
            '- ',
            '{',
            '}',
            '[',
            ']',
            '"',
            "'",
            '*a',
            '&a ',
            '<<',
            '..',
            '/',
            '|',
            '@',
            '0',
            'null',
            'rows:',
            'use: m',
            'each: .',
            '\u0000',
            '\u{1F600}',
          ),
          fc.nat(original.length - 20).map((from) => original.slice(from, from + 20)),
        ),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((edits) =>
      edits.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), original),
    );

describe('nothing that is written makes the compiler or the reader throw', () => {
  test('a mutated mapping is right, or is left out with findings that each have a place, a message and a hint', () => {
    fc.assert(
      fc.property(mutated(text(ROWS)), (yaml) => {
        const { set, findings } = compileMappings(sources({ 'mappings/m.yaml': yaml }), hash);
        const errors = findings.filter(({ severity }) => severity === 'error');
        for (const { at, message, hint } of findings) {
          expect({ at, message, hint }).toMatchObject({
            at: { file: 'mappings/m.yaml', line: expect.any(Number), column: expect.any(Number) },
          });
          expect(message.length * (hint?.length ?? 0)).toBeGreaterThan(0);
        }
        const off = /enabled|direction: *out/.test(yaml);
        expect(set.in.length + (off ? 1 : 0)).toBeGreaterThanOrEqual(errors.length === 0 ? 1 : 0);
        if (errors.length > 0) expect(set.in).toEqual([]);
        for (const mapping of set.in) {
          const { documents, findings: found } = readBy(mapping, { channel: 'visma', name: 'a', bytes });
          expect(documents.length + found.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a mutated file is documents or findings, each with its place; never neither', () => {
    const mapping = mappingOf(text(ROWS));
    fc.assert(
      fc.property(mutated(XML), (xml) => {
        const file = { channel: 'visma', name: 'a', bytes: new TextEncoder().encode(xml) };
        const { documents, findings } = readBy(mapping, file);
        expect(documents.length + findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
        for (const { at } of findings)
          expect(at).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
      }),
      { numRuns: 400 },
    );
  });
});

describe('rows', () => {
  test('for different fields may stand in any order', () => {
    const expected = read(mappingOf(text(ROWS)), XML);
    expect(expected.documents).toHaveLength(1);
    fc.assert(
      fc.property(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), (rows) => {
        expect(read(mappingOf(text(rows)), XML)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the schema of mapping files', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validate = ajv.compile(MAPPING_SCHEMA);
  const scalar = fc.oneof(
    fc.constantFrom<unknown>('in', 'xml', 'visma', 'a', '', ' ', true, 1, 0, null),
    fc.integer(),
    fc.string({ maxLength: 3 }),
  );
  const known = [
    'mapping',
    'part',
    'direction',
    'document',
    'claims',
    'source',
    'rows',
    'to',
    'from',
    'each',
    'convert',
    'lookup',
    'format',
    'channel',
    'name',
    'records',
    'columns',
    'under',
    'table',
    'missing',
    'default',
    'where',
    'fields',
    'at',
    'priority',
    'odd',
  ];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      scalar,
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom(...known), tie('value'), { maxKeys: 4 }),
    ),
  }));

  test('says of any value what the checks of the compiler say of it: right, or wrong', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          value,
          value.map((rows) => ({ rows: [rows] })),
          value.map((source) => ({ rows: [{ to: 'a' }], source })),
        ),
        (any) => {
          const found: string[] = [];
          checkShape(any, MAPPING_NODE, [], (path, _at, message) => found.push(`${path.join('.')} ${message}`));
          expect(found.length === 0).toBe(validate(any));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
