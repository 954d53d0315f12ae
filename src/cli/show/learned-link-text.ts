import type { ShownLearnedLink } from '../../service/show-learned-link.ts';
import { historyText } from '../history-text.ts';
import { instantText } from '../instant-text.ts';
import { statusText, statusTone } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** What an item is known by, in words. */
const KNOWN_BY = {
  'sellers-item-id': "supplier's item number",
  'standard-item-id': 'standard item number',
  'buyers-item-id': 'our item number',
  name: 'name',
} as const;

/** A learned link for an operator: what it says, who taught it, how often it was confirmed, and what it touched. */
export function learnedLinkText(shown: ShownLearnedLink, style: ShowStyle): string {
  const { content: link, touched } = shown;
  const instant = (at: string) => instantText(at, style.timeZone);
  const last = link.confirmations.at(-1);
  const rows = [
    ['status', style.paint(statusTone(link.status), statusText('learned-link', link.status, style.language))],
    ['supplier', link.supplierNo],
    [KNOWN_BY[link.by], `${link.written}${link.unit === undefined ? '' : ` (${link.unit})`}`],
    ['product', link.productNo],
    ['learned', `${instant(link.learnedAt)} by ${link.learnedBy}, from invoice ${link.learnedFrom}`],
    [
      'confirmed',
      last === undefined ? 'never' : `${link.confirmedTimes} times, last ${instant(last.at)} by ${last.by}`,
    ],
    ...(link.revoked === undefined
      ? []
      : [['revoked', `${instant(link.revoked.at)} by ${link.revoked.by}: ${link.revoked.reason}`]]),
    ['touched', `${touched.total} invoice(s)`],
    ['key', shown.key],
  ];
  const invoices = touched.newest.map((one) => [
    one.key,
    one.number ?? '',
    statusText('supplier-invoice', one.status, style.language),
  ]);
  return [
    `${style.paint('title', 'Learned link')}\n${textTable(
      [{ title: '' }, { title: '' }],
      rows.map(([name = '', value = '']) => [`  ${name}`, value]),
    )}`,
    section(
      style,
      'Invoices that it touched',
      invoices.length === 0 ? '' : textTable([{ title: 'key' }, { title: 'number' }, { title: 'status' }], invoices),
    ),
    section(style, 'History', historyText('learned-link', shown.history, style.language, style.timeZone)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
