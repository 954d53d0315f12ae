import { Fault } from '../../domain/fault.ts';
import { opensJsonList } from '../../formats/json/split-json-list.ts';
import { openText } from '../../formats/text/open-text.ts';
import { saysCanonicalFirst } from '../../mapping/canonical/says-canonical-first.ts';
import { claimOf, mayClaim } from '../../mapping/language/claims/claims-of.ts';
import { FileEvidence } from '../../mapping/language/claims/file-evidence.ts';
import { type ContentKind, contentKind } from '../content-kind.ts';
import { type ReadBy, read } from '../read.ts';
import { CHANNEL_CONTENTS, notTakenHere, wrongChannel } from '../taken-here.ts';
import { canonicalWay, mappedJsonWay } from './json-way.ts';
import { type PackedRead, packedWhole } from './document-collector.ts';
import { MappedWay } from './mapped-way.ts';
import type { LargeInput } from './read-large.ts';
import { refused, refusedFor, type Way } from './way.ts';

/** A JSON file that is one document is read as a whole: beyond this size that would take the memory of the machine. */
const MOST_OF_ONE_DOCUMENT = 33_554_432;
/** Root elements of invoices, bare or in an envelope. */
const INVOICES: ReadonlySet<string> = new Set(['Invoice', 'CreditNote', 'StandardBusinessDocument']);

/** Says by the beginning of a large file how it is read: as `read` chooses for a file that is seen whole. */
export function wayOf(head: Uint8Array, input: LargeInput, by: ReadBy): Way {
  let kind: ContentKind;
  try {
    kind = contentKind(head, input.name);
  } catch (error) {
    return refusedFor(error);
  }
  if (kind === 'json' || kind === 'json-lines') return jsonWay(head, kind, input, by);
  const mapped = mappedWay(head, input, by);
  if (mapped !== undefined) return mapped;
  if (kind === 'xml' && CHANNEL_CONTENTS[input.channel].includes('xml')) return new AsWhole(input, by);
  const unreadable = kind === 'xml' ? noTextIn(head) : undefined;
  if (unreadable !== undefined) return refusedFor(unreadable);
  const isInvoice = kind === 'xml' && INVOICES.has(beginning(head).top({ format: 'xml' })?.name ?? '');
  if (isInvoice) return refused(wrongChannel('An invoice', 'invoices', { line: 1, column: 1 }));
  return refused(notTakenHere(input.channel, by.set));
}

function jsonWay(head: Uint8Array, kind: 'json' | 'json-lines', input: LargeInput, by: ReadBy): Way {
  const beginning = textOf(head);
  const layout = kind === 'json-lines' ? 'lines' : opensJsonList(beginning) ? 'list' : 'document';
  if (!saysCanonicalFirst(beginning, layout)) {
    const mapped = mappedWay(head, input, by);
    if (mapped !== undefined) return mapped;
  }
  if (!CHANNEL_CONTENTS[input.channel].includes('json')) return refused(notTakenHere(input.channel, by.set));
  if (layout !== 'document') return canonicalWay(layout, input.channel);
  if (input.bytes <= MOST_OF_ONE_DOCUMENT) return new AsWhole(input, by);
  return refused({
    code: 'FILE_TOO_LARGE',
    severity: 'error',
    message: `The file is one document of ${input.bytes} bytes; the largest document has ${MOST_OF_ONE_DOCUMENT}.`,
    hint: 'Several documents stand in {"documents": [ … ]}, or one a line in an .ndjson file: such a file may be as large as the channel takes.',
    at: { line: 1, column: 1 },
  });
}

function mappedWay(head: Uint8Array, input: LargeInput, by: ReadBy): Way | undefined {
  const candidates = mayClaim(by.set, input.channel, input.name);
  if (candidates.length === 0) return undefined;
  const claim = claimOf(candidates, input.name, beginning(head));
  if ('nobody' in claim) return undefined;
  if ('ambiguous' in claim) return refused(claim.ambiguous);
  const { mapping } = claim;
  return mapping.source.format === 'json' ? mappedJsonWay(mapping, input, by) : new MappedWay(mapping, input, by);
}

/** What the beginning shows of the file. */
function beginning(head: Uint8Array): FileEvidence {
  return new FileEvidence(head, new Map(), false);
}

/** The text of the beginning, as far as it can be read. */
function textOf(head: Uint8Array): string {
  try {
    return openText().write(head);
  } catch {
    return '';
  }
}

/** Why the beginning is no text, where it is none: then nobody can see whose it is. */
function noTextIn(head: Uint8Array): Fault | undefined {
  const text = openText();
  try {
    text.write(head);
    text.end();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  const fault = text.cut();
  return fault?.code === 'ENCODING_INVALID' ? fault : undefined; // it goes on behind the beginning, so it is never cut
}

/** What is one document however large it is, such as an invoice with its attachments: read when all of it is there. */
class AsWhole implements Way {
  readonly #input: LargeInput;
  readonly #by: ReadBy;
  readonly #bytes: Buffer;
  #filled = 0;

  constructor(input: LargeInput, by: ReadBy) {
    this.#input = input;
    this.#by = by;
    this.#bytes = Buffer.allocUnsafeSlow(input.bytes);
  }

  write(piece: Uint8Array): void {
    this.#bytes.set(piece, this.#filled);
    this.#filled += piece.byteLength;
  }

  end(): PackedRead {
    const { fileId, channel, name } = this.#input;
    return packedWhole(read({ fileId, channel, name, bytes: this.#bytes.subarray(0, this.#filled) }, this.#by));
  }
}
