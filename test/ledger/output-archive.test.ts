import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOutputArchive } from '../../src/ledger/output-archive.ts';
import { countingIds, temporaryFolder } from './ledger-fixture.ts';

test('every byte of every output comes back, text or not', async () => {
  const archive = openOutputArchive(await temporaryFolder());
  const newId = countingIds();
  const output = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(`\uFEFF${text}\r\n`)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(output, { minLength: 1, maxLength: 5 }), async (all) => {
      const outputs = all.map((bytes, number) => ({ deliveryId: `d${number}`, bytes }));
      const bundle = await archive.keep(outputs, '2026-11-21', newId);
      for (const { deliveryId, bytes } of outputs)
        expect((await archive.find(bundle, deliveryId))?.equals(bytes)).toBe(true);
      expect(await archive.find(bundle, 'd')).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('a bundle lies under its date, its path is from the site, and people can read it', async () => {
  const site = await temporaryFolder();
  const bundle = await openOutputArchive(site).keep(
    [{ deliveryId: 'd1', bytes: Buffer.from('<a>Ø</a>') }],
    '2026-11-21',
    countingIds(),
  );
  expect(bundle).toMatch(/^archive\/outputs\/2026-11-21\/[a-z2-7]+\.ndjson\.gz$/);
  expect(gunzipSync(await readFile(join(site, bundle))).toString()).toBe('{"deliveryId":"d1","text":"<a>Ø</a>"}\n');
  expect(await readdir(join(site, 'archive/outputs/2026-11-21'))).toHaveLength(1);
});

test('a bundle that is gone is undefined, a damaged one is a fault, one outside the archive a defect', async () => {
  const site = await temporaryFolder();
  const archive = openOutputArchive(site);
  const bundle = await archive.keep([{ deliveryId: 'd1', bytes: Buffer.from('x') }], '2026-11-21', countingIds());
  await writeFile(join(site, bundle), 'no gzip');
  await expect(archive.find(bundle, 'd1')).rejects.toMatchObject({
    code: 'READ_FAILED',
    at: { file: join(site, bundle) },
  });
  await rm(join(site, bundle));
  expect(await archive.find(bundle, 'd1')).toBeUndefined();
  await expect(archive.find('../outside.gz', 'd1')).rejects.toThrow(/no bundle/);
});

test('a folder that cannot be written is a fault with its path', async () => {
  const site = await temporaryFolder();
  await writeFile(join(site, 'archive'), 'a file in the way');
  const keep = openOutputArchive(site).keep(
    [{ deliveryId: 'd1', bytes: Buffer.from('x') }],
    '2026-11-21',
    countingIds(),
  );
  await expect(keep).rejects.toMatchObject({ name: 'Fault', code: 'FOLDER_NOT_ACCESSIBLE' });
});

/** Few are written by the thread that asks, many by the thread that writes: nobody can tell from the outside. */
const FEW_AND_MANY = [2, 100];

test.each(FEW_AND_MANY)('a bundle of %d outputs gives back each of them, said as text or as bytes', async (count) => {
  const site = await temporaryFolder();
  const archive = openOutputArchive(site);
  const outputs = Array.from({ length: count }, (_, number) => ({
    deliveryId: `d${number}`,
    bytes: number % 2 === 0 ? `Ærlig "${number}"\n` : Buffer.from([0xff, number]),
  }));
  const bundle = await archive.keep(outputs, '2026-11-21', countingIds());
  for (const { deliveryId, bytes } of outputs)
    expect(await archive.find(bundle, deliveryId)).toEqual(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
});

test.each(FEW_AND_MANY)('%d outputs that cannot be kept are a fault with its path', async (count) => {
  const site = await temporaryFolder();
  await writeFile(join(site, 'archive'), 'a file in the way');
  const outputs = Array.from({ length: count }, (_, number) => ({ deliveryId: `d${number}`, bytes: 'x' }));
  const keep = openOutputArchive(site).keep(outputs, '2026-11-21', countingIds());
  await expect(keep).rejects.toMatchObject({
    name: 'Fault',
    code: 'FOLDER_NOT_ACCESSIBLE',
    at: { file: expect.stringContaining(join(site, 'archive', 'outputs')) },
  });
});
