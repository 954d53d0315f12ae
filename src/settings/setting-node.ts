import { SITE_SCHEMA } from '../domain/site-schema.generated.ts';
import type { SchemaNode, YamlPath } from '../formats/yaml/schema-node.ts';
import { withGroupDefault } from './group-default.ts';

/** A part of the schema of site.yaml. */
export type SettingNode = SchemaNode;

/** A way into site.yaml. */
export type SettingPath = YamlPath;

/** The schema of the whole file. */
export const SITE_NODE: SettingNode = SITE_SCHEMA as SettingNode;

/** Every key of the file, groups before what is in them; `[]` stands for each entry of a list. */
export function* settingNodes(
  node: SettingNode = SITE_NODE,
  path = '',
): Generator<{ path: string; node: SettingNode }> {
  for (const [key, own] of Object.entries(node.properties ?? {})) {
    const child = withGroupDefault(own, node.default, key);
    const childPath = path === '' ? key : `${path}.${key}`;
    yield { path: childPath, node: child };
    yield* settingNodes(child, childPath);
    if (child.items !== undefined) yield* settingNodes(child.items, `${childPath}[]`);
  }
}
