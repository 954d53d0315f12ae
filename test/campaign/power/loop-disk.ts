import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A disk of its own, whose power can be cut. It is an ext4 file system in an image behind a loop device. The cut
 * is EXT4_IOC_SHUTDOWN without a flush: from that instant on nothing more reaches the image, neither the journal
 * nor the pages that were not written back, just as if the plug had been pulled. What the kernel had sent to the
 * device before is there: a disk with a write cache of its own that lies about flushes could lose more.
 */
export interface LoopDisk {
  /** Where it is mounted. */
  folder: string;
  /** Cuts the power: every call on the disk fails from now on. */
  cut(): void;
  /** Mounts the image again, the journal is replayed. All processes on it must have ended. */
  powerOn(): Promise<void>;
  remove(): Promise<void>;
}

const SHUTDOWN_WITHOUT_FLUSH =
  'open(F, "<", $ARGV[0]) or die $!; $how = pack("L", 2); ioctl(F, 0x8004587D, $how) or die $!';

/** The kernel may hold the disk for a moment after the last process on it has ended. */
async function unmount(folder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, stderr } = spawnSync('umount', [folder]);
    if (status === 0) return;
    if (attempt === 50) throw new Error(`the disk cannot be unmounted: ${stderr.toString()}`);
    await sleep(100);
  }
}

/** Makes a disk of 512 MB (sparse) and mounts it. Needs the rights to mount. */
export async function loopDisk(): Promise<LoopDisk> {
  const base = await mkdtemp(join(tmpdir(), 'ordrebro-disk-'));
  const image = join(base, 'image');
  const folder = join(base, 'disk');
  await writeFile(image, '');
  await truncate(image, 512 * 1024 * 1024);
  execFileSync('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image]);
  await mkdir(folder);
  const mount = () => execFileSync('mount', ['-o', 'loop', image, folder]);
  mount();
  return {
    folder,
    cut: () => execFileSync('perl', ['-e', SHUTDOWN_WITHOUT_FLUSH, folder]),
    powerOn: async () => {
      await unmount(folder);
      mount();
    },
    remove: async () => {
      execFileSync('umount', ['-l', folder]);
      await rm(base, { recursive: true, force: true });
    },
  };
}
