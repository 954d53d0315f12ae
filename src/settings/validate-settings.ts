import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isDecimalText } from '../domain/decimal.ts';
import type { Finding } from '../domain/decision.ts';
import { isPlainDate } from './is-plain-date.ts';
import { sayWanted } from '../formats/yaml/say-wanted.ts';
import { pathText } from '../formats/yaml/schema-node.ts';
import { SITE_NODE, type SettingNode, type SettingPath } from './setting-node.ts';
import { missingKey, repairOfValue, unknownKey } from './setting-hints.ts';
import type { YamlValues } from '../formats/yaml/read-yaml.ts';

let compiled: ValidateFunction | undefined;

/** The schema's validator: compiled once, and only where settings are read. */
function validator(): ValidateFunction {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
    ajv.addFormat('decimal', isDecimalText);
    ajv.addFormat('date', isPlainDate);
    compiled = ajv.compile(SITE_NODE);
  }
  return compiled;
}

/** Everything in the file that the schema does not allow: one finding a place, each with what would be right. */
export function validateSettings(yaml: YamlValues): Finding[] {
  const validate = validator();
  if (validate(yaml.value)) return [];
  const findings = new Map<string, Finding>();
  for (const error of validate.errors ?? []) {
    const { about, ...finding } = findingOf(error, yaml);
    // A value that fails in two ways is one fault to whoever mends it.
    if (!findings.has(about)) findings.set(about, finding);
  }
  return [...findings.values()].sort(
    (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}

function findingOf(error: ErrorObject, yaml: YamlValues): Finding & { about: string } {
  const path = pathOf(error.instancePath, yaml.value);
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const own = [...path, key];
    return {
      about: pathText(own),
      ...settingsFault(unknownKey(key, path, error.parentSchema as SettingNode, lineOfTwin(yaml, key))),
      at: yaml.place(own),
    };
  }
  if (error.keyword === 'required') {
    const own = [...path, String(error.params['missingProperty'])];
    return {
      about: pathText(own),
      ...settingsFault(missingKey(own, error.parentSchema as SettingNode)),
      at: yaml.place(path),
    };
  }
  const node = error.parentSchema as SettingNode;
  return { about: pathText(path), ...settingsFault(wrongValue(path, node, error)), at: yaml.valuePlace(path) };
}

function wrongValue(path: SettingPath, node: SettingNode, error: ErrorObject): { message: string; hint: string } {
  const name = path.length === 0 ? 'The file' : pathText(path);
  if (error.keyword === 'uniqueItems')
    return { message: `${name} lists the same value twice.`, hint: 'Remove one of them.' };
  if (error.keyword === 'minItems')
    return { message: `${name} is an empty list.`, hint: `Give at least one entry. ${node.description ?? ''}`.trim() };
  if (error.keyword === 'maxItems')
    return { message: `${name} has too many entries.`, hint: `At most ${String(error.params['limit'])} are allowed.` };
  const shown = error.data === null ? 'empty' : JSON.stringify(error.data);
  const wrong =
    error.data === null
      ? `${name} is empty; it must be ${sayWanted(node)}.`
      : `${name} must be ${sayWanted(node)}, not ${shown}.`;
  return { message: wrong, hint: repairOfValue(node, error.data) };
}

/** A JSON pointer of the validator as a path: steps into lists become numbers. */
function pathOf(pointer: string, root: unknown): SettingPath {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(step) : step);
    value = (value as Record<string, unknown> | undefined)?.[step];
  }
  return path;
}

function settingsFault(said: { message: string; hint: string }): Finding {
  return { code: 'SETTINGS_INVALID', severity: 'error', ...said };
}

/** The line in which the file has this key at the very left; undefined where it does not. */
function lineOfTwin(yaml: YamlValues, key: string): number | undefined {
  return yaml.says(key) ? yaml.place([key]).line : undefined;
}
