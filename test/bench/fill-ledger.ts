import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Change } from '../../src/domain/decision.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { LedgerTransaction } from '../../src/pipeline/ledger-port.ts';

const PER_TRANSACTION = 2_000;

/**
 * Puts so many decided supplier invoices into the ledger of a site that is not running, each with its file, its
 * two deliveries, its link, its look-up values and its audit row, through the ledger itself so that indexes and
 * the audit chain are as real work leaves them.
 */
export async function fillLedger(dir: string, documents: number): Promise<void> {
  const clock = { now: () => new Date().toISOString(), monotonicMs: () => performance.now() };
  const ledger = await openLedger({ file: join(dir, 'state', 'ledger.db'), clock, newId });
  for (let from = 0; from < documents; from += PER_TRANSACTION) {
    const transaction = await ledger.begin();
    for (let number = from; number < Math.min(documents, from + PER_TRANSACTION); number += 1)
      await putInvoice(transaction, number, clock.now());
    await transaction.commit();
  }
  await ledger.close();
}

/** 16 characters of a-z2-7. */
function newId(): string {
  return [...randomBytes(16)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
}

async function putInvoice(transaction: LedgerTransaction, number: number, now: string): Promise<void> {
  const id = newId();
  const sha256 = number.toString(16).padStart(64, '0');
  const file = {
    id,
    name: `old-${number}.xml`,
    channel: 'invoices' as const,
    sequence: 0,
    sha256,
    bytes: 10_000,
    receivedAt: now,
    processedAt: now,
  };
  const more = {
    mapping: { name: 'peppol-bis-3', version: '1' },
    findings: [],
    transportId: null,
    duplicateOf: null,
    replayOf: null,
  };
  const document = {
    document: 'supplier-invoice' as const,
    key: id,
    outcome: 'accepted' as const,
    status: '1',
    reasons: [],
  };
  const archivedAs = `archive/invoices/2026-01-01/old-${number}.xml.${id}`;
  await transaction.putFile({
    ...file,
    ...more,
    status: 'completed',
    outcome: 'accepted',
    documents: [document],
    attempts: 0,
    nextAttemptAt: null,
    archivedAs,
  });
  await transaction.apply(changesOf(id, number), `file:${id}`, now, { id, sequence: number });
  for (const [folder, kind, key] of [
    ['visma', 'order-match-result', id],
    ['acknowledgements', 'acknowledgement', id],
  ] as const) {
    const delivery = {
      id: newId(),
      sequence: 0,
      folder,
      name: `old-${number}-${kind}.json`,
      document: kind,
      key,
      revision: 1,
      fileId: id,
    };
    const state = {
      status: 'delivered' as const,
      sha256,
      bytes: 2_000,
      bundle: 'archive/outputs/old.ndjson.gz',
      stagedAt: now,
      deliveredAt: now,
    };
    await transaction.putDelivery({ ...delivery, ...state, attempts: 0, nextAttemptAt: null, lastError: null });
  }
}

function changesOf(id: string, number: number): Change[] {
  const head = { party: '50001', number: `OLD-${number}`, amount: '2100.00', currency: 'NOK', date: '2026-01-01' };
  const indexes = [
    { name: 'number', value: `50001|invoice|OLD-${number}` },
    { name: 'order', value: `OLD-${number}` },
  ];
  const content = { document: 'supplier-invoice', invoiceNo: `OLD-${number}`, notes: ['x'.repeat(800)], lines: [] };
  const link = {
    documentId: id,
    invoiceLineId: '1',
    orderNo: `OLD-${number}`,
    orderLineNo: 1,
    quantity: '10',
    amount: '1000.00',
    price: '100.00',
  };
  return [
    { change: 'put-document', kind: 'supplier-invoice', key: id, content, status: '1', revision: 1, head, indexes },
    { change: 'put-links', documentId: id, links: [{ ...link, kind: 'invoice', state: 'received' }] },
    {
      change: 'audit',
      subject: { kind: 'supplier-invoice', key: id },
      event: 'decided',
      from: null,
      to: '1',
      rule: 'order-match',
    },
  ];
}
