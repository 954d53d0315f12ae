import { ublInvoice } from '../ubl-invoice.ts';
import type { UblLine, UblSpec } from '../ubl-spec.ts';
import { onlyKeys } from './only-keys.ts';
import type { Told, ToldMap } from './scenario.ts';
import { series } from './told-documents.ts';

const HEAD = [
  ...[
    'family',
    'kind',
    'number',
    'issueDate',
    'dueDate',
    'currency',
    'orderRef',
    'buyerReference',
    'note',
    'supplier',
    'customer',
  ],
  ...['kid', 'account', 'lines', 'allowances', 'charges', 'rounding', 'prepaid', 'precedingInvoices', 'typeCode'],
  ...['customizationSuffix', 'stated', 'taxCategory', 'taxPercent'],
];
const LINE = [
  ...['id', 'name', 'sku', 'gtin', 'buyer', 'quantity', 'unit', 'price', 'base', 'net', 'orderLineRef', 'orderRef'],
  ...['allowances', 'charges', 'taxCategory', 'taxPercent'],
];
const SHORT_LINE = /^(\S+) (-?[\d.]+) x (-?[\d.]+)(?: to ([\d.]+) by ([\d.]+))?(?: of (\S+))?$/;
const TEN_A: UblLine[] = [{ sku: 'A-100', quantity: '10', price: '100.00' }];

/** The text of an invoice in words: F-1 of the base world, ten of A on order 1001, where nothing else is said. */
export function invoiceText(told: ToldMap, replace: readonly ToldMap[], where: string): string {
  onlyKeys(told, HEAD, where);
  const lines = told['lines'] === undefined ? TEN_A : (told['lines'] as Told[]).flatMap((line) => linesOf(line, where));
  const spec = {
    family: 'peppol-bis-3',
    kind: 'invoice',
    number: 'F-1',
    orderRef: '1001',
    ...told,
    lines,
  } as unknown as UblSpec;
  return replace.reduce((text, one) => replaced(text, one, where), ublInvoice(spec));
}

/** `A-100 10 x 100.00`, `… of 1002` with an order of its own, or a series of prices; else the keys of a line. */
function linesOf(told: Told, where: string): UblLine[] {
  if (typeof told !== 'string') {
    onlyKeys(told as ToldMap, LINE, where);
    return [told as unknown as UblLine];
  }
  const [, sku, quantity = '', from = '', to, by, orderRef] = SHORT_LINE.exec(told) ?? [];
  if (sku === undefined) throw new Error(`${where}: "${told}" is no invoice line: say "A-100 10 x 100.00"`);
  return series(from, to, by).map((price) => ({
    sku,
    quantity,
    price,
    ...(orderRef === undefined ? {} : { orderRef }),
  }));
}

/** What the words cannot say is written into the XML itself. */
function replaced(text: string, told: ToldMap, where: string): string {
  onlyKeys(told, ['this', 'with'], where);
  const [piece, other] = [String(told['this']), String(told['with'])];
  if (!text.includes(piece)) throw new Error(`${where}: the invoice does not contain ${piece}`);
  return text.replaceAll(piece, other);
}
