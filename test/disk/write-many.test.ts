import { hash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { worldFault } from '../../src/disk/world-fault.ts';
import { writeNew } from '../../src/disk/write-many.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Few are written by the thread that asks, many by a thread of their own: nobody can tell from the outside. */
const FEW_AND_MANY = [3, 100];

const named = (folder: string, count: number) =>
  Array.from({ length: count }, (_, number) => join(folder, `${number}.txt`));

test.each(FEW_AND_MANY)('%d files that are asked for together are all there, whole', async (count) => {
  const folder = await temporaryFolder();
  const paths = named(folder, count);
  const contents = paths.map((_, number) => (number % 2 === 0 ? `Ærlig ${number}` : Buffer.from(`Ærlig ${number}`)));
  const written = await Promise.all(paths.map((path, number) => writeNew(path, contents[number] ?? '')));
  expect(await readdir(folder)).toHaveLength(count);
  for (const [number, path] of paths.entries()) {
    const bytes = await readFile(path);
    expect(bytes.toString('utf8')).toBe(`Ærlig ${number}`);
    expect(written[number]).toEqual({ sha256: hash('sha256', bytes), bytes: bytes.length });
  }
});

test.each(FEW_AND_MANY)(
  'of %d files the one that is there already is refused and kept, the others are written',
  async (count) => {
    const folder = await temporaryFolder();
    const [first = '', link = '', ...others] = named(folder, count);
    await writeFile(first, 'former');
    await symlink(join(folder, 'nowhere'), link);
    const outcomes = await Promise.allSettled(
      [first, link, ...others].map((path) => writeNew(path, Buffer.from('new'))),
    );
    const refused = { status: 'rejected', reason: { code: 'EEXIST', syscall: 'open', errno: expect.any(Number) } };
    expect(outcomes.slice(0, 2)).toMatchObject([refused, refused]);
    expect(outcomes.slice(2).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await readFile(first, 'utf8')).toBe('former');
    expect((await readdir(folder)).sort()).toEqual(named('', count).sort());
  },
);

test.each(FEW_AND_MANY)(
  '%d files of a folder that is not there: each gives the fault that a person can mend',
  async (count) => {
    const folder = join(await temporaryFolder(), 'gone');
    const paths = named(folder, count);
    const outcomes = await Promise.allSettled(paths.map((path) => writeNew(path, Buffer.from('x'))));
    for (const [number, outcome] of outcomes.entries()) {
      const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
      expect(worldFault(reason, 'writing', paths[number] ?? '')).toMatchObject({
        code: 'FOLDER_NOT_ACCESSIBLE',
        message: expect.stringContaining('ENOENT (no such file or directory)'),
      });
    }
  },
);

test.each(FEW_AND_MANY)(
  'a defect among %d files comes back as it is, never as something to be tried again',
  async (count) => {
    const folder = await temporaryFolder();
    const [, ...others] = named(folder, count);
    const defect = writeNew(`${folder}/a\0b`, Buffer.from('x'));
    const written = others.map((path) => writeNew(path, Buffer.from('x')));
    const reason: unknown = await defect.catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(Error);
    expect(reason).toMatchObject({ message: expect.stringContaining('null bytes') });
    expect(() => worldFault(reason, 'writing', folder)).toThrow(/null bytes/);
    await Promise.all(written);
    expect(await readdir(folder)).toHaveLength(count - 1);
  },
);

test('a process that has written many files and has nothing more to do ends', async () => {
  const folder = await temporaryFolder();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-and-leave.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('written');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await readdir(folder)).toHaveLength(100);
});
