import { readFile } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { onWriteThread, WORTH_A_THREAD } from '../disk/write-thread.ts';
import { arrivedFault, type CarriedFault } from '../domain/carried-fault.ts';
import { Fault } from '../domain/fault.ts';
import type { OutputArchive } from '../pipeline/ports.ts';
import { withFaults } from './ledger-fault.ts';
import { type BundleEntry, type BundleToWrite, entryStart, writeBundle } from './write-bundle.ts';

const decompress = promisify(gunzip);

const FOLDER = 'archive/outputs';
const WORKER = new URL(`./write-bundle-worker${extname(import.meta.filename)}`, import.meta.url);

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
      await writeWherever({ path, outputs });
      return relative(resolve(site), path).replaceAll(sep, '/');
    },
    async find(bundle, deliveryId) {
      const path = resolve(site, bundle);
      if (!path.startsWith(root + sep)) throw new Error(`${bundle} is no bundle of outputs`);
      const text = await readBundle(path);
      const line = text?.split('\n').find((one) => one.startsWith(entryStart(deliveryId)));
      return line === undefined ? undefined : entryBytes(JSON.parse(line) as BundleEntry);
    },
  };
}

/** Many outputs are written by the thread that stages them; compressing them would hold this one. */
async function writeWherever(bundle: BundleToWrite): Promise<void> {
  if (bundle.outputs.length < WORTH_A_THREAD) return writeBundle(bundle);
  const fault = await onWriteThread<CarriedFault | null>(WORKER, 'writeBundleElsewhere', bundle);
  if (fault !== null) throw arrivedFault(fault);
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

function entryBytes(entry: BundleEntry): Buffer {
  return 'text' in entry ? Buffer.from(entry.text, 'utf8') : Buffer.from(entry.base64, 'base64');
}
