import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalText } from '../../src/domain/canonical-text.ts';
import { applied, committed, newLedger, NOW, putDocument } from './ledger-fixture.ts';

test('a document is read back as it was written', async () => {
  const { ledger } = await newLedger();
  const content = { b: [1, { d: null, c: 'Ærlig & Øl' }], a: '100.00' };
  const head = { party: '50001', number: 'F-1', amount: '100.00', currency: 'NOK', date: '2026-11-21' };
  const file = { id: 'f1', sequence: 7 };
  await applied(ledger, [putDocument({ key: 'D1', content, status: '4', revision: 3, head })], file);
  expect(await ledger.read.document('supplier-invoice', 'D1')).toEqual({
    kind: 'supplier-invoice',
    key: 'D1',
    content,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    status: '4',
    revision: 3,
    head,
    fileId: 'f1',
    fileSequence: 7,
    updatedAt: NOW,
  });
});

test('the hash of a state document is that of its canonical text, whoever wrote its properties in which order', async () => {
  const { ledger } = await newLedger();
  const write = async (content: unknown) => {
    await applied(ledger, [putDocument({ kind: 'product', key: 'P1', content })]);
    return (await ledger.read.document('product', 'P1'))?.contentHash;
  };
  const first = await write({ b: 1, a: { d: 2, c: 3 } });
  expect(first).toBe(
    createHash('sha256')
      .update(canonicalText({ a: { c: 3, d: 2 }, b: 1 }))
      .digest('hex'),
  );
  expect(await write({ a: { c: 3, d: 2 }, b: 1 })).toBe(first);
  expect(await write({ a: { c: 3, d: 2 }, b: 2 })).not.toBe(first);
});

test('a key belongs to its kind, and a document that is not there is undefined', async () => {
  const { ledger } = await newLedger();
  await applied(ledger, [putDocument({ kind: 'product', key: 'X', content: { is: 'product' } })]);
  await applied(ledger, [putDocument({ kind: 'customer', key: 'X', content: { is: 'customer' } })]);
  expect((await ledger.read.document('customer', 'X'))?.content).toEqual({ is: 'customer' });
  expect(await ledger.read.document('supplier', 'X')).toBeUndefined();
});

test('a document is replaced as a whole; a change without a file leaves the file it came from', async () => {
  const { ledger } = await newLedger();
  await applied(ledger, [putDocument({ key: 'D1', head: { party: 'A', amount: '1' } })], { id: 'f1', sequence: 1 });
  await applied(ledger, [putDocument({ key: 'D1', content: { new: true }, head: { number: 'N' } })]);
  const stored = await ledger.read.document('supplier-invoice', 'D1');
  expect(stored).toMatchObject({ content: { new: true }, head: { number: 'N' }, fileId: 'f1', fileSequence: 1 });
  expect(stored?.head).not.toHaveProperty('amount');
});

test('many keys come back in the order they were asked for, each once, without those that are missing', async () => {
  const { ledger } = await newLedger();
  await applied(
    ledger,
    ['A', 'B', 'C'].map((key) => putDocument({ key })),
  );
  const found = await ledger.read.documents('supplier-invoice', ['C', 'missing', 'A', 'C']);
  expect(found.map(({ key }) => key)).toEqual(['C', 'A']);
  expect(await ledger.read.documents('supplier-invoice', [])).toEqual([]);
});

test('documents are found by every value of an index, oldest first, each once', async () => {
  const { ledger } = await newLedger();
  const both = [
    { name: 'order', value: 'PO-1' },
    { name: 'order', value: 'PO-2' },
  ];
  await applied(ledger, [
    putDocument({ key: 'D1', indexes: both }),
    putDocument({ key: 'D2', indexes: [{ name: 'order', value: 'PO-2' }] }),
    putDocument({ key: 'D3', indexes: [{ name: 'number', value: 'PO-1' }] }),
  ]);
  const found = await ledger.read.documentsByIndex('supplier-invoice', 'order', ['PO-2', 'PO-1', 'PO-3']);
  expect(found.map(({ key }) => key)).toEqual(['D1', 'D2']);
  expect(await ledger.read.documentsByIndex('supplier-invoice', 'order', [])).toEqual([]);
});

test('index values replace the former ones, also when the same value is given twice', async () => {
  const { ledger } = await newLedger();
  await applied(ledger, [putDocument({ key: 'D1', indexes: [{ name: 'waits-for-order', value: 'PO-1' }] })]);
  const twice = { name: 'waits-for-order', value: 'PO-2' };
  await applied(ledger, [putDocument({ key: 'D1', indexes: [twice, twice] })]);
  const waiting = (order: string) => ledger.read.documentsByIndex('supplier-invoice', 'waits-for-order', [order]);
  expect(await waiting('PO-1')).toEqual([]);
  expect((await waiting('PO-2')).map(({ key }) => key)).toEqual(['D1']);
});

test('an index that the table of kinds does not know is a defect, on both sides', async () => {
  const { ledger } = await newLedger();
  await expect(ledger.read.documentsByIndex('product', 'order', ['x'])).rejects.toThrow(/no index "order"/);
  await committed(ledger, async (transaction) => {
    const wrong = putDocument({ kind: 'product', key: 'P', indexes: [{ name: 'order', value: 'x' }] });
    await expect(transaction.apply([wrong], 'user:a', NOW, null)).rejects.toThrow(/no index "order"/);
  });
});

test('values that look like SQL or JSON are values', async () => {
  const { ledger } = await newLedger();
  const key = `'; DROP TABLE document; -- "[]{}\\ \u0000 é`;
  await applied(ledger, [putDocument({ key, indexes: [{ name: 'number', value: key }] })]);
  expect((await ledger.read.documents('supplier-invoice', [key])).map((one) => one.key)).toEqual([key]);
  expect(await ledger.read.documentsByIndex('supplier-invoice', 'number', [key])).toHaveLength(1);
});
