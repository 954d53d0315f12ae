import type { SiteSettings } from '../domain/settings.generated.ts';
import type { ParsedSettings } from './parse-settings.ts';
import { SITE_NODE, type SettingNode } from './setting-node.ts';

/** One setting as it counts now. */
export interface SettingInForce {
  /** `company.tolerancePercent`; lists are one setting. */
  path: string;
  value: unknown;
  /** Where the value comes from: the file with its line, or the default. */
  origin: { kind: 'file'; file: string; line: number } | { kind: 'default' };
  title: string;
  description: string;
  visma: string | null;
}

/** Every setting in force with its origin, in the order of the schema. */
export function settingsInForce(
  settings: SiteSettings,
  parsed: Pick<ParsedSettings, 'says' | 'place'>,
): SettingInForce[] {
  return [...walk(SITE_NODE, settings, [], parsed)];
}

function* walk(
  node: SettingNode,
  value: unknown,
  path: readonly string[],
  parsed: Pick<ParsedSettings, 'says' | 'place'>,
): Generator<SettingInForce> {
  if (node.properties !== undefined) {
    for (const [key, child] of Object.entries(node.properties)) {
      yield* walk(child, (value as Record<string, unknown> | undefined)?.[key], [...path, key], parsed);
    }
    return;
  }
  const text = path.join('.');
  const at = parsed.says(text) ? parsed.place(path) : undefined;
  yield {
    path: text,
    value,
    origin: at === undefined ? { kind: 'default' } : { kind: 'file', file: at.file ?? '', line: at.line ?? 1 },
    title: node.title ?? text,
    description: node.description ?? '',
    visma: node['x-visma'] ?? null,
  };
}
