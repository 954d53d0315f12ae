import { describe, expect, test } from 'vitest';
import type { InvoiceResponse, OutboundDocument } from '../../src/domain/documents.generated.ts';
import { renumberedOutput, writeOutput } from '../../src/pipeline/output-bytes.ts';
import { CANONICAL_FORMS, outputEnding } from '../../src/pipeline/output-form.ts';
import { outputName } from '../../src/pipeline/output-names.ts';
import { answerTo, resultOf } from '../rules/response-world.ts';

const ANSWER = answerTo(resultOf(1)).told as InvoiceResponse;
const DOCUMENTS = { 'order-match-result': resultOf(1), 'invoice-response': ANSWER };

const endingOf = (document: string) => outputEnding(document, CANONICAL_FORMS);
const outputBytes = async (...[content, id]: [OutboundDocument, string]) =>
  (await writeOutput(content, id, CANONICAL_FORMS)).bytes;
const renumberedBytes = async (document: string, bytes: Buffer, from: string, to: string) =>
  (await renumberedOutput(document, bytes, from, to, CANONICAL_FORMS)).bytes;

test('answers to suppliers leave as XML, everything else as JSON, and the name says so', () => {
  expect(['invoice-response', 'order-match-result', 'acknowledgement'].map(endingOf)).toEqual(['xml', 'json', 'json']);
  expect(outputName(7, 'invoice-response', 'doc1', 'd1', endingOf('invoice-response'))).toBe(
    '0000000007_invoice-response_doc1_d1.xml',
  );
  expect(outputName(7, 'order-match-result', 'doc1', 'd1', endingOf('order-match-result'))).toBe(
    '0000000007_order-match-result_doc1_d1.json',
  );
});

describe.each(Object.entries(DOCUMENTS))('%s', (document, content) => {
  test('has its delivery id inside', async () => {
    const text = (await outputBytes(content, 'delivery-1')).toString('utf8');
    expect(text.split('delivery-1')).toHaveLength(2);
  });

  test('sent again it says the same under the new delivery id', async () => {
    const bytes = Buffer.from(String(await outputBytes(content, 'delivery-1')));
    expect(await renumberedBytes(document, bytes, 'delivery-1', 'delivery-2')).toEqual(
      await outputBytes(content, 'delivery-2'),
    );
  });
});

test('an answer whose number happens to be the delivery id is not changed in the wrong place', async () => {
  const clash = { ...ANSWER, invoice: { ...ANSWER.invoice, invoiceNo: 'delivery-1' } };
  const bytes = Buffer.from(String(await outputBytes(clash, 'delivery-1')));
  for (const from of ['delivery-1', 'other'])
    await expect(renumberedBytes('invoice-response', bytes, from, 'delivery-2')).rejects.toThrow('do not name it once');
});
