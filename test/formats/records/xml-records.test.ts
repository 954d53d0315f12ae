import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/domain/fault.ts';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { readRecords } from '../../../src/formats/records/open-records.ts';
import { base64Sink } from '../../../src/formats/xml/base64-sink.ts';
import { readXml } from '../../../src/formats/xml/read-xml.ts';
import { XML_LIMITS } from '../../../src/formats/xml/xml-limits.table.ts';
import type { XmlElement } from '../../../src/formats/xml/xml-tree.ts';
import { SHARED_INVOICES_THERE, sharedInvoices, WITHOUT_SHARED } from '../../mapping/shared-invoices.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { cutAt, plain, readPieces, readText } from './read-all.ts';

const xml = (each?: string): MappingFormat => ({ format: 'xml', ...(each === undefined ? {} : { each }) });

/** An element without places and parents, as data. */
const bare = ({ namespace, name, attributes, text, mixed, children }: XmlElement): unknown => ({
  namespace,
  name,
  attributes,
  text,
  mixed,
  children: children.map(bare),
});

const records = (bytes: Buffer, format: MappingFormat): unknown[] => {
  const read: unknown[] = [];
  readRecords(bytes, format, {}, { record: ({ element }) => read.push(bare(element)), refused: () => undefined });
  return read;
};

const inner = fc.array(
  fc.constantFrom(
    '<A x="1">a&amp;å😀</A>',
    '<B/>',
    '\n  ',
    'text ',
    '<!-- c -->',
    '<?p q?>',
    '<C><D>1</D>\r\n<D>2</D></C>',
    '<![CDATA[<&]]>',
    '<Order>inside</Order>',
  ),
  { maxLength: 5 },
);
const order = inner.map((parts) => `<Order n="1">${parts.join('')}</Order>`);
const between = fc.constantFrom('', '\n', '<!-- between -->', '<Note>n</Note>', ' \r\n ', '<Order/>');
const document = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0"?>\n<!-- å -->'), fc.array(fc.tuple(between, order), { maxLength: 5 }))
  .map(([prolog, parts]) => `${prolog}<Orders><Head>h</Head>${parts.flat().join('')}</Orders>`);
const cuts = fc.array(fc.nat(1_000), { maxLength: 12 });

describe('records of XML', () => {
  it('are the elements at the path, each with what stands before it, and no record before it', () => {
    const text =
      '<Orders>\n<Head>7</Head>\n<Order><No>1</No></Order><Note>x</Note>\n<Order><No>2</No></Order><End>9</End></Orders>';
    const read = readText(text, xml('/Orders/Order'));
    expect(read.records.map(({ record, around }) => [plain(record), around, record.at])).toEqual([
      [['Order', 'No=1'], ['Head=7', 'Order'], { line: 3, column: 1, path: '/Orders/Order[1]' }],
      [['Order', 'No=2'], ['Head=7', 'Note=x', 'Order'], { line: 4, column: 1, path: '/Orders/Order[2]' }],
    ]);
  });

  it('inside others see what is around them, and not what was around those before', () => {
    const text = '<a><b><h>1</h><c>x</c></b><b><h>2</h><c>y</c><c>z</c></b></a>';
    const seen: unknown[] = [];
    readRecords(
      Buffer.from(text),
      xml('/a/b/c'),
      {},
      {
        record: ({ element, root, placeOf }) =>
          seen.push([element.text, element.parent?.children[0]?.text, root.children.length, placeOf(element).path]),
        refused: () => undefined,
      },
    );
    expect(seen).toEqual([
      ['x', '1', 1, '/a/b[1]/c[1]'],
      ['y', '2', 1, '/a/b[2]/c[1]'],
      ['z', '2', 1, '/a/b[2]/c[2]'],
    ]);
  });

  it('are found by their namespace, whatever the prefixes of the file are', () => {
    const text = '<o xmlns="u" xmlns:q="v"><p/><q:p/></o>';
    const found = (each: string, namespaces: Record<string, string>): unknown =>
      readText(text, xml(each), namespaces).records.map(({ record }) => record.at.path);
    expect(found('/x:o/x:p', { x: 'u' })).toEqual(['/x:o/x:p[1]']);
    expect(found('/o/p', { '': 'u' })).toEqual(['/o/p[1]']);
    expect(found('/x:o/y:p', { x: 'u', y: 'v' })).toEqual(['/x:o/y:p[1]']);
    expect(found('/o/p', {})).toHaveLength(2);
    expect(found('/*/*', { x: 'u' })).toHaveLength(2);
    expect(found('/o/p', { x: 'u' })).toEqual([]);
  });

  it('are the same with the same places, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(
        document,
        cuts,
        fc.constantFrom('/Orders/Order', '/Orders/*', '/Orders/Order/C', undefined),
        (text, at, each) => {
          expect(readPieces(cutAt(text, at), xml(each))).toEqual(readText(text, xml(each)));
        },
      ),
      propertyRuns(300),
    );
  });

  it('are the subtrees of the whole tree', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { root } = readXml(Buffer.from(text));
        const orders = root.children.filter(({ name }) => name === 'Order');
        expect(records(Buffer.from(text), xml('/Orders/Order'))).toEqual(orders.map(bare));
        expect(records(Buffer.from(text), xml())).toEqual([bare(root)]);
      }),
      propertyRuns(300),
    );
  });

  it('have places that the whole tree has', () => {
    fc.assert(
      fc.property(document, (text) => {
        const tree = readXml(Buffer.from(text));
        const lines: unknown[] = [];
        const all = (element: XmlElement, placeOf: (element: XmlElement) => unknown): void => {
          lines.push(placeOf(element));
          for (const child of element.children) all(child, placeOf);
        };
        for (const child of tree.root.children) if (child.name === 'Order') all(child, (at) => tree.placeOf(at));
        const expected = lines.splice(0);
        readRecords(
          Buffer.from(text),
          xml('/Orders/Order'),
          {},
          {
            record: ({ element, placeOf }) =>
              all(element, (at) => {
                const { line, column } = placeOf(at);
                return { line, column };
              }),
            refused: () => undefined,
          },
        );
        expect(lines).toEqual(expected);
      }),
      propertyRuns(200),
    );
  });
});

describe('XML that is none', () => {
  const broken = fc
    .tuple(
      document,
      fc.nat(1_000),
      fc.constantFrom('cut', '<', '&', '</Order>', '</x>', 'ÿ', '\u0001', '>', '"', '<!DOCTYPE a>', '<a b=c>'),
    )
    .map(([text, at, how]) => {
      const place = at % text.length;
      return how === 'cut' ? text.slice(0, place) : text.slice(0, place) + how + text.slice(place);
    })
    .filter((text) => text.isWellFormed());
  const faultOf = (read: () => unknown): unknown => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { code: error.code, message: error.message, at: error.at };
    }
    return undefined;
  };

  it('has the fault that the reader of whole documents finds, whatever the records are and however it is cut', () => {
    fc.assert(
      fc.property(broken, cuts, fc.constantFrom('/Orders/Order', '/Orders/Order/C', undefined), (text, at, each) => {
        const expected = faultOf(() => readXml(Buffer.from(text)));
        const read = readPieces(cutAt(text, at), xml(each));
        expect({ ...read.fault, at: undefined }).toEqual({ ...(expected as object), at: undefined });
        expect({ line: read.fault?.at?.line, column: read.fault?.at?.column }).toEqual({
          line: (expected as { at?: { line: number } } | undefined)?.at?.line,
          column: (expected as { at?: { column: number } } | undefined)?.at?.column,
        });
      }),
      propertyRuns(1_000),
    );
  });

  it('has given the good records before it, and no record whose end tag is another one', () => {
    const read = readText('<a><b>1</b><b>2</b><b>3</c></a>', xml('/a/b'));
    expect(read.records.map(({ record }) => record.text)).toEqual(['1', '2']);
    expect(read.fault).toMatchObject({
      code: 'XML_NOT_WELL_FORMED',
      message: 'The end tag </c> does not fit: the element that is open is <b> of line 1.',
    });
  });

  it('gives nothing where the whole document is the record', () => {
    const read = readText('<a><b>1</b></a>\n<a/>', xml());
    expect(read).toMatchObject({ records: [], fault: { code: 'XML_NOT_WELL_FORMED', at: { line: 2, column: 3 } } });
  });

  it.each(['', ' \n '])('is empty: %j', (text) => {
    expect(readText(text, xml('/a/b')).fault).toMatchObject({ code: 'EMPTY_FILE' });
  });
});

describe('limits of XML that is read record by record', () => {
  const xmlLimits = {
    ...XML_LIMITS,
    nodes: 40,
    nodesAround: 20,
    charactersAround: 60,
    depth: 6,
    prologCharacters: 200,
  };
  const code = (text: string, each?: string): unknown => readPieces([text], xml(each), {}, { xmlLimits }).fault?.code;

  it('count for one record, not for the file', () => {
    const record = `<b xmlns:q="u" x="1">${'<c/>'.repeat(30)}</b>`;
    expect(code(`<a>${record.repeat(100)}</a>`, '/a/b')).toBeUndefined();
    expect(code(`<a>${record.repeat(2)}</a>`)).toBe('XML_LIMIT');
    expect(code(`<a><b>${'<c/>'.repeat(50)}</b></a>`, '/a/b')).toBe('XML_LIMIT');
  });

  it('count what stays around records, but not what has gone', () => {
    expect(code(`<a>${'<n/>'.repeat(30)}<b/></a>`, '/a/b')).toBe('XML_LIMIT');
    expect(code(`<a>${'<b><h/><c/></b>'.repeat(100)}</a>`, '/a/b/c')).toBeUndefined();
    expect(code(`<a><n>${'x'.repeat(61)}</n><b/></a>`, '/a/b')).toBe('XML_LIMIT');
    expect(code(`<a n="${'x'.repeat(61)}"><b/></a>`, '/a/b')).toBe('XML_LIMIT');
    expect(
      code(`<a>${`<b><h>${'x'.repeat(50)}</h><c>${'x'.repeat(90)}</c></b>`.repeat(10)}</a>`, '/a/b/c'),
    ).toBeUndefined();
    expect(code(`<!--${'x'.repeat(300)}--><a/>`, '/a/b')).toBe('XML_LIMIT');
    expect(code('<x>'.repeat(7), '/a/b')).toBe('XML_LIMIT');
  });
});

it('large base64 goes to a sink, as in whole documents', () => {
  const sinks = new Map([['B', () => base64Sink(createHash('sha256'))]]);
  const bytes = Buffer.alloc(100_000, 'abc');
  const text = `<a><o><B>${bytes.toString('base64')}</B></o><o/></a>`;
  const sunk: unknown[] = [];
  readRecords(
    Buffer.from(text),
    xml('/a/o'),
    {},
    { record: ({ element }) => sunk.push(element.children[0]?.sunk), refused: () => undefined },
    { sinks },
  );
  expect(sunk).toEqual([
    { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), sound: true },
    undefined,
  ]);
});

describe.runIf(SHARED_INVOICES_THERE)('every real invoice', () => {
  it('is the same record as its whole tree', () => {
    for (const example of sharedInvoices()) {
      const bytes = example.bytes();
      expect(records(bytes, xml()), example.file).toEqual([bare(readXml(bytes).root)]);
    }
  });
});

it.skipIf(SHARED_INVOICES_THERE)(`skipped: ${WITHOUT_SHARED}`, () => {});
