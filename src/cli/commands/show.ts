import type { ShownDocument } from '../../service/show-document.ts';
import { showDocument } from '../../service/show-document.ts';
import type { ShowKind } from '../../service/show-kind.table.ts';
import { argument } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { deliveryText } from '../show/delivery-text.ts';
import { fileText } from '../show/file-text.ts';
import { learnedLinkText } from '../show/learned-link-text.ts';
import { plainText } from '../show/plain-text.ts';
import { purchaseOrderText } from '../show/purchase-order-text.ts';
import type { ShowStyle } from '../show/show-style.ts';
import { supplierInvoiceText } from '../show/supplier-invoice-text.ts';
import { withSite } from '../with-site.ts';

/** `show KIND KEY`: the whole story of one thing. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  return withSite(input, async (site) => {
    const shown = await showDocument(site.open, argument(input, 'KIND') as ShowKind, argument(input, 'KEY'));
    const style = {
      language: site.language,
      timeZone: site.timeZone,
      width: input.terminal.width,
      paint: input.terminal.paint,
    };
    return { exit: 'done', data: shown, text: shownText(shown, style) };
  });
}

function shownText(shown: ShownDocument, style: ShowStyle): string {
  switch (shown.kind) {
    case 'file':
      return fileText(shown, style);
    case 'delivery':
      return deliveryText(shown, style);
    case 'supplier-invoice':
      return supplierInvoiceText(shown, style);
    case 'purchase-order':
      return purchaseOrderText(shown, style);
    case 'learned-link':
      return learnedLinkText(shown, style);
    default:
      return plainText(shown, style);
  }
}
