import type { FileRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { Connection, Synchronous } from './sql.ts';

interface FileRow extends Omit<FileRecord, 'mapping' | 'documents' | 'findings'> {
  mappingName: string | null;
  mappingVersion: string | null;
  documents: string;
  findings: string;
}

const COLUMNS = `file.id, name, channel, sequence, sha256, bytes, received_at AS receivedAt, processed_at AS processedAt, status, outcome,
  mapping_name AS mappingName, mapping_version AS mappingVersion, documents, findings, transport_id AS transportId,
  duplicate_of AS duplicateOf, replay_of AS replayOf, attempts, next_attempt_at AS nextAttemptAt, archived_as AS archivedAs`;

/** Rejected files and duplicates never count as "seen before" (architecture 3, Duplicates); the same words stand in the indexes. */
const ACCEPTED = "outcome IN ('accepted', 'held', 'partly-accepted')";

type FileLookUps =
  | 'file'
  | 'acceptedFileByHash'
  | 'acceptedFileByTransportId'
  | 'filesInStatus'
  | 'lastFileAt'
  | 'suspectCount'
  | 'outboxKnown';

/** Look-ups of files that were taken in, and of what the path remembers about files and folders. */
export function fileReader(connection: Connection): Synchronous<Pick<LedgerReader, FileLookUps>> {
  const byId = connection.prepare<[string], FileRow>(`SELECT ${COLUMNS} FROM file WHERE id = +?`);
  const byHash = connection.prepare<[string], FileRow>(
    `SELECT ${COLUMNS} FROM file WHERE sha256 = +? AND ${ACCEPTED} ORDER BY ordinal LIMIT 1`,
  );
  const byTransportId = connection.prepare<[string], FileRow>(
    `SELECT ${COLUMNS} FROM file WHERE transport_id = +? AND ${ACCEPTED} ORDER BY ordinal LIMIT 1`,
  );
  const inStatus = connection.prepare<[string, number], FileRow & { ordinal: number }>(
    `SELECT ${COLUMNS}, ordinal FROM file WHERE status = +? ORDER BY ordinal LIMIT +?`,
  );
  const lastFileAt = connection.prepare<[], { channel: string; at: string }>(LAST_FILE_OF_EACH_CHANNEL);
  const suspectCount = connection.prepare<[string], number>('SELECT times FROM suspicion WHERE file_id = +?').pluck();
  const outboxKnown = connection.prepare<[string], number>('SELECT 1 FROM outbox_known WHERE folder = +?').pluck();
  return {
    file: (id) => fileRecord(byId.get(id)),
    acceptedFileByHash: (sha256) => fileRecord(byHash.get(sha256)),
    acceptedFileByTransportId: (transportId) => fileRecord(byTransportId.get(transportId)),
    filesInStatus: (statuses, limit) =>
      [...new Set(statuses)]
        .flatMap((status) => inStatus.all(status, limit))
        .sort((a, b) => a.ordinal - b.ordinal)
        .slice(0, limit)
        .map(({ ordinal: _, ...row }) => fileRecord(row)),
    lastFileAt: () => Object.fromEntries(lastFileAt.all().map(({ channel, at }) => [channel, at])),
    suspectCount: (fileId) => suspectCount.get(fileId) ?? 0,
    outboxKnown: (folder) => outboxKnown.get(folder) !== undefined,
  };
}

/** Walks from channel to channel along the index, one step each, instead of reading every file there ever was. */
const LAST_FILE_OF_EACH_CHANNEL = `
  WITH RECURSIVE known (channel) AS (
    SELECT min(channel) FROM file
    UNION ALL
    SELECT (SELECT min(file.channel) FROM file WHERE file.channel > known.channel) FROM known WHERE known.channel IS NOT NULL
  )
  SELECT channel, (SELECT max(received_at) FROM file WHERE file.channel = known.channel) AS at FROM known WHERE channel IS NOT NULL`;

function fileRecord(row: FileRow): FileRecord;
function fileRecord(row: FileRow | undefined): FileRecord | undefined;
function fileRecord(row: FileRow | undefined): FileRecord | undefined {
  if (row === undefined) return undefined;
  const { mappingName, mappingVersion, documents, findings, ...rest } = row;
  return {
    ...rest,
    mapping: mappingName === null || mappingVersion === null ? null : { name: mappingName, version: mappingVersion },
    documents: JSON.parse(documents),
    findings: JSON.parse(findings),
  };
}
