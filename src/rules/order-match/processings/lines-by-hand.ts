import type { InvoiceLine } from '../../../domain/documents.generated.ts';
import type { ByHand, LineByHand } from '../by-hand.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Processing } from './processing.ts';

/**
 * The invoice line that a link or unlink is for. Refused where none or several are named, where it is not on the invoice
 * or stands there twice, and where a part of it was received.
 */
export function invoiceLineAsked({ request, facts }: Processing): InvoiceLine | Refusal {
  const [asked, another] = request.lines.map((text) => text.trim());
  if (asked === undefined || asked === '' || another !== undefined)
    return refuse('INSTRUCTION_INCOMPLETE', { at: 'line', ...(another === undefined ? {} : { actual: another }) });
  const { lines } = facts.stored.invoice;
  const [line, twin] = lines.filter(({ id }) => id === asked);
  if (line === undefined)
    return refuse('LINE_NOT_FOUND', { actual: asked, expected: lines.map(({ id }) => id).join(', ') });
  const at = `line:${asked}`;
  if (twin !== undefined) return refuse('LINE_AMBIGUOUS', { at });
  const received = facts.ownLinks.some((link) => link.invoiceLineId === asked && link.state === 'received');
  return received ? refuse('ALREADY_RECEIVED', { at }) : line;
}

/** What operators said, with their latest word about a line in the place of an earlier one. */
export function withLineByHand(byHand: ByHand | undefined, line: LineByHand): ByHand {
  const others = byHand?.lines.filter(({ invoiceLineId }) => invoiceLineId !== line.invoiceLineId) ?? [];
  return { lines: [...others, line] };
}
