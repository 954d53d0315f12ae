import { targetEncoding } from '../../../formats/target/target-encoding.ts';
import { characterNotInEncoding, type OutputEncoding } from '../../../formats/text/encode-text.ts';
import type { ConverterRow } from './converter.ts';
import { bothWays } from './converter.ts';
import { made, textOf } from './step-result.ts';

/** Letters and signs that are no plain one with an accent, and what people write for them. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  ı: 'i',
  Œ: 'OE',
  œ: 'oe',
  ẞ: 'SS',
  '€': 'EUR',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
};

/** Converters for encodings that do not have every letter. */
export const LETTER_CONVERTERS = {
  'nearest-letters': {
    does: 'The text as it stands.',
    out: "Writes what the file's encoding does not have in the nearest letters that it has: in windows-1252 Łódź becomes Lódz. What has none becomes a question mark. For texts that only inform people: a number or a code with such a letter has to be refused.",
    arguments: {},
    example: { convert: 'nearest-letters', file: 'Łódź', document: 'Łódź' },
    compile: () =>
      bothWays(
        (value) => made(textOf(value)),
        (value, { format }) => made(inNearestLetters(textOf(value), targetEncoding(format).encoding)),
      ),
  },
} as const satisfies Record<string, ConverterRow>;

function inNearestLetters(text: string, encoding: OutputEncoding): string {
  if (characterNotInEncoding(text, encoding) === undefined) return text;
  return [...text.normalize('NFC')].map((character) => nearest(character, encoding)).join('');
}

/** An accent that stands alone is left out: what it stands on is there. */
function nearest(character: string, encoding: OutputEncoding): string {
  if (characterNotInEncoding(character, encoding) === undefined) return character;
  const plain = WRITTEN_AS[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  return characterNotInEncoding(plain, encoding) === undefined ? plain : '?';
}
