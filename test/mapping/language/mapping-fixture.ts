import { createHash } from 'node:crypto';
import type { Finding } from '../../../src/domain/decision.ts';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import type { ApplyContext, InMapping, MappingSources } from '../../../src/mapping/language/mapping-set.ts';
import { readBy } from '../../../src/mapping/language/read-mapped.ts';

/** The hash that mappings are given for their versions. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export const LOOKUPS = [{ name: 'units', file: 'mappings/lookups/units.csv', text: 'theirs;ours\nSTK;H87\nKRT;CT\n' }];

/** Mapping files by their paths, of the site. */
export function sources(
  files: Readonly<Record<string, string>>,
  shipped: Readonly<Record<string, string>> = {},
): MappingSources {
  const all = [
    ...Object.entries(files).map(([file, text]) => ({ file, text, shipped: false })),
    ...Object.entries(shipped).map(([file, text]) => ({ file, text, shipped: true })),
  ];
  return { files: all, lookups: LOOKUPS };
}

/** A finding in one line. */
export function said({ at, severity, message }: Finding): string {
  return `${at?.file === undefined ? '' : `${at.file}:`}${at?.line}:${at?.column} ${severity}: ${message}`;
}

/** The one mapping of a text, which has to be right. */
export function mappingOf(text: string): InMapping {
  const { set, findings } = compileMappings(sources({ 'mappings/m.yaml': text }), hash);
  const [mapping] = set.in;
  if (mapping === undefined) throw new Error(`the mapping is wrong:\n${findings.map(said).join('\n')}`);
  return mapping;
}

/** A mapping of XML to a supplier, by its rows below those that a supplier needs: number and name stand in attributes. */
export function supplierMapping(rows: string, more = ''): InMapping {
  return mappingOf(`mapping: m
direction: in
document: supplier
claims: { channel: visma }
source: { format: xml }
${more}rows:
  - { to: supplierNo, from: "/*/@no", default: "50001" }
  - { to: name, from: "/*/@name", default: "Byggvare AS" }
${rows.replace(/^/gm, '  ')}`);
}

/** A mapping of XML to an invoice, which has groups, lists and texts. All that an invoice needs is there and empty. */
export function invoiceMapping(rows: string): InMapping {
  const lists = ['precedingInvoices', 'paymentMeans', 'attachments', 'lines', 'allowances', 'charges', 'taxSubtotals'];
  const written = (name: string): boolean => new RegExp(`(to|whenTrue|whenFalse): ${name}\\b`).test(rows);
  const rest = lists
    .filter((name) => !written(name))
    .map((name) => `  - { to: ${name}, each: none, optional: true, rows: [${FILLERS[name] ?? ''}] }`);
  return mappingOf(`mapping: m
direction: in
document: supplier-invoice
claims: { channel: invoices }
source: { format: xml, decimal: "," }
rows:
  - { to: format, value: '"ehf-2"' }
  - { to: kind, value: '"invoice"' }
  - { to: customizationId, value: '"x"' }
${written('notes') ? '' : '  - { to: notes, texts: none, optional: true }'}
${written('totals') ? '' : '  - { to: totals/net, from: "/*/Net", default: "0" }'}
${rest.join('\n')}
${rows.replace(/^/gm, '  ')}`);
}

const EMPTY_LISTS =
  '{ to: allowances, each: none, optional: true, rows: [{ to: amount, from: A }] }, { to: charges, each: none, optional: true, rows: [{ to: amount, from: A }] }';
const FILLERS: Readonly<Record<string, string>> = {
  precedingInvoices: '{ to: id, from: x }',
  paymentMeans: '{ to: code, from: x }',
  attachments: '{ to: id, from: x }',
  lines: `{ to: id, from: x }, ${EMPTY_LISTS}`,
  allowances: '{ to: amount, from: x }',
  charges: '{ to: amount, from: x }',
  taxSubtotals: '{ to: taxAmount, from: x }',
};

/** What a text becomes: the documents, and the findings in one line each. */
export function read(
  mapping: InMapping,
  text: string,
  more: Pick<ApplyContext, 'trace' | 'recorder'> = {},
): { documents: Record<string, unknown>[]; findings: string[] } {
  const file = { channel: mapping.claims.channel, name: 'a.xml', fileId: 'f1', bytes: new TextEncoder().encode(text) };
  const { documents, findings } = readBy(mapping, file, undefined, more);
  return {
    documents: documents.map(({ content }) => content as unknown as Record<string, unknown>),
    findings: findings.map(said),
  };
}
