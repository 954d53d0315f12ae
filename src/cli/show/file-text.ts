import type { ShownFile } from '../../service/show-file.ts';
import type { Finding, Reason } from '../../domain/decision.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { historyText } from '../history-text.ts';
import { instantText } from '../instant-text.ts';
import { placeText } from '../print-result.ts';
import { outcomeText, statusText, statusTone } from '../status-text.ts';
import { bulleted, textTable, wrapped } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** A file with what was found in it, what was decided, and what went out. */
export function fileText(shown: ShownFile, style: ShowStyle): string {
  const rows = [
    ['status', style.paint(statusTone(shown.status), statusText('file', shown.status, style.language))],
    ['channel', shown.channel],
    ['received', instantText(shown.receivedAt, style.timeZone)],
    [
      'understood by',
      shown.mapping === null || shown.mapping.name === 'none' ? '' : `${shown.mapping.name} ${shown.mapping.version}`,
    ],
    ['size', `${shown.bytes} bytes, SHA-256 ${shown.sha256}`],
    ['kept as', shown.archivedAs ?? ''],
    ['same as', shown.duplicateOf ?? ''],
    ['replay of', shown.replayOf ?? ''],
    ['you can', shown.allowedActions.map((action) => `${action} ${shown.key}`).join(', ')],
  ].filter(([, value]) => value !== '');
  return [
    `${style.paint('title', `File ${shown.name}`)}  ${style.paint('faint', shown.key)}\n${textTable(
      [{ title: '' }, { title: '' }],
      rows.map(([name = '', value = '']) => [`  ${name}`, value]),
    )}`,
    section(style, 'Found while reading', shown.findings.map((finding) => findingText(finding, style)).join('\n')),
    section(style, 'Documents', documentsText(shown, style)),
    section(style, 'Deliveries', deliveriesText(shown, style)),
    section(style, 'History', historyText('file', shown.history, style.language, style.timeZone)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What was found, where, and what to do: `error TRUNCATED 12:1 The file ends …`. */
export function findingText(finding: Finding, style: Pick<ShowStyle, 'width' | 'paint'>): string {
  const place = placeText(finding.at);
  const tone = finding.severity === 'error' ? 'bad' : finding.severity === 'warning' ? 'waiting' : 'faint';
  const head = `${style.paint(tone, finding.severity)} ${finding.code}${place === '' ? '' : ` at ${place}`}`;
  const hint =
    finding.hint === undefined || finding.hint === '' ? '' : `\n${wrapped(finding.hint, style.width, '    ')}`;
  return `${head}\n${wrapped(finding.message, style.width, '    ')}${hint}`;
}

/** Documents of one file that are named; of a large file the rest is counted. */
const DOCUMENTS_SHOWN = 50;

function documentsText(shown: ShownFile, style: ShowStyle): string {
  const documents = shown.documents.slice(0, DOCUMENTS_SHOWN);
  const parts = documents.map((document) => {
    const status =
      document.status === null ? '' : `, ${statusText(document.document, document.status, style.language)}`;
    const reasons = document.reasons.map((reason: Reason) =>
      bulleted(reasonSentence(style.language, reason), style.width, '    '),
    );
    return [
      `${document.document} ${document.key}: ${style.paint(statusTone(document.outcome), outcomeText(document.outcome, style.language))}${status}`,
      ...reasons,
    ].join('\n');
  });
  const left = shown.documents.length - documents.length;
  return [...parts, ...(left > 0 ? [`and ${left} more: --json shows all`] : [])].join('\n');
}

function deliveriesText(shown: ShownFile, style: ShowStyle): string {
  if (shown.deliveries.length === 0) return '';
  return textTable(
    [{ title: 'key' }, { title: 'outbox' }, { title: 'name' }, { title: 'status' }],
    shown.deliveries.map((delivery) => [
      delivery.id,
      delivery.folder,
      delivery.name,
      statusText('delivery', delivery.status, style.language),
    ]),
  );
}
