import { Fault } from '../../domain/fault.ts';
import type { ListPage } from '../../pipeline/ledger-port.ts';
import { openDesk } from '../../service/desk.ts';
import { listDocuments } from '../../service/list-documents.ts';
import { SHOW_KINDS, type ShowKind } from '../../service/show-kind.table.ts';
import { moneyText } from '../amount-text.ts';
import { argument, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult, Language } from '../command-shape.ts';
import { instantText } from '../instant-text.ts';
import { LIST_COLUMNS, type ListColumn } from '../list-column.table.ts';
import { statusText, statusTone } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import { nowOf, type SiteAtHand, withSite } from '../with-site.ts';

/** `list KIND [QUERY]`: heads of what the site keeps, newest first. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const kind = argument(input, 'KIND') as ShowKind;
  const limit = wholeNumber(input, 'limit', 50);
  const offset = wholeNumber(input, 'offset', 0);
  return withSite(input, async (site) => {
    const page = await listDocuments(site.open, kind, input.arguments['QUERY'] ?? '', {
      limit,
      offset,
      now: nowOf(input),
      muted: kind === 'alert' ? (await openDesk(input.site)).data.mutedAlerts : [],
    });
    return { exit: 'done', data: page.rows, text: pageText(kind, page, offset, site, input) };
  });
}

function wholeNumber(input: CommandInput, name: string, otherwise: number): number {
  const written = textOption(input, name);
  if (written === undefined) return otherwise;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new Fault('WRONG_USE', `--${name} cannot be "${written}"`, { hint: 'Write a whole number.' });
}

function pageText(kind: ShowKind, page: ListPage, offset: number, site: SiteAtHand, input: CommandInput): string {
  const { paint } = input.terminal;
  if (page.rows.length === 0)
    return page.total === 0
      ? `${SHOW_KINDS[kind].title}: none found.`
      : `${SHOW_KINDS[kind].title}: ${page.total} found, none after the first ${offset}.`;
  const columns = LIST_COLUMNS[kind].filter((column) => page.rows.some((row) => cell(row, column) !== ''));
  const table = textTable(
    columns.map((column) => ({ title: column.title, align: column.as === 'money' ? 'right' : 'left' })),
    page.rows.map((row) => columns.map((column) => shown(kind, row, column, site.language, site.timeZone))),
    (text, column, row) => {
      if (row < 0) return paint('faint', text);
      return columns[column]?.as === 'status'
        ? paint(statusTone(cell(page.rows[row] ?? {}, columns[column])), text)
        : text;
    },
  );
  const last = offset + page.rows.length;
  const more = last < page.total ? ` "--offset ${last}" shows the next.` : '';
  return `${table}\n\n${offset + 1}-${last} of ${page.total}.${more}`;
}

function cell(row: Readonly<Record<string, unknown>>, column: ListColumn): string {
  const value = row[column.property];
  return value === null || value === undefined ? '' : String(value);
}

function shown(
  kind: ShowKind,
  row: Readonly<Record<string, unknown>>,
  column: ListColumn,
  language: Language,
  timeZone: string,
): string {
  const value = cell(row, column);
  switch (column.as) {
    case 'money':
      return moneyText(value);
    case 'instant':
      return instantText(value === '' ? null : value, timeZone);
    case 'status':
      return value === '' ? '' : statusText(kind, value, language);
    case 'text':
      return value;
  }
}
