import type { OutputRow } from '../rows/output-row.ts';

/** The namespaces of a UBL ApplicationResponse, under the prefixes that its rows use. */
export const APPLICATION_RESPONSE_NAMESPACES = {
  '': 'urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

/** A party of the message: its electronic address and its name. */
const PARTY: readonly OutputRow[] = [
  { element: 'cbc:EndpointID', from: 'endpoint.id', attributes: [{ name: 'schemeID', from: 'endpoint.scheme' }] },
  { element: 'cac:PartyLegalEntity', rows: [{ element: 'cbc:RegistrationName', from: 'name' }] },
];

/** One clarification: a reason or a wished action, its sentence, and the terms of the invoice that it speaks of. */
const STATUS: readonly OutputRow[] = [
  { element: 'cbc:StatusReasonCode', from: 'code', attributes: [{ name: 'listID', from: 'list' }] },
  { element: 'cbc:StatusReason', from: 'sentence' },
  {
    element: 'cac:Condition',
    each: 'conditions',
    rows: [
      { element: 'cbc:AttributeID', from: 'attribute' },
      { element: 'cbc:Description', from: 'value' },
    ],
  },
];

/** Peppol Invoice Response 3 (transaction T111), in the order of its schema (FORMATS.md 4). */
export const INVOICE_RESPONSE_ROWS: readonly OutputRow[] = [
  { element: 'cbc:CustomizationID', text: 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3' },
  { element: 'cbc:ProfileID', text: 'urn:fdc:peppol.eu:poacc:bis:invoice_response:3' },
  { element: 'cbc:ID', from: 'deliveryId' },
  { element: 'cbc:IssueDate', from: 'issueDate' },
  { element: 'cbc:IssueTime', from: 'issueTime' },
  { element: 'cac:SenderParty', at: 'sender', rows: PARTY },
  { element: 'cac:ReceiverParty', at: 'receiver', rows: PARTY },
  {
    element: 'cac:DocumentResponse',
    rows: [
      {
        element: 'cac:Response',
        rows: [
          { element: 'cbc:ResponseCode', from: 'responseCode' },
          { element: 'cbc:EffectiveDate', from: 'effectiveDate' },
          { element: 'cac:Status', each: 'clarifications', rows: STATUS },
        ],
      },
      {
        element: 'cac:DocumentReference',
        at: 'invoice',
        rows: [
          { element: 'cbc:ID', from: 'invoiceNo' },
          { element: 'cbc:IssueDate', from: 'issueDate' },
          { element: 'cbc:DocumentTypeCode', from: 'typeCode' },
        ],
      },
    ],
  },
];
