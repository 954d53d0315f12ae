import { DELIVERY_TRANSITIONS } from '../../domain/delivery-status.table.ts';
import { FILE_TRANSITIONS, type Transition } from '../../domain/file-status.table.ts';
import { LEARNED_LINK_TRANSITIONS } from '../../domain/learned-link-status.table.ts';
import { ORDER_LINE_TRANSITIONS } from '../../domain/order-line-status.table.ts';
import {
  ORDER_MATCH_STATUSES,
  ORDER_MATCH_TRANSITIONS,
  STATUS_PRECEDENCE,
} from '../../domain/order-match-status.table.ts';
import { TEXTS, text } from '../../texts/text.ts';
import { code, page, table } from './markdown.ts';

type Row = Transition<string>;

/** statuses.md: where things rest, what moves them, drawn and listed. */
export function statusPage(): string {
  return page(
    'Statuses',
    'Where something rests across a restart, and what moves it on. The drawings show events; words in brackets are conditions.',
    '## Supplier invoice (order match status)',
    orderMatchTable(),
    `One invoice has one status. Where several would fit, the first of ${STATUS_PRECEDENCE.join(', ')} shows; all reasons are kept. 2, 5 and 6 come by hand.`,
    diagram(
      ORDER_MATCH_TRANSITIONS.filter((row) => row.by === 'operator'),
      'Only what an operator does is drawn; a decision can lead from any status that is not final to 1, 3, 4, 7, 8, 9, 10 or 11.',
    ),
    ...section('Order line', 'orderLineStatus', ORDER_LINE_TRANSITIONS),
    ...section('File', 'fileStatus', FILE_TRANSITIONS),
    ...section('Delivery', 'deliveryStatus', DELIVERY_TRANSITIONS),
    ...section('Learned link', 'learnedLinkStatus', LEARNED_LINK_TRANSITIONS),
  );
}

function orderMatchTable(): string {
  const rows = Object.entries(ORDER_MATCH_STATUSES).map(([status, { name, visma, final }]) => [
    status,
    code(name),
    text('en', `orderMatchStatus.${status}.title`),
    visma,
    text('en', `orderMatchStatus.${status}.explanation`),
    final ? 'yes' : '',
  ]);
  return table(['Code', 'Name', 'Meaning', 'Visma', 'In words', 'Final'], rows);
}

function section(title: string, texts: string, transitions: readonly Row[]): string[] {
  const rows = Object.keys(TEXTS.en[texts] ?? {}).map((status) => [
    code(status),
    text('en', `${texts}.${status}.title`),
    text('en', `${texts}.${status}.explanation`),
  ]);
  return [
    `## ${title}`,
    table(['Status', 'Meaning', 'In words'], rows),
    diagram(transitions),
    transitionTable(transitions),
  ];
}

function diagram(transitions: readonly Row[], below?: string): string {
  const name = (status: string) => status.replaceAll('-', '_');
  const statuses = [...new Set(transitions.flatMap((row) => [row.from, row.to]))];
  const lines = [
    '```mermaid',
    'stateDiagram-v2',
    ...statuses.map((status) => `  state "${status}" as s_${name(status)}`),
    ...transitions.map(
      (row) =>
        `  s_${name(row.from)} --> s_${name(row.to)}: ${row.event}${row.guard === null ? '' : ` (${row.guard})`}`,
    ),
    '```',
  ];
  return below === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${below}`;
}

function transitionTable(transitions: readonly Row[]): string {
  const rows = transitions.map((row) => [row.from, row.event, row.to, row.by, row.guard ?? '', row.effects.join(', ')]);
  return table(['From', 'Event', 'To', 'By', 'Condition', 'Effects'], rows);
}
