import { expect, it } from 'vitest';
import type { ReadDocument } from '../../../src/domain/decision.ts';
import { kindsOf } from '../../../src/domain/read-documents.ts';
import { DocumentPacker, packedDocuments } from '../../../src/pipeline/large/pack-documents.ts';

const document = (number: number, kind: ReadDocument['kind'] = 'product'): ReadDocument => ({
  kind,
  key: `A\n${number} æ`,
  content: { document: 'product', productNo: `A${number}`, description: 'x'.repeat(1_000) } as ReadDocument['content'],
  at: { line: number, column: 1 },
});

function packed(count: number) {
  const packer = new DocumentPacker();
  for (let number = 0; number < count; number += 1) packer.add(document(number));
  return packer;
}

it('packed documents are the documents, in their order, as often as they are gone through', () => {
  const packer = packed(1_000);
  const documents = packedDocuments(packer.parts([]));
  const all = Array.from({ length: 1_000 }, (_, number) => document(number));
  expect(documents).toHaveLength(1_000);
  expect([...documents]).toEqual(all);
  expect([...documents]).toEqual(all);
});

it('those that are left out are not among them, nor their kinds', () => {
  const packer = packed(600);
  packer.add(document(600, 'command'));
  const documents = packedDocuments(packer.parts([600, 0, 300, 300]));
  expect(documents).toHaveLength(598);
  expect([...documents].map(({ at }) => at.line).filter((line) => line === 0 || line === 300 || line === 600)).toEqual(
    [],
  );
  expect([...kindsOf(documents)]).toEqual(['product']);
  expect([...kindsOf([document(1), document(2, 'command')])]).toEqual(['product', 'command']);
});

it('what repeats itself takes a small part of its room', () => {
  const { blocks } = packed(1_000).parts([]);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.reduce((bytes, block) => bytes + block.byteLength, 0)).toBeLessThan(100_000);
});

it('no documents are no documents', () => {
  expect([...packedDocuments(new DocumentPacker().parts([]))]).toEqual([]);
});
