import type { Finding } from '../../domain/decision.ts';

/** By file and place, each once: a fault in a part is one fault, however many mappings use it. */
export function findingsInOrder(findings: readonly Finding[]): Finding[] {
  const once = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, line, column } = finding.at ?? {};
    once.set(JSON.stringify([file, line, column, finding.message]), finding);
  }
  return [...once.values()].sort(
    (a, b) =>
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
