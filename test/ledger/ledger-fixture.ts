import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Change, LinkState, PutDocument } from '../../src/domain/decision.ts';
import type { DeliveryRecord, FileRecord } from '../../src/domain/records.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Ledger, LedgerTransaction } from '../../src/pipeline/ledger-port.ts';
import type { Clock, NewId } from '../../src/pipeline/ports.ts';

export const NOW = '2026-11-21T18:17:00.000Z';

/** A clock that counts milliseconds up, so that no two instants are equal. */
export function countingClock(): Clock {
  let ms = 0;
  return {
    now: () => NOW.replace('00.000', `00.${String(ms++ % 1000).padStart(3, '0')}`),
    monotonicMs: () => ms,
  };
}

/** Identifiers of the right shape that can be told apart in a failing test. */
export function countingIds(): NewId {
  let count = 0;
  const letter = (digit: string) => 'abcdefghij'.charAt(Number(digit));
  return () => `id${String(count++).padStart(14, '0').replace(/\d/g, letter)}`;
}

/** A folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ordrebro-ledger-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new ledger in a folder of its own. `reopen` closes it and opens it again, as a restart does. */
export async function newLedger(options: { file?: string } = {}) {
  const file = options.file ?? join(await temporaryFolder(), 'state', 'ledger.db');
  const clock = countingClock();
  const newId = countingIds();
  const opened: { ledger: Ledger } = { ledger: await openLedger({ file, clock, newId }) };
  onTestFinished(() => opened.ledger.close().catch(() => undefined));
  return {
    file,
    clock,
    newId,
    get ledger() {
      return opened.ledger;
    },
    async reopen() {
      await opened.ledger.close();
      opened.ledger = await openLedger({ file, clock, newId });
      return opened.ledger;
    },
  };
}

/** Everything of `work` in one committed transaction. */
export async function committed<Answer>(
  ledger: Ledger,
  work: (transaction: LedgerTransaction) => Promise<Answer>,
): Promise<Answer> {
  const transaction = await ledger.begin();
  const answer = await work(transaction);
  await transaction.commit();
  return answer;
}

/** Changes of one decision, applied and committed. */
export function applied(ledger: Ledger, changes: Change[], file: { id: string; sequence: number } | null = null) {
  return committed(ledger, (transaction) => transaction.apply(changes, 'file:f1', NOW, file));
}

export function putDocument(change: Partial<PutDocument> & { key: string }): PutDocument {
  return {
    change: 'put-document',
    kind: 'supplier-invoice',
    content: { document: 'supplier-invoice', key: change.key },
    status: null,
    revision: 1,
    head: {},
    indexes: [],
    ...change,
  };
}

export function auditChange(key: string, event: string, more: { from?: string; to?: string } = {}): Change {
  return {
    change: 'audit',
    subject: { kind: 'supplier-invoice', key },
    event,
    from: more.from ?? null,
    to: more.to ?? null,
    rule: 'order-match.md 3',
  };
}

export function fileRecord(change: Partial<FileRecord> & { id: string }): FileRecord {
  return {
    name: `${change.id}.xml`,
    channel: 'invoices',
    sequence: 1,
    sha256: 'a'.repeat(64),
    bytes: 1234,
    receivedAt: NOW,
    processedAt: NOW,
    status: 'completed',
    outcome: 'accepted',
    mapping: { name: 'peppol-bis-3', version: '1' },
    documents: [],
    findings: [],
    transportId: null,
    duplicateOf: null,
    replayOf: null,
    attempts: 1,
    nextAttemptAt: null,
    archivedAs: null,
    ...change,
  };
}

export function deliveryRecord(change: Partial<DeliveryRecord> & { id: string }): DeliveryRecord {
  return {
    sequence: 1,
    folder: 'visma',
    name: `${change.id}.json`,
    document: 'order-match-result',
    key: 'INV1',
    revision: 1,
    fileId: null,
    status: 'staged',
    sha256: 'b'.repeat(64),
    bytes: 99,
    bundle: 'archive/outputs/2026-11-21/x.ndjson.gz',
    stagedAt: NOW,
    deliveredAt: null,
    attempts: 0,
    nextAttemptAt: null,
    lastError: null,
    ...change,
  };
}

export function link(change: Partial<LinkState> & { documentId: string; orderNo: string }): LinkState {
  return {
    invoiceLineId: '1',
    orderLineNo: 1,
    quantity: '10',
    amount: '1000.00',
    price: '100.00',
    kind: 'invoice',
    state: 'pending',
    ...change,
  };
}
