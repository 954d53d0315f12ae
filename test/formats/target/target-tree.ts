import fc from 'fast-check';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import type { TargetNode } from '../../../src/formats/records/target-node.ts';
import { writeTarget } from '../../../src/formats/target/write-target.ts';

export const value = (name: string, content: string | boolean, more: Partial<TargetNode> = {}): TargetNode => ({
  name,
  attributes: [],
  content,
  ...more,
});
export const group = (name: string, ...content: TargetNode[]): TargetNode => ({ name, attributes: [], content });
export const entry = (name: string, ...content: TargetNode[]): TargetNode => ({
  name,
  attributes: [],
  content,
  list: 'entry',
});
export const top = (...content: TargetNode[]): TargetNode => group('', ...content);

/** What is written, as text. */
export function writtenText(root: TargetNode, format: MappingFormat, decoder = 'utf-8'): string {
  return new TextDecoder(decoder).decode(writeTarget(root, format, {}));
}

/** Texts with what writers lose: quotation marks, separators, line ends, signs of numbers and comments, any character. */
export const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", ';', ',', ' ', '#', '\t', '\n', '\r\n', '\\', '{', '|', '0', '-', 'å', '€', '日', '😀'),
      fc.string({ unit: 'binary', maxLength: 2 }).filter((text) => text.isWellFormed()),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
