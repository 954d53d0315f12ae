import { describe, expect, it } from 'vitest';
import { once } from '../../support/run-in-process.ts';
import { dropFile } from '../../support/site.ts';
import { LIST_MAPPING, MAPPING_PATH, PARTNER_FILE, PARTNER_MAPPING, put, siteWith } from './partner-mapping.ts';

const SUPPLIER = JSON.stringify({ document: 'supplier', supplierNo: '50001', name: 'Byggvare AS' });
const hidden = (text: string): string =>
  text.replace(/ [0-9a-f]{12} /g, ' VERSION ').replace(/received .{19} \(file \w+\)/g, 'received THEN (file ID)');

async function siteWithOriginals() {
  const made = await siteWith({ [MAPPING_PATH]: PARTNER_MAPPING });
  const { site } = made;
  await dropFile(site, 'visma', 'supplier.json', SUPPLIER);
  await once(site);
  await dropFile(site, 'visma', 'partner-1.csv', PARTNER_FILE);
  await once(site);
  await dropFile(site, 'visma', 'partner-2.csv', PARTNER_FILE.replaceAll('PO-700', 'PO-800').replace('99,90', '99,9O'));
  await dropFile(
    site,
    'visma',
    'partner-3.csv',
    PARTNER_FILE.replaceAll('PO-700', 'PO-900').replaceAll(/.*-200.*\n/g, ''),
  );
  await once(site);
  return made;
}

describe('map diff', () => {
  it('shows file by file what a change would have made of the originals, and changes nothing', async () => {
    const { site, ordrebro } = await siteWithOriginals();
    await put(site, {
      'new.yaml': PARTNER_MAPPING.replace(
        'from: Price, convert: decimal',
        'from: Price, convert: [{ replace: { from: O, to: "0" } }, decimal]',
      ).replace('from: Item, convert: [trim, upper]', 'from: Item, convert: { code: { a-100: A-100, b-200: B-299 } }'),
    });
    const before = await ordrebro('list', 'file', '--json');
    const { code, stdout } = await ordrebro('map', 'diff', 'partner-orders', `${site.dir}/new.yaml`);
    expect(code).toBe(0);
    await expect(hidden(stdout)).toMatchFileSnapshot('golden/map-diff.txt');
    expect(await ordrebro('list', 'file', '--json')).toEqual(before);
    const json = JSON.parse((await ordrebro('map', 'diff', 'partner-orders', `${site.dir}/new.yaml`, '--json')).stdout);
    expect(json.data).toMatchObject({
      of: 'originals',
      looked: 3,
      files: [{ name: 'partner-2.csv' }, { name: 'partner-1.csv' }],
    });
    const last = await ordrebro('map', 'diff', 'partner-orders', `${site.dir}/new.yaml`, '--last', '1');
    expect(last.stdout).toContain('1 original: 0 would come out otherwise, 1 alike. Nothing was written.');
  });

  it('says so where nothing would be otherwise, and where nothing was read', async () => {
    const { ordrebro } = await siteWithOriginals();
    const same = await ordrebro('map', 'diff', 'partner-orders', MAPPING_PATH);
    expect(same.stdout).toContain('3 originals: 0 would come out otherwise, 3 alike.');
    const none = await ordrebro('map', 'diff', 'visma-status-csv', 'visma-status-xml');
    expect(none.stdout).toContain('There is no original that the old mapping has read.');
  });

  it('compares mappings out on their examples', async () => {
    const { site, ordrebro } = await siteWith({
      'mappings/list.yaml': LIST_MAPPING,
      'mappings/list.examples/a/in.json': '{ "document": "product", "productNo": "A-1", "deliveryId": "d1" }',
    });
    await put(site, { 'new.yaml': LIST_MAPPING.replace('header: true', 'header: true, separator: ","') });
    const { stdout } = await ordrebro('map', 'diff', 'price-list', `${site.dir}/new.yaml`);
    await expect(hidden(stdout)).toMatchFileSnapshot('golden/map-diff-out.txt');
  });

  it.each([
    [['partner-orders', 'epack-status-csv'], 'Give two mappings of the same direction and document.'],
    [['partner-orders', 'partner-orders', '--last', 'many'], 'Write how many files'],
  ])('refuses what cannot be compared: %s', async (words, hint) => {
    const { ordrebro } = await siteWith({ [MAPPING_PATH]: PARTNER_MAPPING });
    const { code, stderr } = await ordrebro('map', 'diff', ...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});
