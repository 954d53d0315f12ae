import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TargetNode } from '../../../src/formats/records/target-node.ts';
import { writeTarget } from '../../../src/formats/target/write-target.ts';
import { JsonNumber, type JsonValue } from '../../../src/formats/json/json-value.ts';
import { parseJson } from '../../../src/formats/json/parse-json.ts';
import { ENCODINGS } from '../../../src/formats/text/encoding.table.ts';
import { textSource, wholeText } from '../../../src/formats/text/text-source.ts';
import { awkward, entry, group, top, value, writtenText } from './target-tree.ts';

const JSON_FORMAT = { format: 'json' } as const;

describe('JSON', () => {
  test('has properties in the order of the rows, indented by two spaces', () => {
    const root = top(value('b', 'x'), group('a', value('on', true), value('off', false, { as: 'text' })));
    expect(writtenText(root, JSON_FORMAT)).toBe(
      '{\n  "b": "x",\n  "a": {\n    "on": true,\n    "off": "false"\n  }\n}\n',
    );
  });

  test('a lone entry is a list, several of one name are, and a list without entries is one', () => {
    const root = top(
      entry('one', value('x', '1')),
      value('two', 'a'),
      value('two', 'b'),
      { ...entry('none'), list: 'empty' },
      entry('blank'),
    );
    expect(JSON.parse(writtenText(root, JSON_FORMAT))).toEqual({
      one: [{ x: '1' }],
      two: ['a', 'b'],
      none: [],
      blank: [{}],
    });
  });

  test.each(['0', '-0', '12', '-12.50', '0.10', '12345678901234567890.123456789012345678901'])(
    'the number %s keeps its digits',
    (number) => {
      expect(writtenText(top(value('n', number, { as: 'number' })), JSON_FORMAT)).toBe(`{\n  "n": ${number}\n}\n`);
    },
  );

  test.each(['', '007', '1,5', '1.', '.5', '1e3', '+1', ' 1', 'NaN', '1 000'])('%j is refused as a number', (text) => {
    expect(() => writtenText(top(value('n', text, { as: 'number' })), JSON_FORMAT)).toThrow('n is ');
  });

  test('half a character is refused', () => {
    expect(() => writtenText(top(value('t', 'a\uD800')), JSON_FORMAT)).toThrow(
      't has half a character (U+D800) as its character 2',
    );
  });

  test('line ends may be CR LF', () => {
    expect(writtenText(top(value('t', 'a\nb')), { ...JSON_FORMAT, lineEnd: 'crlf' })).toBe(
      '{\r\n  "t": "a\\nb"\r\n}\r\n',
    );
  });
});

const { tree } = fc.letrec<{ tree: TargetNode }>((tie) => ({
  tree: fc.record({
    name: fc.oneof(awkward, fc.constantFrom('a', 'b', '__proto__', 'constructor')),
    attributes: fc.constant([]),
    content: fc.oneof(
      { weight: 3, arbitrary: fc.oneof(awkward, fc.boolean()) },
      { weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 3 }) },
    ),
  }),
}));

/** What the tree says, in the words of the reader. */
function said(nodes: readonly TargetNode[]): Map<string, unknown> {
  const properties = new Map<string, unknown[]>();
  for (const { name, content } of nodes)
    properties.set(name, [...(properties.get(name) ?? []), typeof content === 'object' ? said(content) : content]);
  return new Map([...properties].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

function read(json: JsonValue): unknown {
  if (json instanceof JsonNumber) return json.text;
  if (Array.isArray(json)) return json.map(read);
  return typeof json === 'object' && json !== null
    ? new Map(Object.entries(json).map(([name, one]) => [name, read(one)]))
    : json;
}

test.each(['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252', 'iso-8859-1'] as const)(
  'JSON in %s is read again alike',
  (encoding) => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (nodes) => {
        const bytes = writeTarget(top(...nodes), { format: 'json', encoding }, {});
        const single = encoding === 'windows-1252' || encoding === 'iso-8859-1';
        const text = single ? ENCODINGS[encoding].decode(bytes) : wholeText(textSource(bytes));
        expect(read(parseJson(text).value)).toEqual(said(nodes));
      }),
      { numRuns: 300 },
    );
  },
);
