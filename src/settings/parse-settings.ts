import type { Finding } from '../domain/decision.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import { fillDefaults } from './fill-defaults.ts';
import { SITE_NODE } from './setting-node.ts';
import { SETTINGS_CHECKS } from './settings-check.table.ts';
import { validateSettings } from './validate-settings.ts';
import { readYaml, type YamlValues } from '../formats/yaml/read-yaml.ts';

/** What site.yaml says: the settings with all defaults where no finding is an error, and everything that was found. */
export interface ParsedSettings {
  settings?: SiteSettings;
  findings: Finding[];
  /** Does the file itself give a value at this path, or does a default count? */
  says: YamlValues['says'];
  place: YamlValues['place'];
}

/**
 * Reads the text of site.yaml: YAML, schema, then the checks that compare settings with each other. All faults are
 * reported at once, each with file, line, column and what to do. A byte order mark and CRLF change nothing. Pure.
 */
export function parseSettings(text: string, fileName: string): ParsedSettings {
  const yaml = readYaml(text.startsWith('\uFEFF') ? text.slice(1) : text, fileName, SITE_NODE);
  const parsed = { says: yaml.says, place: yaml.place };
  if (!yaml.readable) return { ...parsed, findings: yaml.findings };
  if (yaml.value === null) return { ...parsed, findings: [emptyFile(fileName)] };
  const findings = [...yaml.findings, ...validateSettings(yaml)];
  if (findings.some((finding) => finding.severity === 'error')) return { ...parsed, findings };
  const settings = fillDefaults(SITE_NODE, yaml.value) as SiteSettings;
  for (const check of SETTINGS_CHECKS) findings.push(...check(settings, yaml));
  const wrong = findings.some((finding) => finding.severity === 'error');
  return wrong ? { ...parsed, findings } : { ...parsed, settings, findings };
}

function emptyFile(file: string): Finding {
  return {
    code: 'SETTINGS_INVALID',
    severity: 'error',
    message: 'The file says nothing.',
    hint: 'Give at least site, entities and company; "ordrebro init" writes a commented file.',
    at: { file, line: 1, column: 1 },
  };
}
