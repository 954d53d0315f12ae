import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_PATH,
  LIST_MAPPING,
  MAPPING_PATH,
  PARTNER_FILE,
  PARTNER_MAPPING,
  siteWith,
} from './partner-mapping.ts';

const XML_MAPPING = `mapping: suppliers
direction: in
document: supplier
claims: { channel: visma, root: Suppliers, where: { /Suppliers/@kind: "^S$" } }
source: { format: xml, each: /Suppliers/Supplier }
rows:
  - { to: supplierNo, from: "@no" }
  - { to: name, value: 'source.First + " " + source.Last' }
  - { to: vatNo, from: "Id[@type='VAT']", optional: true }
  - { to: organisationNo, from: "Id[@type='ORG']", optional: true }
`;
const XML = `<Suppliers kind="S"><Supplier no="1" since="2001"><First>Bygg</First><Last>AS</Last><Id type="VAT">NO9</Id>
<Address><Street>A</Street><City>B</City></Address></Supplier></Suppliers>`;

describe('map coverage', () => {
  it('names rows that no example uses, and places that no row reads, a group once', async () => {
    const { ordrebro } = await siteWith({
      [MAPPING_PATH]: PARTNER_MAPPING,
      [`${EXAMPLE_PATH}/in.csv`]: PARTNER_FILE,
      'mappings/suppliers.yaml': XML_MAPPING,
      'mappings/suppliers.examples/a/in.xml': XML,
      'mappings/list.yaml': LIST_MAPPING,
      'mappings/list.examples/a/in.json':
        '{ "document": "product", "productNo": "A-1", "unit": "H87", "deliveryId": "d1" }',
    });
    const { code, stdout } = await ordrebro('map', 'coverage', 'partner-orders', 'suppliers', 'price-list');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('golden/map-coverage.txt');
    const { stdout: json } = await ordrebro('map', 'coverage', 'suppliers', '--json');
    expect(JSON.parse(json).data.mappings).toMatchObject([
      {
        name: 'suppliers',
        examples: 1,
        rows: 4,
        unusedRows: [{ to: 'organisationNo', at: { file: 'mappings/suppliers.yaml', line: 10 } }],
        unread: [{ path: 'Suppliers/Supplier/@since' }, { path: 'Suppliers/Supplier/Address', at: { line: 2 } }],
      },
    ]);
  });
});
