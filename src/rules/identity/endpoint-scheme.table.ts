/**
 * One name for each scheme of an electronic address or a party identifier, by its folded spellings: EHF 2.0 and
 * BIS 2.0 write words, BIS 3.0 writes numbers, and 9908 is the withdrawn number of 0192 (FORMATS.md 2).
 */
export const ENDPOINT_SCHEMES: Readonly<Record<string, { scheme: string; organisationNo: boolean }>> = {
  '0192': { scheme: '0192', organisationNo: true },
  '9908': { scheme: '0192', organisationNo: true },
  noorgnr: { scheme: '0192', organisationNo: true },
  '9909': { scheme: '0192', organisationNo: true },
  novat: { scheme: '0192', organisationNo: true },
  '0007': { scheme: '0007', organisationNo: true },
  seorgnr: { scheme: '0007', organisationNo: true },
  '0184': { scheme: '0184', organisationNo: true },
  '9902': { scheme: '0184', organisationNo: true },
  dkcvr: { scheme: '0184', organisationNo: true },
  '0106': { scheme: '0106', organisationNo: true },
  '9954': { scheme: '0190', organisationNo: false },
  nlkvk: { scheme: '0106', organisationNo: true },
  '0190': { scheme: '0190', organisationNo: false },
  nloin: { scheme: '0190', organisationNo: false },
  '0208': { scheme: '0208', organisationNo: true },
  '9956': { scheme: '0208', organisationNo: true },
  '0037': { scheme: '0037', organisationNo: false },
  fiovt: { scheme: '0037', organisationNo: false },
  '0088': { scheme: '0088', organisationNo: false },
  gln: { scheme: '0088', organisationNo: false },
};
