import { STATUS_PRECEDENCE } from '../../domain/order-match-status.table.ts';
import { calledStatuses, callsOf } from '../../rules/order-match/order-match-status.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { text } from '../../texts/text.ts';
import { bulleted, wrapped } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/**
 * Why the status is what it is: what it means, which of several statuses comes first, and every reason with its own.
 * Where a person's action made the status (2, 5, 6), no order of the reasons' statuses explains it, and none is told.
 */
export function whyText(
  { status, reasons }: Pick<ShownSupplierInvoice, 'status' | 'reasons'>,
  { language, width }: ShowStyle,
): string {
  const words = {
    code: status.code,
    title: text(language, `orderMatchStatus.${status.code}.title`),
    explanation: text(language, `orderMatchStatus.${status.code}.explanation`),
  };
  const called = calledStatuses(reasons);
  const precedence =
    called.length < 2 || called[0] !== status.code
      ? []
      : [text(language, 'show.precedence', { called: called.join(', '), order: STATUS_PRECEDENCE.join(', ') })];
  const calls = callsOf(reasons);
  return [
    ...[text(language, 'show.status-sentence', words), ...precedence].map((line) => wrapped(line, width, '  ')),
    ...reasons.map((reason, index) => {
      const [code, sentence] = [calls[index] ?? null, reasonSentence(language, reason)];
      const line =
        code === null
          ? text(language, 'show.reason-note', { reason: sentence })
          : text(language, 'show.reason-status', { code, reason: sentence });
      return bulleted(line, width, '  ');
    }),
  ].join('\n');
}
