import { nodeOfEntry, nodeOfKey, type SchemaNode, type YamlPath } from '../../../formats/yaml/schema-node.ts';
import { MAPPING_NODE } from './mapping-node.ts';

const ROW = nodeOfEntry(nodeOfKey(MAPPING_NODE, 'rows'));

/** The groups of a mapping file, and how people are sent there. */
const GROUPS: readonly { node: SchemaNode | undefined; where: string; isHere(path: YamlPath): boolean }[] = [
  { node: MAPPING_NODE, where: 'at the very left of the file', isHere: (path) => path.length === 0 },
  {
    node: nodeOfKey(MAPPING_NODE, 'source'),
    where: 'under source: (or target:)',
    isHere: (path) => path[0] === 'source' || path[0] === 'target',
  },
  { node: nodeOfKey(MAPPING_NODE, 'claims'), where: 'under claims:', isHere: (path) => path[0] === 'claims' },
  { node: ROW, where: 'in a row, under rows:', isHere: (path) => path[0] === 'rows' },
];

/** Where a key that is not known here would be right, in words; undefined where it is known nowhere, or could be a slip. */
export function whereKeyBelongs(key: string, path: YamlPath): string | undefined {
  const group = GROUPS.find(({ node, isHere }) => !isHere(path) && Object.hasOwn(node?.properties ?? {}, key));
  return group === undefined ? undefined : `"${key}:" belongs ${group.where}.`;
}
