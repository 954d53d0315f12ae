import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/domain/decision.ts';
import type { InvoiceResponse } from '../../src/domain/documents.generated.ts';
import { readXml } from '../../src/formats/xml/read-xml.ts';
import { textForXml } from '../../src/formats/xml/xml-character.ts';
import type { XmlElement } from '../../src/formats/xml/xml-tree.ts';
import { writeInvoiceResponse } from '../../src/mapping/ubl/write-invoice-response.ts';
import { reasonSentence } from '../../src/texts/reason-sentence.ts';
import { type Language, LANGUAGES } from '../../src/texts/text.ts';
import { seenBySecondReader, seenByUs } from '../formats/xml-second-reader.ts';
import { addressed, answering, answerTo, resultOf } from '../rules/response-world.ts';
import { againstT111 } from './t111-structure.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const GOLDEN = `${import.meta.dirname}/../golden/invoice-response`;

const QUESTIONS: Reason[] = [
  { code: 'OUTSIDE_TOLERANCE', at: '1001/1', expected: '1000.00', actual: '1300.00', allowed: '50.00' },
  { code: 'PRODUCT_UNKNOWN', at: 'line:2', actual: 'Skruer <M4> & "muttere"' },
];
const told = (status: Parameters<typeof resultOf>[0], reasons: Reason[] = [], language: Language = 'en') =>
  ({
    ...answerTo(resultOf(status, reasons), { rules: answering('all', { language }) }).told,
    deliveryId: '0193-delivery',
  }) as InvoiceResponse;

const EXAMPLES = {
  accepted: told(1),
  'in-process': told(8),
  question: told(4, QUESTIONS),
  spørsmål: told(4, QUESTIONS, 'nb'),
  'credit-note-rejected': {
    ...told(6, [{ code: 'TOTALS_DO_NOT_ADD_UP', at: 'BR-CO-15', expected: '1250.00', actual: '1251.00' }], 'nl'),
    invoice: { invoiceNo: 'K-7', issueDate: '2026-11-02', typeCode: '381' },
  },
} satisfies Record<string, InvoiceResponse>;

/** Both readers see the same, and nothing is against the structure. */
function expectSound(bytes: Uint8Array): XmlElement {
  const { root } = readXml(bytes);
  expect(seenBySecondReader(Buffer.from(bytes).toString('utf8'))).toEqual(seenByUs(root));
  expect(againstT111(root)).toEqual([]);
  return root;
}

const at = (element: XmlElement, ...path: string[]): XmlElement[] =>
  path.reduce(
    (elements, name) => elements.flatMap((one) => one.children.filter((child) => child.name === name)),
    [element],
  );

describe('an Invoice Response as UBL', () => {
  test.each(Object.entries(EXAMPLES))(
    '%s: the golden file, seen alike by two readers, as T111 is built',
    (name, content) => {
      const bytes = writeInvoiceResponse(content);
      const file = `${GOLDEN}/${name}.xml`;
      if (process.env['REWRITE_GOLDEN'] === '1') writeFileSync(file, bytes);
      expect(Buffer.from(bytes).toString('utf8')).toBe(readFileSync(file, 'utf8'));
      expectSound(bytes);
    },
  );

  test('is in the namespaces of UBL, and says what it is', () => {
    const { root } = readXml(writeInvoiceResponse(EXAMPLES.question));
    expect([root.namespace, root.name]).toEqual([`${UBL}ApplicationResponse-2`, 'ApplicationResponse']);
    const seen = (element: XmlElement): string[] => [
      `${element.children.length === 0 ? 'Basic' : 'Aggregate'} ${element.namespace}`,
      ...element.children.flatMap(seen),
    ];
    expect([...new Set(root.children.flatMap(seen))].sort()).toEqual([
      `Aggregate ${UBL}CommonAggregateComponents-2`,
      `Basic ${UBL}CommonBasicComponents-2`,
    ]);
    expect(at(root, 'CustomizationID')[0]?.text).toBe('urn:fdc:peppol.eu:poacc:trns:invoice_response:3');
    expect(at(root, 'ProfileID')[0]?.text).toBe('urn:fdc:peppol.eu:poacc:bis:invoice_response:3');
    expect(at(root, 'ID')[0]?.text).toBe('0193-delivery');
  });

  test('has every value of the document, each sentence in its language', () => {
    const root = expectSound(writeInvoiceResponse(EXAMPLES.spørsmål));
    const status = at(root, 'DocumentResponse', 'Response', 'Status');
    expect(status.map((one) => at(one, 'StatusReason')[0]?.text)).toEqual([
      'Beløpet på ordrelinje 1001/1 er ikke som bestilt: fakturaen har 1300.00, ordren 1000.00.',
      'Varen på fakturalinje 2 er ikke kjent hos oss: Skruer <M4> & "muttere".',
      undefined,
    ]);
    expect(JSON.stringify(seenByUs(root))).not.toContain('50.00"');
  });

  test('any text in it is read again as it was given, and what XML cannot hold by its code point', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.constantFrom('&amp;', ']]>', '<!--', 'a\r\nb', '\t', '\u0000', '\uD83D', '\uFFFF', '&#13;', '<x/>'),
    );
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.constantFrom(...LANGUAGES), (value, name, number, language) => {
        const reason = { code: 'PRODUCT_UNKNOWN', at: `line:${value}`, actual: value };
        const content: InvoiceResponse = {
          ...told(9, [reason as Reason], language),
          sender: { ...EXAMPLES.question.sender, name },
          invoice: { invoiceNo: number, typeCode: '380' },
        };
        const written = readXml(writeInvoiceResponse(content)).root;
        const text = (...path: string[]) => at(written, ...path)[0]?.text;
        const kept = (given: string) => (given.trim() === '' ? undefined : textForXml(given));
        expect(text('SenderParty', 'PartyLegalEntity', 'RegistrationName')).toBe(kept(name));
        expect(text('DocumentResponse', 'DocumentReference', 'ID')).toBe(kept(number));
        expect(text('DocumentResponse', 'Response', 'Status', 'StatusReason')).toBe(
          kept(reasonSentence(language, content.clarifications[0]?.reason ?? reason, 'response')),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('whatever was decided, it is built as T111', () => {
    const reasons = fc.record({
      code: fc.constantFrom('ORDER_NOT_FOUND', 'OUTSIDE_TOLERANCE', 'MISSING_VALUE', 'BUYER_MISMATCH', 'GROSS_ORDER'),
      at: fc.constantFrom('1001/1', 'line:3', 'due-date', 'document'),
      expected: fc.constantFrom('10.00', ''),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.array(reasons, { maxLength: 4 }), (status, all) => {
        expectSound(writeInvoiceResponse(told(status as 1, all as Reason[])));
      }),
      { numRuns: 100 },
    );
  });
});

test('an answer to a document of a supplier without a date refers to it by its number', () => {
  const { issueDate: _, ...undated } = addressed();
  const content = { ...(answerTo(resultOf(7), { of: undated }).told as InvoiceResponse), deliveryId: 'd' };
  expect(at(expectSound(writeInvoiceResponse(content)), 'DocumentResponse', 'DocumentReference', 'IssueDate')).toEqual(
    [],
  );
});
