import { createHash, hash } from 'node:crypto';
import type { Finding, ReadResult } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import { DOCUMENT_SCHEMAS } from '../domain/schemas.generated.ts';
import { lineIndex } from '../formats/text/line-index.ts';
import { textSource, wholeText } from '../formats/text/text-source.ts';
import { base64Sink } from '../formats/xml/base64-sink.ts';
import { readXml } from '../formats/xml/read-xml.ts';
import type { XmlDocument } from '../formats/xml/xml-tree.ts';
import { understandCanonical } from '../mapping/canonical/understand-canonical.ts';
import { INVOICE_ROWS } from '../mapping/ubl/invoice.table.ts';
import { UBL_FAMILIES } from '../mapping/ubl/ubl-family.table.ts';
import { LARGE_TEXT_ELEMENTS } from '../mapping/ubl/ubl-namespaces.table.ts';
import { understandUbl } from '../mapping/ubl/understand-ubl.ts';
import { type ContentKind, contentKind } from './content-kind.ts';
import type { ReadInput } from './path.ts';
import { CHANNEL_CONTENTS, notTakenHere, onlyInTheirFolder, wrongChannel } from './taken-here.ts';

/** What stands for the mapping where nothing was read by one. */
export const NONE = { name: 'none', version: '0' } as const;

/** The mappings of this program, each with the hash of what it consists of: a document tells by which it was read. */
const UBL_MAPPING = {
  name: 'ubl-invoice',
  version: versionOf([UBL_FAMILIES.map(({ customization }) => customization.source), INVOICE_ROWS]),
};
export const CANONICAL_MAPPING = { name: 'canonical-json', version: versionOf(DOCUMENT_SCHEMAS) };

const SINKS = new Map(LARGE_TEXT_ELEMENTS.map((name) => [name, () => base64Sink(createHash('sha256'))] as const));

/**
 * Bytes to canonical documents and findings: identify by channel and content, parse, validate, map. Same bytes, same
 * result; nothing is looked up and nothing is kept. What is wrong with the file is a finding with its place, an error
 * where the document it is in cannot be taken; only a defect of ours throws.
 */
export function read(input: ReadInput): ReadResult {
  try {
    return readContent(input, contentKind(input.bytes, input.name));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refusal(findingOf(error));
  }
}

function readContent(input: ReadInput, kind: ContentKind): ReadResult {
  const contents = CHANNEL_CONTENTS[input.channel];
  if (kind === 'xml' && contents.includes('xml')) return readInvoice(input);
  if (kind === 'xml') return refusal(misplacedXml(input, understandUbl(readXml(input.bytes, { sinks: SINKS }))));
  if (kind === 'other' || !contents.includes('json')) return refusal(notTakenHere(input.channel));
  const { documents, findings } = understandCanonical(wholeJson(input), kind === 'json-lines' ? 'lines' : 'document');
  if (documents.length + findings.length === 0) return refusal(notTakenHere(input.channel));
  const taken = onlyInTheirFolder(input.channel, documents);
  return { mapping: CANONICAL_MAPPING, documents: taken.documents, findings: [...findings, ...taken.findings] };
}

function readInvoice({ fileId, bytes }: ReadInput): ReadResult {
  const document: XmlDocument = readXml(bytes, { sinks: SINKS });
  const { invoice, at, transportId, findings } = understandUbl(document);
  const refused = invoice === undefined || findings.some(({ severity }) => severity === 'error');
  return {
    mapping: UBL_MAPPING,
    documents: refused ? [] : [{ kind: 'supplier-invoice', key: fileId, content: invoice, at }],
    findings,
    ...(transportId === undefined ? {} : { transportId }),
  };
}

/** An invoice of any kind belongs in the folder of invoices, where it is also said what is wrong with it. */
function misplacedXml({ channel }: ReadInput, { findings, at }: ReturnType<typeof understandUbl>): Finding {
  const unknown = findings.some(({ code }) => code === 'UNKNOWN_DOCUMENT');
  return unknown ? { ...notTakenHere(channel), at } : wrongChannel('An invoice', 'invoices', at);
}

/** JSON that stops inside a character is cut off; what is left must not be taken for the whole. */
function wholeJson({ bytes }: ReadInput): string {
  const source = textSource(bytes);
  const text = wholeText(source);
  if (!source.cut) return text;
  throw new Fault('TRUNCATED', 'The file ends in the middle of a character.', {
    hint: 'Send the whole file again, under a temporary name that is renamed once it is complete.',
    at: lineIndex([text]).at(text.length),
  });
}

function refusal(...findings: Finding[]): ReadResult {
  return { mapping: NONE, documents: [], findings };
}

/** A fault of a file as a finding. */
export function findingOf(fault: Fault): Finding {
  const { code, message, hint, at } = fault;
  return { code, severity: 'error', message, hint, ...(at === undefined ? {} : { at }) };
}

function versionOf(content: unknown): string {
  return hash('sha256', JSON.stringify(content), 'hex').slice(0, 12);
}
