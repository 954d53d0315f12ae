import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/daemon.ts';

/** One deliberate mistake: in this file, this text becomes that one. */
export interface Mistake {
  file: string;
  find: string;
  replace: string;
}

/**
 * A copy of the program with deliberate mistakes in it, for a negative control. Throws when a text is not there
 * exactly once: a control whose mistake is not in the program would prove nothing.
 */
export async function patchedCopy(
  mistakes: readonly Mistake[],
): Promise<{ repository: string; remove(): Promise<void> }> {
  const repository = await mkdtemp(join(tmpdir(), 'ordrebro-control-'));
  for (const part of ['src', 'schemas', 'mappings', 'package.json'])
    await cp(join(REPOSITORY, part), join(repository, part), { recursive: true });
  await symlink(join(REPOSITORY, 'node_modules'), join(repository, 'node_modules'));
  const remove = () => rm(repository, { recursive: true, force: true });
  try {
    for (const mistake of mistakes) await writeFile(join(repository, mistake.file), await mistaken(mistake));
  } catch (error) {
    await remove();
    throw error;
  }
  return { repository, remove };
}

/** The file of the program with the mistake in it. Throws when the text to be broken is not there exactly once. */
export async function mistaken({ file, find, replace }: Mistake): Promise<string> {
  const text = await readFile(join(REPOSITORY, file), 'utf8');
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} has the text to be broken ${times} times, not once: ${find}`);
  return text.replace(find, () => replace);
}
