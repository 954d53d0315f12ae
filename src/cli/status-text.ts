import type { ShowKind } from '../service/show-kind.table.ts';
import { textTemplate } from '../texts/text.ts';
import type { Language } from './command-shape.ts';
import type { Tone } from './terminal.ts';

/** Where the words for the statuses of a kind stand in the texts. */
const STATUS_TEXTS: Partial<Record<ShowKind, string>> = {
  file: 'fileStatus',
  delivery: 'deliveryStatus',
  'supplier-invoice': 'orderMatchStatus',
  'learned-link': 'learnedLinkStatus',
};

/** A status in the words of a person: `4` of a supplier invoice is "4 Outside tolerance". One without words is shown as it stands. */
export function statusText(kind: ShowKind, status: string, language: Language): string {
  const section = STATUS_TEXTS[kind];
  const words = section === undefined ? undefined : textTemplate(language, `${section}.${status}.title`);
  if (words === undefined) return status;
  return kind === 'supplier-invoice' ? `${status} ${words}` : words;
}

/** An outcome (`held`) in the words of a person. */
export function outcomeText(outcome: string, language: Language): string {
  return textTemplate(language, `outcome.${outcome}`) ?? outcome;
}

/** Done and well, waiting for somebody, or wrong. */
const TONES: Readonly<Record<string, Tone>> = {
  '1': 'good',
  '5': 'good',
  '6': 'bad',
  accepted: 'good',
  completed: 'good',
  delivered: 'good',
  confirmed: 'good',
  'partly-accepted': 'waiting',
  rejected: 'bad',
  stopped: 'bad',
  withdrawn: 'faint',
  revoked: 'faint',
  duplicate: 'faint',
  handled: 'faint',
};

/** How a status or an outcome stands out; what is neither done nor wrong waits. */
export function statusTone(status: string): Tone {
  return TONES[status] ?? 'waiting';
}
