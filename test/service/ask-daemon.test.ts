import { mkdir, readFile } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { controlAddress } from '../../src/service/control-address.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { runSite } from '../../src/service/run-site.ts';
import { dropFile, readAcks, type TestSite } from '../support/site.ts';
import { emptySite, logOf, once } from '../support/run-in-process.ts';

const ACTOR = { user: 'kari', reason: 'stock-taking' };

let server: Server | undefined;
afterEach(() => server?.close());

/** A daemon that takes a call and then does what the test says. */
async function daemonThat(site: TestSite, answers: (socket: Socket) => void): Promise<void> {
  await mkdir(join(site.dir, 'state'), { recursive: true });
  const listening = createServer({ pauseOnConnect: true }, answers);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(controlAddress(site.dir), resolve));
}

describe('a daemon that took the call and broke off', () => {
  it.each<[string, (socket: Socket) => void]>([
    // what the caller has written is never read: its socket gets an error after it was connected
    ['with a reset', (socket) => socket.destroy()],
    ['at the first word', (socket) => socket.once('data', () => socket.end()).resume()],
    ['in the middle of its answer', (socket) => socket.once('data', () => socket.end('{"done":tr')).resume()],
  ])('%s is not answered by doing the action once more', async (_how, answers) => {
    const site = await emptySite();
    await daemonThat(site, answers);
    await expect(performAction(site.dir, { action: 'channel-pause', channel: 'bank' }, ACTOR)).rejects.toMatchObject({
      code: 'NOT_REACHABLE',
      message: 'The daemon ended before it answered.',
    });
    await expect(readFile(join(site.dir, 'state', 'desk.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a caller that goes away without reading its answer', () => {
  it('does not end the daemon', async () => {
    const site = await emptySite();
    const abort = new AbortController();
    let ready = (): void => undefined;
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const options = { site: site.dir, once: false, now: null, logLevel: 'info', signal: abort.signal };
    const daemon = runSite({ ...options, onReady: () => ready() });
    await isReady;
    const pause = { action: 'channel-pause', channel: 'bank' } as const;
    const caller = createConnection(controlAddress(site.dir)).pause();
    await new Promise<void>((resolve) => {
      caller.write(`${JSON.stringify({ action: pause, actor: ACTOR })}\n`, () => resolve());
    });
    // both are answered; going away with the answer unread resets the connection under the daemon
    while ((await performAction(site.dir, { action: 'channel-resume', channel: 'bank' }, ACTOR)).done !== true);
    caller.destroy();
    expect(await performAction(site.dir, pause, ACTOR)).toMatchObject({ done: true });
    abort.abort();
    await daemon;
  });
});

describe('without a daemon', () => {
  it('the action is done under the lock, and stands in the log of the site', async () => {
    const site = await emptySite();
    await dropFile(
      site,
      'invoices',
      'cut.xml',
      '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">',
    );
    await once(site);
    const file = (await readAcks(site)).get('cut.xml')?.[0]?.['file'] as { id: string };
    const outcome = await performAction(site.dir, { action: 'file-replay', key: file.id }, ACTOR);
    const replayed = (outcome.data as { file: string }).file;
    expect(await logOf(site)).toMatch(new RegExp(`"file":"${replayed}".*"msg":"file-decided"`));
  });
});
