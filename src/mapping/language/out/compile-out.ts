import type { Finding } from '../../../domain/decision.ts';
import type { MappingClaims, MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { TargetNotWritable } from '../../../formats/target/target-not-writable.ts';
import { ENDINGS, writeTarget } from '../../../formats/target/write-target.ts';
import type { CompileReport } from '../compile-report.ts';
import type { WholeMapping } from '../in/compile-in.ts';
import { documentNode } from '../in/target-field.ts';
import type { OutMapping, TraceStep } from '../mapping-set.ts';
import type { ParsedMapping } from '../parse/parse-mapping.ts';
import type { LookupTable, StepContext } from '../value-steps.ts';
import { applyOut } from './apply-out.ts';
import { checkName, checkTree, type TreeCheck } from './check-tree.ts';
import { compileOutRows, type OutScope } from './compile-out-rows.ts';
import { completeLines } from './complete-lines.ts';
import { fieldTop } from './document-fields.ts';
import { documentPlace, documentTop } from './document-node.ts';
import { MappingNotApplicable } from './mapping-not-applicable.ts';
import type { OutField } from './out-row.ts';
import { finishedNode, type Origin, type OutWriting } from './out-writing.ts';
import { TargetBuilder } from './target-builder.ts';

/** A mapping of documents to files as plain functions; undefined where something in it is wrong, which is reported. */
export function compileOut(
  { parsed, rows, complete, version, shipped }: WholeMapping,
  tables: ReadonlyMap<string, LookupTable>,
  report: CompileReport,
): OutMapping | undefined {
  const { content, file } = parsed;
  const { document, target } = content;
  if (document === undefined || target === undefined) return undefined;
  const node = documentNode(document);
  if ('problem' in node) {
    report.error(parsed.valuePlace(['document'], node.character), node.problem, node.hint);
    return undefined;
  }
  const scope: OutScope = { direction: 'out', format: target, tables, report, read: [] };
  const fields = compileOutRows(rows, fieldTop(node), scope);
  const format = checkedFormat(fields, parsed, target, report);
  if (complete) requireDeliveryId(parsed, scope);
  if (report.hasErrors || !parsed.sound || !complete) return undefined;
  return {
    direction: 'out',
    name: content.mapping ?? '',
    version,
    file,
    shipped,
    document,
    claims: content.claims as MappingClaims,
    rows,
    target: format,
    ending: format.ending ?? ENDINGS[format.format],
    write: (one, trace, timeZone) => {
      const context: StepContext = timeZone === undefined ? { format } : { format, timeZone };
      return writeOut({ parsed, fields, context }, one, trace);
    },
  };
}

/** The target with what its rows say of it: the columns of lines that it does not list. */
function checkedFormat(
  fields: readonly OutField[],
  { content, place, valuePlace }: ParsedMapping,
  target: MappingFormat,
  report: CompileReport,
): MappingFormat {
  if (target.format !== 'xml' && target.format !== 'json')
    return completeLines(fields, target, place(['target']), report);
  const check: TreeCheck = { format: target, namespaces: content.namespaces ?? {}, report };
  checkTree(fields, check);
  if (target.format === 'json') return target;
  if (target.root === undefined)
    report.error(
      place(['target']),
      'Nothing says which root element the file has.',
      'Write it beside the format: target: { format: xml, root: Orders }.',
    );
  else checkName(target.root, { at: valuePlace(['target', 'root']) }, check);
  return target;
}

/** The delivery id stands in every output (contract 2): by it a receiver knows again what it has had. */
function requireDeliveryId({ place }: ParsedMapping, { read, report }: OutScope): void {
  if (read.some((one) => /\bdeliveryId\b/.test(one))) return;
  report.warning(
    place(['rows']),
    'No row writes the deliveryId.',
    'Write it where the receiver can see it, so that a file that is sent twice is known again: from: /deliveryId.',
  );
}

/** A mapping out, ready to write one document. */
interface Compiled {
  parsed: ParsedMapping;
  fields: readonly OutField[];
  context: StepContext;
}

function writeOut(
  { parsed, fields, context }: Compiled,
  document: Readonly<Record<string, unknown>>,
  trace: ((step: TraceStep) => void) | undefined,
): Uint8Array {
  const { mapping = '', namespaces = {} } = parsed.content;
  const { format } = context;
  const found: Finding[] = [];
  const writing: OutWriting = {
    top: documentTop(document),
    context,
    found,
    newBuilder: (name, place) => new TargetBuilder<Origin>(name, place),
    report: (row, at, { code = 'VALUE_INVALID', message, hint }) => {
      const path = documentPlace(at);
      found.push({ code, severity: 'error', message, hint, at: { ...row.at, ...(path === '' ? {} : { path }) } });
    },
    trace,
    position: 1,
  };
  const root = writing.newBuilder(format.root ?? '', '');
  applyOut(fields, writing.top, root, writing);
  const [first, ...more] = found;
  if (first !== undefined) throw new MappingNotApplicable(documentWords(document), mapping, [first, ...more]);
  const { node, origins } = finishedNode(root);
  try {
    return writeTarget(node, format, namespaces);
  } catch (problem) {
    if (!(problem instanceof TargetNotWritable)) throw problem;
    const { message, hint } = problem;
    const origin = problem.node === undefined ? undefined : origins.get(problem.node);
    const at = origin === undefined ? parsed.place(['target']) : { ...origin.row.at, path: origin.place };
    const finding: Finding = { code: 'VALUE_INVALID', severity: 'error', message, hint, at };
    throw new MappingNotApplicable(documentWords(document), mapping, [finding]);
  }
}

/** Names of a document by which people know it, the first that it has. */
const KEYS = ['key', 'documentId', 'orderNo', 'invoiceNo', 'documentNo', 'deliveryId'] as const;

function documentWords(document: Readonly<Record<string, unknown>>): string {
  const key = KEYS.map((name) => document[name]).find((value) => typeof value === 'string');
  const kind = String(document['document'] ?? 'document');
  return key === undefined ? kind : `${kind} ${String(key)}`;
}
