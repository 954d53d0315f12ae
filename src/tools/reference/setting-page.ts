import { allSettings, type SettingExplanation } from '../../settings/explain-setting.ts';
import type { SettingNode } from '../../settings/setting-node.ts';
import { code, page, table, yamlValue } from './markdown.ts';

/** settings.md: every key of mappings/site.yaml, from its schema as it is now. */
export function settingPage(schema: SettingNode): string {
  const settings = allSettings(schema);
  // All channels have the same keys: the first one speaks for them.
  const [firstChannel] = settings.filter(({ path }) => /^channels\.[^.]+$/.test(path));
  const shown = settings.filter(
    ({ path }) => !/^channels\.[^.]+\./.test(path) || path.startsWith(`${firstChannel?.path ?? ''}.`),
  );
  const groups = [...new Set(shown.map(({ path }) => path.split('.')[0]?.replace('[]', '') ?? ''))];
  return page(
    'Settings',
    'All keys of `mappings/site.yaml`. Only `site`, `entities` and `company` are needed; every other key has a default. `ordrebro check` shows every fault with its line, and `ordrebro explain KEY` says what a key is for.',
    ...groups.flatMap((group) => groupParts(group, shown, firstChannel?.path ?? '')),
  );
}

function groupParts(group: string, settings: readonly SettingExplanation[], firstChannel: string): string[] {
  const own = settings.find(({ path }) => path === group);
  const keys = settings.filter(({ path }) => path.startsWith(`${group}.`) || path.startsWith(`${group}[]`));
  const rows = keys.map((setting) => [
    code(setting.path.replace(`${firstChannel}.`, 'channels.<name>.')),
    setting.description,
    setting.wanted,
    'default' in setting ? code(yamlValue(setting.default)) : '',
    setting.examples
      .slice(0, 1)
      .map((example) => code(yamlValue(example)))
      .join(''),
    setting.visma ?? '',
  ]);
  return [
    `## ${group}`,
    own?.description ?? '',
    table(['Key', 'What it does', 'Value', 'Default', 'Example', 'Visma'], rows),
  ];
}
