import type { ListField, ListKind } from '../pipeline/ledger-port.ts';

/**
 * How a field of a search is compared: `text` as it stands, `decimal` exactly as a number, `instant` as far as the
 * value is written (so that `2026-11-21` means that day), `folded` somewhere in a text that was stored in small
 * letters, `words` somewhere in a text whose letters A to Z are made small on the way, `index` among the values of an
 * index of the document.
 */
export interface ListColumn {
  sql: string;
  compare: 'text' | 'decimal' | 'instant' | 'folded' | 'words' | 'index';
}

/** One kind of list: where its rows lie, what a row shows, how they are counted by status, what can be searched. */
export interface ListSource {
  from: string;
  rows: string;
  status: string;
  fields: Partial<Record<ListField, ListColumn>>;
}

const text = (sql: string): ListColumn => ({ sql, compare: 'text' });
const instant = (sql: string): ListColumn => ({ sql, compare: 'instant' });

/** Lists of business documents of any kind; the kind is a condition of its own. */
export const DOCUMENT_LIST: ListSource = {
  from: 'document',
  rows: `key, kind, status, revision, party, number, amount, currency, date, file_id AS fileId, updated_at AS updatedAt`,
  status: "coalesce(status, 'none')",
  fields: {
    key: text('key'),
    status: text("coalesce(status, 'none')"),
    party: text('party'),
    number: text('number'),
    amount: { sql: 'amount_order', compare: 'decimal' },
    currency: text('currency'),
    date: text('date'),
    order: { sql: 'order', compare: 'index' },
    'learned-link': { sql: 'learned-link', compare: 'index' },
    updatedAt: instant('updated_at'),
    text: { sql: 'search', compare: 'folded' },
  },
};

/** Lists of everything else. An alert's status is `open` or `cleared`. */
export const OTHER_LISTS: Record<Extract<ListKind, 'file' | 'delivery' | 'alert'>, ListSource> = {
  file: {
    from: 'file',
    rows: `id AS key, id, name, channel, sha256, bytes, status, outcome, received_at AS receivedAt, processed_at AS processedAt,
      attempts, next_attempt_at AS nextAttemptAt, archived_as AS archivedAs`,
    status: 'status',
    fields: {
      key: text('id'),
      status: text('status'),
      name: text('name'),
      channel: text('channel'),
      date: instant('received_at'),
      updatedAt: instant('coalesce(processed_at, received_at)'),
      text: { sql: "lower(id || ' ' || name)", compare: 'words' },
    },
  },
  delivery: {
    from: 'delivery',
    rows: `id AS key, id, sequence, folder, name, document, key AS documentKey, revision, file_id AS fileId, status, bytes,
      staged_at AS stagedAt, delivered_at AS deliveredAt, attempts, next_attempt_at AS nextAttemptAt, last_error AS lastError`,
    status: 'status',
    fields: {
      key: text('id'),
      status: text('status'),
      name: text('name'),
      folder: text('folder'),
      number: text('key'),
      date: instant('staged_at'),
      updatedAt: instant('coalesce(delivered_at, staged_at)'),
      text: { sql: "lower(id || ' ' || name || ' ' || key)", compare: 'words' },
    },
  },
  alert: {
    from: 'alert',
    rows: `id AS key, id, code, severity, subject_kind AS subjectKind, subject_key AS subjectKey, raised_at AS raisedAt,
      cleared_at AS clearedAt, text`,
    status: "iif(cleared_at IS NULL, 'open', 'cleared')",
    fields: {
      key: text('id'),
      status: text("iif(cleared_at IS NULL, 'open', 'cleared')"),
      code: text('code'),
      number: text('subject_key'),
      date: instant('raised_at'),
      updatedAt: instant('coalesce(cleared_at, raised_at)'),
      text: { sql: "lower(code || ' ' || subject_key || ' ' || text)", compare: 'words' },
    },
  },
};
