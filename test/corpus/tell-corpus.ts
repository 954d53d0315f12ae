import { type Chance, chance } from '../support/random.ts';
import { CLASSES } from './classes/classes.table.ts';
import type { ClassRow } from './classes/class-row.ts';
import type { Story } from './story.ts';
import { makeWorld } from './world/make-world.ts';
import { tellStory } from './world/tell-story.ts';
import type { World } from './world/world.ts';

/** The stories of a seed, and the world that they play in. */
export interface Corpus {
  world: World;
  /** One after the other, until there are as many invoices as asked for: told when they are needed, since 10,000 do not fit a small memory. */
  stories: () => Generator<Story>;
}

/** Every class comes once before any comes again; then each as often as its share says. Equal seeds give equal bytes. */
export function tellCorpus(seed: number, invoices: number, classes: readonly ClassRow[] = CLASSES): Corpus {
  const world = makeWorld(seed);
  const luck = chance(seed ^ 0x5eed);
  function* stories(): Generator<Story> {
    const deck = shuffle(classes, luck);
    const weighted = classes.flatMap((row) => Array.from({ length: row.share ?? 1 }, () => row));
    for (let told = 0, index = 0; told < invoices; index += 1) {
      const row = deck[index] ?? luck.pick(weighted);
      const story = tellStory(row, `S${String(index + 1).padStart(5, '0')}`, luck.between(1, 2 ** 31), world);
      told += story.documents.length;
      yield story;
    }
  }
  return { world, stories };
}

function shuffle<T>(items: readonly T[], luck: Chance): T[] {
  return items
    .map((item) => ({ item, key: luck.fraction() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
