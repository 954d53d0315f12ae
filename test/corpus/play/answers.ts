import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrderMatchResult } from '../../../src/domain/documents.generated.ts';
import { readOutbox, type TestSite } from '../../support/site.ts';

/** What an acknowledgement says that the judge asks for. */
export interface Acknowledgement {
  outcome: string;
  documents: { key: string }[];
}

/** Everything that came out, as a consumer takes it: what was read is gone from the outbox. */
export interface Answers {
  /** By the name of the file. */
  acknowledgements: Map<string, Acknowledgement[]>;
  /** By document id, in the order of their revisions. */
  results: Map<string, OrderMatchResult[]>;
}

export function noAnswers(): Answers {
  return { acknowledgements: new Map(), results: new Map() };
}

/** Takes what lies in the outboxes. */
export async function collectAnswers(site: TestSite, answers: Answers): Promise<void> {
  for (const { name, content } of await readOutbox(site, 'acknowledgements')) {
    const file = (content['file'] as { name: string }).name;
    answers.acknowledgements.set(file, [
      ...(answers.acknowledgements.get(file) ?? []),
      content as unknown as Acknowledgement,
    ]);
    await rm(join(site.outbox('acknowledgements'), name));
  }
  for (const { name, content } of await readOutbox(site, 'visma')) {
    if (content['document'] === 'order-match-result') {
      const result = content as unknown as OrderMatchResult;
      const former = answers.results.get(result.documentId) ?? [];
      answers.results.set(
        result.documentId,
        [...former, result].sort((a, b) => a.revision - b.revision),
      );
    }
    await rm(join(site.outbox('visma'), name));
  }
}
