import { type Decimal, decimal, sum } from '../../../domain/decimal.ts';
import type { DocumentLink, InvoiceLine, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { taxGroup } from '../tax-group.ts';

/** Where on the invoice the amount of a link comes from. */
export interface InvoiceSource {
  /** The invoice line; undefined where it is a charge, or where two lines of the invoice have one number. */
  line: InvoiceLine | undefined;
  /** The reason of a charge. */
  text: string | undefined;
  /** The rate of its VAT; undefined where the invoice does not say. */
  taxPercent: string | undefined;
  /** All that the same invoice line was linked as, in the order of the order lines. */
  whole: { links: readonly DocumentLink[]; amount: Decimal; quantity: Decimal };
}

/** Finds the source of each link of an invoice; prepared once, as a large invoice has many. */
export function invoiceSources(
  invoice: SupplierInvoice,
  links: readonly DocumentLink[],
): (link: DocumentLink) => InvoiceSource {
  const lines = Map.groupBy(invoice.lines, ({ id }) => id);
  const wholes = new Map(
    [...Map.groupBy(links, ({ invoiceLineId }) => invoiceLineId)].map(([id, own]) => [id, wholeOf(own)]),
  );
  return (link) => {
    const id = link.invoiceLineId;
    const whole = wholes.get(id) ?? wholeOf([link]);
    const named = lines.get(id) ?? [];
    const [line] = named.length === 1 && link.tier !== CHARGE_TIER ? named : [];
    const charge = link.tier === CHARGE_TIER ? chargeNamed(id, invoice, lines) : undefined;
    const taxed = line ?? charge?.taxed;
    const taxPercent = taxed && taxGroup(taxed, invoice).split('|')[1];
    return { line, text: charge?.text, whole, taxPercent: taxPercent === '' ? undefined : taxPercent };
  };
}

/** Links of this tier are charges of the head or of a line, numbered there: "charge:1", "charge:<line>/1". */
const CHARGE_TIER = 'charge-on-order';

function chargeNamed(id: string, invoice: SupplierInvoice, lines: ReadonlyMap<string, readonly InvoiceLine[]>) {
  const { line: lineId, no } = /^charge:(?:(?<line>.+)\/)?(?<no>\d+)$/s.exec(id)?.groups ?? {};
  const line = lineId === undefined ? undefined : lines.get(lineId)?.[0];
  const charge = (lineId === undefined ? invoice.charges : (line?.charges ?? []))[Number(no) - 1];
  return charge && { text: charge.reason ?? charge.reasonCode, taxed: line ?? charge };
}

function wholeOf(links: readonly DocumentLink[]): InvoiceSource['whole'] {
  return {
    links,
    amount: sum(links.map(({ amount }) => decimal(amount))),
    quantity: sum(links.map(({ quantity }) => decimal(quantity))),
  };
}
