import type { LineDifference } from '../../domain/line-difference.ts';

/** The part of a long line that is shown, around the first character that differs. */
const SHOWN_CHARACTERS = 90;

/** The first line that differs, of both texts, with a caret under the first character that is not the same. */
export function lineDifferenceText(
  { line, column, before, after }: LineDifference,
  [first, second]: readonly [string, string],
): string {
  const width = Math.max(first.length, second.length);
  const from = Math.max(0, column - SHOWN_CHARACTERS / 2);
  const piece = (text: string | undefined): string =>
    text === undefined ? '(the file ends)' : visible(text.slice(from, from + SHOWN_CHARACTERS));
  return [
    `line ${line}, column ${column}:`,
    `  ${first.padStart(width)} | ${piece(before)}`,
    `  ${second.padStart(width)} | ${piece(after)}`,
    `  ${' '.repeat(width)} | ${' '.repeat(column - 1 - from)}^`,
  ].join('\n');
}

/** Control characters would move the cursor; a tab is one character wide here. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]/g, '·');
}
