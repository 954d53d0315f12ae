import type { Finding } from '../../domain/decision.ts';
import type { Place, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import { type Applying, applyRows } from '../rows/apply-rows.ts';
import { CollectFindings } from '../rows/collect-findings.ts';
import { type CompiledRow, compileRows } from '../rows/compile-rows.ts';
import { identifyUbl, type UblIdentity } from './identify-ubl.ts';
import { INVOICE_ROWS } from './invoice.table.ts';
import { ACCEPTED_FORMATS } from './look-alike.table.ts';
import { documentTypeOf, type Unwrapped, unwrapEnvelope } from './sbdh-envelope.ts';
import { SHOWN_PREFIXES, UBL_PREFIXES } from './ubl-namespaces.table.ts';

/** What a UBL file was understood as. `invoice` is there also beside errors, with the refused values left out. */
export interface UnderstoodUbl {
  invoice: SupplierInvoice | undefined;
  at: Place;
  transportId: string | undefined;
  findings: Finding[];
}

/**
 * Understands a UBL invoice or credit note of our families, bare or in an envelope. What it does not state is absent;
 * a look-alike is refused by name (requirement C001), and a root element that nobody knows gives `UNKNOWN_DOCUMENT`.
 * Throws a `Fault` only for an envelope that does not hold exactly one document.
 */
export function understandUbl(document: XmlDocument): UnderstoodUbl {
  const unwrapped = unwrapEnvelope(document);
  const { payload, envelope } = unwrapped;
  const collected = new CollectFindings(document, SHOWN_PREFIXES);
  const identity = identifyUbl(payload);
  const invoice = identity.is === 'ours' ? understand(payload, identity, collected) : undefined;
  if (identity.is === 'ours') checkDocumentType(unwrapped, identity.customizationId, collected);
  else refuse(identity, payload, collected);
  return { invoice, at: collected.placeOf(payload), transportId: envelope?.transportId, findings: collected.findings };
}

type Ours = UblIdentity & { is: 'ours' };

function understand(payload: XmlElement, identity: Ours, collected: CollectFindings): SupplierInvoice {
  const { format, kind } = identity;
  const currency = payload.children.find(
    ({ name, namespace, text }) =>
      name === 'DocumentCurrencyCode' && namespace === UBL_PREFIXES.cbc && text.trim() !== '',
  );
  const applying: Applying = {
    root: payload,
    currency: currency?.text.trim(),
    report: (refusal, element) => collected.add(refusal, element),
  };
  const fields = applyRows(rowsFor(format, kind), payload, applying);
  const invoice = { document: 'supplier-invoice', format, kind, ...fields } as SupplierInvoice;
  invoice.totals ??= {};
  // Links speak of lines by their id: one without gets its place in the document.
  for (const [index, line] of invoice.lines.entries()) line.id ??= `line-${index + 1}`;
  return invoice;
}

const compiled = new Map<string, readonly CompiledRow[]>();

/** The rows of one family and kind, compiled when the first such document comes. */
function rowsFor(format: SupplierInvoice['format'], kind: SupplierInvoice['kind']): readonly CompiledRow[] {
  const key = `${format} ${kind}`;
  let rows = compiled.get(key);
  if (rows === undefined) {
    rows = compileRows(
      INVOICE_ROWS,
      UBL_PREFIXES,
      (only) => (only.formats?.includes(format) ?? true) && (only.kind ?? kind) === kind,
    );
    compiled.set(key, rows);
  }
  return rows;
}

/** Envelope and document are written by different programs, so a difference is told and the document decides. */
function checkDocumentType(
  { payload, envelope }: Unwrapped,
  customizationId: string,
  collected: CollectFindings,
): void {
  const stated = envelope?.documentType;
  if (stated === undefined) return;
  const actual = documentTypeOf(payload, customizationId);
  if (stated.stated.startsWith(actual)) return;
  collected.add(
    {
      severity: 'warning',
      code: 'VALUE_UNUSABLE',
      message: `The envelope says that this is "${stated.stated.slice(0, 300)}", the document itself is "${actual}". The document counts.`,
      hint: 'The access point that wraps the document should take the document type from the document.',
    },
    stated.element,
  );
}

function refuse(identity: Exclude<UblIdentity, Ours>, payload: XmlElement, collected: CollectFindings): void {
  if (identity.is === 'look-alike') {
    collected.add(
      {
        severity: 'error',
        code: 'UNSUPPORTED_FORMAT',
        message: `This is ${identity.name}, which is not read. ${identity.because}`,
        hint: ACCEPTED_FORMATS,
      },
      identity.customization ?? payload,
    );
    return;
  }
  collected.add(
    {
      severity: 'error',
      code: 'UNKNOWN_DOCUMENT',
      message: `Nobody claims this file: its root element is <${payload.name}> of the namespace "${payload.namespace}".`,
      hint: ACCEPTED_FORMATS,
    },
    payload,
  );
}
