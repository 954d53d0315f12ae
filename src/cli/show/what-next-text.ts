import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { refusedWithoutReceivable } from '../../rules/order-match/processings/charges-alone.ts';
import { isIncomplete, refusedWithoutOpenLines } from '../../rules/order-match/processings/selected-lines.ts';
import { text, textTemplate } from '../../texts/text.ts';
import { programName } from '../program-name.ts';
import { bulleted, wrapped } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** What a command asks for beside the key, as its help writes it, and where it does; everywhere where nothing is said. */
const ASKED: Readonly<Record<string, { options: string; where?: (shown: ShownSupplierInvoice) => boolean }>> = {
  'invoice link': { options: ' --line LINE --order ORDERNO/LINENO' },
  'invoice unlink': { options: ' --line LINE' },
  'invoice receive': { options: ' --line ORDERNO/LINENO', where: isIncomplete },
};

/** Commands that are refused where nothing is left for them, whatever else they are told. */
const WITHOUT_LINES: Readonly<Record<string, (shown: ShownSupplierInvoice) => Refusal | undefined>> = {
  'invoice update': refusedWithoutOpenLines,
  'invoice receive': refusedWithoutReceivable,
};

/** What a person can do about an invoice in its status, in a sentence, and the commands that are not refused. */
export function whatNextText(shown: ShownSupplierInvoice, style: ShowStyle): string {
  const { status, key, allowedActions } = shown;
  const { language, width } = style;
  const possible = allowedActions.filter((command) => WITHOUT_LINES[command]?.(shown) === undefined);
  const commands = possible.map((command) => {
    const does = textTemplate(language, `action.${command}`);
    const { options, where } = ASKED[command] ?? { options: '' };
    const asked = where === undefined || where(shown) ? options : '';
    return bulleted(`${programName()} ${command} ${key}${asked}${does === undefined ? '' : `: ${does}`}`, width, '  ');
  });
  return [wrapped(text(language, `whatNext.${status.code}`), width, '  '), ...commands].join('\n');
}
