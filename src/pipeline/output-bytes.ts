import type { InvoiceResponse, OutboundDocument } from '../domain/documents.generated.ts';

/** A form that is not canonical JSON. */
interface OutputForm {
  ending: string;
  /** The bytes of a document, with its delivery id in them. */
  write(content: OutboundDocument): Promise<Uint8Array>;
  /** How the delivery id stands in them, exactly once. */
  deliveryId(id: string): string;
}

/** UBL in UTF-8. Its writer is a large package that most sites never need: it is loaded with the first answer. */
const INVOICE_RESPONSE_FORM: OutputForm = {
  ending: 'xml',
  write: async (content) => {
    const { writeInvoiceResponse } = await import('../mapping/ubl/write-invoice-response.ts');
    return writeInvoiceResponse(content as InvoiceResponse);
  },
  deliveryId: (id) => `<cbc:ID>${id}</cbc:ID>`,
};

/** Documents that leave in a form of their own; all others are canonical JSON (contract 4). */
const FORMS: Readonly<Partial<Record<string, OutputForm>>> = { 'invoice-response': INVOICE_RESPONSE_FORM };

/** How the name of a document's file ends, without the dot. */
export function outputEnding(document: string): string {
  return FORMS[document]?.ending ?? 'json';
}

/** The bytes in which a document leaves, or the text that they are in UTF-8; the delivery id stands in them. */
export async function outputBytes(content: OutboundDocument, deliveryId: string): Promise<Buffer | string> {
  const form = FORMS[content.document];
  return form === undefined ? jsonText(content, deliveryId) : Buffer.from(await form.write({ ...content, deliveryId }));
}

/** Canonical JSON: the name of the document first, the delivery id last. */
export function jsonText(content: OutboundDocument, deliveryId: string): string {
  const { document, ...rest } = content;
  return `${JSON.stringify({ document, ...rest, deliveryId }, null, 2)}\n`;
}

/** Bytes that were sent before, under another delivery id. Throws where they do not name the former one exactly once. */
export function renumberedBytes(document: string, bytes: Buffer, from: string, to: string): Buffer | string {
  const form = FORMS[document];
  if (form === undefined) return jsonText(JSON.parse(bytes.toString('utf8')) as OutboundDocument, to);
  const [before, after, ...more] = bytes.toString('utf8').split(form.deliveryId(from));
  if (after === undefined || more.length > 0) throw new Error(`the kept bytes of delivery ${from} do not name it once`);
  return Buffer.from(`${before}${form.deliveryId(to)}${after}`);
}
