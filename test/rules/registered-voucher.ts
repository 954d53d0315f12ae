import type { Preregistration, Voucher } from '../../src/domain/documents.generated.ts';

/** The voucher of the base world's invoice: ten of product A, due in December, with a KID. */
export const VOUCHER: Voucher = {
  voucherType: 21,
  date: '2026-11-02',
  debitAccount: '1479',
  crossAccount: '50001',
  amount: '1250.00',
  vatAmount: '0.00',
  currency: 'NOK',
  invoiceNo: 'F-1',
  dueDate: '2026-12-02',
  kid: '123456782',
  accountingDocumentNo: 7,
  text: 'Leverandør AS F-1',
};

/** The pre-registration that it makes of the document `doc1`, as long as nothing has cleared it. */
export const OPEN_PREREGISTRATION: Preregistration = {
  key: 'doc1/preregistration',
  voucherSeries: 40,
  state: 'open',
  clearing: null,
  ...VOUCHER,
};
