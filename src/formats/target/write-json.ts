import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { characterNotInEncoding, type OutputEncoding } from '../text/encode-text.ts';
import { encodeWhole, requireCharacters, targetEncoding } from './target-encoding.ts';
import { TargetNotWritable } from './target-not-writable.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * JSON, indented by two spaces, properties in the order of the rows. A number (`as: number`) is written digit by digit
 * as its text has it. A character that the encoding does not have becomes an escape, which is read as the character.
 */
export function writeJson(root: TargetNode, format: MappingFormat): Uint8Array {
  const writer = new JsonText(format);
  const text = `${writer.value(root, '')}\n`;
  return encodeWhole(format.lineEnd === 'crlf' ? text.replaceAll('\n', '\r\n') : text, format);
}

class JsonText {
  readonly #format: MappingFormat;
  readonly #encoding: OutputEncoding;

  constructor(format: MappingFormat) {
    this.#format = format;
    this.#encoding = targetEncoding(format).encoding;
  }

  value(node: TargetNode, indent: string): string {
    const { content } = node;
    if (typeof content === 'object') return this.#object(content, indent);
    if (typeof content === 'boolean') return node.as === 'text' ? `"${content}"` : String(content);
    if (node.as !== 'number') return this.#string(content, node);
    if (NUMBER.test(content)) return content;
    throw new TargetNotWritable(
      `${node.name} is "${content.slice(0, 60)}", which JSON does not know as a number.`,
      'Leave out as: number, or convert the value: digits with a point before the decimals, without zeros in front.',
      node,
    );
  }

  #object(nodes: readonly TargetNode[], indent: string): string {
    const properties = new Map<string, TargetNode[]>();
    for (const node of nodes) {
      const alike = properties.get(node.name);
      if (alike === undefined) properties.set(node.name, [node]);
      else alike.push(node);
    }
    const inner = `${indent}  `;
    const texts = [...properties].map(
      ([name, alike]) => `${inner}${this.#string(name)}: ${this.#property(alike, inner)}`,
    );
    return texts.length === 0 ? '{}' : `{\n${texts.join(',\n')}\n${indent}}`;
  }

  #property(nodes: readonly TargetNode[], indent: string): string {
    const [first] = nodes as [TargetNode];
    if (nodes.length === 1 && first.list === undefined) return this.value(first, indent);
    const inner = `${indent}  `;
    const entries = nodes.filter(({ list }) => list !== 'empty').map((node) => `${inner}${this.value(node, inner)}`);
    return entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n${indent}]`;
  }

  #string(text: string, node?: TargetNode): string {
    if (!text.isWellFormed())
      requireCharacters(text, node?.name ?? 'A name', { ...this.#format, encoding: 'utf-8' }, node);
    const written = JSON.stringify(text);
    if (characterNotInEncoding(written, this.#encoding) === undefined) return written;
    return [...written].map((character) => this.#character(character)).join('');
  }

  #character(character: string): string {
    if (characterNotInEncoding(character, this.#encoding) === undefined) return character;
    return Array.from({ length: character.length }, (_, index) => {
      const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
      return `\\u${unit}`;
    }).join('');
  }
}
