import type { Reason } from '../../domain/decision.ts';
import type { Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { type BankAccount, bankAccount, isSameAccount } from './bank-account.ts';

/**
 * Is the money asked for on an account that the supplier's file knows (order-match.md 20, scenario Y15)? Any other one
 * holds the receipt, for changed accounts are how invoices are forged; BBAN and IBAN are compared alike. A supplier
 * without accounts on file is only noted. Wrong check digits are named beside it.
 */
export function accountReasons(invoice: SupplierInvoice, supplier: Supplier): Reason[] {
  const onFile = readAll(supplier.bankAccounts ?? []);
  const stated = readAll(invoice.paymentMeans.map(({ account }) => account ?? ''));
  const setting = `supplier ${supplier.supplierNo} bankAccounts`;
  const unknown = stated.filter((account) => !onFile.some((known) => isSameAccount(known, account)));
  const expected = onFile.map(({ text }) => text).join(', ');
  return [
    ...unknown.map(
      ({ text }): Reason =>
        onFile.length === 0
          ? { code: 'NO_BANK_ACCOUNT_ON_FILE', at: 'account', actual: text, setting }
          : { code: 'BANK_ACCOUNT_CHANGED', at: 'account', expected, actual: text, setting },
    ),
    ...stated.filter((account) => isMiswritten(account, invoice.currency)).map(checkDigits),
  ];
}

/** Each account once, in the order in which they are stated. */
function readAll(written: readonly string[]): BankAccount[] {
  const accounts = written.map(bankAccount).filter((account) => account !== undefined);
  return [...new Map(accounts.map((account) => [account.compact, account])).values()];
}

/** Eleven digits are a Norwegian account only where Norwegian money is asked for. */
function isMiswritten({ form, hasRightCheckDigits }: BankAccount, currency: string | undefined): boolean {
  return !hasRightCheckDigits && (form === 'iban' || currency === 'NOK');
}

function checkDigits({ text, form }: BankAccount): Reason {
  const expected = form === 'iban' ? 'mod97' : 'mod11';
  return { code: 'BANK_ACCOUNT_CHECK_DIGIT', at: 'account', expected, actual: text };
}
