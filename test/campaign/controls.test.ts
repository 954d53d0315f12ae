import { describe, expect, it } from 'vitest';
import { MISTAKES } from './controls/mistakes.table.ts';
import { mistaken } from './controls/patched-copy.ts';

describe('a negative control', () => {
  it.each(Object.entries(MISTAKES))('can still make its mistake: %s', async (_name, mistakes) => {
    for (const mistake of mistakes) expect(await mistaken(mistake)).toContain(mistake.replace);
    // One file is broken once: a second mistake would undo the first.
    expect(new Set(mistakes.map(({ file }) => file)).size).toBe(mistakes.length);
  });

  it('refuses a mistake whose text is not in the program', async () => {
    const mistake = { file: 'src/main.ts', find: 'this text is nowhere', replace: '' };
    await expect(mistaken(mistake)).rejects.toThrow('0 times, not once');
  });
});
