import type { Finding, ReadDocument } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';

/**
 * Leaves out every document whose key stands more than once in the file, and adds a finding for each repetition that
 * names both places: which of them is meant to count is not for the reader to guess.
 */
export function refuseRepeatedKeys(documents: ReadDocument[], findings: Finding[]): ReadDocument[] {
  const first = new Map<string, ReadDocument>();
  const repeated = new Set<string>();
  for (const document of documents) {
    const name = `${document.kind} ${document.key}`;
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, document);
      continue;
    }
    repeated.add(name);
    findings.push({
      code: 'VALUE_INVALID',
      severity: 'error',
      message: `The ${document.kind} ${document.key} stands twice in this file: ${where(earlier.at)} and ${where(document.at)}.`,
      hint: 'Send every document once in a file. Neither of the two is taken.',
      at: document.at,
    });
  }
  return repeated.size === 0 ? documents : documents.filter(({ kind, key }) => !repeated.has(`${kind} ${key}`));
}

function where(place: Place): string {
  return `at line ${place.line}, column ${place.column}`;
}
