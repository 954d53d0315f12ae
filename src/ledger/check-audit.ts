import type { LedgerFinding } from '../pipeline/ledger-port.ts';
import { type ChainHead, chainStart, firstBreak } from './audit-chain.ts';
import { AUDIT_COLUMNS, type AuditRow } from './audit-reader.ts';
import type { Connection } from './sql.ts';

/** How much of the end of the audit a quick check reads: a damage there is the likeliest after a crash. */
const TAIL_ROWS = 1000;

/**
 * The audit ends with the row that was committed last: a tail that was cut off leaves a chain that is whole in itself.
 * Both ends are of one moment: another process may be writing while this one looks.
 */
export function checkAuditHead(connection: Connection, file: string): LedgerFinding[] {
  const bothEnds = connection.transaction(() => {
    const start = siteChainStart(connection);
    const end = connection
      .prepare<[], ChainHead>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1')
      .get();
    const head = connection.prepare<[], ChainHead>('SELECT sequence, hash FROM audit_head').get();
    return { end: end ?? start, head: head ?? start };
  });
  const { end, head } = bothEnds.deferred();
  if (head.sequence === end.sequence && head.hash === end.hash) return [];
  return [
    {
      code: 'AUDIT_CHAIN_BROKEN',
      what: `it ends at row ${end.sequence}, the last one committed was ${head.sequence}`,
      where: file,
    },
  ];
}

/** The last rows follow from each other. */
export function checkAuditTail(connection: Connection, file: string): LedgerFinding[] {
  const newestFirst = connection
    .prepare<[number], AuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit ORDER BY sequence DESC LIMIT +?`)
    .all(TAIL_ROWS + 1);
  const rows = newestFirst.reverse();
  const first = rows.at(0);
  if (first === undefined) return [];
  const fromTheStart = first.sequence === 1;
  const head = fromTheStart ? siteChainStart(connection) : { sequence: first.sequence, hash: first.hash };
  return chainFindings(head, fromTheStart ? rows : rows.slice(1), file);
}

/** Where the chain of the site of this ledger begins. */
export function siteChainStart(connection: Connection): ChainHead {
  return chainStart(connection.prepare<[], string>('SELECT site_id FROM site').pluck().get() ?? '');
}

/** The first break among these rows, if any. Moves the head along. */
export function chainFindings(head: ChainHead, rows: Iterable<AuditRow>, file: string): LedgerFinding[] {
  const found = firstBreak(head, rows);
  return found === undefined
    ? []
    : [{ code: 'AUDIT_CHAIN_BROKEN', what: found.what, where: `${file}, audit row ${found.sequence}` }];
}
