import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../../src/formats/text/encode-text.ts';
import { ENCODINGS } from '../../src/formats/text/encoding.table.ts';
import { textSource, wholeText } from '../../src/formats/text/text-source.ts';
import { readXml } from '../../src/formats/xml/read-xml.ts';
import { type OutputElement, writeXml, XmlNotWritable } from '../../src/formats/xml/write-xml.ts';
import { characterNotInXml, textForXml } from '../../src/formats/xml/xml-character.ts';
import type { XmlElement } from '../../src/formats/xml/xml-tree.ts';
import { referenceXml } from './xml-reference-writer.ts';
import { seenBySecondReader, seenByUs } from './xml-second-reader.ts';

const NAMESPACES = { '': 'urn:root', cac: 'urn:aggregate', cbc: 'urn:basic' };
const OUTPUT_ENCODINGS = ['UTF-8', 'windows-1252', 'ISO-8859-1'] as const;

const leaf = (content: string, value = ''): OutputElement => ({
  name: 'cbc:ID',
  attributes: value === '' ? [] : [{ name: 'schemeID', value }],
  content,
});
const root = (...content: OutputElement[]): OutputElement => ({ name: 'Root', attributes: [], content });
const textOf = (bytes: Uint8Array) => wholeText(textSource(bytes));

/** What was asked for, in the words in which the readers' trees are compared; white space between children is nobody's. */
interface Said {
  namespace: string;
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Said[];
}

function asked({ name, attributes, content }: OutputElement): Said {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  return {
    namespace: NAMESPACES[prefix as keyof typeof NAMESPACES],
    name: local as string,
    attributes: Object.fromEntries(attributes.map((one) => [one.name, one.value])),
    text: typeof content === 'string' ? content : '',
    children: typeof content === 'string' ? [] : content.map(asked),
  };
}

function read(element: XmlElement): Said {
  const { namespace, name, text } = element;
  const attributes = Object.fromEntries(element.attributes.map((one) => [one.name, one.value]));
  return { namespace, name, attributes, text, children: element.children.map(read) };
}

/** Characters that writers lose: line ends, tabs, markup, the end of CDATA, what encodings do not have. */
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('\r', '\n', '\t', ' ', '<', '>', '&', '"', "'", ']]>', '&#13;', '\u0085') },
  { weight: 2, arbitrary: fc.constantFrom('å', '€', 'Ÿ', '\u0081', '\u2028', '\uFFFD', '日', '😀', '\u{10FFFF}') },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
);
const anyText = fc.array(character, { maxLength: 8 }).map((parts) => parts.join(''));
const text = anyText.filter((one) => characterNotInXml(one) === undefined);
const { element } = fc.letrec<{ element: OutputElement }>((tie) => ({
  element: fc.record({
    name: fc.constantFrom('cbc:ID', 'cac:Party', 'Note'),
    attributes: fc
      .uniqueArray(fc.record({ name: fc.constantFrom('schemeID', 'listID'), value: text }), {
        selector: ({ name }) => name,
        maxLength: 2,
      })
      .map((all) => all),
    content: fc.oneof(
      { weight: 3, arbitrary: text },
      { weight: 1, arbitrary: fc.array(tie('element'), { maxLength: 3 }) },
    ),
  }),
}));

describe.each(OUTPUT_ENCODINGS)('XML in %s', (encoding) => {
  test('is read again as it was given: names, namespaces, attributes and every character', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 3 }), (children) => {
        const document = root(...children);
        const bytes = writeXml(document, { namespaces: NAMESPACES, encoding });
        expect(read(readXml(bytes).root)).toEqual(asked(document));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same to a second reader', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 3 }), (children) => {
        const bytes = writeXml(root(...children), { namespaces: NAMESPACES, encoding });
        const [first, second] = [seenByUs(readXml(bytes).root), seenBySecondReader(textOf(bytes))];
        expect(spacesOfAttributesAside(second)).toEqual(spacesOfAttributesAside(first));
      }),
      { numRuns: 300 },
    );
  });

  test('is byte by byte what xmlbuilder2 writes', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 3 }), text, (children, value) => {
        const document = { ...root(...children), attributes: [{ name: 'version', value }] };
        const reference = referenceXml(document, NAMESPACES, encoding);
        const bytes = encodeText(reference, encoding, (codePoint) => `&#${codePoint};`);
        expect(writeXml(document, { namespaces: NAMESPACES, encoding })).toEqual(bytes);
      }),
      { numRuns: 300 },
    );
  });

  test('says its encoding, and gives the same bytes each time', () => {
    const bytes = writeXml(root(leaf('Blåbær €')), { namespaces: NAMESPACES, encoding });
    expect(textOf(bytes).startsWith(`<?xml version="1.0" encoding="${encoding}"?>\n<Root xmlns="urn:root"`)).toBe(true);
    expect(writeXml(root(leaf('Blåbær €')), { namespaces: NAMESPACES, encoding })).toEqual(bytes);
  });
});

test.each([true, false])(
  'in UTF-16, with a byte order mark: %s, and with CR LF, it is read again as it was given',
  (byteOrderMark) => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 3 }), (children) => {
        const document = root(...children);
        const encoding = byteOrderMark ? 'UTF-16LE' : 'UTF-8';
        const bytes = writeXml(document, { namespaces: NAMESPACES, encoding, byteOrderMark, lineEnd: 'crlf' });
        expect(read(readXml(bytes).root)).toEqual(asked(document));
        expect(textOf(bytes)).not.toMatch(/[^\r]\n/);
      }),
    );
  },
);

/** The second reader turns referenced white space of attributes into spaces, and shows them so. */
function spacesOfAttributesAside<Seen extends { attributes: Record<string, string>; children: Seen[] }>(
  seen: Seen,
): Seen {
  const attributes = Object.entries(seen.attributes).map(([name, value]) => [name, value.replace(/[\t\n\r]/g, ' ')]);
  return { ...seen, attributes: Object.fromEntries(attributes), children: seen.children.map(spacesOfAttributesAside) };
}

describe('what the encoding does not have', () => {
  test.each([
    ['UTF-8', '€ å 日', '€ å 日'],
    ['windows-1252', '€ å 日', '€ å &#26085;'],
    ['ISO-8859-1', '€ å 日', '&#8364; å &#26085;'],
    ['windows-1252', '\u0081 Ÿ', '&#129; Ÿ'],
    ['ISO-8859-1', '\u0081 Ÿ', '\u0081 &#376;'],
  ] as const)('in %s %s is written as %s', (encoding, given, written) => {
    const bytes = writeXml(root(leaf(given)), { namespaces: NAMESPACES, encoding });
    expect(textOf(bytes)).toContain(`<cbc:ID>${written}</cbc:ID>`);
  });

  test('what the encoding has is one byte, and the byte that is read as the same character', () => {
    for (const [name, key] of [
      ['windows-1252', 'windows-1252'],
      ['ISO-8859-1', 'iso-8859-1'],
    ] as const) {
      for (let byte = 0; byte <= 0xff; byte += 1) {
        const character = decoded(ENCODINGS[key].decode, byte);
        if (character !== undefined) expect([...encodeText(character, name, () => '?')]).toEqual([byte]);
      }
    }
  });
});

test.each([
  ['windows-1252', 'windows-1252'],
  ['ISO-8859-1', 'iso-8859-1'],
] as const)('in %s every character is written as itself or by its reference, never as another', (name, key) => {
  for (let codePoint = 0; codePoint < 0x2200; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    const reference = `&#${codePoint};`;
    expect([character, reference]).toContain(ENCODINGS[key].decode(encodeText(character, name, () => reference)));
  }
});

function decoded(decode: (bytes: Uint8Array) => string, byte: number): string | undefined {
  try {
    return decode(Uint8Array.of(byte));
  } catch {
    return undefined;
  }
}

describe('what XML 1.0 cannot hold', () => {
  test.each(['\u0000', '\u0008', '\u000B', '\u001F', '\uFFFE', '\uFFFF', '\uD800', 'a\uDC00b'])(
    'is refused and never dropped: %j',
    (bad) => {
      const attempts = [root(leaf(`a${bad}`)), root(leaf('a', `b${bad}`))];
      for (const attempt of attempts)
        expect(() => writeXml(attempt, { namespaces: NAMESPACES })).toThrow(XmlNotWritable);
    },
  );

  test('can be written out by its code point, and then nothing is refused', () => {
    expect(textForXml('a\u0001b\uD800c😀\uFFFF')).toBe('aU+0001bU+D800c😀U+FFFF');
    fc.assert(
      fc.property(anyText, (any) => {
        expect(characterNotInXml(textForXml(any))).toBeUndefined();
        if (characterNotInXml(any) === undefined) expect(textForXml(any)).toBe(any);
      }),
    );
  });

  test('a prefix that nobody declared is refused', () => {
    const odd: OutputElement = { name: 'ext:ID', attributes: [], content: 'x' };
    expect(() => writeXml(root(odd), { namespaces: NAMESPACES })).toThrow('ext:ID has a prefix that is not declared');
  });
});
