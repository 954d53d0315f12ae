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
    voucherRow('pre-registration', voucherSeries, preregistration),
    ...(clearing?.voucher ? [voucherRow(clearing.cause, voucherSeries, clearing.voucher)] : []),
  ];
  const table = textTable(
    [
      { title: 'voucher' },
      { title: 'dated' },
      { title: 'series' },
      { title: 'type' },
      { title: 'number' },
      { title: 'debit' },
      { title: 'credit' },
      { title: 'amount', align: 'right' },
      { title: 'due' },
    ],
    rows,
    (cell, _column, row) => (row < 0 ? style.paint('faint', cell) : cell),
  );
  return `${table}\n${bulleted(text(style.language, `preregistration.${state}`), style.width, '  ')}`;
}

/** The supplier stands on the side that the ledger account leaves empty. */
function voucherRow(what: string, voucherSeries: number, voucher: Omit<Voucher, 'counterReference'>): string[] {
  const supplier = `supplier ${voucher.crossAccount}`;
  return [
    what,
    voucher.date,
    String(voucherSeries),
    String(voucher.voucherType),
    voucher.voucherNo === undefined ? 'by Visma' : String(voucher.voucherNo),
    voucher.debitAccount ?? supplier,
    voucher.creditAccount ?? supplier,
    `${moneyText(voucher.amount)} ${voucher.currency}`,
    voucher.dueDate ?? '',
  ];
}
