import { describe, expect, it } from 'vitest';
import type { SupplierInvoice } from '../../../src/domain/documents.generated.ts';
import { readShipped } from '../../support/shipped-mappings.ts';
import { paymentReasons } from '../../../src/rules/payment/payment-reasons.ts';
import { SHARED_INVOICES_THERE, sharedInvoices, WITHOUT_SHARED } from '../../mapping/shared-invoices.ts';
import { supplier } from '../order-match-world.ts';

/** The only reference to Norwegian accounts in the examples that neither modulus takes: made up for the official samples. */
const MADE_UP_KID = '0003434323213231';

/** What the documents say of paying, held against the file of a supplier with the accounts that they state themselves. */
describe.skipIf(!SHARED_INVOICES_THERE)(`real invoices (skipped: ${WITHOUT_SHARED})`, () => {
  const found = sharedInvoices()
    .filter(({ ours }) => ours)
    .flatMap(({ file, bytes }) => {
      const { documents } = readShipped({ fileId: 'shared', channel: 'invoices', name: 'shared.xml', bytes: bytes() });
      return documents.map(({ content }) => ({ file, invoice: content as SupplierInvoice }));
    });
  const reasonsOf = (invoice: SupplierInvoice) => {
    const bankAccounts = invoice.paymentMeans.map(({ account }) => account ?? '');
    const payees = [invoice.payee?.name ?? '', invoice.payee?.organisationNo ?? ''];
    return paymentReasons(invoice, supplier({ bankAccounts, payees }), {});
  };

  it('many state how they want to be paid', () => {
    expect(found.filter(({ invoice }) => invoice.paymentMeans.length > 0).length).toBeGreaterThan(100);
  });

  it('hold for nothing but a KID that no bank would take', () => {
    const all = found.flatMap(({ invoice }) => reasonsOf(invoice));
    const codes = new Set(all.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['BANK_ACCOUNT_CHECK_DIGIT', 'KID_INVALID']);
    const wrong = all.filter(({ code }) => code === 'KID_INVALID').map(({ actual }) => actual);
    expect([...new Set(wrong)]).toEqual([MADE_UP_KID]);
  });

  it('are held where the file of the supplier has another account or does not know the payee', () => {
    const account = { bankAccounts: ['15062312343'] };
    for (const { invoice } of found) {
      const codes = paymentReasons(invoice, supplier(account), {}).map(({ code }) => code);
      const stated = invoice.paymentMeans.some((means) => (means.account ?? '').trim() !== '');
      expect(codes.includes('BANK_ACCOUNT_CHANGED')).toBe(stated);
      expect(codes.includes('PAYEE_UNKNOWN')).toBe((invoice.payee?.name ?? invoice.payee?.otherIds) !== undefined);
    }
  });
});
