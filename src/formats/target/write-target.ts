import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { writeCsv } from './write-csv.ts';
import { writeFixedWidth } from './write-fixed-width.ts';
import { writeJson } from './write-json.ts';
import { writeTargetXml } from './write-target-xml.ts';
import { writeVismaImport } from './write-visma-import.ts';

/** Prefixes with their namespaces. */
type Namespaces = Readonly<Record<string, string>>;

const WRITERS: Readonly<
  Record<MappingFormat['format'], (root: TargetNode, format: MappingFormat, namespaces: Namespaces) => Uint8Array>
> = {
  xml: writeTargetXml,
  json: writeJson,
  csv: writeCsv,
  'fixed-width': writeFixedWidth,
  'visma-import': writeVismaImport,
};

/** How a file of each format ends its name, without the dot, unless the mapping says otherwise. */
export const ENDINGS: Readonly<Record<MappingFormat['format'], string>> = {
  xml: 'xml',
  json: 'json',
  csv: 'csv',
  'fixed-width': 'txt',
  'visma-import': 'txt',
};

/**
 * Writes a tree in the format of a mapping: the same bytes for the same tree. `root` is the root element of XML, and for
 * the other formats the nameless top. Throws `TargetNotWritable` on what the format cannot hold as it is.
 */
export function writeTarget(root: TargetNode, format: MappingFormat, namespaces: Namespaces): Uint8Array {
  return WRITERS[format.format](root, format, namespaces);
}
