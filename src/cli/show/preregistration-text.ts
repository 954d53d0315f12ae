import type { Preregistration, Voucher } from '../../domain/documents.generated.ts';
import { text } from '../../texts/text.ts';
import { moneyText } from '../amount-text.ts';
import { bulleted, textTable } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** The voucher of a pre-registration and the one that cleared it, and what is to be done with them in Visma; empty where there is none. */
export function preregistrationText(preregistration: Preregistration | null, style: ShowStyle): string {
  if (preregistration === null) return '';
  const { state, clearing, voucherSeries } = preregistration;
  const rows = [
    voucherRow('pre-registration', voucherSeries, preregistration, style),
    ...(clearing?.voucher ? [voucherRow(clearing.cause, voucherSeries, clearing.voucher, style)] : []),
  ];
  const table = textTable(
    COLUMNS.map(({ name, align }) => ({ title: text(style.language, `show.${name}`), align })),
    rows,
    (cell, _column, row) => (row < 0 ? style.paint('faint', cell) : cell),
  );
  return `${table}\n${bulleted(text(style.language, `preregistration.${state}`), style.width, '  ')}`;
}

const COLUMNS = [
  { name: 'voucher', align: 'left' },
  { name: 'dated', align: 'left' },
  { name: 'series', align: 'left' },
  { name: 'type', align: 'left' },
  { name: 'number', align: 'left' },
  { name: 'debit', align: 'left' },
  { name: 'credit', align: 'left' },
  { name: 'amount', align: 'right' },
  { name: 'due', align: 'left' },
] as const;

/** The supplier, whose number stands in the head of the page, is on the side that the ledger account leaves empty. */
function voucherRow(
  what: string,
  voucherSeries: number,
  voucher: Omit<Voucher, 'counterReference'>,
  { language }: ShowStyle,
): string[] {
  const supplier = text(language, 'show.supplier');
  return [
    text(language, `show.voucher-${what}`),
    voucher.date,
    String(voucherSeries),
    String(voucher.voucherType),
    voucher.voucherNo === undefined ? text(language, 'show.by-visma') : String(voucher.voucherNo),
    voucher.debitAccount ?? supplier,
    voucher.creditAccount ?? supplier,
    `${moneyText(voucher.amount)} ${voucher.currency}`,
    voucher.dueDate ?? '',
  ];
}
