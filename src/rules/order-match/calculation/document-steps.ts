import { decimalOrUndefined } from '../../../domain/decimal.ts';
import type { SupplierInvoice } from '../../../domain/documents.generated.ts';
import { fewTerms } from './few-terms.ts';
import { minus, plus, type Step, step, type Term, term } from './step.ts';

/**
 * The sums that the document states, each from what stands above it on the paper (order-match.md 22): EHF 2.0 and BIS
 * 2.0 count the rounding into the gross, BIS Billing 3 into what is to pay. What is not stated is left out.
 */
export function documentSteps(invoice: SupplierInvoice): Step[] {
  const { totals, format } = invoice;
  const roundingInGross = format !== 'peppol-bis-3';
  const rounding = stated(totals.rounding) === undefined ? [] : [plus(totals.rounding as string, 'rounding')];
  return [
    ...sumStep('lines-net', lineTerms(invoice), totals.lineNet),
    ...sumStep('net', netTerms(invoice), totals.net),
    ...invoice.taxSubtotals.flatMap(({ taxableAmount, taxPercent, taxAmount }): Step[] => {
      if (stated(taxableAmount) === undefined || stated(taxPercent) === undefined) return [];
      const terms = [
        plus(taxableAmount as string),
        term('x', taxPercent as string, 'quantity'),
        term('/', '100', 'quantity'),
      ];
      return sumStep('vat-of-rate', terms, taxAmount, taxPercent);
    }),
    ...(invoice.taxSubtotals.length < 2
      ? []
      : sumStep('vat', termsOf(invoice.taxSubtotals.map(({ taxAmount }) => taxAmount)), totals.tax)),
    ...sumStep(
      'gross',
      after(totals.net, [...vatTerm(totals.tax), ...(roundingInGross ? rounding : [])]),
      totals.gross,
    ),
    ...sumStep('payable', after(totals.gross, payableTerms(invoice, roundingInGross ? [] : rounding)), totals.payable),
  ];
}

/** A sum that is stated, from terms that are all stated. */
function sumStep(name: Step['name'], terms: readonly Term[], result: string | undefined, of?: string): Step[] {
  return stated(result) === undefined || terms.length === 0 ? [] : [step(name, terms, result as string, of)];
}

/** The nets of the lines; none where one is not stated. */
function lineTerms({ lines }: SupplierInvoice): Term[] {
  return termsOf(lines.map(({ netAmount }) => netAmount));
}

function termsOf(values: readonly (string | undefined)[]): Term[] {
  const known = values.filter((value) => stated(value) !== undefined) as string[];
  if (known.length < values.length) return [];
  return fewTerms(known.map((value) => plus(value)));
}

function netTerms({ totals }: SupplierInvoice): Term[] {
  return after(totals.lineNet, [
    ...(stated(totals.allowances) === undefined ? [] : [minus(totals.allowances as string, 'header-allowances')]),
    ...(stated(totals.charges) === undefined ? [] : [plus(totals.charges as string, 'header-charges')]),
  ]);
}

function vatTerm(tax: string | undefined): Term[] {
  return stated(tax) === undefined ? [] : [plus(tax as string, 'vat')];
}

function payableTerms({ totals }: SupplierInvoice, rounding: Term[]): Term[] {
  return [...(stated(totals.prepaid) === undefined ? [] : [minus(totals.prepaid as string, 'prepaid')]), ...rounding];
}

/** What comes after a stated figure; nothing where that is not stated. */
function after(first: string | undefined, others: readonly Term[]): Term[] {
  return stated(first) === undefined ? [] : [plus(first as string), ...others];
}

function stated(text: string | undefined) {
  return decimalOrUndefined(text);
}
