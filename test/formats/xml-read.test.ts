import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Sink } from '../../src/formats/xml/base64-sink.ts';
import { readXml } from '../../src/formats/xml/read-xml.ts';
import { XML_LIMITS } from '../../src/formats/xml/xml-limits.table.ts';
import { attributeOf, type XmlElement } from '../../src/formats/xml/xml-tree.ts';

const root = (text: string): XmlElement => readXml(Buffer.from(text)).root;
const fault = (text: string | Buffer): unknown => {
  try {
    readXml(Buffer.from(text));
  } catch (error) {
    const { code, message, at, hint } = error as Record<'code' | 'message' | 'at' | 'hint', unknown>;
    expect(hint).toEqual(expect.any(String));
    return { code, message, at };
  }
  return 'no fault';
};

describe('the tree', () => {
  it('has expanded names, whatever the prefixes are and wherever they are declared', () => {
    const one = root('<a:x xmlns:a="u"><a:y/></a:x>');
    const two = root('<x xmlns="u"><q:y xmlns:q="u"/></x>');
    for (const tree of [one, two]) {
      expect({
        namespace: tree.namespace,
        name: tree.name,
        inner: tree.children.map(({ namespace, name }) => ({ namespace, name })),
      }).toEqual({
        namespace: 'u',
        name: 'x',
        inner: [{ namespace: 'u', name: 'y' }],
      });
    }
  });

  it('keeps text as written: comments, instructions and CDATA do not split it', () => {
    expect(root('<ID>12<!--x-->34<![CDATA[<5&]]><?p q?> 6\t</ID>').text).toBe(
      '12345'.replace('5', '<5&').concat(' 6\t'),
    );
    expect(root('<a>  </a>').text).toBe('  ');
    expect(root('<a>&lt;&#xe5;&#229;\r\n&amp;</a>').text).toBe('<åå\n&');
  });

  it('drops white space between children and keeps the order of mixed text', () => {
    expect(root('<a>\n <b/>\n <c/>\n</a>')).toMatchObject({ text: '', mixed: null });
    expect(root('<a>x<b/>\n<c/>y</a>')).toMatchObject({ text: 'x\ny', mixed: ['x', '\n', 'y'] });
    expect(root('<a><b/><c/>y</a>')).toMatchObject({ text: 'y', mixed: ['', '', 'y'] });
  });

  it('has attributes without declarations, and their namespaces', () => {
    const { attributes } = root('<a xmlns="u" xmlns:p="v" x="1" p:x="2"/>');
    expect(attributes).toEqual([
      { namespace: '', name: 'x', value: '1' },
      { namespace: 'v', name: 'x', value: '2' },
    ]);
    expect(attributeOf(root('<constructor valueOf="1"/>'), 'valueOf')).toBe('1');
  });

  it('knows parents, and the line and column of every start tag, also behind comments and attributes', () => {
    const text = '<?xml version="1.0"?>\r\n<!-- c --><a\n x="1"><!-- d\n -->\n  <b>é</b><?p?><c/><![CDATA[]]><d/></a>';
    const document = readXml(Buffer.from(text));
    const places = [document.root, ...document.root.children].map((element) => ({
      name: element.name,
      ...document.placeOf(element),
    }));
    expect(places).toEqual([
      { name: 'a', line: 2, column: 11 },
      { name: 'b', line: 5, column: 3 },
      { name: 'c', line: 5, column: 16 },
      { name: 'd', line: 5, column: 32 },
    ]);
    expect(document.root.children.every(({ parent }) => parent === document.root)).toBe(true);
  });
});

describe('text that is no XML', () => {
  it.each([
    ['', 'EMPTY_FILE', 1, 1],
    [' \n ', 'EMPTY_FILE', 1, 1],
    ['<', 'TRUNCATED', 1, 2],
    ['<?xml version="1.0"?>', 'TRUNCATED', 1, 22],
    ['<a>\n<b>', 'TRUNCATED', 2, 4],
    ['<a>x &am', 'TRUNCATED', 1, 9],
    ['<a><!-- & ', 'TRUNCATED', 1, 11],
    ['<a/><!-- x', 'TRUNCATED', 1, 11],
    ['<a>\nAT&T</a>', 'XML_NOT_WELL_FORMED', 2, 3],
    ['<a>\nA & B; <b/></a>', 'XML_NOT_WELL_FORMED', 2, 3],
    ['<a><!-- & -->x&y z;</a>', 'XML_NOT_WELL_FORMED', 1, 15],
    ['<a>&nbsp;</a>', 'XML_NOT_WELL_FORMED', 1, 4],
    ['<a b="x&y"/>', 'XML_NOT_WELL_FORMED', 1, 8],
    ['<a>\n <b></c></a>', 'XML_NOT_WELL_FORMED', 2, 5],
    ['<a/>\n<b/>', 'XML_NOT_WELL_FORMED', 2, 3],
    ['x<a/>', 'XML_NOT_WELL_FORMED', 1, 1],
    ['<a/> x', 'XML_NOT_WELL_FORMED', 1, 6],
    ['<p:a/>', 'XML_NOT_WELL_FORMED', 1, 6],
    ['<a b="1" b="2"/>', 'XML_NOT_WELL_FORMED', 1, 16],
    ['<a>\u0000</a>', 'XML_NOT_WELL_FORMED', 1, 4],
    ['<a>&#0;</a>', 'XML_NOT_WELL_FORMED', 1, 7],
    ['<a>1 < 2</a>', 'XML_NOT_WELL_FORMED', 1, 7],
    ['<!DOCTYPE a><a/>', 'XML_DOCTYPE_REFUSED', 1, 1],
    ['<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE a [<!ENTITY b "c">', 'XML_DOCTYPE_REFUSED', 3, 1],
    ['<!doctype html><html/>', 'XML_DOCTYPE_REFUSED', 1, 1],
  ])('%j gives %s with its place', (text, code, line, column) => {
    expect(fault(text)).toMatchObject({ code, at: { line, column } });
  });

  it('is told in words: which tag does not fit, and what is open', () => {
    expect(fault('<a>\n<b>\n</a>')).toMatchObject({
      message: 'The end tag </a> does not fit: the element that is open is <b> of line 2.',
    });
    expect(fault('<a>\n<b>')).toMatchObject({
      message: 'The file ends before <a> is closed; innermost open is <b> of line 2.',
    });
  });

  it('has no DOCTYPE only where the word stands in a comment or in text', () => {
    expect(root('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE b>]]></a>').text).toBe('<!DOCTYPE b>');
  });

  it('is refused when it is cut anywhere before the end of the root element', () => {
    const whole = Buffer.from(
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- å --><a b="ø">\n<c>&#xe5;&amp;€</c><![CDATA[x]]><?p?></a>',
    );
    for (let end = 0; end < whole.length; end += 1) {
      expect(fault(whole.subarray(0, end))).toMatchObject({
        code: end === 0 ? 'EMPTY_FILE' : 'TRUNCATED',
        at: { line: expect.any(Number) },
      });
    }
    expect(fault(whole)).toBe('no fault');
  });
});

describe('limits', () => {
  const limits = {
    ...XML_LIMITS,
    depth: 5,
    attributesPerElement: 4,
    nodes: 50,
    prologCharacters: 300,
    textCharacters: 1000,
    sunkCharacters: 2000,
  };
  const sinks = new Map([['B', () => base64Sink(createHash('sha256'))]]);
  const limited = (text: string): unknown => {
    try {
      readXml(Buffer.from(text), { limits, sinks });
    } catch (error) {
      return (error as { code: unknown }).code;
    }
    return 'no fault';
  };

  it.each([
    ['depth', '<a>'.repeat(5) + '</a>'.repeat(5), '<a>'.repeat(6) + '</a>'.repeat(6)],
    ['attributes', '<a a="" b="" c="" d=""/>', '<a a="" b="" c="" d="" e=""/>'],
    ['nodes', `<a>${'<b/>'.repeat(49)}</a>`, `<a>${'<b/>'.repeat(50)}</a>`],
    ['prolog', `<!--${'x'.repeat(293)}--><a/>`, `<!--${'x'.repeat(294)}--><a/>`],
    ['an attachment', `<a><B>${'A'.repeat(2000)}</B></a>`, `<a><B>${'A'.repeat(2001)}</B></a>`],
  ])('of %s: up to it is read, beyond it is refused', (_, good, bad) => {
    expect([limited(good), limited(bad)]).toEqual(['no fault', 'XML_LIMIT']);
  });

  it.each([
    ['100,000 levels', '<a>'.repeat(100_000)],
    ['a million attributes', `<a ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['a text of 100 MB', `<a>${'x'.repeat(100_000_000)}</a>`],
    ['a comment of 100 MB', `<a><!--${'x'.repeat(100_000_000)}--></a>`],
    ['a reference of 100 MB', `<a>&${'x'.repeat(100_000_000)};</a>`],
    ['100 MB of white space', ' '.repeat(100_000_000)],
  ])('end %s', (_, text) => expect(fault(text)).toMatchObject({ code: 'XML_LIMIT' }));
});

describe('a sink', () => {
  const sinks = new Map([['B', () => base64Sink(createHash('sha256'))]]);
  const sunk = (text: string): unknown =>
    readXml(Buffer.from(`<a><B>${text}</B><c>after</c></a>`), { sinks }).root.children[0]?.sunk;
  const expected = (bytes: Buffer): unknown => ({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sound: true,
  });

  it('counts and hashes the decoded bytes, however the base64 is folded, and keeps no text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom('\n', '\r\n', '&#13;\n', '<!--x-->', ' '),
        (content, width, fold) => {
          const bytes = Buffer.from(content);
          const folded = bytes.toString('base64').replace(new RegExp(`.{${width}}`, 'g'), `$&${fold}`);
          const [first, second] = readXml(Buffer.from(`<a><B>${folded}</B><c>after</c></a>`), { sinks }).root.children;
          expect(first).toMatchObject({ text: '', sunk: expected(bytes) });
          expect(second?.text).toBe('after');
        },
      ),
    );
  });

  it('takes megabytes past the parser and still finds what comes after, with its place', () => {
    const bytes = Buffer.alloc(5_000_000, 'abc');
    const text = `<a>\n<B x="1">${bytes.toString('base64').replace(/.{76}/g, '$&\n')}</B>\n<c/></a>`;
    const document = readXml(Buffer.from(text), { sinks });
    const [first, second] = document.root.children;
    expect(first?.sunk).toEqual(expected(bytes));
    expect(document.placeOf(second as XmlElement)).toEqual({ line: text.split('\n').length, column: 1 });
  });

  it('says so where the text is no base64', () => {
    for (const bad of ['A', 'AA', 'AAA*', 'AA=A', 'AAAA=', '====', 'AAA=='])
      expect(sunk(bad), bad).toMatchObject({ sound: false });
    expect(sunk('')).toMatchObject({ sound: true, bytes: 0 });
  });
});
