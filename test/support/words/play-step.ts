import { expect } from 'vitest';
import { canonicalFile } from '../base-world.ts';
import { dropFile, writeSettings } from '../site.ts';
import { overBase } from './base-settings.ts';
import { expectWorld } from './expect-world.ts';
import { onlyKeys } from './only-keys.ts';
import type { Play } from './play-scenario.ts';
import type { Step, ToldMap } from './scenario.ts';
import { documentOf } from './told-documents.ts';
import { documentOfFile, idOfFile } from './told-outputs.ts';
import { invoiceText } from './told-invoice.ts';

const WHO_AND_WHY = ['--user', 'kari', '--reason', 'agreed with the supplier'];
/** Commands that change nothing take neither user nor reason. */
const LOOKING = new Set(['run', 'check', 'show', 'list', 'status', 'preview']);

const STEPS: Readonly<
  Record<string, { keys: readonly string[]; play: (play: Play, step: ToldMap, where: string) => Promise<void> }>
> = {
  drop: { keys: ['drop', 'into', 'invoice', 'replace', 'documents', 'same', 'text'], play: drop },
  run: { keys: ['run', 'now'], play: run },
  do: { keys: ['do', 'now', 'refused', 'says'], play: doCommand },
  settings: { keys: ['settings'], play: changeSettings },
  expect: { keys: ['expect'], play: (play, step, where) => expectWorld(play, step['expect'] as ToldMap, where) },
};

/** Plays one step; the first key says which it is. */
export async function playStep(play: Play, step: Step, where: string): Promise<void> {
  const told: ToldMap = typeof step === 'string' ? { [step]: true } : step;
  const [name = ''] = Object.keys(told);
  const known = STEPS[name];
  if (known === undefined)
    throw new Error(`${where}: "${name}" is no step; known are ${Object.keys(STEPS).join(', ')}`);
  onlyKeys(told, known.keys, where);
  await known.play(play, told, where);
}

async function drop({ site, dropped }: Play, step: ToldMap, where: string): Promise<void> {
  const name = String(step['drop']);
  const text = contentOf(dropped, step, where);
  const channel = String(step['into'] ?? (step['documents'] === undefined ? 'invoices' : 'visma'));
  await dropFile(site, channel, name, text);
  dropped.set(name, { text, times: (dropped.get(name)?.times ?? 0) + 1 });
}

function contentOf(dropped: Play['dropped'], step: ToldMap, where: string): string {
  const { invoice, replace, documents, same, text } = step;
  if (documents !== undefined) return canonicalFile((documents as ToldMap[]).map(documentOf));
  if (text !== undefined) return String(text);
  if (same === undefined) return invoiceText((invoice ?? {}) as ToldMap, (replace ?? []) as ToldMap[], where);
  const before = dropped.get(String(same));
  if (before === undefined) throw new Error(`${where}: nothing was dropped as ${String(same)}`);
  return before.text;
}

async function run(play: Play, step: ToldMap, where: string): Promise<void> {
  const { ok, data, fault } = await play.command(['run', '--once', ...nowOf(play, step)]);
  expect({ ok, fault, data }, where).toMatchObject({ ok: true, data: { failed: 0 } });
}

/** A command as on the command line, in which `<f1.xml>` is the document that the file became, and `<f1.xml#file>` the file. */
async function doCommand(play: Play, step: ToldMap, where: string): Promise<void> {
  const line = String(step['do']);
  const words = await Promise.all(line.split(' ').map((word) => keyOf(play, word)));
  const actor = LOOKING.has(words[0] ?? '') ? [] : WHO_AND_WHY;
  const answer = await play.command([...words, ...actor, ...nowOf(play, step)]);
  const code = answer.fault?.code ?? null;
  expect(code, `${where}: ${line}: ${answer.fault?.message ?? ''}`).toBe(step['refused'] ?? null);
  const said = JSON.stringify(answer);
  for (const part of [step['says'] ?? []].flat())
    expect(said, `${where}: ${line}`).toContain(await keyOf(play, String(part)));
}

async function keyOf({ site }: Play, word: string): Promise<string> {
  const [, name, ofFile] = /^<(.+?)(#file)?>$/.exec(word) ?? [];
  if (name === undefined) return word;
  return ofFile === undefined ? documentOfFile(site, name) : idOfFile(site, name);
}

function nowOf({ scenario }: Play, step: ToldMap): string[] {
  const now = step['now'] ?? scenario.now;
  return now === null ? [] : ['--now', String(now)];
}

/** The settings of a step are taken in the order in which they stand: they were read with their types. */
async function changeSettings({ site, laterSettings }: Play): Promise<void> {
  await writeSettings(site, overBase(laterSettings.shift() ?? {}));
}
