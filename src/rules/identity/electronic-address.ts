import { ENDPOINT_SCHEMES } from './endpoint-scheme.table.ts';
import { lettersAndDigits } from './fold-text.ts';
import { normaliseOrganisationNo } from './organisation-no.ts';

/** An address in the Peppol network: the code of its scheme (EAS) and the number in it. */
export interface ElectronicAddress {
  scheme: string;
  id: string;
}

/**
 * An electronic address as it is written to Peppol: older documents name their scheme by words (`NO:ORGNR`) or by
 * withdrawn codes (9908), and only today's codes are taken (FORMATS.md 2). `undefined` where the scheme is none of
 * Peppol's or the number is missing: nobody could be reached there.
 */
export function electronicAddress(stated: { scheme?: string; id: string } | undefined): ElectronicAddress | undefined {
  if (stated === undefined) return undefined;
  const written = stated.scheme?.trim() ?? '';
  const scheme = ENDPOINT_SCHEMES[lettersAndDigits(written)]?.scheme ?? (/^\d{4}$/.test(written) ? written : undefined);
  const id = scheme === '0192' ? normaliseOrganisationNo(stated.id) : stated.id.trim();
  return scheme === undefined || id === undefined || id === '' ? undefined : { scheme, id };
}
