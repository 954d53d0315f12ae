import type { ShownDelivery } from '../../service/show-file.ts';
import { text } from '../../texts/text.ts';
import { historyText } from '../history-text.ts';
import { instantText } from '../instant-text.ts';
import { statusText, statusTone } from '../status-text.ts';
import { textTable } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** A delivery for a person: what went where and when, about which document, and what can be done. */
export function deliveryText(shown: ShownDelivery, style: ShowStyle): string {
  const { language, timeZone, paint } = style;
  const say = (name: string) => text(language, `show.${name}`);
  const rows = [
    ['status', paint(statusTone(shown.status), statusText('delivery', shown.status, language))],
    ['name', shown.name],
    ['outbox', `outbox/${shown.folder}`],
    ['staged', instantText(shown.stagedAt, timeZone)],
    ['delivered', instantText(shown.deliveredAt, timeZone)],
    ['attempts', shown.attempts === 0 ? '' : String(shown.attempts)],
    ['next-attempt', instantText(shown.nextAttemptAt, timeZone)],
    ['last-error', shown.lastError ?? ''],
    ['about', `${shown.documentKey} (${say('revision')} ${shown.revision})`],
    ['file', shown.fileId ?? ''],
    ['size', `${shown.bytes} bytes, SHA-256 ${shown.sha256}`],
    ['kept-in', shown.bundle],
    ['you-can', shown.allowedActions.map((action) => `${action} ${shown.key}`).join(', ')],
  ].filter(([, value]) => value !== '');
  return [
    `${paint('title', `${say('delivery')} ${shown.document}`)}  ${paint('faint', shown.key)}\n${textTable(
      [{ title: '' }, { title: '' }],
      rows.map(([name = '', value = '']) => [`  ${say(name)}`, value]),
    )}`,
    section(style, say('history'), historyText('delivery', shown.history, language, timeZone)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
