import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isDecimalText } from '../../src/domain/decimal.ts';
import { DOCUMENT_KINDS } from '../../src/domain/document-kinds.table.ts';
import { ORDER_LINE_STATUSES } from '../../src/domain/order-line-status.table.ts';
import { DOCUMENT_SCHEMAS } from '../../src/domain/schemas.generated.ts';
import { documentKey, LATER_DOCUMENTS } from '../../src/mapping/canonical/canonical-document.table.ts';
import { generatedFiles } from '../../src/tools/generated-files.ts';
import { PROJECT } from '../../src/tools/guards/source-files.ts';
import { readSchemaFiles, type SchemaFiles, type SchemaNode } from '../../src/tools/schema-files.ts';
import { selfContained } from '../../src/tools/self-contained-schema.ts';

const FILES: SchemaFiles = readSchemaFiles(`${PROJECT}/schemas`);
const DOCUMENT_FILES = [...FILES.keys()].filter((file) => file.startsWith('documents/'));

function validator() {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addFormat('decimal', isDecimalText);
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/);
  return ajv;
}

describe('the schemas of documents', () => {
  test.each(Object.entries(DOCUMENT_SCHEMAS))('%s is complete in itself, and names its document', (name, schema) => {
    expect(JSON.stringify(schema)).not.toMatch(/"\$ref"|"\$schema"|"x-/);
    expect((schema as { properties: { document: { const: string } } }).properties.document.const).toBe(name);
    expect(() => validator().compile(schema)).not.toThrow();
  });

  test('there is one for every kind of document that is kept, every type that is taken in later, and every output', () => {
    expect(Object.keys(DOCUMENT_SCHEMAS).sort()).toEqual(
      [
        ...Object.keys(DOCUMENT_KINDS),
        ...LATER_DOCUMENTS,
        ...['acknowledgement', 'invoice-response', 'order-match-result', 'voucher-batch'],
        ...['visma-sales-order', 'epack-status', 'epack-invoiced', 'prepayment-release'],
        ...['visma-purchase-invoice', 'sales-invoice', 'terms-warning'],
      ].sort(),
    );
  });

  test.each(DOCUMENT_FILES)('%s: its examples are valid', (file) => {
    const schema = selfContained(FILES, file);
    const name = file.replace(/^documents\/|\.schema\.json$/g, '');
    const validate = validator().compile(DOCUMENT_SCHEMAS[name] as object);
    for (const example of (schema['examples'] as unknown[] | undefined) ?? []) {
      validate(example);
      expect(validate.errors).toBeNull();
    }
  });

  test.each(DOCUMENT_FILES.filter((file) => FILES.get(file)?.['x-direction'] === 'in'))(
    '%s: its example has the key that its schema names',
    (file) => {
      const schema = FILES.get(file) ?? {};
      const example = ((schema['examples'] as Record<string, unknown>[] | undefined) ?? [])[0];
      const names = (schema['x-key'] as string[] | undefined) ?? [];
      if (example === undefined) return;
      const parts = names.map((name) => example[name]).filter((part) => part !== undefined);
      expect(documentKey(String(example['document']), example)).toBe(parts.join('/'));
    },
  );

  test('the statuses of order lines are those of the table', () => {
    const defs = FILES.get('documents/order-match-result.schema.json')?.['$defs'] as Record<string, SchemaNode>;
    expect(defs['lineStatus']?.['enum']).toEqual(Object.keys(ORDER_LINE_STATUSES));
  });

  const order = {
    document: 'purchase-order',
    orderNo: '1',
    orderType: 1,
    transactionType: 6,
    supplierNo: '5',
    currency: 'NOK',
    lines: [],
  };
  const supplier = { document: 'supplier', supplierNo: '5', name: 'A' };

  test.each([
    ['supplier', { ...supplier, tolerancePercent: '100' }, true],
    ['supplier', { ...supplier, tolerancePercent: null }, true],
    ['supplier', { ...supplier, tolerancePercent: '101' }, false],
    ['supplier', { ...supplier, tolerancePercent: '-1' }, false],
    ['supplier', { ...supplier, toleranceAmount: '-0.01' }, false],
    ['supplier', { ...supplier, supplierNo: '' }, false],
    ['supplier', { ...supplier, supplierNumber: '5' }, false],
    ['purchase-order', order, true],
    ['purchase-order', { ...order, currency: 'kr' }, false],
    ['purchase-order', { ...order, lines: [{ lineNo: 1, productNo: 'A', quantity: '1e3', price: '1' }] }, false],
    ['purchase-order', { ...order, lines: [{ lineNo: 1, productNo: 'A', quantity: '-1', price: '0' }] }, true],
    [
      'delivery-alternative',
      { document: 'delivery-alternative', supplierNo: '5', productNo: 'A', packQuantity: '0.00' },
      false,
    ],
    [
      'delivery-alternative',
      { document: 'delivery-alternative', supplierNo: '5', productNo: 'A', packQuantity: '0.5' },
      true,
    ],
  ])('%s %j: %s', (name, document, valid) => {
    expect(validator().compile(DOCUMENT_SCHEMAS[name] as object)(document)).toBe(valid);
  });
});

test('generating twice gives the same', async () => {
  expect(await generatedFiles(PROJECT)).toEqual(await generatedFiles(PROJECT));
});
