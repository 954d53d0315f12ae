import type { SupplierInvoice } from '../../../domain/documents.generated.ts';
import type { OrderMatchSettings } from '../../../domain/settings.generated.ts';
import { isPlaceholder, readings } from './order-reference.ts';

/** A limit on what is looked up: an order number stands near the beginning, or not in running text at all. */
const MAX_TOKENS = 1000;
const MAX_CHARACTERS = 40;
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}\-_/.#]*[\p{L}\p{N}])?/gu;

/** Words of free text that may be order numbers, by where they stand: what they are good for differs (order-match.md 11). */
export interface TextTokens {
  buyerReference: string[];
  notes: string[];
}

/** The words with a digit in them, of the texts that the settings let count. */
export function textTokens(
  invoice: SupplierInvoice,
  settings: OrderMatchSettings['orderFromText'],
  patterns: readonly RegExp[],
): TextTokens {
  const reference = settings.buyerReference === 'off' ? [] : [invoice.buyerReference];
  const notes = settings.note === 'off' ? [] : noteTexts(invoice);
  return { buyerReference: tokensOf(reference, patterns), notes: tokensOf(notes, patterns) };
}

function* noteTexts(invoice: SupplierInvoice): Generator<string | undefined> {
  yield* invoice.notes;
  yield invoice.paymentTermsNote;
  for (const line of invoice.lines) {
    yield line.note;
    yield line.name;
    yield line.description;
  }
}

function tokensOf(texts: Iterable<string | undefined>, patterns: readonly RegExp[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const [word] of (text ?? '').matchAll(TOKEN)) {
      if (tokens.size >= MAX_TOKENS) return [...tokens];
      if (word.length > MAX_CHARACTERS || !/\d/.test(word) || isPlaceholder(word)) continue;
      for (const reading of readings(word, patterns)) tokens.add(reading);
    }
  }
  return [...tokens];
}
