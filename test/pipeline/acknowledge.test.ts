import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../src/domain/records.ts';
import { acknowledgementOf, fileOutcome, fileStatus } from '../../src/pipeline/acknowledge.ts';

function fileRecord(more: Partial<FileRecord> = {}): FileRecord {
  return {
    ...{ id: 'f1', name: 'orders.json', channel: 'visma', sequence: 1, sha256: 'aa', bytes: 10, mapping: null },
    ...{ receivedAt: '2026-11-21T10:00:00.000Z', processedAt: '2026-11-21T10:00:01.000Z', status: 'completed' },
    ...{ outcome: 'accepted', documents: [], findings: [], transportId: null, duplicateOf: null, replayOf: null },
    ...{ attempts: 1, nextAttemptAt: null, archivedAs: null },
    ...more,
  };
}

function documents(count: number, outcome: 'accepted' | 'held') {
  return Array.from({ length: count }, (_, index) => {
    return { document: 'product' as const, key: `${outcome}-${index}`, outcome, status: null, reasons: [] };
  });
}

describe('the outcome of a file', () => {
  it.each([
    [[], false, 'rejected'],
    [[], true, 'rejected'],
    [['accepted'], false, 'accepted'],
    [['accepted', 'held'], false, 'held'],
    [['accepted', 'duplicate'], false, 'accepted'],
    [['duplicate', 'duplicate'], false, 'duplicate'],
    [['rejected', 'rejected'], false, 'rejected'],
    [['accepted', 'rejected'], false, 'partly-accepted'],
    [['accepted'], true, 'partly-accepted'],
    [['duplicate'], true, 'partly-accepted'],
  ] as const)('of documents %j with refused records %s is %s', (outcomes, refused, expected) => {
    expect(fileOutcome(outcomes, refused)).toBe(expected);
  });

  it('gives the file its resting place', () => {
    expect(fileStatus('partly-accepted')).toBe('completed');
    expect(fileStatus('held')).toBe('held');
  });
});

describe('an acknowledgement', () => {
  it('counts every document, and above 1,000 lists only those that need somebody', () => {
    const record = fileRecord({ documents: [...documents(1200, 'accepted'), ...documents(2, 'held')] });
    const content = acknowledgementOf(record, { processedAt: record.processedAt ?? '' });
    expect(content.counts).toEqual({ documents: 1202, accepted: 1200, held: 2, rejected: 0, duplicate: 0 });
    expect(content.documents.map((one) => one.key)).toEqual(['held-0', 'held-1']);
  });

  it('of a repeated file carries the first one, as it was answered then', () => {
    const first = fileRecord({ id: 'f0' });
    const again = fileRecord({ outcome: 'duplicate', duplicateOf: 'f0' });
    const content = acknowledgementOf(again, { processedAt: '2026-11-22T00:00:00.000Z', first });
    expect(content.firstAcknowledgement).toEqual(acknowledgementOf(first, { processedAt: first.processedAt ?? '' }));
  });
});
