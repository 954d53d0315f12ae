import { describe, expect, test } from 'vitest';
import type { InvoiceResponse } from '../../src/domain/documents.generated.ts';
import { outputBytes, outputEnding, renumberedBytes } from '../../src/pipeline/output-bytes.ts';
import { outputName } from '../../src/pipeline/output-names.ts';
import { answerTo, resultOf } from '../rules/response-world.ts';

const ANSWER = answerTo(resultOf(1)).told as InvoiceResponse;
const DOCUMENTS = { 'order-match-result': resultOf(1), 'invoice-response': ANSWER };

test('answers to suppliers leave as XML, everything else as JSON, and the name says so', () => {
  expect(['invoice-response', 'order-match-result', 'acknowledgement'].map(outputEnding)).toEqual([
    'xml',
    'json',
    'json',
  ]);
  expect(outputName(7, 'invoice-response', 'doc1', 'd1')).toBe('0000000007_invoice-response_doc1_d1.xml');
  expect(outputName(7, 'order-match-result', 'doc1', 'd1')).toBe('0000000007_order-match-result_doc1_d1.json');
});

describe.each(Object.entries(DOCUMENTS))('%s', (document, content) => {
  test('has its delivery id inside', async () => {
    const text = (await outputBytes(content, 'delivery-1')).toString('utf8');
    expect(text.split('delivery-1')).toHaveLength(2);
  });

  test('sent again it says the same under the new delivery id', async () => {
    const bytes = Buffer.from(String(await outputBytes(content, 'delivery-1')));
    expect(renumberedBytes(document, bytes, 'delivery-1', 'delivery-2')).toEqual(
      await outputBytes(content, 'delivery-2'),
    );
  });
});

test('an answer whose number happens to be the delivery id is not changed in the wrong place', async () => {
  const clash = { ...ANSWER, invoice: { ...ANSWER.invoice, invoiceNo: 'delivery-1' } };
  const bytes = Buffer.from(String(await outputBytes(clash, 'delivery-1')));
  expect(() => renumberedBytes('invoice-response', bytes, 'delivery-1', 'delivery-2')).toThrow('do not name it once');
  expect(() => renumberedBytes('invoice-response', bytes, 'other', 'delivery-2')).toThrow('do not name it once');
});
