import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { text, textTemplate } from '../../texts/text.ts';
import { programName } from '../program-name.ts';
import { bulleted, wrapped } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** What a command asks for beside the key, as its help writes it. */
const ASKED: Readonly<Record<string, string>> = {
  'invoice link': ' --line LINE --order ORDERNO/LINENO',
  'invoice unlink': ' --line LINE',
};

/** What a person can do about an invoice in its status, in a sentence, and the commands that are not refused. */
export function whatNextText({ status, key, allowedActions }: ShownSupplierInvoice, style: ShowStyle): string {
  const { language, width } = style;
  const commands = allowedActions.map((command) => {
    const does = textTemplate(language, `action.${command}`);
    return bulleted(
      `${programName()} ${command} ${key}${ASKED[command] ?? ''}${does === undefined ? '' : `: ${does}`}`,
      width,
      '  ',
    );
  });
  return [wrapped(text(language, `whatNext.${status.code}`), width, '  '), ...commands].join('\n');
}
