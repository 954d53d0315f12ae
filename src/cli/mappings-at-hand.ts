import { stat } from 'node:fs/promises';
import { MappingDesk } from '../service/mapping-tools/find-mapping.ts';
import type { FoundMapping } from '../service/mapping-tools/found-mapping.ts';
import { settingsForReading } from '../service/good-settings.ts';
import type { CommandInput } from './command-shape.ts';

/** What the commands for mappings work with. */
export interface MappingsAtHand {
  desk: MappingDesk;
  /** The site's. */
  timeZone: string;
}

/** Opens the mappings of the command's site. Rejects with `SITE_NOT_FOUND` where there is none. */
export async function mappingsAtHand(input: CommandInput): Promise<MappingsAtHand> {
  const { settings } = await settingsForReading(input.site);
  return { desk: await MappingDesk.open(input.site), timeZone: settings.site.timeZone };
}

/** The mappings that a command names, or all of them. */
export async function namedMappings(input: CommandInput, desk: MappingDesk): Promise<FoundMapping[]> {
  const asked = input.arguments['MAPPING…'];
  if (asked === undefined) return desk.all();
  // One path may have blanks in it.
  const isFile = await stat(asked).then(
    (one) => one.isFile(),
    () => false,
  );
  const found: FoundMapping[] = [];
  for (const one of isFile ? [asked] : asked.split(/\s+/)) found.push(await desk.find(one));
  return found;
}
