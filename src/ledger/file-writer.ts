import type { FileRecord } from '../domain/records.ts';
import type { LedgerTransaction } from '../pipeline/ledger-port.ts';
import { type CounterWriter, counterWriter } from './counter-writer.ts';
import type { Connection, Synchronous } from './sql.ts';

type FileWrites = 'putFile' | 'raiseSuspicion' | 'clearSuspicion' | 'rememberOutbox' | 'nextNumber' | 'lastNumber';

/** Columns of a file, in the order of `values`; the first is what a known file is found by. */
const COLUMNS = [
  'id',
  'name',
  'channel',
  'sequence',
  'sha256',
  'bytes',
  'received_at',
  'processed_at',
  'status',
  'outcome',
  'mapping_name',
  'mapping_version',
  'documents',
  'findings',
  'transport_id',
  'duplicate_of',
  'replay_of',
  'attempts',
  'next_attempt_at',
  'archived_as',
];

/** Writes files, and what the path remembers about files, folders and numbers. */
export function fileWriter(
  connection: Connection,
): Synchronous<Pick<LedgerTransaction, FileWrites>> & { counters: CounterWriter } {
  const put = connection.prepare<(string | number | null)[]>(
    `INSERT INTO file (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
  );
  const suspect = connection
    .prepare<[string], number>(
      'INSERT INTO suspicion (file_id, times) VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times',
    )
    .pluck();
  const clearSuspicion = connection.prepare<[string]>('DELETE FROM suspicion WHERE file_id = +?');
  const rememberOutbox = connection.prepare<[string]>(
    'INSERT INTO outbox_known (folder) VALUES (?) ON CONFLICT DO NOTHING',
  );
  const counters = counterWriter(connection);
  return {
    putFile(file) {
      put.run(...values(file));
    },
    raiseSuspicion: (fileId) => Number(suspect.get(fileId)),
    clearSuspicion(fileId) {
      clearSuspicion.run(fileId);
    },
    rememberOutbox(folder) {
      rememberOutbox.run(folder);
    },
    counters,
    nextNumber: (counter) => counters.next(counter),
    lastNumber: (counter) => counters.last(counter),
  };
}

function values(file: FileRecord): (string | number | null)[] {
  return [
    file.id,
    file.name,
    file.channel,
    file.sequence,
    file.sha256,
    file.bytes,
    file.receivedAt,
    file.processedAt,
    file.status,
    file.outcome,
    file.mapping?.name ?? null,
    file.mapping?.version ?? null,
    jsonList(file.documents),
    jsonList(file.findings),
    file.transportId,
    file.duplicateOf,
    file.replayOf,
    file.attempts,
    file.nextAttemptAt,
    file.archivedAs,
  ];
}

function jsonList(list: readonly unknown[]): string {
  return list.length === 0 ? '[]' : JSON.stringify(list);
}
