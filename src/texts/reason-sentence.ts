import type { ReasonRecord } from '../domain/documents.generated.ts';
import { fill, type Language, textTemplate } from './text.ts';

const ORDER_LINE = /^(.+\/\d+)$/s;

/** What a reason speaks of, by how it is written, and the text that names it. */
const PLACES: readonly { pattern: RegExp; key: string }[] = [
  { pattern: /^line:(.+)$/s, key: 'place.invoiceLine' },
  { pattern: /^order:(.+)$/s, key: 'place.order' },
  { pattern: ORDER_LINE, key: 'place.orderLine' },
];

/**
 * The sentence of a reason (architecture 5): data in, words out, the same in the acknowledgement, on the screen and
 * in the answer to the supplier. A code that this version does not know, from an old record, is shown as it stands.
 * `section`: `response` has the words for suppliers, who are told less.
 */
export function reasonSentence(
  language: Language,
  reason: ReasonRecord,
  section: 'reason' | 'response' = 'reason',
): string {
  // Some codes say something of their own at a certain place, or of a certain value there (`MISSING_VALUE@supplier`), or of any order line (`PRODUCT_CONFLICT@order-line`).
  const template =
    textTemplate(language, `${section}.${reason.code}@${reason.at ?? ''}@${reason.actual ?? ''}`) ??
    textTemplate(language, `${section}.${reason.code}@${reason.at ?? ''}`) ??
    (ORDER_LINE.test(reason.at ?? '') ? textTemplate(language, `${section}.${reason.code}@order-line`) : undefined) ??
    textTemplate(language, `${section}.${reason.code}`);
  if (template === undefined) return [reason.code, reason.at].filter((part) => part !== undefined).join(' ');
  const sentence = fill(template, (name) => valueFor(language, reason, name));
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** `{at}` is a place in words, `{at:plain}` as it is written, `{expected:field}` a field by its name, `{actual:status}` a status of order match with its title. */
function valueFor(language: Language, reason: ReasonRecord, placeholder: string): string | undefined {
  const [name = '', form] = placeholder.split(':');
  const value = reason[name as keyof ReasonRecord];
  if (form === 'field') return value === undefined ? undefined : fieldWords(language, value);
  if (form === 'status') return value === undefined ? undefined : statusWords(language, value);
  if (name === 'at' && form !== 'plain') return placeWords(language, value);
  return value;
}

/** What a reason speaks of, in words: "order line 1001/1", "invoice line 3", "the due date". */
export function placeWords(language: Language, at: string | undefined): string {
  if (at === undefined || at === '') return textTemplate(language, 'place.document') ?? '';
  for (const { pattern, key } of PLACES) {
    const id = pattern.exec(at)?.[1];
    if (id !== undefined) return fill(textTemplate(language, key) ?? '{id}', () => id);
  }
  return fieldWords(language, at);
}

function statusWords(language: Language, status: string): string {
  const title = textTemplate(language, `orderMatchStatus.${status}.title`);
  return title === undefined ? status : `${status} (${title})`;
}

function fieldWords(language: Language, name: string): string {
  return textTemplate(language, `field.${name}`) ?? name;
}
