import type { Finding } from '../domain/decision.ts';

const SEVERITY_WORDS = { error: 'error', warning: 'warning', note: 'note' } as const;

/** The longest piece of a source line that is shown; the caret stays in view. */
const SHOWN_CHARACTERS = 100;

/**
 * A finding as people read it: place, severity and message, the line itself with a caret under what is meant, and
 * what to do.
 *
 *     mappings/site.yaml:14:3: error: There is no key "tolerencePercent" under company.
 *       14 |   tolerencePercent: 2
 *          |   ^^^^^^^^^^^^^^^^
 *       hint: Did you mean "tolerancePercent"?
 *
 * Without the text of the file the middle part is left out.
 */
export function renderFinding(finding: Finding, sourceText?: string): string {
  const { at } = finding;
  const place = [at?.file, at?.line, at?.line === undefined ? undefined : at.column]
    .filter((part) => part !== undefined)
    .join(':');
  const lines = [`${place === '' ? '' : `${place}: `}${SEVERITY_WORDS[finding.severity]}: ${finding.message}`];
  if (sourceText !== undefined && at?.line !== undefined) lines.push(...snippet(sourceText, at.line, at.column ?? 1));
  if (finding.hint !== undefined && finding.hint !== '') lines.push(`  hint: ${finding.hint}`);
  return lines.join('\n');
}

function snippet(sourceText: string, line: number, column: number): string[] {
  const text = sourceText.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)[line - 1];
  if (text === undefined || text.trim() === '') return [];
  const from = Math.max(0, Math.min(column - 1 - SHOWN_CHARACTERS / 2, text.length - SHOWN_CHARACTERS));
  const shown = text.slice(from, from + SHOWN_CHARACTERS);
  const gutter = ' '.repeat(String(line).length);
  // Tabs stay tabs above and below, so that the caret stands under the same place on every screen.
  const before = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
  return [
    `  ${line} | ${visible(shown)}`,
    `  ${gutter} | ${before}${'^'.repeat(meantLength(text.slice(column - 1), shown.length - before.length))}`,
  ];
}

/** How many characters the caret line marks: a text in quotation marks, else a word (a comma or colon inside it belongs to it). */
function meantLength(rest: string, atMost: number): number {
  const meant = /^"(?:[^"\\]|\\.)*"|^'[^']*'|^[^\s:,;[\]{}#]+(?:[,:][^\s:,;[\]{}#]+)*/.exec(rest)?.[0].length ?? 1;
  return Math.max(1, Math.min(meant, atMost));
}

/** Control characters would move the cursor of the reader's terminal. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\u00b7');
}
