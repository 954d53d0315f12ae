import { canonicalFile, type WorldDocument } from '../../support/base-world.ts';
import { lastWords, ordrebro } from '../../support/daemon.ts';
import { dropFile, type TestSite } from '../../support/site.ts';
import type { Story } from '../story.ts';
import { type Answers, collectAnswers } from './answers.ts';

/** Time passes in the corpus, so that what was received last is known: each run is a minute after the one before. */
const FIRST_RUN = Temporal.Instant.from('2026-11-03T06:00:00Z');
const DOCUMENTS_A_FILE = 200;
const RUN_MS = 600_000;

/** The runs of one site so far. */
export interface Player {
  site: TestSite;
  answers: Answers;
  runs: number;
  /** Of the daemon alone, in milliseconds. */
  elapsedMs: number;
}

/** Plays some stories side by side: orders first, then step by step the invoices, each step a run of the real daemon. */
export async function playStories(player: Player, stories: readonly Story[]): Promise<void> {
  const steps = Math.max(
    ...stories.flatMap(({ documents, dropped }) => [...documents, ...dropped].map(({ step }) => step)),
  );
  for (let step = 0; step <= steps; step += 1) {
    const orders = stories.flatMap(({ dropped }) =>
      dropped.filter((one) => one.step === step).flatMap((one) => one.documents),
    );
    await dropDocuments(player, orders);
    let invoices = 0;
    for (const { documents } of stories) {
      for (const document of documents.filter((one) => one.step === step)) {
        await dropFile(player.site, 'invoices', document.file, document.text);
        invoices += 1;
      }
    }
    if (invoices > 0) await run(player);
  }
}

/** Drops master data or orders in files of bounded size, and has them taken in. */
export async function dropDocuments(player: Player, documents: readonly WorldDocument[]): Promise<void> {
  if (documents.length === 0) return;
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_FILE) {
    const name = `visma-${player.runs + 1}-${from}.json`;
    await dropFile(player.site, 'visma', name, canonicalFile(documents.slice(from, from + DOCUMENTS_A_FILE)));
  }
  await run(player);
}

async function run(player: Player): Promise<void> {
  const now = FIRST_RUN.add({ minutes: player.runs }).toString();
  const begun = performance.now();
  const ended = await ordrebro(player.site, ['run', '--once', '--now', now], { timeoutMs: RUN_MS });
  player.elapsedMs += performance.now() - begun;
  player.runs += 1;
  // 1: something was held or refused, which is what faults are for.
  if (ended.code !== 0 && ended.code !== 1)
    throw new Error(`The run ended with ${ended.code}: ${lastWords(ended.stderr)}`);
  await collectAnswers(player.site, player.answers);
}
