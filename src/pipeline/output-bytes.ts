import type { OutboundDocument } from '../domain/documents.generated.ts';
import { Fault } from '../domain/fault.ts';
import { type OutputForms, outputForm, ownForm } from './output-form.ts';

/** What a document leaves as. */
export interface WrittenOutput {
  /** The bytes, or the text that they are in UTF-8; the delivery id stands in them. */
  bytes: Buffer | string;
  /** How the name of the file ends, without the dot. */
  ending: string;
  /** The canonical JSON of what a mapping wrote: kept beside it, so that it can be written anew under another delivery id. */
  canonical?: string;
  /** Why it could not be written as it should: the bytes are its canonical JSON, to be kept and not to be sent. */
  fault?: Fault;
}

/**
 * A document as it leaves: canonical JSON, a form of its own, or written by the mapping that is chosen for it. A document
 * that does not fit its mapping throws nothing: it is kept with the fault, so that nothing is lost by it.
 */
export async function writeOutput(
  content: OutboundDocument,
  deliveryId: string,
  forms: OutputForms,
): Promise<WrittenOutput> {
  const form = outputForm(content.document, forms);
  if (form === undefined) return { bytes: jsonText(content, deliveryId), ending: 'json' };
  const { ending } = form;
  const write = async () => asBuffer(await form.write({ ...content, deliveryId }));
  if (ownForm(content.document) !== undefined) return { bytes: await write(), ending };
  const canonical = jsonText(content, deliveryId);
  try {
    return { bytes: await write(), ending, canonical };
  } catch (error) {
    const fault = error instanceof Fault ? error : unwritten(content.document, error);
    return { bytes: canonical, ending: 'json', fault };
  }
}

/**
 * What was kept of a document, under another delivery id. `kept`: its canonical JSON, or where it always has a form of
 * its own the bytes in that form. It is written as the settings and mappings of now say; what does not fit has a `fault`.
 * Throws where the bytes do not name the former delivery exactly once.
 */
export async function renumberedOutput(
  document: string,
  kept: Buffer,
  from: string,
  to: string,
  forms: OutputForms,
): Promise<WrittenOutput> {
  const form = ownForm(document);
  if (form?.deliveryId === undefined) return writeOutput(keptDocument(kept), to, forms);
  const [before, after, ...more] = kept.toString('utf8').split(form.deliveryId(from));
  if (after === undefined || more.length > 0) throw new Error(`the kept bytes of delivery ${from} do not name it once`);
  return { bytes: Buffer.from(`${before}${form.deliveryId(to)}${after}`), ending: form.ending };
}

/** Canonical JSON: the name of the document first, the delivery id last. */
export function jsonText(content: OutboundDocument, deliveryId: string): string {
  const { document, ...rest } = content;
  return `${JSON.stringify({ document, ...rest, deliveryId }, null, 2)}\n`;
}

/** The document of kept canonical JSON, without the delivery id that it went out under. */
function keptDocument(canonical: Buffer | string): OutboundDocument {
  const { deliveryId: _, ...content } = JSON.parse(canonical.toString()) as OutboundDocument & { deliveryId?: string };
  return content as OutboundDocument;
}

/** A mapping that failed in a way that nobody foresaw: the document is kept all the same. */
function unwritten(document: string, error: unknown): Fault {
  const why = error instanceof Error ? error.message : String(error);
  return new Fault('MAPPING_NOT_APPLICABLE', `The document "${document}" could not be written: ${why}`, {
    hint: 'It is kept as canonical JSON. Repair its mapping, or choose another form under "outputs" in mappings/site.yaml; then send the delivery again.',
    cause: error,
  });
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
