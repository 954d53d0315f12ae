CREATE TABLE alert (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL CHECK (id <> ''),
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
  subject_kind TEXT NOT NULL, subject_key TEXT NOT NULL,
  text TEXT NOT NULL,
  raised_at TEXT NOT NULL, cleared_at TEXT
) STRICT;
CREATE UNIQUE INDEX alert_by_id ON alert (id);
CREATE UNIQUE INDEX alert_open ON alert (code, subject_kind, subject_key) WHERE cleared_at IS NULL;
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  subject_kind TEXT NOT NULL, subject_key TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event <> ''),
  from_status TEXT, to_status TEXT, rule TEXT, reason TEXT, details TEXT,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject_kind, subject_key);
CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only: the next row follows the last one');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only: no row is ever deleted');
END;
CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only: no row is ever changed');
END;
CREATE TABLE audit_head (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TABLE counter (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  value INTEGER NOT NULL CHECK (value > 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE delivery (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL CHECK (id <> ''),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  folder TEXT NOT NULL CHECK (folder <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  document TEXT NOT NULL CHECK (document <> ''), key TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  file_id TEXT,
  status TEXT NOT NULL REFERENCES delivery_status (status),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  bundle TEXT NOT NULL,
  staged_at TEXT NOT NULL, delivered_at TEXT,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_attempt_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX delivery_by_file ON delivery (file_id) WHERE file_id IS NOT NULL;
CREATE UNIQUE INDEX delivery_by_id ON delivery (id);
CREATE INDEX delivery_by_status ON delivery (status, sequence);
CREATE INDEX delivery_open_by_key ON delivery (document, key) WHERE status IN ('staged', 'retrying', 'stopped');
CREATE TABLE delivery_status (
  status TEXT PRIMARY KEY,
  final INTEGER NOT NULL CHECK (final IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
  ordinal INTEGER PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES document_kind (kind),
  key TEXT NOT NULL CHECK (key <> ''),
  status TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  party TEXT, number TEXT, amount TEXT, amount_order TEXT, currency TEXT, date TEXT,
  file_id TEXT, file_sequence INTEGER NOT NULL CHECK (file_sequence >= 0),
  updated_at TEXT NOT NULL,
  search TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  index_values TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_by_key ON document (kind, key);
CREATE INDEX document_by_kind ON document (kind);
CREATE INDEX document_by_status ON document (kind, coalesce(status, 'none'));
CREATE TABLE document_content (
  ordinal INTEGER PRIMARY KEY REFERENCES document (ordinal),
  content TEXT NOT NULL
) STRICT;
CREATE TABLE document_index (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  ordinal INTEGER NOT NULL REFERENCES document (ordinal),
  PRIMARY KEY (kind, name, value, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_kind (
  kind TEXT PRIMARY KEY,
  nature TEXT NOT NULL CHECK (nature IN ('state', 'event'))
) STRICT, WITHOUT ROWID;
CREATE TABLE document_link (
  ordinal INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL CHECK (document_id <> ''),
  invoice_line_id TEXT NOT NULL,
  order_no TEXT NOT NULL CHECK (order_no <> ''),
  order_line_no INTEGER NOT NULL,
  quantity TEXT NOT NULL, amount TEXT NOT NULL, price TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'received', 'released')),
  received_at TEXT
, reserved TEXT) STRICT;
CREATE INDEX document_link_by_document ON document_link (document_id);
CREATE INDEX document_link_by_order ON document_link (order_no);
CREATE TABLE file (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel <> ''),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  received_at TEXT NOT NULL, processed_at TEXT,
  status TEXT NOT NULL REFERENCES file_status (status),
  outcome TEXT CHECK (outcome IN ('accepted', 'held', 'rejected', 'duplicate', 'partly-accepted')),
  mapping_name TEXT, mapping_version TEXT,
  documents TEXT NOT NULL, findings TEXT NOT NULL,
  transport_id TEXT, duplicate_of TEXT, replay_of TEXT,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_attempt_at TEXT,
  archived_as TEXT,
  CHECK ((mapping_name IS NULL) = (mapping_version IS NULL))
) STRICT;
CREATE INDEX file_accepted_by_hash ON file (sha256) WHERE outcome IN ('accepted', 'held', 'partly-accepted');
CREATE INDEX file_accepted_by_transport_id ON file (transport_id) WHERE transport_id IS NOT NULL AND outcome IN ('accepted', 'held', 'partly-accepted');
CREATE INDEX file_by_channel ON file (channel, received_at);
CREATE UNIQUE INDEX file_by_id ON file (id);
CREATE INDEX file_by_status ON file (status);
CREATE TABLE file_status (
  status TEXT PRIMARY KEY,
  final INTEGER NOT NULL CHECK (final IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE order_line_snapshot (
  order_no TEXT NOT NULL CHECK (order_no <> ''),
  line_no INTEGER NOT NULL,
  price TEXT NOT NULL, discount_percent TEXT, written_price TEXT, written TEXT,
  PRIMARY KEY (order_no, line_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox_known (
  folder TEXT PRIMARY KEY CHECK (folder <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE site (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  site_id TEXT NOT NULL CHECK (site_id <> ''),
  epoch INTEGER NOT NULL CHECK (epoch >= 0),
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE suspicion (
  file_id TEXT PRIMARY KEY CHECK (file_id <> ''),
  times INTEGER NOT NULL CHECK (times > 0)
) STRICT, WITHOUT ROWID;
