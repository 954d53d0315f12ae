import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { openOutputArchive } from '../../src/ledger/output-archive.ts';
import { gatherEvidence } from '../../src/service/export-evidence.ts';
import { newId } from '../../src/service/new-id.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { delivery, file, settings } from './base-records.ts';
import { fill } from './filled-ledger.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A ledger whose first file has an original, a result and an acknowledgement in the archive. */
async function siteWithArchive() {
  const ledger = await openLedger({ file: join(folder, 'state', 'ledger.db'), clock: systemClock(null), newId });
  await fill(ledger);
  await mkdir(join(folder, 'archive', 'invoices'), { recursive: true });
  await writeFile(join(folder, 'archive', 'invoices', 'original.xml'), '<Invoice/>');
  const bundle = await openOutputArchive(folder).keep(
    [
      { deliveryId: 'eeee2222', bytes: Buffer.from('{"result":true}') },
      { deliveryId: 'ffff2222', bytes: Buffer.from('{"ack":true}') },
    ],
    '2026-11-16',
    newId,
  );
  const transaction = await ledger.begin();
  await transaction.putFile(
    file('cccc2222', {
      name: 'faktura 1.xml',
      sequence: 3,
      archivedAs: 'archive/invoices/original.xml',
      documents: [{ document: 'supplier-invoice', key: 'aaaa2222', outcome: 'accepted', status: '1', reasons: [] }],
    }),
  );
  await transaction.putDelivery(delivery('eeee2222', 'cccc2222', { bundle, name: 'result.json' }));
  await transaction.putDelivery(
    delivery('ffff2222', 'cccc2222', {
      bundle,
      name: 'ack.json',
      folder: 'acknowledgements',
      document: 'acknowledgement',
      sequence: 0,
    }),
  );
  await transaction.commit();
  return { ledger, site: { settings: settings(), ledger: ledger.read } };
}

describe('export evidence', () => {
  it('holds the original, the decision, the outputs and the acknowledgement byte for byte, and the history', async () => {
    const { ledger, site } = await siteWithArchive();
    const evidence = await gatherEvidence(site, folder, 'cccc2222');
    await ledger.close();
    const content = unzipSync(evidence.zip);
    expect(evidence.absent).toEqual([]);
    expect(Object.keys(content).sort()).toEqual(
      [
        'acknowledgement/ack.json',
        'decisions/supplier-invoice_aaaa2222.json',
        'file.json',
        'original/faktura 1.xml',
        'outputs/result.json',
      ].sort(),
    );
    expect(strFromU8(content['original/faktura 1.xml'] as Uint8Array)).toBe('<Invoice/>');
    expect(strFromU8(content['outputs/result.json'] as Uint8Array)).toBe('{"result":true}');
    expect(JSON.parse(strFromU8(content['decisions/supplier-invoice_aaaa2222.json'] as Uint8Array))).toMatchObject({
      status: { code: 4 },
      history: [{ event: 'decide' }],
    });
  });

  it('says what is not in it', async () => {
    const { ledger, site } = await siteWithArchive();
    const evidence = await gatherEvidence(site, folder, 'aabb3333');
    await ledger.close();
    expect(evidence.absent).toEqual(['The original is not in the archive (any more).']);
  });

  it('is found by the number of a supplier invoice', async () => {
    const { ledger, site } = await siteWithArchive();
    await expect(gatherEvidence(site, folder, '50001/F-1')).resolves.toMatchObject({ fileId: 'aaaa2222' });
    await expect(gatherEvidence(site, folder, 'nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ledger.close();
  });
});
