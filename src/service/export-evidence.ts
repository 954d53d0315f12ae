import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, type Zippable, zip } from 'fflate';
import { Fault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/records.ts';
import { openOutputArchive } from '../ledger/output-archive.ts';
import { deliveriesAbout } from './deliveries-about.ts';
import { findKey } from './find-key.ts';
import { missing } from './missing.ts';
import type { ReadableSite } from './readable-site.ts';
import { showDocument } from './show-document.ts';
import type { ShownFile } from './show-file.ts';

/** The zip, and what of the file could not be put into it. */
export interface Evidence {
  fileId: string;
  zip: Uint8Array;
  entries: string[];
  /** Sentences about what is not in it, such as an original that retention has removed. */
  absent: string[];
}

/**
 * All that is known of a file in one zip: its original, what was decided (of every document in it), the outputs and the
 * acknowledgement byte for byte, and the history. `key` is a file id, the key of a supplier invoice or
 * `supplierNo/invoiceNo`. Throws `NOT_FOUND`, `AMBIGUOUS_KEY`, `READ_FAILED`.
 */
export async function gatherEvidence(site: ReadableSite, folder: string, key: string): Promise<Evidence> {
  const fileId = await fileIdOf(site, key);
  const file = await showDocument(site, 'file', fileId);
  if (file.kind !== 'file') return missing('file', fileId);
  const absent: string[] = [];
  const content: Zippable = { 'file.json': jsonText(file) };

  const original = file.archivedAs === null ? undefined : await bytesAt(join(folder, file.archivedAs));
  if (original === undefined) absent.push('The original is not in the archive (any more).');
  else content[`original/${file.name.replace(/[\\/]/g, '_')}`] = original;

  for (const { document, key: documentKey } of file.documents.slice(0, MAX_DOCUMENTS)) {
    const shown = await showDocument(site, document, documentKey).catch(() => undefined);
    if (shown === undefined) absent.push(`${document} ${documentKey} is not in the ledger: it was not taken in.`);
    else content[`decisions/${document}_${entryName(documentKey)}.json`] = jsonText(shown);
  }
  if (file.documents.length > MAX_DOCUMENTS)
    absent.push(`Only the first ${MAX_DOCUMENTS} of ${file.documents.length} documents are told one by one.`);

  const archive = openOutputArchive(folder);
  for (const delivery of await outputsOf(site, file)) {
    const bytes = await archive.find(delivery.bundle, delivery.id);
    if (bytes === undefined) absent.push(`The bytes of delivery ${delivery.id} are not kept (any more).`);
    else content[outputEntry(delivery)] = bytes;
  }
  return { fileId, zip: await zipped(content), entries: Object.keys(content), absent };
}

/** What went out for the file, and later about its invoices: when they were decided again, or processed by an operator. */
async function outputsOf(site: ReadableSite, file: ShownFile): Promise<DeliveryRecord[]> {
  const keys = file.documents.filter(({ document }) => document === 'supplier-invoice').map(({ key }) => key);
  const invoices = await site.ledger.documents('supplier-invoice', keys.slice(0, MAX_DOCUMENTS));
  const later: DeliveryRecord[] = [];
  for (const invoice of invoices)
    if (invoice.fileId === file.id) later.push(...(await deliveriesAbout(site.ledger, invoice)));
  const all = [...(await site.ledger.deliveriesOfFile(file.id)), ...later];
  return [...new Map(all.map((delivery) => [delivery.id, delivery])).values()];
}

/** Documents of one file that get an entry of their own. */
const MAX_DOCUMENTS = 1000;

async function fileIdOf(site: ReadableSite, key: string): Promise<string> {
  try {
    return await findKey(site.ledger, 'file', key);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'NOT_FOUND') throw error;
  }
  const invoice = await findKey(site.ledger, 'supplier-invoice', key);
  return (await site.ledger.document('supplier-invoice', invoice))?.fileId ?? missing('file', key);
}

function outputEntry(delivery: DeliveryRecord): string {
  return `${delivery.folder === 'acknowledgements' ? 'acknowledgement' : 'outputs'}/${delivery.name}`;
}

async function bytesAt(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Fault('READ_FAILED', `${path} cannot be read`, {
      hint: 'Give your account the right to read the archive.',
      at: { file: path },
      cause,
    });
  }
}

/** A key as a part of an entry's name: a zip must unpack on every machine. */
function entryName(key: string): string {
  return key.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 100);
}

function jsonText(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

function zipped(content: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(content, { level: 6 }, (error, data) => (error === null ? resolve(data) : reject(error)));
  });
}
