import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import type { OutboxName } from '../../src/domain/settings.generated.ts';
import type { Path } from '../../src/pipeline/path.ts';
import type { PlannedDelivery } from '../../src/pipeline/steps/planned-delivery.ts';
import { Staging } from '../../src/pipeline/steps/staging.ts';

/** A path whose disk does nothing by itself: the test says when a write ends, and how. */
function slowDisk(markerOf: (folder: OutboxName) => Promise<boolean> = async () => true) {
  const writing = new Map<string, PromiseWithResolvers<{ sha256: string; bytes: number }>>();
  const said: string[] = [];
  let bundles = 0;
  const outbox = (folder: OutboxName) => ({
    markerIntact: () => markerOf(folder),
    stage(id: string) {
      said.push(`stage ${id}`);
      const write = Promise.withResolvers<{ sha256: string; bytes: number }>();
      writing.set(id, write);
      return write.promise;
    },
    syncStaging: async () => void said.push(`sync ${folder}`),
    discard: async (id: string) => void said.push(`discard ${id}`),
  });
  const path = {
    ledger: { siteId: 'site', epoch: 1 },
    outboxes: { visma: outbox('visma'), acknowledgements: outbox('acknowledgements') },
    deliveries: { assertOpen: () => undefined, closeFor: () => undefined },
    archive: {
      keep: async () => {
        bundles += 1;
        return `bundle-${bundles}`;
      },
    },
    clock: { now: () => '2026-11-21T18:17:00.000Z' },
    newId: () => 'id',
  } as unknown as Path;
  const ends = (...ids: string[]) => {
    for (const id of ids) writing.get(id)?.resolve({ sha256: `hash of ${id}`, bytes: id.length });
  };
  const fails = (id: string) => writing.get(id)?.reject(new Fault('DISK_FULL', 'full', { hint: '' }));
  return { path, said, ends, fails };
}

function planned(id: string, folder: OutboxName = 'visma'): PlannedDelivery {
  return { bytes: id, record: { id, folder } as PlannedDelivery['record'] };
}

/** Everything that can happen without the disk has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Has it ended yet? */
async function hasEnded(promise: Promise<unknown>): Promise<boolean> {
  let ended = false;
  void promise.then(
    () => (ended = true),
    () => (ended = true),
  );
  await settled();
  return ended;
}

describe('staging in slices', () => {
  it('begins with each output once, and completes its row with its own bundle and hash', async () => {
    const { path, said, ends } = slowDisk();
    const [a, b, c] = [planned('a'), planned('b', 'acknowledgements'), planned('c')];
    const staging = new Staging(path);
    staging.begin([a, b]);
    staging.begin([a, b]);
    await settled();
    ends('a', 'b');
    const finished = staging.finish([a, b, c]);
    expect(await hasEnded(finished)).toBe(false);
    ends('c');
    await finished;
    expect(said.slice(0, 3)).toEqual(['stage a', 'stage b', 'stage c']);
    expect(said.slice(3).sort()).toEqual(['sync acknowledgements', 'sync visma']);
    expect([a, b, c].map(({ record }) => record)).toMatchObject([
      { bundle: 'bundle-1', sha256: 'hash of a', bytes: 1 },
      { bundle: 'bundle-1', sha256: 'hash of b' },
      { bundle: 'bundle-2', sha256: 'hash of c' },
    ]);
  });

  it('discards what is planned no more, after its own writing has ended', async () => {
    const { path, said, ends } = slowDisk();
    const [older, other, newer] = [planned('older'), planned('other'), planned('newer')];
    const staging = new Staging(path);
    staging.begin([older, other]);
    await settled();
    const finished = staging.finish([other, newer]);
    await settled();
    ends('other', 'newer');
    expect(await hasEnded(finished)).toBe(false);
    expect(said).not.toContain('discard older');
    ends('older');
    await finished;
    expect(said.filter((one) => one.startsWith('discard'))).toEqual(['discard older']);
  });

  it('that is undone waits for every slice, and discards all of them', async () => {
    const { path, said, ends, fails } = slowDisk();
    const staging = new Staging(path);
    staging.begin([planned('a')]);
    staging.begin([planned('b')]);
    await settled();
    fails('a');
    const undone = staging.undo();
    expect(await hasEnded(undone)).toBe(false);
    expect(said).not.toContain('discard b');
    ends('b');
    await undone;
    expect(said.slice(-2)).toEqual(['discard a', 'discard b']);
  });

  it('that failed says so only when nothing is being written any more', async () => {
    const { path, said, ends, fails } = slowDisk();
    const [a, b] = [planned('a'), planned('b')];
    const staging = new Staging(path);
    staging.begin([a]);
    await settled();
    fails('a');
    const finished = staging.finish([a, b]);
    expect(await hasEnded(finished)).toBe(false);
    ends('b');
    await expect(finished).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(said).not.toContain('sync visma');
  });

  it('writes nothing into a folder before its marker was found intact, whichever slice asks', async () => {
    const marker = Promise.withResolvers<boolean>();
    const { path, said } = slowDisk(() => marker.promise);
    const staging = new Staging(path);
    staging.begin([planned('a')]);
    staging.begin([planned('b')]);
    await settled();
    expect(said).toEqual([]);
    marker.resolve(false);
    await expect(staging.finish([])).rejects.toMatchObject({ code: 'OUTBOX_REPLACED' });
    expect(said).toEqual([]);
  });
});
