import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { type OutputElement, writeXml } from '../xml/write-xml.ts';
import { characterNotInXml } from '../xml/xml-character.ts';
import { targetEncoding } from './target-encoding.ts';
import { TargetNotWritable } from './target-not-writable.ts';

/** XML through its one door. Characters that XML cannot hold are refused; those that only the encoding does not have become references. */
export function writeTargetXml(
  root: TargetNode,
  format: MappingFormat,
  namespaces: Readonly<Record<string, string>>,
): Uint8Array {
  const { encoding, mark } = targetEncoding(format);
  return writeXml(elementOf(root), {
    namespaces: { '': '', ...namespaces },
    encoding,
    byteOrderMark: mark,
    lineEnd: format.lineEnd ?? 'lf',
  });
}

function elementOf(node: TargetNode): OutputElement {
  const { name, attributes, content } = node;
  for (const attribute of attributes) requireXml(attribute.value, `${name}/@${attribute.name}`, node);
  if (typeof content === 'object')
    return { name, attributes, content: content.filter(({ list }) => list !== 'empty').map(elementOf) };
  const text = String(content);
  requireXml(text, name, node);
  return { name, attributes, content: text };
}

function requireXml(text: string, what: string, node: TargetNode): void {
  const character = characterNotInXml(text);
  if (character === undefined) return;
  throw new TargetNotWritable(
    `${what} has the character ${character}, which XML cannot hold.`,
    'Take it out in the row: convert: { strip: { chars: … } }, or ask where it comes from.',
    node,
  );
}
