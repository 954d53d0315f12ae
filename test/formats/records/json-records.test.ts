import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { beginningOfJson } from '../../../src/formats/json/beginning-of-json.ts';
import { MalformedJson } from '../../../src/formats/json/json-cursor.ts';
import { isJsonObject, JsonNumber, type JsonValue } from '../../../src/formats/json/json-value.ts';
import { parseJson } from '../../../src/formats/json/parse-json.ts';
import { lineIndex } from '../../../src/formats/text/line-index.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { cutAt, plain, readPieces, readText } from './read-all.ts';

const json = (each?: string): MappingFormat => ({ format: 'json', ...(each === undefined ? {} : { each }) });
const whole = (text: string): unknown => readText(text, json()).records.map(({ record }) => plain(record));

/** What the elements of a value are, told from the parsed value alone. */
function elementsOf(name: string, value: JsonValue): unknown[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((entry) => entryOf(name, entry));
  return [entryOf(name, value)];
}

function entryOf(name: string, value: JsonValue): unknown {
  const inside = Array.isArray(value)
    ? value.map((entry) => entryOf('item', entry))
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([key, inner]) => elementsOf(key, inner))
      : [];
  if (inside.length > 0) return [name, ...inside];
  const isScalar = typeof value === 'string' || typeof value === 'boolean' || value instanceof JsonNumber;
  return `${name}=${isScalar ? (value instanceof JsonNumber ? value.text : String(value)) : ''}`;
}

const scalar = fc.constantFrom(
  '1',
  '-0.50',
  '1e5',
  '12345678901234567890.10',
  'true',
  'false',
  'null',
  '""',
  '"å\\n\\"x"',
  '"😀\\u00e5"',
  '"0012"',
);
const blank = fc.constantFrom('', ' ', '\n', '\r\n\t');
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc
      .tuple(fc.array(tie('value'), { maxLength: 4 }), blank)
      .map(([entries, between]) => `[${between}${entries.join(`,${between}`)}]`),
    fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'orders', 'Order No', 'å'), { maxLength: 4 }),
        fc.array(tie('value'), { minLength: 4, maxLength: 4 }),
        blank,
      )
      .map(
        ([names, values, between]) =>
          `{${names.map((name, index) => `${between}"${name}"${between}:${values[index]}`).join(',')}${between}}`,
      ),
  ),
}));
const cuts = fc.array(fc.nat(500), { maxLength: 12 });

describe('records of JSON', () => {
  it('are objects with their properties, numbers exactly as written, lists as several elements of one name', () => {
    expect(
      whole(
        '{"no":1.50,"big":12345678901234567890.123,"ok":true,"l":[{"q":1},{"q":2}],"none":null,"empty":[],"o":{"p":"x"}}',
      ),
    ).toEqual([['', 'no=1.50', 'big=12345678901234567890.123', 'ok=true', ['l', 'q=1'], ['l', 'q=2'], ['o', 'p=x']]]);
  });

  it('are called item in a list without a name, and a null there keeps its place', () => {
    expect(whole('[1,null,[2,3],{"a":[[4],[5]]}]')).toEqual([
      ['', 'item=1', 'item=', ['item', 'item=2', 'item=3'], ['item', ['a', 'item=4'], ['a', 'item=5']]],
    ]);
  });

  it('are given one after the other with what stands before and around them', () => {
    const text = '{"head":{"no":7},\n"orders":[{"id":1},\n{"id":2}],"end":9}';
    const read = readText(text, json('/orders'));
    expect(read.records.map(({ record, around }) => [plain(record), around, record.at])).toEqual([
      [['orders', 'id=1'], ['head', 'orders'], { line: 2, column: 11, path: 'orders[0]' }],
      [['orders', 'id=2'], ['head', 'orders'], { line: 3, column: 1, path: 'orders[1]' }],
    ]);
  });

  it('are found in lists in lists of objects, at the top of the file, and where there is one object or value', () => {
    const found = (text: string, each: string): unknown =>
      readText(text, json(each)).records.map(({ record }) => [plain(record), record.at.path]);
    expect(found('{"b":[{"h":1,"o":[{"x":1},{"x":2}]},{"h":2,"o":[{"x":3}]}]}', '/b/o')).toEqual([
      [['o', 'x=1'], 'b[0].o[0]'],
      [['o', 'x=2'], 'b[0].o[1]'],
      [['o', 'x=3'], 'b[1].o[0]'],
    ]);
    expect(found('[{"x":1},2,null]', '/item')).toEqual([
      [['item', 'x=1'], '[0]'],
      ['item=2', '[1]'],
      ['item=', '[2]'],
    ]);
    expect(found('{"o":{"x":1},"p":3}', '/*')).toEqual([
      [['o', 'x=1'], 'o'],
      ['p=3', 'p'],
    ]);
    expect(found('{"o":null,"p":[]}', '/*')).toEqual([]);
    expect(found(`{"Order No":[1]}`, `/'Order No'`)).toEqual([['Order No=1', 'Order No[0]']]);
  });

  it('are the same with the same places and faults, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(value, cuts, fc.constantFrom('/orders', '/item', '/*/a', undefined), (text, at, each) => {
        expect(readPieces(cutAt(text, at), json(each))).toEqual(readText(text, json(each)));
      }),
      propertyRuns(500),
    );
  });

  it('are what parsing the whole text gives', () => {
    fc.assert(
      fc.property(value, (text) => {
        const parsed = parseJson(text).value;
        const top = parsed === null ? [''] : [entryOf('', parsed)];
        expect(whole(text)).toEqual(parsed === null ? ['='] : top);
      }),
      propertyRuns(500),
    );
  });
});

describe('JSON that is none', () => {
  const faultOf = (text: string): unknown => {
    try {
      parseJson(text);
    } catch (error) {
      if (!(error instanceof MalformedJson)) throw error;
      return { code: error.code, message: error.message, at: lineIndex([text]).at(error.offset) };
    }
    return undefined;
  };
  const broken = fc
    .tuple(
      value,
      fc.nat(500),
      fc.constantFrom(
        'cut',
        ',',
        ':',
        '"',
        '}',
        ']',
        '{',
        '\\',
        '\u0000',
        'tru',
        '1.',
        '-',
        '01',
        'x',
        '"a":1,',
        'NaN',
        "'",
      ),
    )
    .map(([text, at, how]) => {
      const place = at % (text.length + 1);
      return how === 'cut' ? text.slice(0, place) : text.slice(0, place) + how + text.slice(place);
    });

  it('has the fault that parsing the whole text finds, at the same place, however it is cut', () => {
    fc.assert(
      fc.property(broken, cuts, fc.constantFrom('/orders', '/item', undefined), (text, at, each) => {
        expect(readPieces(cutAt(text, at), json(each)).fault).toEqual(faultOf(text));
      }),
      propertyRuns(2_000),
    );
  });

  it.each([
    ['', 'EMPTY_FILE', 1, 1],
    [' \n', 'EMPTY_FILE', 1, 1],
    ['{"a":1', 'TRUNCATED', 1, 7],
    ['{"a":"x', 'TRUNCATED', 1, 8],
    ['{"orders":[{"a":1},\n', 'TRUNCATED', 2, 1],
    ['{"a":1,\n"a":2}', 'JSON_NOT_WELL_FORMED', 2, 1],
    ['{"a":1} x', 'JSON_NOT_WELL_FORMED', 1, 9],
    ['{"a":01}', 'JSON_NOT_WELL_FORMED', 1, 6],
    ['{"a":1,}', 'JSON_NOT_WELL_FORMED', 1, 8],
    [`${'['.repeat(65)}1`, 'FILE_TOO_LARGE', 1, 65],
  ])('%j gives %s with its place', (text, code, line, column) => {
    expect(readText(text, json('/orders')).fault).toMatchObject({ code, at: { line, column } });
  });

  it('has given the good records before it', () => {
    const read = readText('{"o":[{"a":1},{"a":2},{"a":3,}]}', json('/o'));
    expect(read.records.map(({ record }) => plain(record))).toEqual([
      ['o', 'a=1'],
      ['o', 'a=2'],
    ]);
    expect(read.fault?.code).toBe('JSON_NOT_WELL_FORMED');
  });

  it('gives nothing where the whole file is the record', () => {
    expect(readText('{"a":1} {"a":2}', json())).toMatchObject({ records: [], fault: { code: 'JSON_NOT_WELL_FORMED' } });
  });

  it('has more around its records than is kept', () => {
    const many = Array.from({ length: 100_001 }, () => '1').join(',');
    expect(readText(`{"x":[${many}],"o":[]}`, json('/o')).fault?.code).toBe('FILE_TOO_LARGE');
    expect(readText(`{"o":[${many}]}`, json('/o')).fault).toBeUndefined();
    const long = `"${'x'.repeat(5_000_001)}"`;
    expect(readText(`{"x":${long},"o":[]}`, json('/o')).fault?.code).toBe('FILE_TOO_LARGE');
    expect(readText(`{"o":[${long},${long}]}`, json('/o')).fault).toBeUndefined();
  });
});

describe('the beginning of a JSON file', () => {
  it('shows what can be read of it', () => {
    const top = beginningOfJson('{"type":"SO","lines":[{"a":1},{"b"');
    expect(top?.children.map(({ name, text }) => `${name}=${text}`)).toEqual(['type=SO', 'lines=', 'lines=']);
    expect(beginningOfJson('<a/>')).toBeNull();
    expect(beginningOfJson('{"a":1,x}')?.children.map(({ name }) => name)).toEqual(['a']);
  });
});
