import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSource, wholeText } from '../../src/formats/text/text-source.ts';
import { readXml } from '../../src/formats/xml/read-xml.ts';
import { SHARED_INVOICES_THERE, sharedInvoices, WITHOUT_SHARED } from '../mapping/shared-invoices.ts';
import { seenBySecondReader, seenByUs } from './xml-second-reader.ts';

describe.runIf(SHARED_INVOICES_THERE)('over every real invoice, a second reader', () => {
  it.each(sharedInvoices().map((example) => [example.file, example] as const))('sees the same in %s', (_, example) => {
    const bytes = example.bytes();
    expect(seenByUs(readXml(bytes).root)).toEqual(seenBySecondReader(wholeText(textSource(bytes))));
  });
});

it.skipIf(SHARED_INVOICES_THERE)(`skipped: ${WITHOUT_SHARED}`, () => {});

describe('over generated documents, a second reader', () => {
  const name = fc.constantFrom('a', 'b', 'cbc:ID', 'cac:Party');
  const text = fc
    .array(
      fc.constantFrom(
        'x',
        'å€😀',
        '&amp;',
        '&lt;',
        '&#229;',
        '&#x20AC;',
        ' ',
        '\n',
        '<!-- c -->',
        '<![CDATA[<&>]]>',
        '<?p q?>',
        '0012',
        '10.50',
        ']]',
        '&gt;',
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));
  const attributes = fc.dictionary(
    fc.constantFrom('x', 'schemeID', 'y'),
    fc.constantFrom('', '1', 'å&quot;', 'a\tb', "&apos;'"),
    { maxKeys: 2 },
  );
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        name,
        attributes,
        fc.array(fc.oneof({ weight: 2, arbitrary: text }, { weight: 1, arbitrary: tie('element') }), { maxLength: 4 }),
      )
      .map(([tag, pairs, inner]) => {
        const written = Object.entries(pairs).map(([key, value]) => ` ${key}="${value}"`);
        return `<${tag}${written.join('')}>${inner.join('')}</${tag}>`;
      }),
  }));

  it('sees the same', () => {
    fc.assert(
      fc.property(element, (inner) => {
        const document = `<?xml version="1.0"?>\n<root xmlns:cbc="u" xmlns:cac="v">${inner}</root>`;
        expect(seenByUs(readXml(Buffer.from(document)).root)).toEqual(seenBySecondReader(document));
      }),
      { numRuns: 300 },
    );
  });
});
