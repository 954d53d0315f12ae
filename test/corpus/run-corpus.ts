import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSite, removeSite } from '../support/site.ts';
import type { ClassRow } from './classes/class-row.ts';
import { judgeDocument, type Verdict } from './judge/judge-document.ts';
import { keepStory } from './play/keep-story.ts';
import { dropDocuments, type Player, playStories } from './play/play-stories.ts';
import { noAnswers } from './play/answers.ts';
import type { Story } from './story.ts';
import { tellCorpus } from './tell-corpus.ts';
import { masterData } from './world/dropped.ts';

/** What is asked of a run. */
export interface CorpusOrder {
  seed: number;
  invoices: number;
  /** The classes that are wanted. */
  classes?: readonly ClassRow[];
  /** Every story is kept here with its truth and its answers; null: only those with something wrong are, in a temporary folder. */
  keep: string | null;
  /** Says how far it is. */
  say: (text: string) => void;
}

/** What came of it. */
export interface CorpusOutcome {
  seed: number;
  verdicts: Verdict[];
  /** The daemon's own time, all runs together, and how many there were. */
  daemonMs: number;
  runs: number;
  elapsedMs: number;
  /** Where stories were kept; null where none was. */
  kept: string | null;
}

/** Stories that are played side by side; what is dropped at once stays below some thousand files. */
const SIDE_BY_SIDE = 400;

/** Generates the corpus of a seed, runs it through the whole path of a temporary site, and judges every answer. */
export async function runCorpus({ seed, invoices, classes, keep, say }: CorpusOrder): Promise<CorpusOutcome> {
  const begun = performance.now();
  const { world, stories } = tellCorpus(seed, invoices, classes);
  const site = await makeSite();
  const player: Player = { site, answers: noAnswers(), runs: 0, elapsedMs: 0 };
  const verdicts: Verdict[] = [];
  let kept = keep;
  try {
    await dropDocuments(player, masterData(world.suppliers));
    for (const batch of batches(stories(), SIDE_BY_SIDE)) {
      await playStories(player, batch);
      for (const story of batch) {
        const judged = story.documents.map((document) => judgeDocument(story, document, player.answers));
        verdicts.push(...judged);
        const wrong = judged.some(({ falseAccepts, unexpected }) => falseAccepts.length + unexpected.length > 0);
        if (wrong) kept ??= await mkdtemp(join(tmpdir(), 'ordrebro-corpus-'));
        if (kept !== null && (wrong || keep !== null))
          await keepStory(join(kept, 'stories'), story, player.answers, judged);
      }
      player.answers = noAnswers();
      say(`${verdicts.length} invoices judged`);
    }
  } finally {
    await removeSite(site);
  }
  if (kept !== null) await mkdir(kept, { recursive: true });
  const elapsedMs = performance.now() - begun;
  return { seed, verdicts, daemonMs: player.elapsedMs, runs: player.runs, elapsedMs, kept };
}

function* batches(stories: Iterable<Story>, size: number): Generator<Story[]> {
  let batch: Story[] = [];
  for (const story of stories) {
    batch.push(story);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
