import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import { parseJson } from '../../../src/formats/json/parse-json.ts';
import { readXml } from '../../../src/formats/xml/read-xml.ts';
import type { XmlElement } from '../../../src/formats/xml/xml-tree.ts';
import { MappingNotApplicable } from '../../../src/mapping/language/out/mapping-not-applicable.ts';
import { awkward } from '../../formats/target/target-tree.ts';
import { compiledOut, writerOf } from './compiled-out.ts';

const ROWS = `
rows:
  - { to: id, from: deliveryId }
  - { to: head/customer, from: customer/name, optional: true }
  - to: lines/line
    each: lines
    optional: true
    rows:
      - { to: no, from: no }
      - { to: text, from: text, optional: true }
      - { to: order, from: /deliveryId }`;
const XML = writerOf(
  `mapping: a\ndirection: out\ndocument: any-document\nclaims: { channel: visma }\ntarget: { format: xml, root: Root, encoding: iso-8859-1 }${ROWS}`,
);
const JSON_OUT = writerOf(
  `mapping: a\ndirection: out\ndocument: any-document\nclaims: { channel: visma }\ntarget: { format: json }${ROWS}`,
);

const said = awkward.filter(
  (text) => text.trim() !== '' && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text),
);
const document = fc.record({
  deliveryId: said,
  customer: fc.record({ name: fc.option(said) }),
  lines: fc.array(fc.record({ no: fc.maxSafeInteger(), text: fc.option(said) }), { maxLength: 3 }),
});
type Document = typeof document extends fc.Arbitrary<infer Made> ? Made : never;

/** What the rows say of a document: names with their texts, in the order of the rows. */
function expected({ deliveryId, customer, lines }: Document): unknown[] {
  const inLines = lines.map(({ no, text }) => [
    'line',
    [['no', String(no)], ...(text === null ? [] : [['text', text]]), ['order', deliveryId]],
  ]);
  return [
    ['id', deliveryId],
    ...(customer.name === null ? [] : [['head', [['customer', customer.name]]]]),
    ...(inLines.length === 0 ? [] : [['lines', inLines]]),
  ];
}

function seen({ name, children, text }: XmlElement): unknown {
  return [name, children.length === 0 ? text : children.map(seen)];
}

test('a document is read from XML as it was written: every text, every line, in their order', () => {
  fc.assert(
    fc.property(document, (one) => {
      expect(readXml(XML.write(one)).root.children.map(seen)).toEqual(expected(one));
    }),
    { numRuns: 300 },
  );
});

test('a document is read from JSON as it was written', () => {
  fc.assert(
    fc.property(document, (one) => {
      const text = new TextDecoder().decode(JSON_OUT.write(one));
      parseJson(text);
      const { customer, lines, deliveryId } = one;
      expect(JSON.parse(text)).toEqual({
        id: deliveryId,
        ...(customer.name === null ? {} : { head: { customer: customer.name } }),
        ...(lines.length === 0
          ? {}
          : {
              lines: {
                line: lines.map(({ no, text: said }) => ({
                  no,
                  ...(said === null ? {} : { text: said }),
                  order: deliveryId,
                })),
              },
            }),
      });
    }),
    { numRuns: 300 },
  );
});

const GOLDEN = join(import.meta.dirname, 'golden');
const files = readdirSync(GOLDEN).map((folder) => ({
  mapping: readFileSync(join(GOLDEN, folder, 'mapping.yaml'), 'utf8'),
  document: JSON.parse(readFileSync(join(GOLDEN, folder, 'in.json'), 'utf8')) as Record<string, unknown>,
}));
const odd = fc.oneof(
  fc.json().map((text) => JSON.parse(text) as unknown),
  awkward,
  fc.constantFrom(null, [], {}, '', ' ', 1e300, -0.5, Number.NaN),
);

/** The same value with one thing in it replaced, at a place that the numbers choose. */
function mutated(value: unknown, choices: readonly number[], by: unknown): unknown {
  const [choice, ...rest] = choices;
  if (choice === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[choice % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const inner = mutated((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...value, [key]: inner };
}

test('whatever is in a document: it is written, or refused with a finding that has its line, never a crash', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.nat(20), { maxLength: 4 }),
      odd,
      ({ mapping, document: whole }, choices, by) => {
        const [writer] = [...compiledOut(mapping).set.out.values()];
        const changed =
          choices.length === 0 ? { ...whole, odd: by } : (mutated(whole, choices, by) as Record<string, unknown>);
        try {
          writer!.write(changed);
        } catch (problem) {
          expect(problem).toBeInstanceOf(MappingNotApplicable);
          for (const { at, hint } of (problem as MappingNotApplicable).findings) {
            expect(hint).not.toBe('');
            expect(at?.line).toBeGreaterThan(0);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

const word = fc.oneof(
  awkward,
  fc.constantFrom('lines', 'L', '@a', '..', "a[b='c']", 'x/y', '/', '.', '*', '1-4', 'no-such'),
);
test('whatever is in a mapping that its schema allows: it is compiled, or each fault is found, never a crash', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(20),
      fc.constantFrom('to', 'from', 'at', 'each', 'texts', 'needs', 'join', 'lookup', 'convert', 'use'),
      word,
      ({ mapping, document: whole }, index, key, text) => {
        const changed = parseDocument(mapping);
        const rows: YAMLMap[] = [];
        visit(changed, {
          Pair(_, { key, value }) {
            if (String(key) === 'rows' && isSeq(value)) rows.push(...value.items.filter((item) => isMap(item)));
          },
        });
        rows[index % rows.length]!.set(key, text);
        const { set, findings } = compiledOut(String(changed));
        const [writer] = [...set.out.values()];
        expect(writer === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
        try {
          writer?.write(whole);
        } catch (problem) {
          expect(problem).toBeInstanceOf(MappingNotApplicable);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
