import type { Finding } from '../../../domain/decision.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { ENDINGS, writeTarget } from '../../../formats/target/write-target.ts';
import { TargetNotWritable } from '../../../formats/target/target-not-writable.ts';
import type { OutMapping, TraceStep } from '../mapping-set.ts';
import { applyOut, finishedNode, type Origin, type OutWriting } from './apply-out.ts';
import { checkName, checkTree, type TreeCheck } from './check-tree.ts';
import { compileOutRows } from './compile-out-rows.ts';
import { completeLines } from './complete-lines.ts';
import { fieldTop } from './document-fields.ts';
import { documentPlace, documentTop } from './document-node.ts';
import { MappingNotApplicable } from './mapping-not-applicable.ts';
import { type MappingText, type OutEnvironment, OutFindings } from './out-environment.ts';
import type { OutField } from './out-row.ts';
import { TargetBuilder } from './target-builder.ts';

/** What a mapping out writes with: its target and the bytes of a document. The rest of an `OutMapping` the caller knows. */
export type OutWriter = Pick<OutMapping, 'target' | 'ending' | 'write'>;

/**
 * Compiles a mapping out: everything that is wrong with it, and what writes with it where nothing is an error. Done once
 * a mapping: documents pass through plain functions.
 */
export function compileOut(
  text: MappingText,
  environment: OutEnvironment,
): { writer?: OutWriter; findings: Finding[] } {
  const { content } = text;
  const findings = new OutFindings();
  const { target } = content;
  if (target === undefined) {
    findings.error(
      text.place([]),
      'This mapping says not what it writes.',
      'Give it a target, for example target: { format: xml, root: Orders }.',
    );
    return { findings: findings.found };
  }
  const read: string[] = [];
  const fields = compileOutRows(
    content.rows,
    {
      text,
      path: ['rows'],
      fields: fieldTop(content.document === undefined ? undefined : environment.schemaOf(content.document)),
    },
    { environment, findings, format: target, using: [], read },
  );
  const format = checkedFormat(fields, text, target, findings);
  requireDeliveryId(text, read, findings);
  if (findings.hasErrors) return { findings: findings.found };
  return { writer: writerOf(text, fields, format, environment), findings: findings.found };
}

function checkedFormat(
  fields: readonly OutField[],
  text: MappingText,
  target: MappingFormat,
  findings: OutFindings,
): MappingFormat {
  if (target.format !== 'xml' && target.format !== 'json')
    return completeLines(fields, target, text.place(['target']), findings);
  const check: TreeCheck = { format: target, namespaces: text.content.namespaces ?? {}, findings };
  checkTree(fields, check);
  if (target.format === 'json') return target;
  if (target.root === undefined)
    findings.error(
      text.place(['target']),
      'It is not said which root element the file has.',
      'Write root beside format: xml.',
    );
  else checkName(target.root, { at: text.place(['target', 'root']) }, check);
  return target;
}

/** The delivery id stands in every output (contract 2): a receiver tells by it what it has had already. */
function requireDeliveryId(text: MappingText, read: readonly string[], findings: OutFindings): void {
  if (read.some((one) => /\bdeliveryId\b/.test(one))) return;
  findings.warn(
    text.place(['rows']),
    'No row writes the deliveryId.',
    'Write it where the receiver can see it, so that a file that is sent again is known again: from: /deliveryId.',
  );
}

function writerOf(
  text: MappingText,
  fields: readonly OutField[],
  format: MappingFormat,
  environment: OutEnvironment,
): OutWriter {
  const { mapping = '', namespaces = {} } = text.content;
  const context = { format, ...(environment.timeZone === undefined ? {} : { timeZone: environment.timeZone }) };
  const write = (document: Readonly<Record<string, unknown>>, trace?: (step: TraceStep) => void): Uint8Array => {
    const top = documentTop(document);
    const found: Finding[] = [];
    const writing: OutWriting = {
      top,
      context,
      newBuilder: (name, place) => new TargetBuilder<Origin>(name, place),
      report: (row, at, { code = 'VALUE_INVALID', message, hint }) => {
        const path = documentPlace(at);
        found.push({
          code,
          severity: 'error',
          message,
          ...(hint === undefined ? {} : { hint }),
          at: { ...row.at, ...(path === '' ? {} : { path }) },
        });
      },
      trace,
    };
    const root = writing.newBuilder(format.root ?? '', '');
    applyOut(fields, top, root, writing);
    const [first, ...more] = found;
    if (first !== undefined) throw new MappingNotApplicable(documentWords(document), mapping, [first, ...more]);
    const { node, origins } = finishedNode(root);
    try {
      return writeTarget(node, format, namespaces);
    } catch (problem) {
      if (!(problem instanceof TargetNotWritable)) throw problem;
      const origin = problem.node === undefined ? undefined : origins.get(problem.node);
      const at = origin === undefined ? text.place(['target']) : { ...origin.row.at, path: origin.place };
      const finding: Finding = {
        code: 'VALUE_INVALID',
        severity: 'error',
        message: problem.message,
        hint: problem.hint,
        at,
      };
      throw new MappingNotApplicable(documentWords(document), mapping, [finding]);
    }
  };
  return { target: format, ending: format.ending ?? ENDINGS[format.format], write };
}

/** Names of a document by which people know it, the first that it has. */
const KEYS = ['key', 'documentId', 'orderNo', 'invoiceNo', 'documentNo', 'deliveryId'] as const;

function documentWords(document: Readonly<Record<string, unknown>>): string {
  const key = KEYS.map((name) => document[name]).find((value) => typeof value === 'string');
  const kind = String(document['document'] ?? 'document');
  return key === undefined ? kind : `${kind} ${String(key)}`;
}
