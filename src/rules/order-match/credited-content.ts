import { canonicalText } from '../../domain/canonical-text.ts';
import { decimalOrUndefined, decimalText } from '../../domain/decimal.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';

/**
 * What a document invoices or credits, as one text: goods, quantities and amounts, without numbers, dates and the order of
 * its lines. A credit note that credits an invoice in full has the text of the invoice, as its amounts are positive too.
 */
export function creditedContent({ currency, lines, allowances, charges, totals }: SupplierInvoice): string {
  const ofLines = lines.map((line) =>
    canonicalText({
      items: [line.sellersItemId, line.buyersItemId, line.standardItemId?.id].map((id) => id?.trim() ?? ''),
      unit: line.unit ?? '',
      amounts: [line.quantity, line.netAmount, line.price].map(plain),
      tax: [line.taxCategory ?? '', plain(line.taxPercent)],
    }),
  );
  const ofDocument = [
    ...allowances.map((one) => ['-', plain(one.amount)]),
    ...charges.map((one) => ['+', plain(one.amount)]),
  ];
  const { net, tax, gross } = totals;
  return canonicalText({
    currency: currency ?? '',
    lines: ofLines.sort(),
    ofDocument: ofDocument.map(canonicalText).sort(),
    totals: [net, tax, gross].map(plain),
  });
}

/** A decimal in its shortest form, so that 10 and 10.00 are the same. */
function plain(text: string | undefined): string {
  const value = decimalOrUndefined(text);
  return value === undefined ? (text ?? '') : decimalText(value);
}
