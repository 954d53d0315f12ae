import type { SettingNode } from './setting-node.ts';

/**
 * The settings with every default of the schema filled in, nothing given is changed. The default of a group can say
 * what its own keys default to there (`commands: { enabled: false }`), and wins over the keys' general defaults.
 */
export function fillDefaults(node: SettingNode, given: unknown): unknown {
  const value = given === undefined ? structuredClone(node.default) : given;
  if (Array.isArray(value) && node.items !== undefined) {
    const { items } = node;
    return value.map((entry) => fillDefaults(items, entry));
  }
  if (node.properties === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  const here = isGroup(node.default) ? node.default : {};
  const filled: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(node.properties)) {
    const own = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : here[key];
    const full = fillDefaults(child, own);
    if (full !== undefined) filled[key] = full;
  }
  return filled;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
