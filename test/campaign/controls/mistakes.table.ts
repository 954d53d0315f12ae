import type { Mistake } from './patched-copy.ts';

/** The deliberate mistakes of the negative controls. Each text must stand in the program exactly once. */
export const MISTAKES = {
  /** Staged files have a name, a row and no bytes that a power cut would leave. */
  'one-sync-removed': [{ file: 'src/disk/write-synced.ts', find: '    await fsync(handle);\n', replace: '' }],

  /** The acknowledgement waits for nothing and goes first. */
  'answer-before-result': [
    {
      file: 'src/pipeline/deliveries.ts',
      find: `    await this.#deliver(results);
    await this.#acknowledgements.take(records.filter((record) => record.folder === 'acknowledgements'));
`,
      replace: `    await this.#acknowledgements.take(records.filter((record) => record.folder === 'acknowledgements'));
    await this.#deliver(results);
`,
    },
    {
      file: 'src/pipeline/acknowledgements-waiting.ts',
      find: "      record.revision === 1 &&\n      record.status !== 'stopped' &&",
      replace: "      record.revision < 0 &&\n      record.status !== 'stopped' &&",
    },
  ],

  /** Outputs are written under their final name, in two pieces, instead of being renamed there whole. */
  'staging-skipped': [
    {
      file: 'src/channels/hand-over-file.ts',
      find: '    await renamePatiently(staged, final);\n',
      replace: `    const { appendFile, readFile, writeFile } = await import('node:fs/promises');
    const whole = await readFile(staged);
    await writeFile(final, whole.subarray(0, 100));
    await appendFile(final, whole.subarray(100));
    await unlink(staged);
`,
    },
  ],
} as const satisfies Record<string, readonly Mistake[]>;
