import { type NameParts, nameParts, similarityOf } from './name-parts.ts';
import type { StepBudget } from '../step-budget.ts';

/** Names by their trigrams, so that a question meets only names that share something with it. */
export interface NameIndex<Named> {
  /** Everything whose name is at least so alike (per mille), with how alike; nothing where the budget is spent. */
  find(text: string, atLeast: number, budget: StepBudget): { named: readonly Named[]; similarity: number }[];
}

interface Entry<Named> {
  parts: NameParts;
  named: Named[];
}

/** Indexes what has names; equal names share one entry, in the order in which they are given. */
export function nameIndex<Named>(all: Iterable<{ name: string; named: Named }>): NameIndex<Named> {
  const entries = new Map<string, Entry<Named>>();
  for (const { name, named } of all) {
    const known = entries.get(name);
    if (known === undefined) entries.set(name, { parts: nameParts(name), named: [named] });
    else known.named.push(named);
  }
  const byTrigram = new Map<string, Entry<Named>[]>();
  for (const entry of entries.values()) {
    for (const trigram of entry.parts.trigrams) {
      const known = byTrigram.get(trigram);
      if (known === undefined) byTrigram.set(trigram, [entry]);
      else known.push(entry);
    }
  }
  return {
    find(text, atLeast, budget) {
      const asked = nameParts(text);
      const met = [...asked.trigrams].map((trigram) => byTrigram.get(trigram) ?? []);
      const steps = met.reduce((total, one) => total + one.length, 0);
      if (!budget.take(steps)) return [];
      const shared = new Map<Entry<Named>, number>();
      for (const entry of met.flat()) shared.set(entry, (shared.get(entry) ?? 0) + 1);
      return [...shared]
        .map(([entry, count]) => ({ named: entry.named, similarity: similarityOf(asked, entry.parts, count) }))
        .filter((hit) => hit.similarity >= atLeast);
    },
  };
}
