import type { UblRow } from './row-scope.ts';

/** Who somebody is. The rows hold for supplier, customer and payee. */
const IDENTITY: readonly UblRow[] = [
  {
    to: 'endpoint',
    at: 'cbc:EndpointID',
    needs: 'id',
    rows: [
      { to: 'scheme', from: '@schemeID' },
      { to: 'id', from: '.' },
    ],
  },
  { to: 'organisationNo', from: 'cac:PartyLegalEntity/cbc:CompanyID' },
  // A second PartyTaxScheme says "Foretaksregisteret" or "Godkänd för F-skatt": only the one of VAT has the number.
  { to: 'vatNo', from: "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID" },
  { to: 'name', from: 'cac:PartyName/cbc:Name | cac:PartyLegalEntity/cbc:RegistrationName' },
  {
    to: 'otherIds',
    each: 'cac:PartyIdentification/cbc:ID',
    needs: 'id',
    rows: [
      { to: 'scheme', from: '@schemeID' },
      { to: 'id', from: '.' },
    ],
  },
];

/** The supplier's accounts are all that the invoice names, each once: BBAN and IBAN stand in two PaymentMeans. */
export const SUPPLIER_ROWS: readonly UblRow[] = [
  ...IDENTITY,
  { to: 'bankAccounts', texts: '/cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID', distinct: true },
];

/** Customer and payee: an invoice names no accounts of theirs. */
export const OTHER_PARTY_ROWS: readonly UblRow[] = [...IDENTITY, { to: 'bankAccounts', texts: '' }];
