import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { onlyKeys } from './only-keys.ts';

/** What a scenario writes as text, true, false or null: figures keep their digits. */
export type Told = string | boolean | null | Told[] | { [name: string]: Told };
export type ToldMap = { [name: string]: Told };

/** A step: a word by itself (`run`), or the keys of `README.md` beside the scenarios. */
export type Step = string | ToldMap;

/** One folder of `test/scenarios/words`, as written. */
export interface WordScenario {
  name: string;
  title: string;
  about: string[];
  /** Over the base world's site.yaml, with the types that YAML gives. */
  settings: Record<string, unknown>;
  /** The settings of later steps, in their order. */
  laterSettings: Record<string, unknown>[];
  lookups: Record<string, string>;
  now: string | null;
  /** Through a real process for each command. */
  commandLine: boolean;
  world: ToldMap[];
  steps: Step[];
}

const FOLDER = join(import.meta.dirname, '..', '..', 'scenarios', 'words');
const KEYS = ['title', 'about', 'why', 'settings', 'lookups', 'now', 'command-line', 'world', 'steps'];

/** Every scenario folder, in the order of their names. Throws where one is not written as the README says. */
export function wordScenarios(): WordScenario[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => readScenario(name, readFileSync(join(FOLDER, name, 'scenario.yaml'), 'utf8')))
    .sort(byName);
}

/** A scenario from its text. */
export function readScenario(name: string, text: string): WordScenario {
  const told = parse(text, { schema: 'failsafe', customTags: (tags) => [...tags, 'bool', 'null'] }) as ToldMap;
  const typed = parse(text) as { settings?: Record<string, unknown>; steps: { settings?: Record<string, unknown> }[] };
  onlyKeys(told, KEYS, name);
  for (const key of ['title', 'about', 'steps'])
    if (told[key] === undefined) throw new Error(`${name}: "${key}" is missing`);
  return {
    name,
    title: String(told['title']),
    about: told['about'] as string[],
    settings: typed.settings ?? {},
    laterSettings: typed.steps.flatMap((step) =>
      typeof step === 'object' && step.settings !== undefined ? [step.settings ?? {}] : [],
    ),
    lookups: (told['lookups'] ?? {}) as Record<string, string>,
    now: (told['now'] ?? null) as string | null,
    commandLine: told['command-line'] === true,
    world: (told['world'] ?? []) as ToldMap[],
    steps: told['steps'] as Step[],
  };
}

function byName(a: WordScenario, b: WordScenario): number {
  return a.name < b.name ? -1 : 1;
}
