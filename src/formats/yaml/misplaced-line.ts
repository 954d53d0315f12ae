/** A line of settings that begins in a column where nothing can begin. Lines and columns count from 1. */
export interface MisplacedLine {
  line: number;
  column: number;
  message: string;
  hint: string;
}

/** A line with a key, and how far it is indented. */
interface KeyLine {
  number: number;
  indent: number;
  key: string;
  /** Has the key a value on its own line? Then no keys can stand below it. */
  closed: boolean;
}

/** Spaces between a group and its keys, in the file that `init` writes. */
const STEP = 2;

/** What the keys at the very left stand below. */
const TOP: KeyLine = { number: 0, indent: -STEP, key: '', closed: false };

/**
 * The first line whose indentation fits nothing that is open above it. A parser notices such a line where the group
 * before it began, or at the comment after that; people look for the line that they wrote. Undefined where every line
 * fits: then something else is wrong. Pure.
 */
export function misplacedLine(text: string): MisplacedLine | undefined {
  const lines = [...keyLines(text)];
  const open: KeyLine[] = [TOP];
  for (const line of lines) {
    const deeper = open.findIndex(({ indent }) => indent >= line.indent);
    const ended = deeper < 0 ? [] : open.splice(deeper);
    const above = open.at(-1) ?? TOP;
    const isSibling = ended[0]?.indent === line.indent;
    const fits = isSibling || (ended.length === 0 && !above.closed && !isPressedIn(lines, line, above));
    if (!fits) return said(line, lines, placesFor(ended[0], above));
    open.push(line);
  }
  return undefined;
}

/** Does the first key of a group stand too deep, and a later one of the same group where it should? */
function isPressedIn(lines: readonly KeyLine[], first: KeyLine, group: KeyLine): boolean {
  if (first.indent === group.indent + STEP) return false;
  const next = lines.find(({ number, indent }) => number > first.number && indent < first.indent);
  return next?.indent === group.indent + STEP;
}

function said(line: KeyLine, lines: readonly KeyLine[], places: readonly string[]): MisplacedLine {
  const place = { line: line.number, column: line.indent + 1 };
  const message = `The key "${line.key}" begins ${spaces(line.indent)} in, which fits no group above it.`;
  const twin = lines.find(({ key, indent, number }) => key === line.key && indent === 0 && number < line.number);
  const hint =
    twin === undefined
      ? `Begin it ${places.join(', or ')}: the keys of one group begin in the same column.`
      : `"${line.key}:" stands already in line ${twin.number}: write the values there, and remove this block.`;
  return { ...place, message, hint };
}

function likeLine({ number, indent }: KeyLine): string {
  return indent === 0 ? `at the very left, like line ${number}` : `${spaces(indent)} in, like line ${number}`;
}

/** Where the line may have been meant: beside the keys of the group that it leaves, or of the one above that. */
function placesFor(left: KeyLine | undefined, above: KeyLine): string[] {
  const beside = left === undefined ? [] : [likeLine(left)];
  if (above === TOP) return beside.length > 0 ? beside : ['at the very left'];
  if (above.closed || left !== undefined) return [...beside, likeLine(above)];
  return [`${spaces(above.indent + STEP)} in, below "${above.key}:" in line ${above.number}`];
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

/** Indentation with the dashes of entries, the key in quotes or bare, and what stands behind its colon. */
const KEY = /^( *(?:- +)*)(?:"([^"]*)"|'([^']*)'|([^\s#"'[{-][^:#]*?))[ \t]*:(?:[ \t]+(.*))?$/;

/** The lines that hold a key; what stands in brackets or in a text of several lines is no line of its own. */
function* keyLines(text: string): Generator<KeyLine> {
  let depth = 0;
  let textBelow = Number.POSITIVE_INFINITY;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const content = raw.replace(/(^|[ \t])#.*$/, '').trimEnd();
    const leading = content.length - content.trimStart().length;
    if (content === '' || leading > textBelow) continue;
    textBelow = Number.POSITIVE_INFINITY;
    const isInside = depth > 0;
    depth = Math.max(0, depth + openBrackets(content));
    const [, lead = '', doubly, singly, bare, value = ''] = KEY.exec(content) ?? [];
    const key = doubly ?? singly ?? bare;
    if (isInside || key === undefined) continue;
    if (/^[|>]/.test(value)) textBelow = leading;
    yield { number: index + 1, indent: lead.length, key, closed: value.trim() !== '' };
  }
}

function openBrackets(content: string): number {
  const bare = content.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
