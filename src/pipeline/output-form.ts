import type { InvoiceResponse, OutboundDocument } from '../domain/documents.generated.ts';
import { Fault } from '../domain/fault.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import type { MappingSet, OutMapping } from '../mapping/language/mapping-set.ts';
import { writeInvoiceResponse } from '../mapping/ubl/write-invoice-response.ts';

/** The form of documents that need no mapping, as `outputs` names it. */
export const CANONICAL = 'canonical';

/** Which form each document leaves in: what the settings choose, and the mappings that there are. */
export interface OutputForms {
  outputs: SiteSettings['outputs'];
  set: MappingSet;
  /** The site's zone, as Europe/Oslo: of times that are written without an offset. */
  timeZone?: string;
}

/** Everything as it leaves where no settings and no mappings say otherwise. */
export const CANONICAL_FORMS: OutputForms = {
  outputs: {} as SiteSettings['outputs'],
  set: { version: 'none', in: [], out: new Map() },
};

/** A form that is not canonical JSON. */
export interface OutputForm {
  ending: string;
  /** The bytes of a document that has its delivery id in it. */
  write(content: OutboundDocument): Promise<Uint8Array>;
  /** How the delivery id stands in them, exactly once; absent where a mapping says it: then it is written anew. */
  deliveryId?(id: string): string;
}

/** UBL in UTF-8. */
const INVOICE_RESPONSE_FORM: OutputForm = {
  ending: 'xml',
  write: async (content) => writeInvoiceResponse(content as InvoiceResponse),
  deliveryId: (id) => `<cbc:ID>${id}</cbc:ID>`,
};

/** Documents that always leave in a form of their own. */
const OWN_FORMS: Readonly<Partial<Record<string, OutputForm>>> = { 'invoice-response': INVOICE_RESPONSE_FORM };

/** The form that a document always has, whatever the settings say; undefined where they decide. */
export function ownForm(document: string): OutputForm | undefined {
  return OWN_FORMS[document];
}

/** The form of a document; undefined where it leaves as canonical JSON (contract 4). */
export function outputForm(document: string, { outputs, set, timeZone }: OutputForms): OutputForm | undefined {
  const own = ownForm(document);
  if (own !== undefined) return own;
  const chosen = chosenMapping(document, outputs);
  return chosen === undefined ? undefined : mappedForm(document, chosen, set.out.get(chosen), timeZone);
}

/** The mapping that the settings choose for a document; undefined where it leaves without one. */
export function chosenMapping(document: string, outputs: SiteSettings['outputs']): string | undefined {
  const chosen = (outputs as Readonly<Record<string, string | undefined>>)[document];
  return chosen === undefined || chosen === CANONICAL ? undefined : chosen;
}

/** How the name of a document's file ends, without the dot. */
export function outputEnding(document: string, forms: OutputForms): string {
  return outputForm(document, forms)?.ending ?? 'json';
}

function mappedForm(
  document: string,
  name: string,
  mapping: OutMapping | undefined,
  timeZone: string | undefined,
): OutputForm {
  return {
    ending: mapping?.ending ?? 'json',
    write: async (content) => {
      if (mapping === undefined) throw missingMapping(document, name);
      return mapping.write(content as unknown as Readonly<Record<string, unknown>>, undefined, timeZone);
    },
  };
}

function missingMapping(document: string, name: string): Fault {
  return new Fault(
    'MAPPING_NOT_APPLICABLE',
    `outputs.${document} names the mapping "${name}", which is not in force.`,
    {
      hint: 'Put the mapping file back, or choose another one under "outputs" in mappings/site.yaml; then send the delivery again.',
      at: { file: 'mappings/site.yaml', path: `outputs.${document}` },
    },
  );
}
