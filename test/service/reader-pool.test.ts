import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { SHIPPED } from '../support/shipped-mappings.ts';
import { readClaims } from '../../src/pipeline/read-claims.ts';
import { openReader } from '../../src/service/reader-pool.ts';
import { openTestInbox } from '../channels/inbox-fixture.ts';
import { invoiceFile } from '../support/run-in-process.ts';

/** Few are read by the thread that asks, many by a thread of their own: nobody can tell from the outside. */
const FEW_AND_MANY = [3, 40];

async function claimed(count: number, more: { maxBytes?: number } = {}) {
  const under = await openTestInbox(more);
  const names = Array.from({ length: count }, (_, number) => `f${String(number).padStart(3, '0')}.xml`);
  for (const name of names) writeFileSync(join(under.folder, name), invoiceFile());
  const claims = await under.take();
  expect(claims).toHaveLength(count);
  const reader = openReader();
  onTestFinished(() => reader.close());
  return { ...under, claims, reader };
}

const notRefused = <Claim>(claims: readonly Claim[]) => claims.map((claim) => ({ claim, refused: false }));

test.each(FEW_AND_MANY)('%d files that are read together give their bytes, hashes and documents', async (count) => {
  const { inbox, claims, reader } = await claimed(count);
  const read = await reader.read(inbox, notRefused(claims), SHIPPED);
  const expected = await readClaims(inbox, notRefused(claims), SHIPPED);
  expect(read).toEqual(JSON.parse(JSON.stringify(expected), revived));
  for (const [index, { bytes }] of read.entries()) {
    expect(Buffer.isBuffer(bytes)).toBe(true);
    expect(bytes).toEqual(readFileSync(claims[index]?.path ?? ''));
  }
});

test.each(FEW_AND_MANY)(
  'of %d files one that is gone and one that is too large are faults of their own',
  async (count) => {
    const { inbox, claims, reader, settings } = await claimed(count);
    const [gone, large, ...others] = claims;
    if (gone === undefined || large === undefined) throw new Error('too few claims');
    rmSync(gone.path);
    settings.maxBytes = large.bytes;
    const read = await reader.read(inbox, notRefused([gone, { ...large, bytes: large.bytes + 1 }, ...others]), SHIPPED);
    expect(read[0]?.bytes).toBeInstanceOf(Fault);
    expect(read[0]).toMatchObject({ bytes: { code: 'READ_FAILED', transient: true }, sha256: '', read: null });
    expect(read[1]).toMatchObject({ bytes: { code: 'FILE_TOO_LARGE', at: { file: large.name } }, sha256: '' });
    for (const { read: result } of read.slice(2)) expect(result?.documents).toHaveLength(1);
  },
);

test.each(FEW_AND_MANY)('of %d files one that is refused unread has its hash and no documents', async (count) => {
  const { inbox, claims, reader } = await claimed(count);
  const read = await reader.read(
    inbox,
    claims.map((claim, index) => ({ claim, refused: index === 1 })),
    SHIPPED,
  );
  expect(read[1]).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), read: null, defect: null });
  expect(read[2]?.read?.documents).toHaveLength(1);
});

test.each(FEW_AND_MANY)(
  '%d claims that cannot be made durable are one fault, and none counts as read',
  async (count) => {
    const { inbox, folder, claims, reader } = await claimed(count);
    const elsewhere = inbox.elsewhere();
    if (elsewhere === null) throw new Error('the folder is on this machine');
    const missing = join(folder, 'missing');
    const broken = {
      ...inbox,
      read: inbox.read.bind(inbox),
      elsewhere: () => ({ ...elsewhere, claims: missing }),
      syncClaims: () => Promise.reject(new Fault('FOLDER_NOT_ACCESSIBLE', `${missing} is not there`, { hint: '' })),
    };
    await expect(reader.read(broken, notRefused(claims), SHIPPED)).rejects.toMatchObject({
      name: 'Fault',
      code: 'FOLDER_NOT_ACCESSIBLE',
      message: expect.stringContaining(missing),
    });
  },
);

/** Buffers come out of JSON as what they were. */
function revived(_name: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[])
    : value;
}
