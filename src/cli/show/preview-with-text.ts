import type { Reason } from '../../domain/decision.ts';
import { REASONS } from '../../domain/reason.table.ts';
import type { DecisionChange, PreviewWith } from '../../service/preview-comparison.ts';
import type { ShowKind } from '../../service/show-kind.table.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import type { Language } from '../command-shape.ts';
import { outcomeText, statusText } from '../status-text.ts';
import { bulleted, textTable } from '../text-table.ts';
import { section, type ShowStyle } from './show-style.ts';

/** Documents that are compared one by one. */
const COMPARED = 50;

/** "Would it pass with …": what is tried, then each document side by side, then the reasons that go and come. */
export function previewWithText(
  tried: PreviewWith,
  language: Language,
  style: Pick<ShowStyle, 'paint' | 'width'>,
): string {
  const settings = tried.settings.map(
    ({ setting, value, now }) => `${setting}=${value}${now === undefined ? '' : ` (now ${nowText(now)})`}`,
  );
  const more = tried.changes.length - COMPARED;
  return [
    section(style, 'With', settings.join('\n')),
    ...tried.changes.slice(0, COMPARED).map((change) => changeText(change, language, style)),
    ...(more > 0 ? [`and ${more} more: --json shows all`] : []),
  ].join('\n\n');
}

function changeText(change: DecisionChange, language: Language, style: Pick<ShowStyle, 'paint' | 'width'>): string {
  const status = (verdict: DecisionChange['asSet']): string =>
    verdict?.status === undefined || verdict.status === null
      ? 'none'
      : statusText(change.document as ShowKind, verdict.status, language);
  const outcome = (verdict: DecisionChange['asSet']): string => outcomeText(verdict?.outcome ?? 'rejected', language);
  const table = textTable(
    [{ title: 'decision' }, { title: 'as set' }, { title: 'with' }],
    [
      ['outcome', outcome(change.asSet), outcome(change.with)],
      ['status', status(change.asSet), status(change.with)],
    ],
  );
  const isSame =
    outcome(change.asSet) === outcome(change.with) &&
    status(change.asSet) === status(change.with) &&
    change.reasonsGone.length === 0 &&
    change.reasonsNew.length === 0;
  const body = [
    table,
    ...(isSame ? [sameText(change.reasonsLeft)] : []),
    ...reasonsText('no longer:', change.reasonsGone, language, style.width),
    ...reasonsText('instead:', change.reasonsNew, language, style.width),
  ].join('\n');
  return section(style, `What that changes for ${change.document} ${change.key}`, body);
}

/** That nothing changes, and what decides all the same: the reasons that hold the document, with the setting of their limit. */
function sameText(left: readonly Reason[]): string {
  const deciding = left.filter(({ code, setting }) => setting !== undefined || REASONS[code].status !== null);
  const named = deciding.map(({ code, setting }) => (setting === undefined ? code : `${code} (${setting})`));
  return [
    'nothing changes',
    ...(named.length === 0 ? [] : [`still decided by ${[...new Set(named)].join(', ')}`]),
  ].join(': ');
}

function reasonsText(title: string, reasons: readonly Reason[], language: Language, width: number): string[] {
  if (reasons.length === 0) return [];
  return [title, ...reasons.map((reason) => bulleted(reasonSentence(language, reason), width, '    '))];
}

function nowText(value: unknown): string {
  if (value === null) return 'not set';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
