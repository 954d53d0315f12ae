import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/service/desk.ts';

let site: string;
let file: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
  await mkdir(join(site, 'state'));
  file = join(site, 'state', 'desk.json');
});
afterEach(() => rm(site, { recursive: true }));

const paused = (name: string) => `{ "name": "${name}", "by": "kari", "at": "2026-11-21T12:00:00Z", "reason": "r" }`;

describe('state/desk.json', () => {
  it('is empty where it is not there, and may leave out what there is nothing to say of', async () => {
    expect((await openDesk(site)).data).toEqual({ pausedChannels: [], mutedAlerts: [] });
    await writeFile(file, `{ "pausedChannels": [${paused('bank')}] }`);
    expect((await openDesk(site)).data).toMatchObject({ pausedChannels: [{ name: 'bank' }], mutedAlerts: [] });
  });

  it.each([
    ['a comma too many', '{\n  "pausedChannels": [],\n}', 3, 'JSON'],
    ['a list that is none', '{\n  "mutedAlerts": {}\n}', 2, '[]'],
    ['a misspelt key', '{\n  "pausedChanels": []\n}', 2, 'pausedChannels'],
    ['a misspelt channel', `{\n  "pausedChannels": [\n    ${paused('invoces')}] }`, 3, 'invoices'],
    ['a missing reason', '{ "pausedChannels": [\n{ "name": "bank", "by": "k", "at": "t" }] }', 2, 'quotes'],
    ['nothing', '', 1, 'JSON'],
  ])('with %s is a fault with its line and a repair', async (_what, text, line, hint) => {
    await writeFile(file, text);
    await expect(openDesk(site)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      at: { file: 'state/desk.json', line },
      hint: expect.stringContaining(hint),
    });
  });

  it('keeps what a person wrote into it while it was open', async () => {
    const desk = await openDesk(site);
    await writeFile(file, `{ "pausedChannels": [${paused('bank')}], "mutedAlerts": ["a1"] }`);
    await desk.update(({ mutedAlerts }) => mutedAlerts.push('a2'));
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      pausedChannels: [{ name: 'bank' }],
      mutedAlerts: ['a1', 'a2'],
    });
  });
});
