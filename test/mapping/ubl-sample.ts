/** CustomizationID and ProfileID of each family. */
export const FAMILY_IDS = {
  'ehf-2': [
    'urn:www.cenbii.eu:transaction:biitrns010:ver2.0:extended:urn:www.peppol.eu:bis:peppol4a:ver2.0:extended:urn:www.difi.no:ehf:faktura:ver2.0',
    'urn:www.cenbii.eu:profile:bii04:ver2.0',
  ],
  'peppol-bis-2': [
    'urn:www.cenbii.eu:transaction:biitrns010:ver2.0:extended:urn:www.peppol.eu:bis:peppol4a:ver2.0',
    'urn:www.cenbii.eu:profile:bii04:ver2.0',
  ],
  'peppol-bis-3': [
    'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  ],
} as const;

export interface Sample {
  family?: keyof typeof FAMILY_IDS;
  kind?: 'Invoice' | 'CreditNote';
  customizationId?: string;
  /** Put in before the parties. */
  head?: string;
  /** Instead of the content of the only line behind its quantity and amount. */
  lineEnd?: string;
  /** Instead of the totals' inner part. */
  totals?: string;
  /** Any other change to the finished text. */
  change?: readonly (readonly [string, string])[];
}

/** A small invoice of our own making: two pieces of A-100 at 50.00, 25 % VAT. */
export function ublSample(sample: Sample = {}): string {
  const { family = 'peppol-bis-3', kind = 'Invoice', head = '', change = [] } = sample;
  const [customization, profile] = FAMILY_IDS[family];
  const line = kind === 'Invoice' ? 'InvoiceLine' : 'CreditNoteLine';
  const quantity = kind === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity';
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<${kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${kind}-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>
    ${sample.customizationId ?? customization}
  </cbc:CustomizationID>
  <cbc:ProfileID>${profile}</cbc:ProfileID>
  <cbc:ID>F-1</cbc:ID>
  <cbc:IssueDate>2026-11-21</cbc:IssueDate>
  <cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>1001</cbc:ID></cac:OrderReference>
  ${head}
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyLegalEntity><cbc:RegistrationName>Bølgen Verktøy AS</cbc:RegistrationName><cbc:CompanyID schemeID="0192">987654325</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="NOK">25.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${sample.totals ?? '<cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount><cbc:PayableAmount currencyID="NOK">125.00</cbc:PayableAmount>'}
  </cac:LegalMonetaryTotal>
  <cac:${line}>
    <cbc:ID>1</cbc:ID><cbc:${quantity} unitCode="EA">2</cbc:${quantity}><cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount>
    ${sample.lineEnd ?? '<cac:Item><cbc:Name>Hammer</cbc:Name></cac:Item><cac:Price><cbc:PriceAmount currencyID="NOK">50.00</cbc:PriceAmount></cac:Price>'}
  </cac:${line}>
</${kind}>
`;
  return change.reduce((changed, [from, to]) => changed.replace(from, () => to), text);
}

/** The same in an SBDH envelope. */
export function enveloped(
  payload: string,
  more: { documentType?: string; instance?: string; payloads?: number } = {},
): string {
  const documentType =
    more.documentType ??
    `urn:oasis:names:specification:ubl:schema:xsd:Invoice-2::Invoice##${FAMILY_IDS['peppol-bis-3'][0]}::2.1`;
  const inner = payload.replace(/^<\?xml[^>]*\?>\n/, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">
  <StandardBusinessDocumentHeader>
    <HeaderVersion>1.0</HeaderVersion>
    <DocumentIdentification><InstanceIdentifier>${more.instance ?? 'b3a1c2d4-0001'}</InstanceIdentifier><Type>Invoice</Type></DocumentIdentification>
    <BusinessScope>
      <Scope><Type>DOCUMENTID</Type><InstanceIdentifier>${documentType}</InstanceIdentifier></Scope>
      <Scope><Type>PROCESSID</Type><InstanceIdentifier>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</InstanceIdentifier></Scope>
    </BusinessScope>
  </StandardBusinessDocumentHeader>
  ${inner.repeat(more.payloads ?? 1)}
</StandardBusinessDocument>
`;
}
