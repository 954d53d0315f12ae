import { join } from 'node:path';
import type { CorpusOutcome } from '../run-corpus.ts';
import { type ClassSummary, summarise, summaryOf } from './summarise.ts';

/** One wrong thing, and where to look at it. */
export interface Finding {
  seed: number;
  className: string;
  story: string;
  file: string;
  says: string;
  /** The folder with the whole story. */
  kept: string | null;
}

/** What `--json` prints. */
export interface CorpusReport {
  seed: number;
  total: ClassSummary;
  /** Of the invoices that are right and that no preference holds, how many per cent passed. */
  ofHonest: string;
  classes: ClassSummary[];
  falseAccepts: Finding[];
  /** Not what the class promises; harmless, or it would be a false accept. */
  unexpected: Finding[];
  seconds: { daemon: string; all: string };
  runs: number;
  invoicesPerDaemonSecond: string;
  kept: string | null;
}

export function reportOf(outcome: CorpusOutcome): CorpusReport {
  const { seed, verdicts, daemonMs, elapsedMs, runs, kept } = outcome;
  const findings = (of: 'falseAccepts' | 'unexpected') =>
    verdicts.flatMap(({ className, story, file, [of]: wrong }) =>
      wrong.map((says) => ({
        seed,
        className,
        story,
        file,
        says,
        kept: kept === null ? null : join(kept, 'stories', story),
      })),
    );
  return {
    seed,
    total: summaryOf('all', [], verdicts),
    ofHonest: `${
      summaryOf(
        'honest',
        [],
        verdicts.filter((verdict) => verdict.mayPass),
      ).touchlessPercent
    } %`,
    classes: summarise(verdicts),
    falseAccepts: findings('falseAccepts'),
    unexpected: findings('unexpected'),
    seconds: { daemon: (daemonMs / 1000).toFixed(1), all: (elapsedMs / 1000).toFixed(1) },
    runs,
    invoicesPerDaemonSecond: (verdicts.length / (daemonMs / 1000)).toFixed(0),
    kept,
  };
}

/** Is anything wrong with it? A false accept, or a class that is not what it promises. */
export function isSound({ falseAccepts, unexpected }: CorpusReport): boolean {
  return falseAccepts.length === 0 && unexpected.length === 0;
}
