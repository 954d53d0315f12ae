import { decimalOrUndefined, isPositive } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { PaymentMeans, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { bankAccount, isNorwegian } from './bank-account.ts';
import { type PaymentReference, paymentReference } from './payment-reference.ts';

/** The currency in which Norwegian banks take a KID. */
const KID_CURRENCY = 'NOK';

/**
 * Can the bank tell what is paid (order-match.md 20; scenarios Y11 to Y13)? A KID is checked where it is one: in NOK
 * to a Norwegian account, or of a supplier that requires it; RF and Belgian structured references always. A wrong one
 * holds, as does a missing one that is required and would be paid with. Words in place of a KID are no fault.
 */
export function referenceReasons(invoice: SupplierInvoice, supplier: Supplier): Reason[] {
  const required = supplier.kidRequired === true;
  const stated = statedReferences(invoice);
  const wrong = stated.filter(
    ({ reference: { form, isValid }, toNorway }) =>
      !isValid && form !== 'text' && (form !== 'kid' || required || toNorway),
  );
  const setting = required ? { setting: `supplier ${supplier.supplierNo} kidRequired` } : {};
  if (wrong.length > 0) return wrong.map(({ reference }) => invalid(reference, setting));
  if (!required || !isPaid(invoice) || stated.some(({ reference }) => reference.isValid)) return [];
  const [first] = stated;
  return first === undefined ? [{ code: 'KID_MISSING', at: 'kid', ...setting }] : [invalid(first.reference, setting)];
}

interface StatedReference {
  reference: PaymentReference;
  toNorway: boolean;
}

/** Every reference of the invoice once. A means of payment without an account is read with the others' accounts. */
function statedReferences({ currency, paymentMeans }: SupplierInvoice): StatedReference[] {
  const someInNorway = paymentMeans.some((means) => isToNorway(means) === true);
  const stated = new Map<string, StatedReference>();
  for (const means of paymentMeans) {
    const reference = paymentReference(means.kid ?? '');
    if (reference === undefined) continue;
    const before = stated.get(reference.text)?.toNorway ?? false;
    const toNorway = before || (currency === KID_CURRENCY && (isToNorway(means) ?? someInNorway));
    stated.set(reference.text, { reference, toNorway });
  }
  return [...stated.values()];
}

/** Is it paid to an account in Norway? `undefined` where no account is stated. */
function isToNorway(means: PaymentMeans): boolean | undefined {
  const account = bankAccount(means.account ?? '');
  return account === undefined ? undefined : isNorwegian(account);
}

/** Credit notes, and invoices with nothing left to pay, need no reference. */
function isPaid({ kind, totals }: SupplierInvoice): boolean {
  const payable = decimalOrUndefined(totals.payable);
  return kind === 'invoice' && (payable === undefined || isPositive(payable));
}

function invalid({ text, check }: PaymentReference, setting: Pick<Reason, 'setting'>): Reason {
  return { code: 'KID_INVALID', at: 'kid', expected: check, actual: text, ...setting };
}
