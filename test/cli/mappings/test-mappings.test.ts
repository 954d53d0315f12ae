import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_PATH,
  LIST_MAPPING,
  MAPPING_PATH,
  PARTNER_FILE,
  PARTNER_MAPPING,
  put,
  siteWith,
} from './partner-mapping.ts';

const LINE = { productNo: 'A-100', quantity: '10', price: '1234.50' };
const HEAD = { document: 'purchase-order', orderType: 1, transactionType: 6, supplierNo: '50001', currency: 'NOK' };
const EXPECTED = {
  documents: [
    {
      ...HEAD,
      orderNo: 'PO-7001',
      lines: [
        { ...LINE, lineNo: 1 },
        { lineNo: 2, productNo: 'B-200', quantity: '2.5', price: '99.90' },
      ],
    },
    { ...HEAD, orderNo: 'PO-7002', lines: [{ ...LINE, lineNo: 1, quantity: '1' }] },
  ],
};
const FILES = {
  [MAPPING_PATH]: PARTNER_MAPPING,
  [`${EXAMPLE_PATH}/in.csv`]: PARTNER_FILE,
  [`${EXAMPLE_PATH}/expected.json`]: JSON.stringify(EXPECTED),
};

describe('test', () => {
  it('tells each example in a line, and what has none', async () => {
    const { site, ordrebro } = await siteWith({ ...FILES, 'mappings/list.yaml': LIST_MAPPING });
    expect(await ordrebro('test', 'partner-orders', 'price-list')).toEqual({
      code: 0,
      stdout: [
        'ok     partner-orders: plain',
        'none   price-list: there is no example in mappings/list.examples/.',
        '',
        '1 example of 2 mappings: all as expected. 1 mapping has no example.',
      ].join('\n'),
      stderr: '',
    });
    await put(site, { 'mappings/other.yaml': 'mapping: broken\n' });
    const all = await ordrebro('test');
    expect(all.code).toBe(1);
    expect(all.stdout).toContain('mappings/other.yaml:1:');
    expect(all.stdout).toContain('ok     epack-sales-order-csv: plain');
  });

  it('shows fields that are not as expected, files that are refused, and lines that differ', async () => {
    const out = 'mappings/list.examples/plain';
    const { ordrebro } = await siteWith({
      ...FILES,
      [`${EXAMPLE_PATH}/expected.json`]: JSON.stringify(EXPECTED)
        .replace('"99.90"', '"99.9"')
        .replace('PO-7002', 'PO-7003'),
      'mappings/partner/orders.examples/refused/in.csv': PARTNER_FILE.replace('99,90', 'x'),
      'mappings/partner/orders.examples/refused/expected.json': JSON.stringify(EXPECTED),
      'mappings/partner/orders.examples/unfinished/in.csv': PARTNER_FILE,
      'mappings/list.yaml': LIST_MAPPING,
      [`${out}/in.json`]: '{ "document": "product", "productNo": "A-1", "description": "Palle", "deliveryId": "d1" }',
      [`${out}/expected.csv`]: 'No;Text;Id\nA-1;Pallet;d1\n',
    });
    const { code, stdout } = await ordrebro('test', 'partner-orders', 'price-list');
    expect(code).toBe(1);
    await expect(stdout).toMatchFileSnapshot('golden/test-fails.txt');
  });

  it('has the same as data', async () => {
    const { ordrebro } = await siteWith(FILES);
    const { stdout } = await ordrebro('test', MAPPING_PATH, '--json');
    expect(JSON.parse(stdout).data).toEqual({
      mappings: [
        {
          name: 'partner-orders',
          file: MAPPING_PATH,
          examples: [
            {
              mapping: 'partner-orders',
              example: EXAMPLE_PATH,
              problem: null,
              findings: [],
              fields: [],
              line: null,
              passed: true,
            },
          ],
        },
      ],
      unusable: [],
    });
  });

  it('takes a list of documents for several, as people write it', async () => {
    const list = JSON.stringify(EXPECTED.documents);
    const { ordrebro } = await siteWith({ ...FILES, [`${EXAMPLE_PATH}/expected.json`]: list });
    expect(await ordrebro('test', 'partner-orders')).toMatchObject({ code: 0 });
  });
});
