import { Presets, SingleBar } from 'cli-progress';
import type { CommandInput } from './command-shape.ts';

/** Tells how far a long work is. */
export interface ProgressBar {
  onProgress: (done: number, total: number) => void;
  stop: () => void;
}

/** A bar on stderr, on a terminal only, and never beside `--json` or `--quiet`; elsewhere it is silent. */
export function progressBar(input: CommandInput, what: string): ProgressBar {
  const shown = input.terminal.interactive && !input.json && input.verbosity !== 'quiet';
  if (!shown) return { onProgress: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: `${what} {bar} {percentage} %`, hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let started = false;
  return {
    onProgress: (done, total) => {
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
