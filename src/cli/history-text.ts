import type { HistoryEntry } from '../service/history.ts';
import type { ShowKind } from '../service/show-kind.table.ts';
import { text } from '../texts/text.ts';
import type { Language } from './command-shape.ts';
import { instantText } from './instant-text.ts';
import { statusText } from './status-text.ts';
import { textTable } from './text-table.ts';

/** The history as lines, oldest first: when, what happened, from which status to which, by whom and why. */
export function historyText(
  kind: ShowKind,
  history: readonly HistoryEntry[],
  language: Language,
  timeZone: string,
): string {
  if (history.length === 0) return '';
  const words = (status: string): string => statusText(kind, status, language);
  const rows = history.map((entry) => [
    instantText(entry.at, timeZone),
    entry.event,
    [...new Set([entry.from, entry.to])]
      .filter((status) => status !== null)
      .map(words)
      .join(' -> '),
    entry.by,
    entry.reason ?? '',
  ]);
  const titles = ['when', 'what', 'status', 'by', 'because'];
  return textTable(
    titles.map((title) => ({ title: text(language, `show.${title}`) })),
    rows,
  );
}
