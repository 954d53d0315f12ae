import { STATUS_PRECEDENCE } from '../../domain/order-match-status.table.ts';
import { calledStatus, calledStatuses, statusOf } from '../../rules/order-match/order-match-status.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { text } from '../../texts/text.ts';
import { bulleted, wrapped } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/**
 * Why the status is what it is: what it means, every reason with the status that it calls for, and which of several
 * comes first; a status that a person's action led to is not the reasons' to explain.
 */
export function whyText({ status, reasons }: ShownSupplierInvoice, { language, width }: ShowStyle): string {
  const words = {
    code: status.code,
    title: text(language, `orderMatchStatus.${status.code}.title`),
    explanation: text(language, `orderMatchStatus.${status.code}.explanation`),
  };
  const called = calledStatuses(reasons);
  const precedence =
    called.length < 2 || statusOf(reasons) !== status.code
      ? []
      : [text(language, 'show.precedence', { called: called.join(', '), order: STATUS_PRECEDENCE.join(', ') })];
  return [
    ...[text(language, 'show.status-sentence', words), ...precedence].map((line) => wrapped(line, width, '  ')),
    ...reasons.map((reason) => {
      const [code, sentence] = [calledStatus(reason, reasons), reasonSentence(language, reason)];
      const line =
        code === null
          ? text(language, 'show.reason-note', { reason: sentence })
          : text(language, 'show.reason-status', { code, reason: sentence });
      return bulleted(line, width, '  ');
    }),
  ].join('\n');
}
