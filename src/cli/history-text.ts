import type { HistoryEntry } from '../service/history.ts';
import type { ShowKind } from '../service/show-kind.table.ts';
import { text, textTemplate } from '../texts/text.ts';
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
    textTemplate(language, `event.${entry.event}`) ?? entry.event,
    changeText(entry, words),
    entry.by,
    entry.reason ?? '',
  ]);
  const titles = ['when', 'what', 'status', 'by', 'because'];
  return textTable(
    titles.map((title) => ({ title: text(language, `show.${title}`) })),
    rows,
  );
}

/** From which status to which; the former one by its number alone where it has one, since its words stand a row above. */
function changeText({ from, to }: HistoryEntry, words: (status: string) => string): string {
  const reached = to ?? from;
  if (reached === null) return '';
  if (from === null || from === reached) return words(reached);
  return `${/^\d+$/.test(from) ? from : words(from)} -> ${words(reached)}`;
}
