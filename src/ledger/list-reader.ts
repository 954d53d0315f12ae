import { DOCUMENT_KINDS, type DocumentKind } from '../domain/document-kinds.table.ts';
import { Fault } from '../domain/fault.ts';
import type { LedgerReader, ListKind, ListRequest } from '../pipeline/ledger-port.ts';
import { DOCUMENT_LIST, type ListColumn, type ListSource, OTHER_LISTS } from './list-columns.table.ts';
import { sortableDecimal } from './sortable-decimal.ts';
import type { Connection, Synchronous } from './sql.ts';

/** The most rows that one page gives, whatever is asked for. */
const MAX_PAGE = 10_000;

type Condition = ListRequest['conditions'][number];

/** A part of a search as SQL with its parameters. */
interface Clause {
  sql: string;
  parameters: string[];
}

/**
 * Searches for people (dashboard, `list`): newest first, one page and the total. Nothing on the path of a file
 * comes here, so statements are made as they are asked for. Throws `WRONG_USE` for a field that a kind has not,
 * and for an amount that is no number.
 */
export function listReader(connection: Connection): Synchronous<Pick<LedgerReader, 'list' | 'countByStatus'>> {
  return {
    list(request) {
      const { from, rows } = sourceOf(request.kind);
      const clauses = [
        ...kindClause(request.kind),
        ...request.conditions.map((condition) => clauseOf(request.kind, condition)),
      ];
      const where = clauses.length === 0 ? '' : `WHERE ${clauses.map(({ sql }) => sql).join(' AND ')}`;
      const parameters = clauses.flatMap((clause) => clause.parameters);
      const total =
        connection
          .prepare<string[], number>(`SELECT count(*) FROM ${from} ${where}`)
          .pluck()
          .get(...parameters) ?? 0;
      const page = connection.prepare<(string | number)[], Record<string, unknown>>(
        `SELECT ${rows} FROM ${from} ${where} ORDER BY ${from}.ordinal DESC LIMIT ? OFFSET ?`,
      );
      return { total, rows: page.all(...parameters, Math.min(request.limit, MAX_PAGE), request.offset).map(shownRow) };
    },
    countByStatus(kind) {
      const { from, status } = sourceOf(kind);
      const clauses = kindClause(kind);
      const where = clauses.map(({ sql }) => `WHERE ${sql}`).join('');
      const counts = connection
        .prepare<string[], { status: string; count: number }>(
          `SELECT ${status} AS status, count(*) AS count FROM ${from} ${where} GROUP BY 1`,
        )
        .all(...clauses.flatMap((clause) => clause.parameters));
      return Object.fromEntries(counts.map(({ status: name, count }) => [name, count]));
    },
  };
}

function isDocumentKind(kind: ListKind): kind is DocumentKind {
  return kind in DOCUMENT_KINDS;
}

function hasIndex(kind: ListKind, name: string): boolean {
  return isDocumentKind(kind) && (DOCUMENT_KINDS[kind].indexes as readonly string[]).includes(name);
}

function sourceOf(kind: ListKind): ListSource {
  return isDocumentKind(kind) ? DOCUMENT_LIST : OTHER_LISTS[kind];
}

function kindClause(kind: ListKind): Clause[] {
  return isDocumentKind(kind) ? [{ sql: 'document.kind = ?', parameters: [kind] }] : [];
}

/** Is a text in a list? Asked of plain columns only. */
const MEMBERSHIP: Partial<Record<Condition['comparison'], string>> = { 'one-of': 'IN', 'none-of': 'NOT IN' };

/** One condition as SQL. Only column texts of our own tables reach the statement; values are always parameters. */
function clauseOf(kind: ListKind, condition: Condition): Clause {
  const column = sourceOf(kind).fields[condition.field];
  if (column === undefined) throw unknownField(kind, condition.field);
  const membership = MEMBERSHIP[condition.comparison];
  if (membership !== undefined && column.compare === 'text')
    return { sql: `${column.sql} ${membership} (SELECT value FROM json_each(?))`, parameters: [condition.value] };
  if (membership !== undefined) throw unknownField(kind, condition.field);
  if (column.compare === 'index') return indexClause(kind, condition);
  const { comparison, value } = condition;
  const { sql } = column;
  if (column.compare === 'folded') return { sql: `instr(${sql}, ?) > 0`, parameters: [value.toLowerCase()] };
  if (column.compare === 'words') return { sql: `instr(${sql}, lower(?)) > 0`, parameters: [value] };
  if (comparison === 'contains') {
    return { sql: `${plainColumn(column)} LIKE ? ESCAPE '\\'`, parameters: [`%${value.replace(/[\\%_]/g, '\\$&')}%`] };
  }
  if (column.compare === 'instant')
    return { sql: `substr(${sql}, 1, length(?)) ${comparison} ?`, parameters: [value, value] };
  return { sql: `${sql} ${comparison} ?`, parameters: [column.compare === 'decimal' ? amountValue(value) : value] };
}

/** `contains` on an amount looks at the text as it was written. */
function plainColumn(column: ListColumn): string {
  return column.compare === 'decimal' ? 'amount' : column.sql;
}

function indexClause(kind: ListKind, { field, comparison, value }: Condition): Clause {
  if (!hasIndex(kind, field)) throw unknownField(kind, field);
  const compare = comparison === 'contains' ? 'instr(value, ?) > 0' : `value ${comparison} ?`;
  return {
    sql: `document.ordinal IN (SELECT ordinal FROM document_index WHERE kind = ? AND name = ? AND ${compare})`,
    parameters: [kind, field, value],
  };
}

function amountValue(value: string): string {
  const amount = sortableDecimal(value);
  if (amount !== null) return amount;
  throw new Fault('WRONG_USE', `"${value}" is no amount`, {
    hint: 'Write it with a point and without spaces, such as amount:>10000.50.',
  });
}

function unknownField(kind: ListKind, field: string): Fault {
  const known = Object.entries(sourceOf(kind).fields)
    .filter(([name, column]) => column.compare !== 'index' || hasIndex(kind, name))
    .map(([name]) => name);
  return new Fault('WRONG_USE', `a ${kind} cannot be searched by ${field}`, { hint: `Search by ${known.join(', ')}.` });
}

/** A row as the port shows it: an alert's subject is put together again. */
function shownRow({ subjectKind, subjectKey, ...row }: Record<string, unknown>): Record<string, unknown> {
  return subjectKind === undefined ? row : { ...row, subject: { kind: subjectKind, key: subjectKey } };
}
