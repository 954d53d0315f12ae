import { isUtf8 } from 'node:buffer';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { syncFolder } from '../disk/sync-folder.ts';
import { worldFault } from '../disk/world-fault.ts';
import { writeSynced } from '../disk/write-synced.ts';
import type { KeptOutput } from '../pipeline/ports.ts';

const compress = promisify(gzip);

/** One line of a bundle. Text stays readable with zcat; anything else is base64. */
export type BundleEntry = { deliveryId: string } & ({ text: string } | { base64: string });

/** A bundle that is to be written: its absolute path, and what it is to hold. */
export interface BundleToWrite {
  path: string;
  outputs: readonly KeptOutput[];
}

/** Writes a bundle of outputs durably, with its name and the folders above it that were missing. Rejects with a `Fault`. */
export async function writeBundle({ path, outputs }: BundleToWrite): Promise<void> {
  const bundle = await compress(outputs.map(entryLine).join(''), { level: constants.Z_BEST_SPEED });
  try {
    const made = await mkdir(dirname(path), { recursive: true });
    await writeSynced(path, bundle, 'wx');
    await syncFolder(dirname(path));
    if (made !== undefined) await syncNewFolders(made, dirname(path));
  } catch (error) {
    throw worldFault(error, 'writing', path);
  }
}

/** New folders need their own names made durable, up to the first one that was there before. */
async function syncNewFolders(firstMade: string, last: string): Promise<void> {
  for (let folder = last; folder.length >= firstMade.length; folder = dirname(folder))
    await syncFolder(dirname(folder));
}

/** How the line of an output begins, and no other line. */
export function entryStart(deliveryId: string): string {
  return `{"deliveryId":${JSON.stringify(deliveryId)},`;
}

function entryLine({ deliveryId, bytes }: KeptOutput): string {
  return `${entryStart(deliveryId)}${JSON.stringify(entryContent(bytes)).slice(1)}\n`;
}

function entryContent(bytes: Uint8Array | string): { text: string } | { base64: string } {
  if (typeof bytes === 'string') return { text: bytes };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) ? { text: buffer.toString('utf8') } : { base64: buffer.toString('base64') };
}
