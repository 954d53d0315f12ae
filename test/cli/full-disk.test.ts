import { afterEach, expect, it, vi } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { doAction } from '../../src/service/do-action.ts';
import { SiteSession } from '../../src/service/site-session.ts';
import { commandInProcess } from '../support/command-in-process.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

const FULL = new Fault('DISK_FULL', 'ledger.db: the disk is full', { hint: 'Free some space.' });
const RECEIVE = ['invoice', 'receive', '50001/F-1', '--reason', 'approved', '--user', 'kari', '--json'];
const AT = ['begin', 'commit'] as const;

afterEach(() => vi.restoreAllMocks());

/** A site with an invoice that waits for a person. */
async function held(): Promise<TestSite> {
  const site = await siteWithWorld();
  const lines = [{ sku: 'A-100', quantity: '10', price: '90.00' }];
  await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines }));
  await once(site);
  return site;
}

/** The disk is full when the ledger begins a transaction, or commits one. */
function fillDisk({ path: { ledger } }: SiteSession, at: (typeof AT)[number]): void {
  const begin = ledger.begin.bind(ledger);
  const full = () => Promise.reject(FULL);
  const commit = async () => {
    const transaction = await begin();
    const rollback = () => transaction.rollback();
    return Object.assign(Object.create(transaction), { commit: () => rollback().then(full) });
  };
  Object.assign(ledger, { begin: at === 'begin' ? full : commit });
}

async function ordrebro(site: TestSite, words: readonly string[]) {
  const { code, said } = await commandInProcess(words, { site: site.dir });
  return { code, said: JSON.parse(said) as unknown };
}

it.each(AT)('a disk that is full at the %s of an action is said, ends it with 73, and it is done later', async (at) => {
  const site = await held();
  const open = SiteSession.open.bind(SiteSession);
  vi.spyOn(SiteSession, 'open').mockImplementationOnce(async (options) => {
    const opened = await open(options);
    fillDisk(opened.session, at);
    return opened;
  });
  const refused = await ordrebro(site, RECEIVE);
  expect(refused).toMatchObject({ code: 73, said: { ok: false, fault: { code: 'DISK_FULL' } } });
  expect((await readOutbox(site, 'visma')).length).toBe(1);
  expect(await ordrebro(site, RECEIVE)).toMatchObject({ code: 0, said: { data: { result: { status: 5 } } } });
});

it('a daemon answers it in the same words, and its session ends', async () => {
  const site = await held();
  const died: unknown[] = [];
  const { session, desk, close } = await openSession(site, (error) => died.push(error));
  fillDisk(session, 'commit');
  const action = { action: 'invoice-receive', key: '50001/F-1' } as const;
  const outcome = await doAction(session, desk, action, { user: 'kari', reason: 'approved' });
  expect(outcome).toEqual({ done: false, code: 'DISK_FULL', message: `${FULL.message} ${FULL.hint}` });
  expect(died).toMatchObject([{ name: 'LedgerUncertain', cause: FULL }]);
  await close();
});

it('a disk that is full while its result is staged ends it with 73 too', async () => {
  const site = await held();
  const open = SiteSession.open.bind(SiteSession);
  vi.spyOn(SiteSession, 'open').mockImplementationOnce(async (options) => {
    const opened = await open(options);
    Object.assign(opened.session.path.outboxes.visma, { stage: () => Promise.reject(FULL) });
    return opened;
  });
  expect(await ordrebro(site, RECEIVE)).toMatchObject({ code: 73, said: { fault: { code: 'DISK_FULL' } } });
});
