import type { ShownDocument } from '../../service/show-document.ts';
import { historyText } from '../history-text.ts';
import { textTable } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** A thing without figures to check: its properties as they are, then its history. */
export function plainText(
  shown: Extract<
    ShownDocument,
    { kind: 'supplier' | 'customer' | 'product' | 'delivery-alternative' | 'command' | 'alert' }
  >,
  style: ShowStyle,
): string {
  const { kind } = shown;
  const history = 'history' in shown ? shown.history : [];
  const properties =
    'content' in shown ? { ...(shown.content as object), file: shown.file, updatedAt: shown.updatedAt } : { ...shown };
  const rows = Object.entries(properties)
    .filter(([name, value]) => !HIDDEN.has(name) && value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name, valueText(value)]);
  const title = `${kind} ${shown.key}`;
  return [
    section(style, title, textTable([{ title: '' }, { title: '' }], rows)),
    section(style, 'History', historyText(kind, history, style.language, style.timeZone)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Said elsewhere, or of no use to a person. */
const HIDDEN = new Set(['kind', 'document', 'history', 'id', 'content']);

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(valueText).join(' ');
}
