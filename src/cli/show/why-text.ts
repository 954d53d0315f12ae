import { REASONS, type ReasonCode } from '../../domain/reason.table.ts';
import { STATUS_PRECEDENCE } from '../../domain/order-match-status.table.ts';
import type { ReasonRecord } from '../../domain/documents.generated.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { text } from '../../texts/text.ts';
import { bulleted, wrapped } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** Why the status is what it is: what it means, which of several statuses comes first, and every reason with its own. */
export function whyText({ status, reasons }: ShownSupplierInvoice, { language, width }: ShowStyle): string {
  const words = {
    code: status.code,
    title: text(language, `orderMatchStatus.${status.code}.title`),
    explanation: text(language, `orderMatchStatus.${status.code}.explanation`),
  };
  const called = STATUS_PRECEDENCE.filter((code) => reasons.some((reason) => calledFor(reason) === code));
  const precedence =
    called.length < 2
      ? []
      : [text(language, 'show.precedence', { called: called.join(', '), order: STATUS_PRECEDENCE.join(', ') })];
  return [
    ...[text(language, 'show.status-sentence', words), ...precedence].map((line) => wrapped(line, width, '  ')),
    ...reasons.map((reason) => {
      const [code, sentence] = [calledFor(reason), reasonSentence(language, reason)];
      const line =
        code === null
          ? text(language, 'show.reason-note', { reason: sentence })
          : text(language, 'show.reason-status', { code, reason: sentence });
      return bulleted(line, width, '  ');
    }),
  ].join('\n');
}

/** The status that a reason calls for; null where it only informs, or where this version does not know it. */
function calledFor({ code }: ReasonRecord): number | null {
  return Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode].status : null;
}
