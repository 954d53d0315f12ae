import { UBL_FAMILIES } from './ubl-family.table.ts';
import type { UblAllowanceCharge, UblLine, UblParty, UblSpec } from './ubl-spec.ts';
import { taxCategory, taxPercent, type UblTotals } from './ubl-totals.ts';

/** A piece of a document as xmlbuilder2 takes it: `@` attributes, `#` text, arrays for repeated elements. */
export type UblNode = { [name: string]: unknown };

/** An amount with its currency. */
export function amount(spec: UblSpec, text: string): UblNode {
  return { '@currencyID': spec.currency ?? 'NOK', '#': text };
}

/** A party with its endpoint, VAT number and legal entity in the spelling of the family. */
export function partyNode(spec: UblSpec, party: UblParty | null, contactId: string | undefined): UblNode {
  const family = UBL_FAMILIES[spec.family];
  const contact = contactId === undefined ? {} : { 'cac:Contact': { 'cbc:ID': contactId } };
  const name = party?.name ?? 'Unknown';
  const country = { 'cac:Country': { 'cbc:IdentificationCode': 'NO' } };
  const address = { 'cbc:StreetName': 'Havnegata 1', 'cbc:CityName': 'Bodø', 'cbc:PostalZone': '8006', ...country };
  if (party === null) {
    const entity = { 'cbc:RegistrationName': name };
    return {
      'cac:Party': {
        'cac:PartyName': { 'cbc:Name': name },
        'cac:PostalAddress': address,
        'cac:PartyLegalEntity': entity,
        ...contact,
      },
    };
  }
  const vat = family.vatScheme === null ? {} : { '@schemeID': family.vatScheme };
  return {
    'cac:Party': {
      'cbc:EndpointID': { '@schemeID': family.endpointScheme, '#': party.organisationNo },
      'cac:PartyName': { 'cbc:Name': name },
      'cac:PostalAddress': address,
      'cac:PartyTaxScheme': {
        'cbc:CompanyID': { ...vat, '#': family.vatNo(party.organisationNo) },
        'cac:TaxScheme': { 'cbc:ID': 'VAT' },
      },
      'cac:PartyLegalEntity': {
        'cbc:RegistrationName': name,
        'cbc:CompanyID': { '@schemeID': family.organisationScheme, '#': party.organisationNo },
      },
      ...contact,
    },
  };
}

/** An allowance or a charge; those of the head carry their tax category. */
export function allowanceChargeNode(
  spec: UblSpec,
  row: UblAllowanceCharge,
  isCharge: boolean,
  ofHead: boolean,
): UblNode {
  return {
    'cbc:ChargeIndicator': String(isCharge),
    ...(row.reasonCode === undefined ? {} : { 'cbc:AllowanceChargeReasonCode': row.reasonCode }),
    ...(row.reason === undefined ? {} : { 'cbc:AllowanceChargeReason': row.reason }),
    'cbc:Amount': amount(spec, row.amount),
    ...(ofHead ? { 'cac:TaxCategory': taxNode(spec, taxCategory(spec, row), taxPercent(spec, row)) } : {}),
  };
}

/** The tax totals with their subtotals. */
export function taxTotalNode(spec: UblSpec, totals: UblTotals): UblNode {
  return {
    'cbc:TaxAmount': amount(spec, totals.tax),
    'cac:TaxSubtotal': totals.subtotals.map((row) => ({
      'cbc:TaxableAmount': amount(spec, row.taxable),
      'cbc:TaxAmount': amount(spec, row.tax),
      'cac:TaxCategory': taxNode(spec, row.category, row.percent),
    })),
  };
}

function taxNode(spec: UblSpec, category: string, percent: string): UblNode {
  const scheme = UBL_FAMILIES[spec.family].olderStyle ? { '@schemeID': 'UNCL5305' } : {};
  return { 'cbc:ID': { ...scheme, '#': category }, 'cbc:Percent': percent, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
}

/** One line. `net` is the stated line net. */
export function lineNode(spec: UblSpec, line: UblLine, index: number, net: string): UblNode {
  const unit = { '@unitCode': line.unit ?? 'H87' };
  const quantityName = spec.kind === 'invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity';
  const rows = [
    ...(line.allowances ?? []).map((row) => allowanceChargeNode(spec, row, false, false)),
    ...(line.charges ?? []).map((row) => allowanceChargeNode(spec, row, true, false)),
  ];
  return {
    'cbc:ID': line.id ?? String(index + 1),
    [quantityName]: { ...unit, '#': line.quantity },
    'cbc:LineExtensionAmount': amount(spec, net),
    ...orderLineReference(line),
    ...(rows.length === 0 ? {} : { 'cac:AllowanceCharge': rows }),
    'cac:Item': {
      'cbc:Name': line.name ?? `Item ${line.sku ?? line.gtin ?? line.buyer ?? index + 1}`,
      ...(line.buyer === undefined ? {} : { 'cac:BuyersItemIdentification': { 'cbc:ID': line.buyer } }),
      ...(line.sku === undefined ? {} : { 'cac:SellersItemIdentification': { 'cbc:ID': line.sku } }),
      ...(line.gtin === undefined
        ? {}
        : {
            'cac:StandardItemIdentification': {
              'cbc:ID': { '@schemeID': UBL_FAMILIES[spec.family].gtinScheme, '#': line.gtin },
            },
          }),
      'cac:ClassifiedTaxCategory': taxNode(spec, taxCategory(spec, line), taxPercent(spec, line)),
    },
    'cac:Price': {
      'cbc:PriceAmount': amount(spec, line.price),
      ...(line.base === undefined ? {} : { 'cbc:BaseQuantity': { ...unit, '#': line.base } }),
    },
  };
}

function orderLineReference(line: UblLine): UblNode {
  if (line.orderLineRef === undefined && line.orderRef === undefined) return {};
  return {
    'cac:OrderLineReference': {
      'cbc:LineID': line.orderLineRef ?? 'NA',
      ...(line.orderRef === undefined ? {} : { 'cac:OrderReference': { 'cbc:ID': line.orderRef } }),
    },
  };
}
