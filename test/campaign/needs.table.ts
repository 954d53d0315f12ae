import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a campaign needs of the machine, how it is found out, and what to do where it is missing. */
export const NEEDS = {
  strace: {
    missing: 'strace cannot trace here (Debian: apt-get install strace; a container needs the right to trace)',
    isThere: () => succeeds('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=none', 'true']),
  },
  mount: {
    missing: 'file systems cannot be mounted here (root on a machine or in a privileged container is needed)',
    isThere: () => process.getuid?.() === 0 && succeeds('unshare', ['--mount', 'true']),
  },
  loop: {
    missing: 'there are no loop devices or no mkfs.ext4 here (Debian: apt-get install e2fsprogs)',
    isThere: () =>
      existsSync('/dev/loop-control') && succeeds('mkfs.ext4', ['-V']) && succeeds('losetup', ['--version']),
  },
  perl: {
    missing: 'perl is missing (it sends the one ioctl that cuts the power)',
    isThere: () => succeeds('perl', ['-e', '1']),
  },
  eatmydata: {
    missing: 'libeatmydata is missing (Debian: apt-get install eatmydata)',
    isThere: () => eatMyData() !== undefined,
  },
} as const satisfies Record<string, { missing: string; isThere: () => boolean }>;

export type NeedName = keyof typeof NEEDS;

/** The sentences of all needs that are not met; none: the campaign can run. */
export function unmet(names: readonly NeedName[]): string[] {
  return names.filter((name) => !NEEDS[name].isThere()).map((name) => NEEDS[name].missing);
}

/** The library that makes every sync a lie, where it is installed. */
export function eatMyData(): string | undefined {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/lib64'];
  return folders.map((folder) => `${folder}/libeatmydata.so`).find((file) => existsSync(file));
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
