import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { writtenKinds } from './target-columns.ts';
import { TargetNotWritable } from './target-not-writable.ts';

/** One line of a file of columns or positions, before it is text. */
export interface TargetLine {
  /** Which record type it is; null where all lines are of one kind. */
  kind: string | null;
  /** The node that the line is made of. */
  node: TargetNode;
  /** Its values by name of column or field, in the order of the rows. */
  values: ReadonlyMap<string, TargetNode>;
}

const HINT = 'Let the rows of a line give columns only, and each record type stand at the top or inside another one.';

/**
 * The lines of a tree, in the order of the document. Without record types every group at the top is a
 * line, or the values at the top are the one line; with them every group that has the name of one is a line, and
 * those inside it follow it. A line of a type that stands under another one comes after one of that. Throws `TargetNotWritable` on what would stand in no line.
 */
export function targetLines(root: TargetNode, format: MappingFormat): TargetLine[] {
  const kinds = writtenKinds(format);
  const nodes = groupOf(root);
  if (kinds === null) {
    const groups = nodes.filter(isGroup);
    if (groups.length === 0) return nodes.length === 0 ? [] : [lineOf(root, null, nodes)];
    const stray = nodes.find((node) => !isGroup(node));
    if (stray !== undefined)
      throw new TargetNotWritable(`${stray.name} stands beside lines, in none of them.`, HINT, stray);
    return groups.map((group) => lineOf(group, null, groupOf(group)));
  }
  const lines: TargetLine[] = [];
  const add = (node: TargetNode): void => {
    if (!isGroup(node) || !kinds.includes(node.name))
      throw new TargetNotWritable(`${node.name} is no record type: ${kinds.join(', ')} are.`, HINT, node);
    const under = (format.records ?? format.tables)?.[node.name]?.under;
    if (under !== undefined && !lines.some(({ kind }) => kind === under))
      throw new TargetNotWritable(`${node.name} belongs under ${under}, and none stands before it.`, HINT, node);
    const inside = groupOf(node);
    lines.push(
      lineOf(
        node,
        node.name,
        inside.filter((child) => !isGroup(child)),
      ),
    );
    for (const child of inside) if (isGroup(child)) add(child);
  };
  for (const node of nodes) add(node);
  return lines;
}

function isGroup(node: TargetNode): boolean {
  return typeof node.content === 'object';
}

function groupOf({ content }: TargetNode): readonly TargetNode[] {
  return typeof content === 'object' ? content.filter((node) => node.list !== 'empty') : [];
}

function lineOf(node: TargetNode, kind: string | null, children: readonly TargetNode[]): TargetLine {
  const values = new Map<string, TargetNode>();
  for (const child of children) {
    if (isGroup(child)) throw new TargetNotWritable(`${child.name} is a group inside a line.`, HINT, child);
    if (values.has(child.name))
      throw new TargetNotWritable(`${child.name} stands twice in one line.`, 'One column holds one value.', child);
    values.set(child.name, child);
  }
  return { kind, node, values };
}

/** A value of a line as text; a flag is `true` or `false`. */
export function lineText(node: TargetNode | undefined): string {
  if (node === undefined || typeof node.content === 'object') return '';
  return typeof node.content === 'string' ? node.content : String(node.content);
}
