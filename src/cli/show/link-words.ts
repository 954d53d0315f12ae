import { type Language, textTemplate, fill } from '../../texts/text.ts';
import { amountText, moneyText } from '../amount-text.ts';

/** Evidence that carries a value, by how it is written: the key of its words, and how the value is shown. */
const WITH_VALUE: readonly { pattern: RegExp; key: string; shown: (value: string) => string }[] = [
  { pattern: /^order price (.+)$/s, key: 'order-price', shown: moneyText },
  { pattern: /^quantity (.+) of the order line$/s, key: 'quantity-of-order-line', shown: amountText },
  { pattern: /^learned-link:(.+)$/s, key: 'learned-link', shown: (value) => value },
];

/** By what an order line was found, in words: the tier, then what spoke for it. `--json` has the codes. */
export function foundByText(
  { tier, evidence }: { tier: string; evidence: readonly string[] },
  language: Language,
): string {
  const words = textTemplate(language, `tier.${tier}`) ?? tier;
  return evidence.length === 0 ? words : `${words}: ${evidenceText(evidence, language)}`;
}

/** What speaks for an order line or against it, in words; what this version does not know stands as it is. */
export function evidenceText(evidence: readonly string[], language: Language): string {
  return evidence.map((one) => evidenceWords(one, language)).join(', ');
}

function evidenceWords(one: string, language: Language): string {
  for (const { pattern, key, shown } of WITH_VALUE) {
    const value = pattern.exec(one)?.[1];
    if (value !== undefined) return fill(textTemplate(language, `evidence.${key}`) ?? one, () => shown(value));
  }
  return textTemplate(language, `evidence.${one}`) ?? one;
}
