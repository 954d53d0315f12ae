import { hash } from 'node:crypto';
import type { Finding, ReadResult } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import { DOCUMENT_SCHEMAS } from '../domain/schemas.generated.ts';
import { lineIndex } from '../formats/text/line-index.ts';
import { textSource, wholeText } from '../formats/text/text-source.ts';
import { saysCanonical, understandCanonical } from '../mapping/canonical/understand-canonical.ts';
import type { MappingSet } from '../mapping/language/mapping-set.ts';
import { mayClaim } from '../mapping/language/claims/claims-of.ts';
import { FileEvidence } from '../mapping/language/claims/file-evidence.ts';
import { isClaimed, readMapped } from '../mapping/language/read-mapped.ts';
import { refusedXml } from '../mapping/ubl/refused-xml.ts';
import { ATTACHMENT_SINKS } from './attachment-sinks.ts';
import { type ContentKind, contentKind } from './content-kind.ts';
import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';
import type { ReadInput } from './path.ts';
import {
  CHANNEL_CONTENTS,
  notTakenHere,
  onlyInTheirFolder,
  onlyTakenIn,
  withClaims,
  wrongChannel,
} from './taken-here.ts';

/** What stands for the mapping where nothing was read by one. */
export const NONE = { name: 'none', version: '0' } as const;

/** Canonical JSON says itself what it is; the hash of the schemas tells by which it was checked. */
export const CANONICAL_MAPPING = { name: 'canonical-json', version: versionOf(DOCUMENT_SCHEMAS) };

/** The mappings that files are read by. */
export type ReadBy = Pick<MappingsInForce, 'set' | 'timeZone'>;

/**
 * Bytes to canonical documents and findings: identify by channel and content, parse, validate, map. What a mapping of the
 * set claims is read by it; canonical JSON, which says itself what it is, needs none. Same bytes, same set, same
 * result; nothing is looked up and nothing is kept. What is wrong with the file is a finding with its place, an error
 * where the document it is in cannot be taken; only a defect of ours throws.
 */
export function read(input: ReadInput, by: ReadBy): ReadResult {
  try {
    return readContent(input, contentKind(input.bytes, input.name), by);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refusal(findingOf(error));
  }
}

function readContent(input: ReadInput, kind: ContentKind, by: ReadBy): ReadResult {
  const { set } = by;
  if (kind === 'json' || kind === 'json-lines')
    return readJson(input, kind === 'json-lines' ? 'lines' : 'document', by);
  const evidence = new FileEvidence(input.bytes, ATTACHMENT_SINKS);
  const mapped = readByMapping(input, by, evidence);
  if (mapped !== undefined) return mapped;
  if (kind !== 'xml') return refusal(notTakenHere(input.channel, set));
  return refusal(refusedDocument(input, set, evidence));
}

/** By the mapping that claims it; undefined where none does. What no rule decides, and what belongs elsewhere, is refused. */
function readByMapping(
  { fileId, ...file }: ReadInput,
  { set, timeZone }: ReadBy,
  evidence: FileEvidence,
): ReadResult | undefined {
  const zone = timeZone === undefined ? {} : { timeZone };
  const result = readMapped(set, { fileId, ...file, ...zone }, evidence);
  if (result === undefined) return undefined;
  const decided = onlyTakenIn(result.documents);
  const { documents, findings } = onlyInTheirFolder(file.channel, decided.documents);
  return { ...result, documents, findings: [...result.findings, ...decided.findings, ...findings] };
}

function readJson(input: ReadInput, layout: 'document' | 'lines', by: ReadBy): ReadResult {
  const { set } = by;
  const text = wholeJson(input);
  const isClaimable = mayClaim(set, input.channel, input.name).some(({ source }) => source.format !== 'xml');
  if (isClaimable && !saysCanonical(text, layout)) {
    const mapped = readByMapping(input, by, new FileEvidence(input.bytes, ATTACHMENT_SINKS));
    if (mapped !== undefined) return mapped;
  }
  if (!CHANNEL_CONTENTS[input.channel].includes('json')) return refusal(notTakenHere(input.channel, set));
  const { documents, findings } = understandCanonical(text, layout);
  if (documents.length + findings.length === 0) return refusal(notTakenHere(input.channel, set));
  const taken = onlyInTheirFolder(input.channel, documents);
  return { mapping: CANONICAL_MAPPING, documents: taken.documents, findings: [...findings, ...taken.findings] };
}

/** An invoice of any kind belongs in the folder of invoices, where it is also said what is wrong with it. */
function refusedDocument(input: ReadInput, set: MappingSet, evidence: FileEvidence): Finding {
  const { channel } = input;
  const { document } = evidence;
  if ('fault' in document) throw document.fault;
  const finding = refusedXml(document.read);
  if (CHANNEL_CONTENTS[channel].includes('xml')) return withClaims(channel, set, finding);
  const at = finding.at ?? { line: 1, column: 1 };
  const ofInvoices = { ...set, in: set.in.filter(({ document }) => document === 'supplier-invoice') };
  const isInvoice = isClaimed(ofInvoices, { ...input, channel: 'invoices' }, evidence);
  if (isInvoice || finding.code !== 'UNKNOWN_DOCUMENT') return wrongChannel('An invoice', 'invoices', at);
  return { ...notTakenHere(channel, set), at };
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
