import { didYouMean } from '../domain/did-you-mean.ts';
import { hasType, pathText } from '../formats/yaml/schema-node.ts';
import { settingNodes, type SettingNode, type SettingPath } from './setting-node.ts';

interface Said {
  message: string;
  hint: string;
}

/**
 * What to say about a key that the schema does not have: a slip, Visma's name, or a key of another group. `twinLine`: the
 * line in which the same key stands at the very left, where there is one.
 */
export function unknownKey(key: string, path: SettingPath, node: SettingNode, twinLine?: number): Said {
  const known = Object.keys(node.properties ?? {});
  const group = path.length === 0 ? 'at the top of the file' : `under ${pathText(path)}`;
  const message = `There is no key "${key}" ${group}.`;
  const visma = byVismaName(key);
  if (visma !== undefined) return { message, hint: `${key} is Visma's name for ${visma}.` };
  const elsewhere = [...settingNodes()]
    .filter((setting) => lastKey(setting.path) === key)
    .map((setting) => setting.path);
  if (elsewhere.includes(key) && path.length > 0) {
    const there =
      twinLine === undefined ? '' : `, and stands there already in line ${twinLine}: write the values there`;
    return { message, hint: `"${key}:" belongs at the very left of the file${there}.` };
  }
  if (elsewhere.length > 0 && elsewhere.length <= 3)
    return { message, hint: `It belongs elsewhere: ${elsewhere.join(', ')}.` };
  const meant = didYouMean(key, known);
  if (meant !== undefined) return { message, hint: `Did you mean "${meant}"?` };
  return { message, hint: known.length === 0 ? 'Remove it.' : `The keys here are ${known.join(', ')}.` };
}

/** What to say about a key that must be there. */
export function missingKey(path: SettingPath, parent: SettingNode): Said {
  const key = String(path.at(-1));
  const node = parent.properties?.[key];
  const example = node?.examples?.[0];
  const shown =
    typeof example === 'string' || typeof example === 'number' ? ` For instance: "${key}: ${example}".` : '';
  const where = path.length === 1 ? 'at the top of the file' : `under ${pathText(path.slice(0, -1))}`;
  return {
    message: `${pathText(path)} is missing.`,
    hint: `Add the key "${key}" ${where}: ${node?.description ?? ''}${shown}`,
  };
}

/** What to do about a wrong value: the slip that was probably made, else the default that leaving it out gives. */
export function repairOfValue(node: SettingNode, value: unknown): string {
  if (typeof value === 'string') {
    const choices = (node.enum ?? []).filter((choice): choice is string => typeof choice === 'string');
    const meant = didYouMean(value, choices);
    if (meant !== undefined) return `Did you mean "${meant}"?`;
    if (node.format === 'decimal' && /^-?\d+,\d+$/.test(value))
      return `Decimals are written with a point: "${value.replace(',', '.')}".`;
    if (node.format === 'decimal' && /%\s*$/.test(value))
      return `Leave the per cent sign out: "${value.replace(/\s*%\s*$/, '')}".`;
    if (hasType(node, 'boolean') && /^(yes|on|ja|y)$/i.test(value)) return 'Write true.';
    if (hasType(node, 'boolean') && /^(no|off|nei|nee|n)$/i.test(value)) return 'Write false.';
    if (hasType(node, 'integer') && /^\d+$/.test(value)) return 'Write the number without quotation marks.';
  }
  if (node.default === undefined) return node.description ?? '';
  if (node.default === null) return `Leave the line out where none is wanted. ${node.description ?? ''}`.trim();
  return `Leave the line out for the default, ${JSON.stringify(node.default)}. ${node.description ?? ''}`.trim();
}

/** The setting that Visma calls by this SQL name. The sources print capital I for small L in places: they count as one letter. */
function byVismaName(name: string): string | undefined {
  const asked = sqlName(name);
  for (const { path, node } of settingNodes()) {
    const own = /^[A-Za-z0-9]+(?= \()/.exec(node['x-visma'] ?? '')?.[0];
    if (own !== undefined && sqlName(own) === asked) return path;
  }
  return undefined;
}

function sqlName(name: string): string {
  return name.replaceAll('I', 'l').toLowerCase();
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
