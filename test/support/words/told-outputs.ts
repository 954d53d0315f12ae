import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrderMatchResult, VoucherBatch } from '../../../src/domain/documents.generated.ts';
import { readAcks, readOutbox, type TestSite } from '../site.ts';

/** Everything in an outbox folder, in the order in which it was written, one line each. */
export async function toldOutbox(site: TestSite, folder: string): Promise<string[]> {
  if (folder === 'suppliers') return toldResponses(site);
  const contents = (await readOutbox(site, folder)).map(({ content }) => content);
  const keys = new Set(contents.map((content) => content['key']));
  return contents.flatMap((content) => outputText(content, keys));
}

function outputText(content: Record<string, unknown>, keys: ReadonlySet<unknown>): string[] {
  if (content['document'] === 'order-match-result') {
    const { supplierInvoice, revision, status } = content as unknown as OrderMatchResult;
    return [`result ${supplierInvoice.invoiceNo ?? '-'} r${revision} ${status.code}`];
  }
  const { vouchers, reversalOf } = (content as unknown as VoucherBatch).batch;
  const reversal = reversalOf === undefined ? [] : [keys.has(reversalOf) ? 'reversal' : `reversal of ${reversalOf}`];
  return vouchers.map((one) => {
    const side = one.debitAccount === undefined ? `credit ${one.creditAccount}` : `debit ${one.debitAccount}`;
    const words = ['voucher', one.invoiceNo, one.date, side, one.crossAccount, one.amount, one.voucherNo];
    return [...words.filter((word) => word !== undefined), ...reversal].join(' ');
  });
}

async function toldResponses(site: TestSite): Promise<string[]> {
  const names = (await readdir(site.outbox('suppliers'))).filter((name) => name.endsWith('.xml')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(site.outbox('suppliers'), name), 'utf8')));
  return texts.map((text) => `response ${/<cbc:ResponseCode[^>]*>(\w+)</.exec(text)?.[1] ?? '?'}`);
}

/** The acknowledgements by file name: outcome, and the status of each document that has one; several answers to one name stand with `;`. */
export async function toldAcks(site: TestSite): Promise<Record<string, string>> {
  const acks = await readAcks(site);
  return Object.fromEntries([...acks].map(([name, answers]) => [name, answers.map(ackText).sort().join('; ')]));
}

function ackText(ack: Record<string, unknown>): string {
  const documents = (ack['documents'] ?? []) as { status?: string }[];
  return [ack['outcome'], ...documents.flatMap(({ status }) => (status === undefined ? [] : [status]))].join(' ');
}

/** The document that a dropped invoice became: the one that its first answer names. */
export async function documentOfFile(site: TestSite, name: string): Promise<string> {
  for (const ack of (await readAcks(site)).get(name) ?? []) {
    const [document] = (ack['documents'] ?? []) as { key?: string }[];
    if (document?.key !== undefined) return document.key;
  }
  throw new Error(`no acknowledgement of ${name} names a document`);
}

/** The id of the file that was first taken in under a name. */
export async function idOfFile(site: TestSite, name: string): Promise<string> {
  const [first] = (await readAcks(site)).get(name) ?? [];
  if (first === undefined) throw new Error(`${name} was not acknowledged`);
  return (first['file'] as { id: string }).id;
}
