import type { Finding } from '../../domain/decision.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { SettingPath } from '../setting-node.ts';
import type { YamlValues } from '../../formats/yaml/read-yaml.ts';

/** A check that needs more than one value at a time, or more than a schema can say. Settings arrive with their defaults. */
export type SettingsCheck = (settings: SiteSettings, yaml: YamlValues) => Finding[];

/** The settings cannot be used as they are. */
export function refuse(yaml: YamlValues, path: SettingPath, message: string, hint: string): Finding {
  return { code: 'SETTINGS_INVALID', severity: 'error', message, hint, at: yaml.valuePlace(path) };
}

/** The settings can be used, and probably not as somebody meant them. */
export function warn(yaml: YamlValues, path: SettingPath, message: string, hint: string): Finding {
  return { code: 'SETTINGS_WARNING', severity: 'warning', message, hint, at: yaml.valuePlace(path) };
}

/** Worth knowing. */
export function note(yaml: YamlValues, path: SettingPath, message: string, hint: string): Finding {
  return { code: 'SETTINGS_WARNING', severity: 'note', message, hint, at: yaml.valuePlace(path) };
}
