import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedJson } from '../../src/formats/json/json-cursor.ts';
import { jsonLines } from '../../src/formats/json/json-lines.ts';
import { JsonNumber, type JsonValue } from '../../src/formats/json/json-value.ts';
import { jsonPathText, locateJson } from '../../src/formats/json/locate-json.ts';
import { parseJson } from '../../src/formats/json/parse-json.ts';

/** A parsed value as JSON.parse would have it. */
function plain(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return JSON.parse(value.text);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value))
    Object.defineProperty(object, key, { value: plain(inner), enumerable: true, configurable: true, writable: true });
  return object;
}

const outcome = (text: string): unknown => {
  try {
    return { value: plain(parseJson(text).value) };
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    return { code: error.code, offset: error.offset };
  }
};

describe('parsing JSON', () => {
  it('gives what JSON.parse gives, for any JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2, '\t'), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const laidOut = JSON.stringify(value, null, indent);
        if (/\\ud[89a-f]/i.test(laidOut)) return;
        expect(outcome(laidOut)).toEqual({ value });
      }),
    );
  });

  it('accepts exactly what JSON.parse accepts, apart from properties that stand twice and half characters', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '"',
      '\\',
      '\\n"',
      '\u0001',
      '/',
      "'",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const ours = outcome(text) as { value?: unknown };
        let theirs: { value: unknown } | undefined;
        try {
          theirs = { value: JSON.parse(text) };
        } catch {
          expect(ours).not.toHaveProperty('value');
          return;
        }
        if (/"a"[\s\S]*"a"|"b"[\s\S]*"b"/.test(text)) return;
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the text of numbers', () => {
    for (const text of ['0', '-0', '1.50', '12345678901234567890.123456789', '1E+2', '1e-7']) {
      expect(parseJson(text).value).toEqual(new JsonNumber(text));
    }
  });

  it('takes __proto__ for a property like any other', () => {
    const value = parseJson('{"__proto__": {"x": true}}').value as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['', 'EMPTY_FILE', 0],
    [' \n', 'EMPTY_FILE', 0],
    ['{"a": 1, "a": 2}', 'JSON_NOT_WELL_FORMED', 9],
    ['{"a": 1,}', 'JSON_NOT_WELL_FORMED', 8],
    ['{a: 1}', 'JSON_NOT_WELL_FORMED', 1],
    ["['x']", 'JSON_NOT_WELL_FORMED', 1],
    ['{"a": 01}', 'JSON_NOT_WELL_FORMED', 6],
    ['{"a": "x\ny"}', 'JSON_NOT_WELL_FORMED', 8],
    ['{"a": "x\\q"}', 'JSON_NOT_WELL_FORMED', 8],
    ['["\\ud800"]', 'JSON_NOT_WELL_FORMED', 1],
    ['{} {}', 'JSON_NOT_WELL_FORMED', 3],
    ['NaN', 'JSON_NOT_WELL_FORMED', 0],
    ['[1, 2', 'TRUNCATED', 5],
    ['{"a": tru', 'TRUNCATED', 9],
    ['{"a": -', 'TRUNCATED', 7],
    ['{"a": "x\\', 'TRUNCATED', 9],
    ['['.repeat(100_000), 'FILE_TOO_LARGE', 64],
    [`${'{"a":'.repeat(100_000)}`, 'FILE_TOO_LARGE', 320],
  ])('refuses %j', (text, code, offset) => expect(outcome(text)).toEqual({ code, offset }));

  it('calls every beginning of an object truncated', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'grapheme' }), { minKeys: 1 }),
        fc.nat(),
        (value, cut) => {
          const text = JSON.stringify(value, null, 1);
          const end = 1 + (cut % (text.length - 1));
          expect(outcome(text.slice(0, end))).toMatchObject({ code: 'TRUNCATED' });
        },
      ),
    );
  });
});

describe('finding a place in JSON', () => {
  const text = '{ "a": [ {"x": "}]"}, {"b,": 1, "price": {"c": null} } ], "price": -1.5e3 }';

  it.each([
    [[], '{ "a"'],
    [['a'], '"a"'],
    [['a', 0], '{"x"'],
    [['a', 1, 'price'], '"price": {'],
    [['a', 1, 'price', 'c'], '"c"'],
    [['price'], '"price": -1'],
    [['a', 1, 'missing'], '{"b,"'],
    [['a', 7], '[ {'],
  ])('%j stands before %s', (path, begins) =>
    expect(text.slice(locateJson(text, 0, path))).toMatch(new RegExp(`^${begins.replace(/[[\]{}"]/g, '\\$&')}`)),
  );

  it('is written as people write paths', () =>
    expect(jsonPathText(['documents', 3, 'lines', 0, 'price'])).toBe('documents[3].lines[0].price'));
});

describe('lines of JSON', () => {
  it('are counted with the blank ones, and know where they begin and whether they are ended', () => {
    expect([...jsonLines('{}\r\n\n  \n[1]')]).toEqual([
      { text: '{}\r', offset: 0, line: 1, unended: false },
      { text: '[1]', offset: 8, line: 4, unended: true },
    ]);
  });
});
