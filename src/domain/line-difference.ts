/** The first line in which two texts are not alike. */
export interface LineDifference {
  /** Both from 1; the column is the first that differs. */
  line: number;
  column: number;
  /** Without line ends; undefined: that text ends before. */
  before: string | undefined;
  after: string | undefined;
}

/** Where two texts begin to differ; undefined where they are the same. Line ends count: a line that differs only there is shown with them. */
export function firstLineDifference(before: string, after: string): LineDifference | undefined {
  if (before === after) return undefined;
  const [olds, news] = [linesOf(before), linesOf(after)];
  let line = 0;
  while (olds[line] === news[line]) line += 1;
  const [old, now] = [olds[line], news[line]];
  let column = 0;
  while (
    old !== undefined &&
    now !== undefined &&
    column < Math.min(old.length, now.length) &&
    old[column] === now[column]
  )
    column += 1;
  const bare = (text: string | undefined): string | undefined => text?.replace(/[\r\n]+$/, '');
  const onlyEnd = bare(old) === bare(now);
  const shown = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : onlyEnd ? text.replace('\r', '\\r').replace('\n', '\\n') : bare(text);
  return { line: line + 1, column: column + 1, before: shown(old), after: shown(now) };
}

/** Each with its line end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
