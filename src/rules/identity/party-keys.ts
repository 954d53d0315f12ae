import type { Identifier } from '../../domain/documents.generated.ts';
import { normaliseEndpoint, organisationNoOfEndpoint } from './endpoint.ts';
import { normaliseOrganisationNo, normaliseVatNo, organisationNoOfVatNo } from './organisation-no.ts';

/** What a party is found by. The names are those of the supplier's look-ups (document-kinds.table.ts). */
export interface PartyKeys {
  'organisation-no': string[];
  endpoint: string[];
  'vat-no': string[];
}

/** The identifiers of a party, whether an invoice states them or our own record of a supplier does. */
export interface PartyIdentifiers {
  organisationNo?: string;
  vatNo?: string;
  endpoints?: readonly Identifier[];
}

/**
 * The keys of a party. Made in the same way of both sides, so that a supplier that our record knows by its
 * organisation number is found by an invoice that states it as an electronic address or inside a VAT number.
 */
export function partyKeys(party: PartyIdentifiers): PartyKeys {
  const endpoints = party.endpoints ?? [];
  return {
    'organisation-no': known([
      party.organisationNo === undefined ? undefined : normaliseOrganisationNo(party.organisationNo),
      party.vatNo === undefined ? undefined : organisationNoOfVatNo(party.vatNo),
      ...endpoints.map(organisationNoOfEndpoint),
    ]),
    endpoint: known(endpoints.map(normaliseEndpoint)),
    'vat-no': known([party.vatNo === undefined ? undefined : normaliseVatNo(party.vatNo)]),
  };
}

function known(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
