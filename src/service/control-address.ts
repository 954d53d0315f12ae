import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path that a local socket may have on every Unix. */
const MAX_SOCKET_PATH = 100;

/**
 * Where the daemon of a site listens for commands of the same machine: a socket in its state folder (in the
 * temporary folder where the site's path is too long for one), a named pipe on Windows.
 */
export function controlAddress(site: string): string {
  const name = `ordrebro-${createHash('sha256').update(site).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inState = join(site, 'state', 'control.sock');
  return Buffer.byteLength(inState) <= MAX_SOCKET_PATH ? inState : join(tmpdir(), `${name}.sock`);
}
