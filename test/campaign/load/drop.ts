import { hash } from 'node:crypto';
import type { TestSite } from '../../support/site.ts';
import { dropFile } from '../../support/site.ts';

/** One file that a sender put into an inbox. Its name is never used a second time for the same bytes. */
export interface Drop {
  channel: string;
  name: string;
  sha256: string;
  /** Written with all syncs: must survive a power cut even when nobody has acknowledged it. */
  durable: boolean;
}

/** Drops a file and gives the line for the list of all drops; the list is what the checker trusts. */
export async function drop(
  site: TestSite,
  file: { channel: string; name: string; content: string | Uint8Array },
  options: { sync?: boolean } = {},
): Promise<Drop> {
  const sha256 = hash('sha256', file.content, 'hex');
  await dropFile(site, file.channel, file.name, file.content, options);
  return { channel: file.channel, name: file.name, sha256, durable: options.sync === true };
}
