import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { characterNotInEncoding, encodeText, type OutputEncoding } from '../text/encode-text.ts';
import { TargetNotWritable } from './target-not-writable.ts';

/** What the `encoding` of a mapping means: the encoding, and whether a byte order mark stands first. */
export const TARGET_ENCODINGS: Readonly<
  Record<NonNullable<MappingFormat['encoding']>, { encoding: OutputEncoding; mark: boolean }>
> = {
  'utf-8': { encoding: 'UTF-8', mark: false },
  'utf-8-bom': { encoding: 'UTF-8', mark: true },
  'utf-16le': { encoding: 'UTF-16LE', mark: true },
  'windows-1252': { encoding: 'windows-1252', mark: false },
  'iso-8859-1': { encoding: 'ISO-8859-1', mark: false },
};

/** The encoding of a mapping; UTF-8 where it says none. */
export function targetEncoding({ encoding }: MappingFormat): { encoding: OutputEncoding; mark: boolean } {
  return TARGET_ENCODINGS[encoding ?? 'utf-8'];
}

/** Lines as bytes, each with its line end: CR LF unless the mapping says otherwise. Values have been looked at with `requireCharacters`. */
export function encodeLines(lines: readonly string[], format: MappingFormat): Uint8Array {
  const end = format.lineEnd === 'lf' ? '\n' : '\r\n';
  return encodeWhole(lines.map((line) => `${line}${end}`).join(''), format);
}

/** A whole text as bytes, with its byte order mark where there is one. Throws `TargetNotWritable` on a character that the encoding does not have. */
export function encodeWhole(text: string, format: MappingFormat): Uint8Array {
  const { encoding, mark } = targetEncoding(format);
  return encodeText(mark ? `\uFEFF${text}` : text, encoding, (codePoint) => {
    throw notInEncoding('The mapping has', String.fromCodePoint(codePoint), '', encoding);
  });
}

/** Throws `TargetNotWritable` where a value has a character that the encoding does not have: the field, the character and its place. */
export function requireCharacters(text: string, what: string, format: MappingFormat, node?: TargetNode): void {
  const { encoding } = targetEncoding(format);
  const lacking = characterNotInEncoding(text, encoding);
  if (lacking === undefined) return;
  throw notInEncoding(`${what} has`, lacking.character, ` as its character ${lacking.position}`, encoding, node);
}

function notInEncoding(
  whatHas: string,
  character: string,
  where: string,
  encoding: OutputEncoding,
  node?: TargetNode,
): TargetNotWritable {
  const codePoint = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = character.isWellFormed() ? `"${character}" (${codePoint})` : `half a character (${codePoint})`;
  return new TargetNotWritable(
    `${whatHas} ${shown}${where}, which ${encoding} does not have.`,
    'Write the file in utf-8 if its reader takes that, or replace the character in the row: convert: { replace: { from: …, to: … } }.',
    node,
  );
}
