import type { Drop } from '../load/drop.ts';
import type { Original, SiteFacts } from './site-facts.ts';

/** I1, I7: every complete drop lies in exactly one place, whole, and nothing lies there that nobody dropped. */
export function filesInOnePlace(facts: SiteFacts): string[] {
  const names = originalNames(facts);
  const found = new Map<string, Original[]>();
  for (const original of facts.originals) {
    const name = original.id === null ? original.name : (names.get(original.id) ?? original.name);
    const key = identity({ ...original, name });
    found.set(key, [...(found.get(key) ?? []), original]);
  }
  const violations: string[] = [];
  for (const drop of facts.drops) {
    const places = found.get(identity(drop)) ?? [];
    found.delete(identity(drop));
    if (places.length === 0 && mustBeThere(drop, facts)) violations.push(`I1: ${drop.channel}/${drop.name} is lost`);
    if (places.length > 1)
      violations.push(`I1: ${drop.channel}/${drop.name} lies in ${places.length} places: ${paths(places)}`);
  }
  for (const strangers of found.values()) {
    if (!facts.power) violations.push(`I1: nobody dropped these bytes under this name: ${paths(strangers)}`);
  }
  return violations;
}

/** I1: what was refused has a report beside it. */
export function failedHaveReports(facts: SiteFacts): string[] {
  return facts.originals
    .filter((one) => one.place === 'failed' && !facts.reports.some((report) => report.startsWith(`${one.path}.`)))
    .map((one) => `I1: ${one.path} has no report beside it`);
}

/** I6: at rest nothing waits and nothing lies half done. */
export function nothingWaits(facts: SiteFacts): string[] {
  return [
    ...facts.originals
      .filter((one) => one.place === 'inbox' || one.place === 'claimed')
      .map((one) => `I6: at rest ${one.path} still waits (${one.place})`),
    ...facts.staging.map((path) => `I6: at rest ${path} is still there`),
  ];
}

/** After a power cut a file may be gone only when its sender did not sync it and nobody has answered it. */
function mustBeThere(drop: Drop, facts: SiteFacts): boolean {
  if (!facts.power || drop.durable) return true;
  return facts.outputs.some((output) => output.answer?.fileName === drop.name && output.answer.sha256 === drop.sha256);
}

function originalNames(facts: SiteFacts): Map<string, string> {
  const names = new Map(facts.ledger.files.map((row) => [row.id, row.name]));
  for (const output of facts.outputs)
    if (output.answer !== null) names.set(output.answer.fileId, output.answer.fileName);
  return names;
}

function identity(file: { channel: string; name: string; sha256: string }): string {
  return `${file.channel}/${file.name}/${file.sha256}`;
}

function paths(originals: readonly Original[]): string {
  return originals.map((one) => one.path).join(', ');
}
