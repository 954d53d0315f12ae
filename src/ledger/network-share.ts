import { dirname, resolve } from 'node:path';
import { type FileSystemProbe, isUncPath, networkFileSystem } from '../disk/network-file-system.ts';
import { Fault } from '../domain/fault.ts';

/**
 * Throws `LEDGER_ON_NETWORK_SHARE` where the folder of `path` lies on another machine: locks and shared
 * memory do not hold there, and two daemons would both believe that they own the site (architecture 3).
 */
export async function refuseNetworkShare(path: string, probe?: FileSystemProbe): Promise<void> {
  const share = await networkFileSystem(isUncPath(path) ? path : dirname(resolve(path)), probe);
  if (share === undefined) return;
  throw new Fault('LEDGER_ON_NETWORK_SHARE', `${path} lies on a network share (${share})`, {
    hint: 'Keep the site, or at least its state folder, on a disk of this machine; inboxes and outboxes may be shares.',
    at: { file: path },
  });
}
