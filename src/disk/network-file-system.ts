import { readFile, statfs } from 'node:fs/promises';

/** File systems that live on another machine, by the magic number that statfs gives (linux/magic.h). */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<bigint, string> = new Map([
  [0x6969n, 'NFS'],
  [0x517bn, 'SMB'],
  [0xff534d42n, 'CIFS'],
  [0xfe534d42n, 'SMB2'],
  [0x564cn, 'NCP'],
  [0x5346414fn, 'AFS'],
  [0x73757245n, 'CODA'],
  [0xc36400n, 'CEPH'],
  [0x0bd00bd0n, 'LUSTRE'],
  [0x01021997n, '9P'],
]);

/** Local disks can come through FUSE too (ntfs-3g): there the type in the table of mounts decides. */
const FUSE = 0x65735546n;
const NETWORK_FUSE = /^fuse\.(sshfs|smbnetfs|curlftpfs|davfs2?|rclone|s3fs|gcsfuse|goofys|glusterfs|ceph(-fuse)?)$/;

/** How the file system is asked: replaced in tests, which have no network share at hand. */
export interface FileSystemProbe {
  /** Magic number of the file system that holds the folder. */
  typeOf(folder: string): Promise<bigint>;
  /** The mounts of this machine, as in /proc/self/mounts; empty where there is no such table. */
  mounts(): Promise<string>;
}

const SYSTEM: FileSystemProbe = {
  typeOf: async (folder) => (await statfs(folder, { bigint: true })).type,
  mounts: () => readFile('/proc/self/mounts', 'utf8').catch(() => ''),
};

/** The network file system that holds a folder, by name; undefined for a disk of this machine. Throws the errors of the file system. */
export async function networkFileSystem(folder: string, probe: FileSystemProbe = SYSTEM): Promise<string | undefined> {
  return isUncPath(folder) ? 'a UNC path' : fileSystemOf(folder, probe);
}

/** `\\server\share`, but not the long form of a local path, `\\?\C:\site`. */
export function isUncPath(path: string): boolean {
  return /^\\\\(?![?.]\\)[^\\]+\\/.test(path) || /^\\\\\?\\UNC\\/i.test(path);
}

async function fileSystemOf(folder: string, probe: FileSystemProbe): Promise<string | undefined> {
  const type = BigInt.asUintN(32, await probe.typeOf(folder));
  if (type !== FUSE) return NETWORK_FILE_SYSTEMS.get(type);
  const mounted = mountedType(folder, await probe.mounts());
  return mounted !== undefined && NETWORK_FUSE.test(mounted) ? mounted : undefined;
}

/** The type of the mount that holds the folder: the one with the longest mount point, the last of equals. */
function mountedType(folder: string, mounts: string): string | undefined {
  let best: { point: string; type: string } | undefined;
  for (const line of mounts.split('\n')) {
    const [, escapedPoint, type] = line.split(' ');
    if (escapedPoint === undefined || type === undefined) continue;
    const point = escapedPoint.replace(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const holds = point === '/' || folder === point || folder.startsWith(`${point}/`);
    if (holds && point.length >= (best?.point.length ?? 0)) best = { point, type };
  }
  return best?.type;
}
