import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStateFolder } from '../../src/service/make-state-folder.ts';
import { openSiteLog } from '../../src/service/site-log.ts';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
});
afterEach(() => rm(site, { recursive: true }));

const daysAgo = (days: number) => Temporal.Now.plainDateISO().subtract({ days }).toString();

describe('the log of a site', () => {
  it('is kept by its days, however many files a day has, and nothing else is removed', async () => {
    const logs = join(site, 'state', 'logs');
    await mkdir(logs, { recursive: true });
    const kept = Array.from({ length: 12 }, (_, index) => `ordrebro.${daysAgo(2)}.${index + 1}.log`);
    const gone = [`ordrebro.${daysAgo(4)}.1.log`, `ordrebro.${daysAgo(400)}.7.log`];
    for (const name of [...kept, ...gone, 'notes.1.log']) await writeFile(join(logs, name), '');
    const log = await openSiteLog(site, 'info', 3);
    log.info('site-started', {});
    await log.close();
    const left = await readdir(logs);
    expect(left).toEqual(expect.arrayContaining([...kept, 'notes.1.log']));
    expect(left.filter((name) => gone.includes(name))).toEqual([]);
  });

  it('never holds a secret, and each line as it was said', async () => {
    const log = await openSiteLog(site, 'info', 3);
    log.info('file-claimed', { file: 'f1', bytes: 12 });
    log.warn('defect', { file: 'f1', token: 'hidden-1', text: 'kept' });
    log.error('defect', { settings: { password: 'hidden-2', name: 'kept too' }, authorization: undefined });
    await log.close();
    const logs = join(site, 'state', 'logs');
    const files = await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')));
    const text = files.join('');
    expect(text).not.toContain('hidden');
    const lines = text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 30, file: 'f1', bytes: 12, msg: 'file-claimed' },
      { level: 40, file: 'f1', token: '[Redacted]', text: 'kept' },
      { level: 50, settings: { password: '[Redacted]', name: 'kept too' } },
    ]);
  });
});

it('a state folder that cannot be made is a fault that names it', async () => {
  await writeFile(join(site, 'state'), '');
  await expect(makeStateFolder(site)).rejects.toMatchObject({
    code: 'FOLDER_NOT_ACCESSIBLE',
    at: { file: join(site, 'state') },
  });
});
