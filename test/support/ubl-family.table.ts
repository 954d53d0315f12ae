import type { UblSpec } from './ubl-spec.ts';

/** How one family spells what all of them say. Identifiers are exact and without spaces. */
export interface UblFamily {
  customizationId: Record<UblSpec['kind'], string>;
  profileId: string;
  /** `2.1`, or null where the element must be absent. */
  ublVersion: string | null;
  endpointScheme: string;
  organisationScheme: string;
  vatScheme: string | null;
  vatNo: (organisationNo: string) => string;
  gtinScheme: string;
  /** The family whose buyer reference is the customer's contact and whose due date stands in PaymentMeans. */
  olderStyle: boolean;
  /** The type code of a credit note; the older families have none. */
  creditNoteTypeCode: string | null;
}

const BII = 'urn:www.cenbii.eu:transaction:';
const OLDER = {
  profileId: 'urn:www.cenbii.eu:profile:bii05:ver2.0',
  ublVersion: '2.1',
  endpointScheme: 'NO:ORGNR',
  organisationScheme: 'NO:ORGNR',
  vatScheme: 'NO:VAT',
  vatNo: (organisationNo: string) => `${organisationNo}MVA`,
  gtinScheme: 'GTIN',
  olderStyle: true,
  creditNoteTypeCode: null,
} as const;
const BILLING_3 = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';

export const UBL_FAMILIES: Record<UblSpec['family'], UblFamily> = {
  'ehf-2': {
    ...OLDER,
    customizationId: {
      invoice: `${BII}biitrns010:ver2.0:extended:urn:www.peppol.eu:bis:peppol5a:ver2.0:extended:urn:www.difi.no:ehf:faktura:ver2.0`,
      'credit-note': `${BII}biitrns014:ver2.0:extended:urn:www.peppol.eu:bis:peppol5a:ver2.0:extended:urn:www.difi.no:ehf:kreditnota:ver2.0`,
    },
  },
  'peppol-bis-2': {
    ...OLDER,
    customizationId: {
      invoice: `${BII}biitrns010:ver2.0:extended:urn:www.peppol.eu:bis:peppol5a:ver2.0`,
      'credit-note': `${BII}biitrns014:ver2.0:extended:urn:www.peppol.eu:bis:peppol5a:ver2.0`,
    },
  },
  'peppol-bis-3': {
    customizationId: { invoice: BILLING_3, 'credit-note': BILLING_3 },
    profileId: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    ublVersion: null,
    endpointScheme: '0192',
    organisationScheme: '0192',
    vatScheme: null,
    vatNo: (organisationNo: string) => `NO${organisationNo}MVA`,
    gtinScheme: '0160',
    olderStyle: false,
    creditNoteTypeCode: '381',
  },
};
