import type { ChargeWords, InvoiceWords } from '../rules/invoice-in-words.ts';
import type { UblAllowanceCharge, UblSpec } from './ubl-spec.ts';

function charge({ amt, why }: ChargeWords): UblAllowanceCharge {
  return { amount: amt, ...(why === undefined ? {} : { reason: why }) };
}

/** An invoice of the scenario catalogue as the specification of a real file. */
export function specOf(words: InvoiceWords, family: UblSpec['family']): UblSpec {
  return {
    family,
    kind: words.credit === true ? 'credit-note' : 'invoice',
    number: words.number === '' ? null : 'F-1',
    orderRef: words.ref ?? null,
    currency: words.cur ?? 'NOK',
    ...(words.buyerRef === undefined ? {} : { buyerReference: words.buyerRef }),
    ...(words.note === undefined ? {} : { note: words.note }),
    ...(words.supplier === '' ? { supplier: null } : {}),
    ...(words.rounding === undefined ? {} : { rounding: words.rounding }),
    allowances: (words.al ?? []).map(charge),
    charges: (words.ch ?? []).map(charge),
    lines: words.lines.map(({ sku, gtin, buyer, q, pr, unit, base, lref, oref, al, ch }) => ({
      ...(sku === undefined ? {} : { sku }),
      ...(gtin === undefined ? {} : { gtin }),
      ...(buyer === undefined ? {} : { buyer }),
      quantity: q,
      price: pr,
      ...(unit === undefined ? {} : { unit }),
      ...(base === undefined ? {} : { base }),
      ...(lref === undefined ? {} : { orderLineRef: lref }),
      ...(oref === undefined ? {} : { orderRef: oref }),
      allowances: (al ?? []).map(charge),
      charges: (ch ?? []).map(charge),
    })),
  };
}
