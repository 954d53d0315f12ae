import { Fault } from '../../domain/fault.ts';
import type { AmbiguousInvoice } from '../../service/ambiguous-key.ts';
import { instantText } from '../instant-text.ts';
import { statusText } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** The fault for a person: the invoices that fit as a table, below what was asked for. */
export function withCandidates(
  fault: AmbiguousInvoice,
  { language, timeZone }: Pick<ShowStyle, 'language' | 'timeZone'>,
): Fault {
  const table = textTable(
    ['key', 'file', 'arrived', 'status', 'duplicate of'].map((title) => ({ title: `    ${title}`.trimStart() })),
    fault.candidates.map(({ key, file, arrivedAt, status, duplicateOf }) => [
      key,
      file ?? '',
      instantText(arrivedAt, timeZone),
      status === null ? '' : statusText('supplier-invoice', status, language),
      duplicateOf ?? '',
    ]),
  );
  const [asked = ''] = fault.message.split(': ', 1);
  return new Fault(fault.code, `${asked}:\n${table.replace(/^/gm, '    ')}`, { hint: fault.hint, cause: fault.cause });
}
