import { isUtf8 } from 'node:buffer';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { Fault } from '../domain/fault.ts';
import type { OutputArchive } from '../pipeline/ports.ts';
import { withFaults } from './ledger-fault.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { writeSynced } from '../disk/write-synced.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const FOLDER = 'archive/outputs';

/** One line of a bundle. Text stays readable with zcat; anything else is base64. */
type Entry = { deliveryId: string } & ({ text: string } | { base64: string });

/**
 * Keeps the bytes of outputs, for resend and as evidence: one compressed file per batch,
 * `archive/outputs/<date>/<id>.ndjson.gz`, durable when `keep` resolves. A bundle that a crash left behind half
 * written belongs to no row of the ledger, and nobody ever looks for it. `site` is the site's folder.
 */
export function openOutputArchive(site: string): OutputArchive {
  const root = resolve(site, FOLDER);
  return {
    async keep(outputs, date, newId) {
      const path = join(root, date, `${newId()}.ndjson.gz`);
      const bundle = await compress(outputs.map(entryLine).join(''), { level: constants.Z_BEST_SPEED });
      await withFaults(path, async () => {
        const made = await mkdir(dirname(path), { recursive: true });
        await writeSynced(path, bundle, 'wx');
        await syncFolder(dirname(path));
        if (made !== undefined) await syncNewFolders(made, dirname(path));
      });
      return relative(resolve(site), path).replaceAll(sep, '/');
    },
    async find(bundle, deliveryId) {
      const path = resolve(site, bundle);
      if (!path.startsWith(root + sep)) throw new Error(`${bundle} is no bundle of outputs`);
      const text = await readBundle(path);
      const line = text?.split('\n').find((one) => one.startsWith(entryStart(deliveryId)));
      return line === undefined ? undefined : entryBytes(JSON.parse(line) as Entry);
    },
  };
}

/** New folders need their own names made durable, up to the first one that was there before. */
async function syncNewFolders(firstMade: string, last: string): Promise<void> {
  for (let folder = last; folder.length >= firstMade.length; folder = dirname(folder))
    await syncFolder(dirname(folder));
}

async function readBundle(path: string): Promise<string | undefined> {
  try {
    return (await decompress(await readFile(path))).toString('utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return undefined;
    if (!code.startsWith('Z_')) return withFaults(path, () => Promise.reject(error));
    throw new Fault('READ_FAILED', `${path} is damaged (${code})`, {
      hint: 'Put the file back from a backup of the archive folder; without it the outputs in it cannot be sent again.',
      at: { file: path },
      cause: error,
    });
  }
}

function entryStart(deliveryId: string): string {
  return `{"deliveryId":${JSON.stringify(deliveryId)},`;
}

function entryLine({ deliveryId, bytes }: { deliveryId: string; bytes: Buffer }): string {
  const content = isUtf8(bytes) ? { text: bytes.toString('utf8') } : { base64: bytes.toString('base64') };
  return `${entryStart(deliveryId)}${JSON.stringify(content).slice(1)}\n`;
}

function entryBytes(entry: Entry): Buffer {
  return 'text' in entry ? Buffer.from(entry.text, 'utf8') : Buffer.from(entry.base64, 'base64');
}
