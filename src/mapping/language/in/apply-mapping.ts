import type { ErrorObject } from 'ajv';
import type { Finding, ReadDocument } from '../../../domain/decision.ts';
import type { InboundDocument, Place } from '../../../domain/documents.generated.ts';
import type { DocumentKind } from '../../../domain/document-kinds.table.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { jsonPathText } from '../../../formats/json/locate-json.ts';
import type { SourceRecord } from '../../../formats/records/source-record.ts';
import { documentKey } from '../../canonical/canonical-document.table.ts';
import { schemaErrors } from '../../canonical/check-document.ts';
import { type ExplainedError, explainSchemaError } from '../../canonical/explain-schema-error.ts';
import { repeatedRows } from '../../canonical/repeated-rows.ts';
import type { Applied, ApplyContext, TraceStep } from '../mapping-set.ts';
import { applyRows, fieldValue } from './apply-rows.ts';
import type { CompiledRow } from './compiled-row.ts';
import { rowText, Run } from './run.ts';

/** The rows of a mapping, compiled, with what they make. */
export interface InRows {
  /** The mapping's name. */
  name: string;
  document: string;
  source: MappingFormat;
  rows: readonly CompiledRow[];
}

/** Makes the document of a record, or tells why there is none. Never throws for what is in the record. */
export function applyMapping(mapping: InRows, record: SourceRecord, context: ApplyContext): Applied {
  const run = new Run(record, context, mapping.source);
  const currency = currencyOf(mapping, run);
  if (currency !== undefined) run.steps.currency = currency;
  const content = applyRows(mapping.rows, record.element, run, { document: mapping.document });
  if (run.findings.refuse) return { document: undefined, findings: run.findings.all };
  const violations = violationsOf(mapping.document, content);
  if (violations.length > 0) {
    const findings = placed(violations, mapping, record, context);
    return { document: undefined, findings: [...run.findings.all, ...findings] };
  }
  const document: ReadDocument = {
    kind: mapping.document as DocumentKind,
    key: keyOf(mapping.document, content, context),
    content: content as unknown as InboundDocument,
    at: record.placeOf(record.element),
  };
  return { document, findings: run.findings.all };
}

/** The currency of the document is known to every amount in it, wherever its row stands. */
function currencyOf({ rows }: InRows, run: Run): string | undefined {
  const row = rows.find((one) => 'field' in one && one.field.name === 'currency' && one.field.groups.length === 0);
  if (row === undefined || !('field' in row)) return undefined;
  run.quiet = true;
  const value = fieldValue(row.field, run.record.element, run);
  run.quiet = false;
  return typeof value === 'string' ? value : undefined;
}

function keyOf(document: string, content: Readonly<Record<string, unknown>>, { fileId = '' }: ApplyContext): string {
  return documentKey(document, content) ?? fileId;
}

const MOST_VIOLATIONS = 50;

/** A number that reaches the schema unread: no converter has said how the file writes it. */
const NUMBER_HINT =
  'A number that is written otherwise than 1234.50 needs "convert: decimal" in its row, and under source how it is written (decimal: ",").';

/** What a document of its type may not be, as for canonical JSON: what its schema does not allow, else rows that repeat a key. */
function violationsOf(document: string, content: Readonly<Record<string, unknown>>): readonly ExplainedError[] {
  const errors = schemaErrors(document, content);
  const explained = errors.length > 0 ? once(errors).map(explained) : repeatedRows(document, content);
  return explained.slice(0, MOST_VIOLATIONS);
}

function explained(violation: ErrorObject): ExplainedError {
  const told = explainSchemaError(violation);
  return violation.params['format'] === 'decimal' ? { ...told, hint: NUMBER_HINT } : told;
}

/** Violations at the place of their value in the file: the mapping is applied once more to learn it. */
function placed(
  violations: readonly ExplainedError[],
  mapping: InRows,
  record: SourceRecord,
  context: ApplyContext,
): Finding[] {
  const steps = new Map<string, TraceStep>();
  const { recorder: _recorder, ...rest } = context;
  const traced = new Run(record, { ...rest, trace: (step) => void steps.set(step.to, step) }, mapping.source);
  applyRows(mapping.rows, record.element, traced, {});
  const recordAt = record.placeOf(record.element);
  return violations.map(({ path, code, message, hint }): Finding => {
    const field = jsonPathText(path);
    const { step, at } = nearest(steps, field, recordAt);
    const row = step === undefined ? mapping.name : rowText(step.row);
    const told = `${message.replace(/\.$/, '')}: ${field === '' ? mapping.document : field} (${row}).`;
    return { code, severity: 'error', message: told, hint, at };
  });
}

/** A value that does not fit in two ways is one fault to whoever mends it: what it is counts more than how it looks. */
function once(violations: readonly ErrorObject[]): ErrorObject[] {
  const isTold = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === 'pattern' && violations.some((one) => one.keyword !== 'pattern' && one.instancePath === instancePath);
  return violations.filter((violation) => !isTold(violation));
}

/** The step that filled a field, or one in the group around it; the record itself where none is known. */
function nearest(
  steps: ReadonlyMap<string, TraceStep>,
  field: string,
  recordAt: Place,
): { step: TraceStep | undefined; at: Place } {
  const step = steps.get(field);
  if (step?.source !== undefined) return { step, at: step.source };
  const group = field.replace(/[.[][^.[]*$/, '');
  if (group === field) return { step, at: recordAt };
  const inside = [...steps].find(([to, one]) => to.startsWith(group) && one.source !== undefined)?.[1].source;
  return { step, at: inside ?? nearest(steps, group, recordAt).at };
}
