import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { canonicalFile } from '../base-world.ts';
import { emptySite } from '../run-in-process.ts';
import { dropFile, readAcks, type TestSite, writeSettings } from '../site.ts';
import { type Command, commandsAsProcesses, commandsInProcess } from './command.ts';
import { overBase } from './base-settings.ts';
import { playStep } from './play-step.ts';
import type { WordScenario } from './scenario.ts';
import { worldWith } from './told-documents.ts';

/** A scenario while it is played. */
export interface Play {
  scenario: WordScenario;
  site: TestSite;
  command: Command;
  /** What was dropped: the bytes by the name of the file, and how often each name. */
  dropped: Map<string, { text: string; times: number }>;
  /** Settings of steps that have not come yet. */
  laterSettings: Record<string, unknown>[];
}

/** Plays a scenario on a site of its own. In the end every dropped file has been answered exactly once, whatever was expected besides. */
export async function playScenario(scenario: WordScenario): Promise<void> {
  const site = await emptySite();
  await writeSettings(site, overBase(scenario.settings));
  await writeLookups(site, scenario.lookups);
  const command = scenario.commandLine ? commandsAsProcesses(site) : commandsInProcess(site);
  const play: Play = { scenario, site, command, dropped: new Map(), laterSettings: [...scenario.laterSettings] };
  await dropFile(site, 'visma', '0-world.json', canonicalFile(worldWith(scenario.world)));
  play.dropped.set('0-world.json', { text: '', times: 1 });
  for (const [index, step] of scenario.steps.entries())
    await playStep(play, step, `${scenario.name}, step ${index + 1}`);
  const answers = [...(await readAcks(site))].map(([name, acks]) => [name, acks.length]);
  const drops = [...play.dropped].map(([name, { times }]) => [name, times]);
  expect(answers.sort(), 'every dropped file is answered exactly once').toEqual(drops.sort());
}

async function writeLookups(site: TestSite, lookups: Record<string, string>): Promise<void> {
  const folder = join(site.dir, 'mappings', 'lookups');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(lookups)) await writeFile(join(folder, name), text);
}
