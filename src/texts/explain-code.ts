import { FAULTS, type FaultCode } from '../domain/fault.table.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../domain/order-match-status.table.ts';
import { REASONS, type ReasonCode } from '../domain/reason.table.ts';
import { reasonSentence } from './reason-sentence.ts';
import { type Language, TEXTS, text, textTemplate } from './text.ts';

/** What a code means, in plain words. */
export interface Explanation {
  kind:
    | 'fault'
    | 'reason'
    | 'order-match-status'
    | 'file-status'
    | 'delivery-status'
    | 'order-line-status'
    | 'learned-link-status';
  code: string;
  title: string;
  explanation: string;
  /** What to do: of every fault, and of the reasons that are met most often. */
  hint?: string;
  /** Further facts, a sentence each. */
  more: string[];
}

const STATUS_SECTIONS = [
  { section: 'fileStatus', kind: 'file-status' },
  { section: 'deliveryStatus', kind: 'delivery-status' },
  { section: 'orderLineStatus', kind: 'order-line-status' },
  { section: 'learnedLinkStatus', kind: 'learned-link-status' },
] as const;

/**
 * Everything that a code can mean: a fault, a reason, a status by its name or, for order match, its number. Case
 * does not count, and `_`, `-` and spaces are one. Empty where nobody knows it.
 */
export function explainCode(language: Language, code: string): Explanation[] {
  const asked = folded(code);
  return [...explanations(language)].filter(
    (one) => folded(one.code) === asked || one.more.some((also) => folded(also) === asked),
  );
}

/** All that can be explained, in the order of the tables. */
export function* explanations(language: Language): Generator<Explanation> {
  for (const [status, row] of Object.entries(ORDER_MATCH_STATUSES)) {
    yield {
      kind: 'order-match-status',
      code: status,
      ...said(language, `orderMatchStatus.${status}`),
      more: [row.name, row.visma],
    };
  }
  for (const { section, kind } of STATUS_SECTIONS) {
    for (const status of Object.keys(TEXTS[language][section] ?? {})) {
      yield { kind, code: status, ...said(language, `${section}.${status}`), more: [] };
    }
  }
  for (const code of Object.keys(REASONS) as ReasonCode[]) yield reason(language, code);
  for (const code of Object.keys(FAULTS) as FaultCode[]) yield fault(language, code);
}

/** What a sentence is filled with where no document is at hand: the reader sees what will stand there. */
const BLANKS = { at: '…', expected: '…', actual: '…', allowed: '…' } as const;

function reason(language: Language, code: ReasonCode): Explanation {
  const status: OrderMatchStatusCode | null = REASONS[code].status;
  const more = status === null ? [] : [`${status} ${text(language, `orderMatchStatus.${status}.title`)}`];
  const explanation = reasonSentence(language, { code, ...BLANKS });
  const hint = textTemplate(language, `cure.${code}`);
  return { kind: 'reason', code, title: code, explanation, ...(hint === undefined ? {} : { hint }), more };
}

function fault(language: Language, code: FaultCode): Explanation {
  const { mends, next } = FAULTS[code];
  const hint = text(language, `fault.${code}.hint`);
  return {
    kind: 'fault',
    code,
    ...said(language, `fault.${code}`),
    hint,
    more: [text(language, `next.${next}`), text(language, `mends.${mends}`)],
  };
}

function said(language: Language, key: string): { title: string; explanation: string } {
  return { title: text(language, `${key}.title`), explanation: text(language, `${key}.explanation`) };
}

function folded(code: string): string {
  return code
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
