import { compositeKey } from '../../../domain/composite-key.ts';
import type { InvoiceLine, LearnedLink, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { gtinOfStandardItemId } from '../../identity/gtin.ts';
import { foldText } from '../../identity/fold-text.ts';
import { unitCode } from '../convert-unit.ts';

/** What a line's item is known by, where nothing better knows it: the part of a learned link that later lines meet. */
export type LearnedAlias = Pick<LearnedLink, 'by' | 'alias' | 'written' | 'unit'>;

/**
 * The alias of a line (order-match.md 21): the first item number that it states - the supplier's, the standard one,
 * ours - or, of a line that states none, its name with its unit. A line with a number is never known by its name:
 * sizes and colours share one. Both are compared folded; numbers keep their zeros and dashes; a standard number that
 * is a GTIN loses its leading zeros, as everywhere. `undefined` where the line says nothing to know it by.
 */
export function aliasOf(line: InvoiceLine): LearnedAlias | undefined {
  const numbers = [
    { by: 'sellers-item-id', written: line.sellersItemId, same: undefined },
    { by: 'standard-item-id', written: line.standardItemId?.id, same: gtinOfStandardItemId(line.standardItemId) },
    { by: 'buyers-item-id', written: line.buyersItemId, same: undefined },
  ] as const;
  const stated = numbers.find(({ written }) => written !== undefined && written.trim() !== '');
  if (stated?.written !== undefined) {
    const written = stated.written.trim();
    return { by: stated.by, alias: stated.same ?? asCompared(written), written };
  }
  const written = (line.name ?? '').trim();
  const alias = asCompared(written);
  const unit = unitCode(line.unit);
  return alias === '' ? undefined : { by: 'name', alias, written, ...(unit === undefined ? {} : { unit }) };
}

function asCompared(text: string): string {
  return foldText(text).trim().replace(/\s+/g, ' ');
}

/** The look-up value of an alias of a supplier, as the index `alias` holds it. */
export function aliasKey(supplierNo: string, { by, alias, unit }: Omit<LearnedAlias, 'written'>): string {
  return compositeKey([supplierNo, by, alias, ...(unit === undefined ? [] : [unit])], '|');
}

/** The look-up values of all lines of an invoice, each once. */
export function aliasKeys(invoice: SupplierInvoice, supplierNo: string): string[] {
  const aliases = invoice.lines.flatMap((line) => aliasOf(line) ?? []);
  return [...new Set(aliases.map((alias) => aliasKey(supplierNo, alias)))];
}
