import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewDocument } from '../../src/service/preview-document.ts';
import { previewFile } from '../../src/service/preview-file.ts';
import { baseWorld, canonicalFile, type WorldDocument } from '../support/base-world.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, type TestSite } from '../support/site.ts';

/** 10 of A at 104.00 instead of 100.00: 40.00 too much, 3.85 % of the invoice. */
const DEAR = { lines: [{ sku: 'A-100', quantity: '10', price: '104.00' }] };

async function previewIn(site: TestSite, ...changes: string[]) {
  const file = join(site.dir, 'dear.xml');
  await writeFile(file, invoiceFile(DEAR));
  return previewFile(site.dir, file, { channel: 'invoices', with: changes });
}

describe('would it pass with another setting', () => {
  it('shows both decisions, and what changes', async () => {
    const site = await siteWithWorld();
    const preview = await previewIn(site, 'company.tolerancePercent=5');
    expect(preview.decisions).toMatchObject([{ outcome: 'held', status: '4' }]);
    expect(preview.with).toMatchObject({
      settings: [{ setting: 'company.tolerancePercent', value: '5', now: '2' }],
      decisions: [{ outcome: 'accepted', status: '1', reasons: [] }],
      changes: [
        {
          document: 'supplier-invoice',
          asSet: { outcome: 'held', status: '4' },
          with: { outcome: 'accepted', status: '1' },
          reasonsGone: [{ code: 'OUTSIDE_TOLERANCE', at: '1001/1' }],
          reasonsNew: [],
        },
      ],
    });
    expect((await previewIn(site)).with).toBeNull();
  });

  it('shows what comes instead, and several settings together', async () => {
    const site = await siteWithWorld();
    const preview = await previewIn(
      site,
      'company.tolerancePercent=5',
      'company.orderProcessing.automaticReceipt=false',
    );
    expect(preview.with?.changes).toMatchObject([
      {
        with: { outcome: 'held', status: '8' },
        reasonsGone: [{ code: 'OUTSIDE_TOLERANCE' }],
        reasonsNew: [{ code: 'AUTOMATIC_RECEIPT_OFF' }],
      },
    ]);
  });

  it("also with what the supplier would have of its own, over the company's", async () => {
    const site = await siteWithWorld();
    const own = await previewIn(site, 'supplier.tolerancePercent=5');
    expect(own.with).toMatchObject({
      settings: [{ setting: 'supplier.tolerancePercent', value: '5' }],
      decisions: [{ status: '1' }],
    });
    const less = await previewIn(site, 'company.tolerancePercent=5', 'supplier.toleranceAmount=39.99');
    expect(less.with?.decisions).toMatchObject([
      { status: '4', reasons: [{ allowed: '39.99', setting: 'supplier 50001 toleranceAmount' }] },
    ]);
    const strict = { ...baseWorld()[0]?.documents[0], tolerancePercent: '1' } as WorldDocument;
    await dropFile(site, 'visma', 'strict.json', canonicalFile([strict]));
    await once(site);
    expect((await previewIn(site, 'company.tolerancePercent=5')).with?.decisions).toMatchObject([{ status: '4' }]);
    expect((await previewIn(site, 'supplier.tolerancePercent=5')).with?.decisions).toMatchObject([{ status: '1' }]);
    const inherited = await previewIn(site, 'supplier.tolerancePercent=null');
    expect(inherited.with?.decisions).toMatchObject([{ status: '4' }]);
  });

  it.each([
    ['company.tolerencePercent=5', /no key "tolerencePercent" under company/, /Did you mean "tolerancePercent"\?/],
    ['tolerancePercent=5', /no key "tolerancePercent" at the top/, /company\.tolerancePercent/],
    ['company.tolerancePercent=105', /a per cent from 0 to 100/, /./],
    ['company.tolerancePercent=2,5', /a per cent from 0 to 100/, /"2\.5"/],
    ['company.tolerancePercent.x=5', /company\.tolerancePercent is one value/, /company\.tolerancePercent=VALUE/],
    ['orderMatch.classCAutomatic=yes', /true or false/, /Write true/],
    ['orderMatch.direction=ovr', /one of both, over/, /Did you mean "over"\?/],
    ['company.tolerancePercent=[1', /cannot be tried/, /YAML/],
    ['company.orderProcessing.preregisterIncomingDocuments=true', /cannot be tried/, /./],
    ['supplier.tolerencePercent=5', /"tolerencePercent" of a supplier/, /Did you mean "tolerancePercent"\?/],
    ['supplier.tolerancePercent=105', /"tolerancePercent" is "105"/, /0 to 100/],
    ['supplier.name=Another', /"name" of a supplier cannot be tried/, /tolerancePercent/],
    ['supplier=5', /of a supplier cannot be tried/, /tolerancePercent/],
    ['company.tolerancePercent', /names no setting and value/, /SETTING=VALUE/],
    ['=5', /names no setting and value/, /SETTING=VALUE/],
    ['company..x=5', /names no setting and value/, /SETTING=VALUE/],
  ])('%s is refused with what would be right', async (change, message, hint) => {
    const site = await siteWithWorld();
    await expect(previewIn(site, change)).rejects.toMatchObject({
      code: 'WRONG_USE',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  it('of a kept invoice, as if it came now: its own links are not held against it', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'dear.xml', invoiceFile(DEAR));
    await once(site);
    await writeFile(join(site.dir, 'dear.xml'), invoiceFile(DEAR));
    const waiting = await previewDocument(site.dir, '50001/F-1', { with: ['company.tolerancePercent=5'] });
    const asFile = await previewFile(site.dir, join(site.dir, 'dear.xml'), { channel: 'invoices' });
    expect(waiting.mapping).toEqual(asFile.mapping);
    expect(waiting.decisions).toMatchObject([{ status: '4', reasons: [{ code: 'OUTSIDE_TOLERANCE' }] }]);
    expect(waiting.with?.changes).toMatchObject([{ with: { outcome: 'accepted', status: '1' }, reasonsNew: [] }]);
    await expect(previewDocument(site.dir, '50001/F-9', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of an invoice that was received: what it would have been, and nothing is changed', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const preview = await previewDocument(site.dir, '50001/F-1', {
      with: ['company.orderProcessing.automaticReceipt=false'],
    });
    expect(preview.with?.changes).toMatchObject([{ asSet: { status: '1' }, with: { status: '8' } }]);
    expect((await previewDocument(site.dir, '50001/F-1', {})).decisions).toMatchObject([{ status: '1', reasons: [] }]);
  });

  it('changes nothing for documents that no setting speaks of', async () => {
    const site = await siteWithWorld();
    const file = join(site.dir, 'product.json');
    await writeFile(file, canonicalFile([{ document: 'product', productNo: 'Q', unit: 'H87' }]));
    const preview = await previewFile(site.dir, file, { with: ['company.tolerancePercent=5'] });
    expect(preview.with?.changes).toMatchObject([
      {
        document: 'product',
        asSet: { outcome: 'accepted' },
        with: { outcome: 'accepted' },
        reasonsGone: [],
        reasonsNew: [],
      },
    ]);
  });
});
