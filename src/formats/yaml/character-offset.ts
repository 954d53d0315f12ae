const BLOCK_HEADER = /^[|>][^\n]*\n/;
const ESCAPE = /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/;

/**
 * Where the n-th character (from 0) of a YAML text stands in what is written for it: behind quotation marks, escapes
 * counted as one, the indentation of further lines skipped. `written` is the scalar as it stands in the file.
 */
export function characterOffset(written: string, character: number): number {
  const block = BLOCK_HEADER.exec(written)?.[0];
  const quote = block === undefined && (written[0] === '"' || written[0] === "'") ? written[0] : '';
  let at = block === undefined ? quote.length : pastIndentation(written, block.length);
  for (let counted = 0; counted < character && at < written.length; counted += 1) at = next(written, at, quote);
  return Math.min(at, Math.max(written.length - 1, 0));
}

function next(written: string, at: number, quote: string): number {
  if (quote === '"' && written[at] === '\\') return at + (ESCAPE.exec(written.slice(at))?.[0].length ?? 1);
  if (quote === "'" && written.startsWith("''", at)) return at + 2;
  if (written[at] === '\n') return pastIndentation(written, at + 1);
  if (written.startsWith('\r\n', at)) return pastIndentation(written, at + 2);
  return at + 1;
}

function pastIndentation(written: string, from: number): number {
  let at = from;
  while (written[at] === ' ') at += 1;
  return at;
}
