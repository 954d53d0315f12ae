import { sayWanted } from '../formats/yaml/say-wanted.ts';
import { SITE_NODE, type SettingNode, settingNodes } from './setting-node.ts';

/** What a setting is, for `explain` and for the reference page. */
export interface SettingExplanation {
  path: string;
  title: string;
  description: string;
  /** What the value must be, in words. */
  wanted: string;
  /** Absent where the setting must be given. */
  default?: unknown;
  examples: readonly unknown[];
  visma: string | null;
}

/** All settings of a schema, groups before what is in them. */
export function allSettings(schema: SettingNode = SITE_NODE): SettingExplanation[] {
  return [...settingNodes(schema)].map(({ path, node }) => explanation(path, node));
}

/**
 * The settings that somebody may mean by a name: a whole path (`company.tolerancePercent`), the last part of one
 * (`tolerancePercent`), or Visma's name (`IIDvTlP`). Case does not count.
 */
export function findSettings(name: string): SettingExplanation[] {
  const asked = name.toLowerCase();
  const all = allSettings();
  const exact = all.filter((setting) => setting.path.toLowerCase() === asked);
  if (exact.length > 0) return exact;
  return all.filter(
    ({ path, visma }) => path.toLowerCase().endsWith(`.${asked}`) || visma?.split(' ')[0]?.toLowerCase() === asked,
  );
}

function explanation(path: string, node: SettingNode): SettingExplanation {
  return {
    path,
    title: node.title ?? path,
    description: node.description ?? '',
    wanted: sayWanted(node),
    ...(node.default === undefined ? {} : { default: node.default }),
    examples: node.examples ?? [],
    visma: node['x-visma'] ?? null,
  };
}
