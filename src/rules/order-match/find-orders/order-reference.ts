import { foldText } from '../../identity/fold-text.ts';

/**
 * An order reference as somebody wrote it, taken apart into the numbers that may be meant (order-match.md 11).
 * It may be one number ("1001"), one with a site's prefix ("PO-1001"), one with a line or delivery behind it
 * ("1001-2"), or several ("1001, 1002").
 */
export interface OrderReference {
  written: string;
  /** Readings of the whole text, the likeliest first; its parts count only when none of these is an order. */
  whole: readonly string[];
  /** What stands between separators: each part that holds a digit must name an order. */
  parts: readonly ReferencePart[];
}

/** A piece of a reference between separators: one order as a rule, several where only white space or a slash is between them. */
export interface ReferencePart {
  written: string;
  /** Readings of the whole piece, then of its words, then of both without what may stand behind a number. */
  candidates: readonly string[];
  /** Readings of the whole piece alone. */
  whole: readonly string[];
  /** Readings of each word that may be a number, where there are several. */
  words: readonly (readonly string[])[];
  /** The same of a single word that is cut at slashes and dashes: it counts only where every piece is an order. */
  pieces: readonly (readonly string[])[];
}

/** A limit on what is taken apart: a longer reference is somebody's mistake, or an attack on our patterns. */
const MAX_CHARACTERS = 500;
const PLACEHOLDERS: ReadonlySet<string> = new Set(['na', 'n/a', 'n.a.', 'n.a']);
/** Between two order numbers. White space alone separates too, but then words may stand between the numbers. */
const SEPARATOR = /[,;|&+\r\n]+/;
/** An order number and what suppliers put behind it: a line, a delivery, a version. */
const WITH_SUFFIX = /^(.*\d.*?)(?:##|[-/.#])([^-/.#]+)$/;

/** The site's patterns, such as "PO-(.+)": the whole number must fit, without regard to case. Settings refuse one that is no pattern. */
export function compileOrderNumberPatterns(patterns: readonly string[]): RegExp[] {
  const compiled = COMPILED.get(patterns) ?? patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'iu'));
  COMPILED.set(patterns, compiled);
  return compiled;
}

/** By the list of the settings in force: compiling anew for every invoice cost 0.18 ms each, more than the rest of the search. */
const COMPILED = new WeakMap<readonly string[], RegExp[]>();

/** Is this no order number at all? "NA", "0", "-" and the like are what people write when there is none. */
export function isPlaceholder(text: string | undefined): boolean {
  const folded = foldText(text ?? '').trim();
  return PLACEHOLDERS.has(folded) || /^[\s0\-._]*$/.test(folded);
}

/** Takes a reference apart; undefined where it states no order number. */
export function readOrderReference(text: string | undefined, patterns: readonly RegExp[]): OrderReference | undefined {
  if (text === undefined || isPlaceholder(text)) return undefined;
  const written = text.trim().slice(0, MAX_CHARACTERS);
  const pieces = written.split(SEPARATOR).map((piece) => piece.trim());
  const named = pieces.filter((piece) => /\d/.test(piece) && !isPlaceholder(piece));
  const parts = named.length === 0 ? [written] : named;
  return {
    written,
    whole: readings(written, patterns),
    parts: parts.map((part) => readPart(part, patterns)),
  };
}

/** Every number that the reference may mean: what the facts are gathered for. */
export function candidatesOf(reference: OrderReference): string[] {
  return [
    ...new Set([...reference.whole, ...reference.parts.flatMap((part) => [...part.candidates, ...part.pieces.flat()])]),
  ];
}

/** The text itself, then what the site's patterns find in it. */
export function readings(text: string, patterns: readonly RegExp[]): string[] {
  const captured = patterns.flatMap((pattern) => pattern.exec(text)?.slice(1) ?? []);
  return [text, ...captured.filter((value) => value !== undefined && value !== '')];
}

function readPart(part: string, patterns: readonly RegExp[]): ReferencePart {
  const words = withDigits(part.split(/\s+/));
  const all = [part, ...words].flatMap((word) => readings(word, patterns));
  const cut = all.flatMap((reading) => WITH_SUFFIX.exec(reading)?.[1] ?? []);
  const several = (numbers: readonly string[]) =>
    numbers.length > 1 ? numbers.map((number) => readings(number, patterns)) : [];
  return {
    written: part,
    candidates: [...new Set([...all, ...cut])],
    whole: readings(part, patterns),
    words: several(words),
    pieces: words.length > 1 ? [] : several(withDigits(part.split(/[-/]/))),
  };
}

function withDigits(words: readonly string[]): string[] {
  return words.map((word) => word.trim()).filter((word) => /\d/.test(word));
}
