import { ENDPOINT_SCHEMES } from './endpoint-scheme.table.ts';
import { lettersAndDigits } from './fold-text.ts';
import { normaliseOrganisationNo } from './organisation-no.ts';

/** An electronic address or party identifier as the file or the supplier's record states it. */
interface StatedIdentifier {
  scheme?: string;
  id: string;
}

/**
 * An electronic address as it is looked up, "scheme:id" with one name for each scheme: 0192, 9908 and NO:ORGNR
 * are one, 0088 and GLN are one. `undefined` without a scheme (nobody could say whose number it is) or without an id.
 */
export function normaliseEndpoint(endpoint: StatedIdentifier): string | undefined {
  const stated = lettersAndDigits(endpoint.scheme ?? '');
  const known = ENDPOINT_SCHEMES[stated];
  const id = known?.organisationNo === true ? normaliseOrganisationNo(endpoint.id) : lettersAndDigits(endpoint.id);
  if (stated === '' || id === undefined || id === '') return undefined;
  return `${known?.scheme ?? stated}:${id}`;
}

/** The organisation number that an electronic address is; `undefined` in a scheme of other numbers. */
export function organisationNoOfEndpoint(endpoint: StatedIdentifier): string | undefined {
  const known = ENDPOINT_SCHEMES[lettersAndDigits(endpoint.scheme ?? '')];
  return known?.organisationNo === true ? normaliseOrganisationNo(endpoint.id) : undefined;
}
