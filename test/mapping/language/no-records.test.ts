import { expect, it } from 'vitest';
import { compileHashed } from '../../../src/settings/mappings/compile-hashed.ts';
import { readMapped } from '../../../src/mapping/language/read-mapped.ts';

const MAPPING = `mapping: products
direction: in
document: product
claims: { channel: visma, name: "*.csv" }
source: { format: csv }
rows:
  - { to: productNo, from: No }
`;

it('a file that a mapping claims and that has no records is refused, never passed over', () => {
  const { set } = compileHashed({ files: [{ file: 'mappings/p.yaml', text: MAPPING, shipped: false }], lookups: [] });
  const read = readMapped(set, { channel: 'visma', name: 'p.csv', bytes: Buffer.from('No;Name\n') });
  expect(read).toMatchObject({
    mapping: { name: 'products' },
    documents: [],
    findings: [{ code: 'EMPTY_FILE', severity: 'error', message: expect.stringContaining('mappings/p.yaml') }],
  });
});
