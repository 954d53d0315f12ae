import { withGroupDefault } from '../settings/group-default.ts';

/**
 * The site.yaml that `init` writes: every setting with its description, and its default commented out. It is made
 * from the schema, so that a new setting appears here by itself.
 *
 * How it is to be read and edited: a line that begins with `##` only explains; a line that begins with `# ` is a
 * setting at its default, and becomes one in force when these two characters are removed (with the lines of the
 * groups above it). The first line is for editors: by it they complete and check.
 */

/** What of a JSON Schema the template shows. */
interface SettingSchema {
  title?: string;
  description?: string;
  'x-visma'?: string;
  default?: unknown;
  examples?: readonly unknown[];
  enum?: readonly unknown[];
  type?: string | readonly string[];
  properties?: Readonly<Record<string, SettingSchema>>;
}

/** Values in force, by path: `company.tolerancePercent`. */
export type TemplateValues = ReadonlyMap<string, unknown>;

const HEAD = [
  '# yaml-language-server: $schema=../schemas/settings/site.schema.json',
  '## Settings of this site. A changed file is checked and comes into force while the daemon runs;',
  '## a wrong one is refused, and the last good one stays in force. "ordrebro check" tells what is wrong.',
  '##',
  '## Lines with ## explain. Lines with # are settings at their default: to change one, remove the "# " in front of',
  '## it (and in front of the groups above it) and write your value. Amounts and per cents are written in quotes.',
];

/** Explanations are wrapped to this width. */
const WIDTH = 116;

/** The text of site.yaml from the schema of the settings; what `values` names is in force, all else is commented out. */
export function siteTemplate(schema: object, values: TemplateValues): string {
  const lines = [...HEAD];
  for (const [name, setting] of Object.entries((schema as SettingSchema).properties ?? {})) {
    lines.push('', ...settingLines(name, setting, [], values));
  }
  return `${lines.join('\n')}\n`;
}

function settingLines(
  name: string,
  setting: SettingSchema,
  above: readonly string[],
  values: TemplateValues,
): string[] {
  const path = [...above, name].join('.');
  const indent = '  '.repeat(above.length);
  const active = [...values.keys()].some((given) => given === path || given.startsWith(`${path}.`));
  const mark = active ? '' : '# ';
  const about = comment(explanation(setting), indent);
  const children = Object.entries(setting.properties ?? {});
  if (children.length === 0 || values.has(path)) {
    return [
      ...about,
      `${mark}${indent}${name}: ${yamlValue(values.has(path) ? values.get(path) : (setting.default ?? null))}`,
    ];
  }
  const below = children.flatMap(([child, its]) =>
    settingLines(child, withGroupDefault(its, setting.default, child), [...above, name], values),
  );
  return [...about, `${mark}${indent}${name}:`, ...below];
}

/** Description, Visma's name, the choices and an example, as far as there are any. */
function explanation(setting: SettingSchema): string {
  const parts = [setting.description ?? setting.title ?? ''];
  const visma = setting['x-visma'];
  if (visma !== undefined && !(parts[0] ?? '').includes(visma)) parts.push(`Visma: ${visma}.`);
  if (setting.enum !== undefined) parts.push(`One of: ${setting.enum.map(yamlValue).join(', ')}.`);
  const example = setting.examples?.[0];
  const shown = example === undefined ? '' : yamlValue(example);
  if (shown !== '' && setting.properties === undefined && shown !== yamlValue(setting.default ?? null))
    parts.push(`Example: ${shown}`);
  return parts.join(' ').trim();
}

/** Words of an explanation in lines that stay comments when `# ` is removed everywhere. */
function comment(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && indent.length + line.length + word.length + 4 > WIDTH) {
      lines.push(`${indent}## ${line}`);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, `${indent}## ${line}`];
}

/** Words that YAML readers of one version or another take for something else than text. */
const NOT_PLAIN = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n']);

/** A value in one line of YAML: JSON is YAML, and a plain word needs no quotes. */
function yamlValue(value: unknown): string {
  if (typeof value === 'string')
    return /^[a-z][a-z-]*$/i.test(value) && !NOT_PLAIN.has(value.toLowerCase()) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, member]) => `${name}: ${yamlValue(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
