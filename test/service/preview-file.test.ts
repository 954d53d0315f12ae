import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../src/service/preview-file.ts';
import { dropFile } from '../support/site.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';

async function siteThatKnows() {
  const site = await siteWithWorld();
  await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
  await once(site);
  const preview = async (name: string, content: string) => {
    await writeFile(join(site.dir, name), content);
    return previewFile(site.dir, join(site.dir, name), { channel: 'invoices' });
  };
  return { preview };
}

describe('preview', () => {
  it('says that the same bytes were answered before', async () => {
    const { preview } = await siteThatKnows();
    const again = await preview('copy.xml', invoiceFile());
    expect(again.duplicateOf).toMatchObject({ name: 'f1.xml' });
    expect(again.findings).toMatchObject([{ code: 'DUPLICATE_FILE', severity: 'warning' }]);
  });

  it('sees that another invoice has the same number, as a run would', async () => {
    const { preview } = await siteThatKnows();
    const other = await preview('other.xml', `${invoiceFile()}\n<!-- printed again -->\n`);
    expect(other.duplicateOf).toBeNull();
    expect(other.decisions).toMatchObject([{ outcome: 'held', status: '8', reasons: [{ code: 'DUPLICATE' }] }]);
  });

  it('names outputs as a run names them', async () => {
    const { preview } = await siteThatKnows();
    const fresh = await preview('new.xml', invoiceFile({ number: 'F-2' }));
    expect(fresh.decisions[0]?.outputs.map(({ name }) => name)).toEqual([
      '0000000000_order-match-result_preview_preview.json',
    ]);
  });
});
