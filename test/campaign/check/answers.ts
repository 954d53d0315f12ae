import type { Taken } from '../load/reader.ts';
import { resultsBehind } from '../load/reader.ts';
import type { SiteFacts } from './site-facts.ts';

/** Every resting file has exactly one acknowledgement, every acknowledgement speaks of a resting file. */
export function answeredOnce(facts: SiteFacts): string[] {
  const violations: string[] = [];
  const answers = answersByFile(facts);
  for (const original of facts.originals) {
    if (original.id === null || original.place === 'claimed') continue;
    const own = answers.get(original.id) ?? [];
    answers.delete(original.id);
    if (own.length === 0) violations.push(`I1: ${original.path} was never answered`);
    violations.push(...repeated(own, facts.power, `answer to ${original.path}`));
    const wrong = own.filter((one) => one.answer?.sha256 !== original.sha256);
    if (wrong.length > 0) violations.push(`I1: the answer to ${original.path} speaks of other bytes`);
  }
  for (const [id, own] of answers) violations.push(`I1: ${own[0]?.name ?? id} answers a file that lies nowhere`);
  return violations;
}

/** I3: at most one output for each document, key and revision. */
export function oneOutputEach(facts: SiteFacts): string[] {
  const byKey = new Map<string, Taken[]>();
  for (const output of facts.outputs) {
    if (output.result === null) continue;
    const key = `${output.result.document} of ${output.result.key}, revision ${output.result.revision}`;
    byKey.set(key, [...(byKey.get(key) ?? []), output]);
  }
  return [...byKey].flatMap(([key, outputs]) => repeated(outputs, facts.power, key));
}

/** I4, at the end: what an answer says was decided has its result. */
export function answersKeepTheirWord(facts: SiteFacts): string[] {
  return facts.outputs.flatMap((output) =>
    output.answer === null ? [] : resultsBehind({ ...output.answer, pending: false }, facts.outputs),
  );
}

/** The same invoice bytes, however often they came, are decided once; every other time they are a duplicate. */
export function sameBytesDecidedOnce(facts: SiteFacts): string[] {
  const decided = new Map<string, Set<string>>();
  for (const { answer } of facts.outputs) {
    if (answer === null || answer.decided.length === 0 || answer.outcome === 'duplicate') continue;
    decided.set(answer.sha256, (decided.get(answer.sha256) ?? new Set()).add(answer.fileId));
  }
  return [...decided]
    .filter(([, files]) => files.size > 1)
    .map(
      ([sha256, files]) =>
        `I3: the same bytes (${sha256.slice(0, 12)}) were decided ${files.size} times: ${[...files].join(', ')}`,
    );
}

/** I8: outputs of one key leave in the order of their sequence. Inside one look of the receiver order is not known. */
export function inOrderOfKey(facts: SiteFacts): string[] {
  const latest = new Map<string, { sequence: number; round: number; name: string }>();
  const violations: string[] = [];
  for (const output of [...facts.outputs].sort((a, b) => a.name.localeCompare(b.name))) {
    if (output.result === null) continue;
    const before = latest.get(output.result.key);
    const sequence = Number(output.name.slice(0, 10));
    if (before !== undefined && before.round > output.round && !facts.power) {
      violations.push(`I8: ${output.name} was taken before ${before.name} of the same key`);
    }
    latest.set(output.result.key, { sequence, round: output.round, name: output.name });
  }
  return violations;
}

/** More than one of what there may be one of; after a power cut the very same one may come once more. */
function repeated(outputs: readonly Taken[], power: boolean, what: string): string[] {
  if (outputs.length < 2) return [];
  const first = outputs[0];
  const same = outputs.every((one) => one.name === first?.name && one.sha256 === first.sha256);
  if (power && same) return [];
  return [
    `I3: ${outputs.length} outputs where there may be one: ${what}: ${outputs.map((one) => one.name).join(', ')}`,
  ];
}

function answersByFile(facts: SiteFacts): Map<string, Taken[]> {
  const byFile = new Map<string, Taken[]>();
  for (const output of facts.outputs) {
    if (output.answer === null) continue;
    byFile.set(output.answer.fileId, [...(byFile.get(output.answer.fileId) ?? []), output]);
  }
  return byFile;
}
