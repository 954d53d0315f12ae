import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIST_MAPPING, MAPPING_PATH, PARTNER_FILE, PARTNER_MAPPING, siteWith } from './partner-mapping.ts';

const FILES = { [MAPPING_PATH]: PARTNER_MAPPING, 'partner.csv': PARTNER_FILE };

describe('map run', () => {
  it('gives the documents as an example has them, and talks apart from that', async () => {
    const { site, ordrebro } = await siteWith(FILES);
    const { code, stdout, stderr } = await ordrebro('map', 'run', 'partner-orders', join(site.dir, 'partner.csv'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ documents: [{ orderNo: 'PO-7001' }, { orderNo: 'PO-7002' }] });
    expect(stderr).toMatch(
      /^partner-orders [0-9a-f]{12} \(mappings\/partner\/orders\.yaml\): 2 documents, 0 errors\.$/,
    );
  });

  it('says of each field where its value stood, what was done with it, and by which line', async () => {
    const { site, ordrebro } = await siteWith(FILES);
    const { stdout } = await ordrebro('map', 'run', 'partner-orders', join(site.dir, 'partner.csv'), '--trace');
    await expect(stdout).toMatchFileSnapshot('golden/map-run-trace.txt');
  });

  it('takes a mapping that is not installed, with the parts and look-ups of the site', async () => {
    const { site, ordrebro } = await siteWith({
      'elsewhere/new.yaml': PARTNER_MAPPING.replace('convert: [trim, upper] }', 'lookup: articles }'),
      'mappings/lookups/articles.csv': 'theirs;ours\na-100;X1\nb-200;X2\n',
      'partner.csv': PARTNER_FILE,
    });
    const asked = [join(site.dir, 'elsewhere/new.yaml'), join(site.dir, 'partner.csv')];
    const { code, stdout } = await ordrebro('map', 'run', ...asked);
    expect([code, stdout.match(/"productNo": "\w+"/g)]).toEqual([
      0,
      ['"productNo": "X1"', '"productNo": "X2"', '"productNo": "X1"'],
    ]);
  });

  it('shows what is refused with its line in the file and the line of the mapping, and ends 1', async () => {
    const wrong = PARTNER_FILE.replace('2,5;99,90', '2,5;99,9O').replace('1;a-100;1;', ';a-100;1;');
    const { site, ordrebro } = await siteWith({ ...FILES, 'partner.csv': wrong });
    const { code, stdout, stderr } = await ordrebro('map', 'run', 'partner-orders', join(site.dir, 'partner.csv'));
    expect([code, stdout]).toEqual([1, '']);
    await expect(stderr.replace(/ [0-9a-f]{12} /, ' VERSION ')).toMatchFileSnapshot('golden/map-run-refused.txt');
  });

  it('shows the file that a document becomes, and writes it byte for byte where it is told to', async () => {
    const document = '{ "document": "product", "productNo": "A-1", "description": "Ål", "deliveryId": "d1" }';
    const latin = LIST_MAPPING.replace('lineEnd: lf', 'lineEnd: lf, encoding: iso-8859-1');
    const { site, ordrebro } = await siteWith({ 'mappings/list.yaml': latin, 'a.json': document });
    const asked = ['map', 'run', 'price-list', join(site.dir, 'a.json')];
    expect(await ordrebro(...asked)).toMatchObject({ code: 0, stdout: 'No;Text;Id\nA-1;Ål;d1' });
    const to = join(site.dir, 'new/folder/a.csv');
    expect(await ordrebro(...asked, '--to', to)).toMatchObject({ code: 0, stdout: '' });
    expect((await readFile(to)).toString('latin1')).toBe('No;Text;Id\nA-1;Ål;d1\n');
    expect(await ordrebro(...asked, '--to', to)).toMatchObject({ code: 73 });
  });

  it('shows what keeps a document from being written', async () => {
    const document = '{ "document": "product", "productNo": "A-1" }';
    const { site, ordrebro } = await siteWith({ 'mappings/list.yaml': LIST_MAPPING, 'a.json': document });
    const { code, stderr } = await ordrebro('map', 'run', 'price-list', join(site.dir, 'a.json'));
    expect(code).toBe(1);
    await expect(stderr.replace(/ [0-9a-f]{12} /, ' VERSION ')).toMatchFileSnapshot('golden/map-run-not-written.txt');
  });

  it('has the same as data', async () => {
    const { site, ordrebro } = await siteWith(FILES);
    const { stdout } = await ordrebro(
      'map',
      'run',
      'partner-orders',
      join(site.dir, 'partner.csv'),
      '--trace',
      '--json',
    );
    const { data } = JSON.parse(stdout);
    expect(data).toMatchObject({
      mapping: { name: 'partner-orders', direction: 'in', document: 'purchase-order', file: MAPPING_PATH },
      documents: [{ key: 'PO-7001' }, { key: 'PO-7002' }],
      findings: [],
      traces: [{ at: { line: 2 } }, { at: { line: 4 } }],
    });
    expect(data.traces[0].steps.find(({ to }: { to: string }) => to === 'lines[1].price')).toMatchObject({
      raw: '99,90',
      result: '"99.90"',
      row: { file: MAPPING_PATH, line: 25 },
    });
  });

  it.each([
    ['partner-ordres', 'partner.csv', 'Did you mean "partner-orders"?'],
    ['mappings/partner/order.yaml', 'partner.csv', `Did you mean "${MAPPING_PATH}"?`],
    ['mappings/peppol/parts/ubl-head.yaml', 'partner.csv', 'Name a mapping that uses it.'],
    ['partner-orders', 'partner.txt', 'Give the path of a file that you may read.'],
  ])('says what was probably meant by %s and %s', async (mapping, file, hint) => {
    const { site, ordrebro } = await siteWith(FILES);
    const { code, stderr } = await ordrebro('map', 'run', mapping, join(site.dir, file));
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining(hint)]);
  });

  it('shows every fault of a mapping that cannot be used', async () => {
    const text = PARTNER_MAPPING.replace('to: price', 'to: prize').replace('from: Qty,', 'form: Qty,');
    const { site, ordrebro } = await siteWith({ ...FILES, [MAPPING_PATH]: text });
    const { code, stderr } = await ordrebro('map', 'run', 'partner-orders', join(site.dir, 'partner.csv'));
    expect([code, stderr]).toEqual([78, expect.stringContaining('Did you mean "price"?')]);
    expect(stderr).toContain('Did you mean "from"?');
  });
});
