import { decimal, decimalText } from '../../domain/decimal.ts';
import type { OrderMatchOrderLine } from '../../domain/documents.generated.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { allowedDeviation } from '../../service/tolerance-in-force.ts';
import { type Language, text } from '../../texts/text.ts';
import { amountText, moneyText, percentText } from '../amount-text.ts';
import { wrapped, wrappedTable } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

const COLUMNS = [
  { name: 'line', align: 'left' },
  { name: 'product', align: 'left' },
  { name: 'quantity', align: 'right' },
  { name: 'by-order', align: 'right' },
  { name: 'by-invoice', align: 'right' },
  { name: 'deviation', align: 'right' },
  { name: 'of-invoice', align: 'right' },
  { name: 'allowed', align: 'right' },
  { name: 'verdict', align: 'left' },
] as const;

/** The order lines at one glance: what the order says, what the invoice says, and whether that is inside tolerance. */
export function orderLinesText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  const { language, paint } = style;
  const lines = shown.orders.flatMap((order) => order.lines.map((line) => ({ line, orderNo: order.orderNo })));
  if (lines.length === 0) return '';
  const outside = text(language, 'show.outside');
  const table = wrappedTable(
    COLUMNS.map(({ name, align }) => ({ title: text(language, `show.${name}`), align })),
    lines.map(({ line, orderNo }) => [
      `${orderNo}/${line.lineNo}`,
      line.productNo,
      amountText(line.suggestedQuantity),
      moneyText(line.expectedAmount),
      moneyText(line.suggestedAmount),
      moneyText(line.deviation),
      line.deviationPercent === null ? '' : percentText(line.deviationPercent),
      moneyText(allowedFor(shown, line)),
      verdictText(line, language),
    ]),
    style.width,
    '  ',
    (cell, column, row) => {
      if (row < 0) return paint('faint', cell);
      return column === COLUMNS.length - 1 ? paint(cell.startsWith(outside) ? 'bad' : 'good', cell) : cell;
    },
  );
  return `${table}\n${paint('faint', wrapped(toleranceText(shown, language), style.width, '  '))}`;
}

/** As it was decided; of an older result, which does not say, by the limits of today. */
function allowedFor({ tolerance }: ShownSupplierInvoice, line: OrderMatchOrderLine): string {
  const applied = line.comparison?.allowedDeviation;
  return applied ?? decimalText(allowedDeviation(tolerance, decimal(line.suggestedAmount)));
}

function verdictText(line: OrderMatchOrderLine, language: Language): string {
  const verdict = text(language, `show.${line.insideTolerance ? 'inside' : 'outside'}`);
  if (line.received) return text(language, 'show.and-received', { verdict });
  return line.valuesUpdated ? text(language, 'show.and-updated', { verdict }) : verdict;
}

/** Where the column "allowed" comes from. */
function toleranceText({ tolerance, appliedTolerance: applied }: ShownSupplierInvoice, language: Language): string {
  const from = (setting: string) => (setting.startsWith('supplier ') ? 'supplier' : 'company');
  const { percent, amount, combination, percentFrom, amountFrom } = applied
    ? {
        percent: applied.percent?.value ?? null,
        amount: applied.amount?.value ?? null,
        combination: applied.combination,
        percentFrom: from(applied.percent?.setting ?? ''),
        amountFrom: from(applied.amount?.setting ?? ''),
      }
    : tolerance;
  const limit = (name: string, value: string, origin: string | null) =>
    text(language, `show.${name}`, { value, from: origin === null ? '' : text(language, `show.${origin}`) });
  const limits = [
    ...(percent === null ? [] : [limit('percent-limit', percent, percentFrom)]),
    ...(amount === null ? [] : [limit('amount-limit', moneyText(amount), amountFrom)]),
  ];
  const [first, second] = limits;
  if (first === undefined) return text(language, 'show.allowed-none');
  return second === undefined
    ? text(language, 'show.allowed-one', { first })
    : text(language, `show.allowed-${combination}`, { first, second });
}
