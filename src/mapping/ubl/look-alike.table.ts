/** A format that resembles ours and is not: what it is called, and how it is told by its CustomizationID or its root. */
export interface LookAlike {
  name: string;
  customization?: RegExp;
  root?: { namespace: RegExp; name: RegExp };
  /** What is special about the refusal, where more can be said than that the format is another one. */
  because?: string;
}

const UBL_2 = /^urn:oasis:names:specification:ubl:schema:xsd:/;

/**
 * UBL invoices and credit notes of other formats, tried in this order. They have the elements of ours, and some of
 * other meaning, so reading them would be guessing (requirement C001).
 */
export const UBL_LOOK_ALIKES: readonly LookAlike[] = [
  {
    name: 'EHF payment request 3.0',
    customization: /^urn:fdc:anskaffelser\.no:2019:ehf:spec:payment-request/,
    because: 'A payment request is no invoice, although its root element is called one.',
  },
  { name: 'EHF 1.x', customization: /urn:www\.difi\.no:ehf:(?:faktura|kreditnota):ver1/ },
  { name: 'SI-UBL 1.0 (on PEPPOL BIS 1)', customization: /urn:www\.simplerinvoicing\.org:si-ubl:invoice:ver1\.0/ },
  { name: 'PEPPOL BIS 1', customization: /urn:www\.peppol\.eu:bis:peppol0?[45]a:ver1/ },
  { name: 'CEN BII of the first generation', customization: /urn:www\.cenbii\.eu:transaction:biicoretrdm\d+:ver1/ },
  { name: 'CEN BII 2 without PEPPOL', customization: /urn:www\.cenbii\.eu:transaction:biitrns0(?:10|14):ver2/ },
  { name: 'OIOUBL', customization: /^OIOUBL-/i },
  { name: 'PEPPOL PINT', customization: /^urn:peppol:pint:/ },
  { name: 'XRechnung', customization: /:xrechnung_/i },
  { name: 'NLCIUS (SI-UBL 2.0)', customization: /#urn:fdc:nen\.nl:nlcius:/ },
  { name: 'UBL.BE', customization: /#urn:UBL\.BE:/i },
  { name: 'CIUS-RO', customization: /#urn:efactura\.mfinante\.ro:CIUS-RO/i },
  { name: 'CIUS-PT', customization: /#urn:feap\.gov\.pt:CIUS-PT/i },
  { name: 'CIUS-IT', customization: /#urn:fatturapa\.gov\.it:CIUS-IT/i },
  {
    name: 'another document of PEPPOL',
    customization: /urn:fdc:peppol\.eu:2017:poacc:/,
    because: 'Its identifier is near that of BIS Billing 3.0 and not the same.',
  },
  { name: 'plain EN 16931', customization: /^urn:cen\.eu:en16931:2017$/ },
  { name: 'EN 16931 with the rules of another country or trade', customization: /^urn:cen\.eu:en16931:2017/ },
];

/** Documents with another root element that arrive where invoices are expected. */
export const OTHER_ROOTS: readonly LookAlike[] = [
  { name: 'a UBL order', root: { namespace: UBL_2, name: /^Order(?:Change|Cancellation|ResponseSimple|Response)?$/ } },
  { name: 'a UBL application response', root: { namespace: UBL_2, name: /^ApplicationResponse$/ } },
  { name: 'a UBL reminder', root: { namespace: UBL_2, name: /^Reminder$/ } },
  { name: 'a UBL self-billed invoice of its own document type', root: { namespace: UBL_2, name: /^SelfBilled/ } },
  { name: 'a UBL document that is no invoice', root: { namespace: UBL_2, name: /^/ } },
  {
    name: 'a UN/CEFACT cross industry invoice (CII: ZUGFeRD, Factur-X, XRechnung CII)',
    root: { namespace: /^urn:un:unece:uncefact:data:standard:Cross/, name: /^Cross/ },
  },
  { name: 'Svefaktura 1.0', root: { namespace: /^urn:sfti:/, name: /^Invoice$/ } },
  { name: 'Finvoice', root: { namespace: /^/, name: /^Finvoice$/ } },
  { name: 'an e2b invoice', root: { namespace: /e2b/i, name: /^Interchange$/ } },
  { name: 'FatturaPA', root: { namespace: /fatturapa|agenziaentrate/i, name: /^FatturaElettronica$/ } },
  { name: 'Facturae', root: { namespace: /facturae/i, name: /^Facturae$/i } },
];

/** What a refused sender is told to send instead. */
export const ACCEPTED_FORMATS =
  'Accepted are EHF 2.0, PEPPOL BIS 2.0 (4A, 5A) and PEPPOL BIS Billing 3.0, bare or in an SBDH envelope.';
