import { describe, expect, it } from 'vitest';
import type { Acknowledgement, OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { openSite } from '../../src/service/open-site.ts';
import { previewFile } from '../../src/service/preview-file.ts';
import { showDocument } from '../../src/service/show-document.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import { join } from 'node:path';

const SWITCHED_ON = { channels: { commands: { enabled: true } } };
const OUTSIDE = [
  { sku: 'A-100', quantity: '10', price: '90.00' },
  { sku: 'B-200', quantity: '5', price: '250.00' },
];

function command(action: string, more: Record<string, unknown> = {}) {
  const head = { document: 'command', commandId: 'c-1', action, key: '50001/F-1' };
  return { ...head, reason: 'agreed', user: 'per', ...more };
}

async function siteWith(settings: Record<string, unknown> = SWITCHED_ON): Promise<TestSite> {
  const site = await siteWithWorld(settings);
  await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines: OUTSIDE }));
  await once(site);
  return site;
}

async function drop(site: TestSite, name: string, content: unknown, channel = 'commands'): Promise<Acknowledgement> {
  await dropFile(site, channel, name, JSON.stringify(content));
  await once(site);
  const [ack] = (await readAcks(site)).get(name) ?? [];
  return ack as unknown as Acknowledgement;
}

async function results(site: TestSite): Promise<string[]> {
  const all = (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
  return all.map((one) => `${one.revision} ${one.status.code}`);
}

async function historyOf(site: TestSite) {
  const open = await openSite(site.dir);
  try {
    return ((await showDocument(open, 'supplier-invoice', '50001/F-1')) as ShownSupplierInvoice).history;
  } finally {
    await open.close();
  }
}

describe('a command file', () => {
  it('does what an operator would do at the command line, by commands:<user>, and is answered', async () => {
    const site = await siteWith();
    const ack = await drop(site, 'c.json', command('invoice-receive', { lines: ['1001/1'] }));
    expect(ack).toMatchObject({
      outcome: 'accepted',
      documents: [{ document: 'command', key: 'c-1', outcome: 'accepted', reasons: [] }],
    });
    expect(await results(site)).toEqual(['1 4', '2 2']);
    expect((await historyOf(site)).at(-1)).toMatchObject({
      ...{ event: 'receive', from: '4', to: '2', by: 'commands:per', reason: 'agreed' },
    });
  });

  it('that is refused says why, and may come again under its id', async () => {
    const site = await siteWith();
    const refused = await drop(site, 'c.json', command('invoice-receive', { lines: ['1001/9'] }));
    expect(refused).toMatchObject({
      outcome: 'rejected',
      documents: [{ outcome: 'rejected', reasons: [{ code: 'LINE_NOT_FOUND', actual: '1001/9' }] }],
    });
    expect(await results(site)).toEqual(['1 4']);
    expect(await drop(site, 'c2.json', command('invoice-receive'))).toMatchObject({ outcome: 'accepted' });
    expect(await results(site)).toEqual(['1 4', '2 5']);
  });

  it('is done once: its id again is a duplicate, with another content it is refused', async () => {
    const site = await siteWith();
    await drop(site, 'c.json', command('invoice-receive', { lines: ['1001/1'] }));
    expect(await drop(site, 'same-bytes.json', command('invoice-receive', { lines: ['1001/1'] }))).toMatchObject({
      outcome: 'duplicate',
    });
    const { lines, ...rest } = { ...command('invoice-receive'), lines: ['1001/1'] };
    expect(await drop(site, 'other-bytes.json', { lines, ...rest })).toMatchObject({
      outcome: 'duplicate',
      documents: [{ reasons: [{ code: 'SAME_AS_BEFORE' }] }],
    });
    expect(await drop(site, 'other.json', command('invoice-receive'))).toMatchObject({
      outcome: 'rejected',
      documents: [{ reasons: [{ code: 'COMMAND_ID_REUSED' }] }],
    });
    expect(await results(site)).toEqual(['1 4', '2 2']);
  });

  it('of several commands does them in their order, and sends the last result only', async () => {
    const site = await siteWith();
    const documents = [
      command('invoice-unlink', { lines: ['2'] }),
      command('invoice-link', { commandId: 'c-2', lines: ['2'], order: '1001/2' }),
      command('invoice-reject', { commandId: 'c-3' }),
      command('invoice-receive', { commandId: 'c-4' }),
    ];
    const ack = await drop(site, 'c.json', { documents });
    expect(ack.outcome).toBe('partly-accepted');
    expect(ack.documents.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      'c-1 accepted',
      'c-2 accepted',
      'c-3 accepted',
      'c-4 rejected',
    ]);
    expect(await results(site)).toEqual(['1 4', '4 6']);
    expect((await historyOf(site)).map(({ event }) => event)).toEqual(['decided', 'unlink', 'link', 'reject']);
  });

  it.each([
    ['without a reason', { reason: undefined }, 'SCHEMA_VIOLATION'],
    ['with an empty reason', { reason: ' ' }, 'VALUE_INVALID'],
    ['with an action that is none', { action: 'invoice-approve' }, 'VALUE_INVALID'],
    ['with a word misspelt', { line: ['1'] }, 'UNKNOWN_PROPERTY'],
  ])('%s is refused with its place', async (_what, more, code) => {
    const site = await siteWith();
    expect(await drop(site, 'c.json', { ...command('invoice-receive'), ...more })).toMatchObject({
      outcome: 'rejected',
      findings: [{ code, at: { line: 1 } }],
    });
    expect(await results(site)).toEqual(['1 4']);
  });

  it('is taken through its own channel only, and only commands come through it', async () => {
    const site = await siteWith();
    expect(await drop(site, 'c.json', command('invoice-receive'), 'visma')).toMatchObject({
      outcome: 'rejected',
      findings: [{ code: 'WRONG_CHANNEL', hint: 'Drop the file in inbox/commands.' }],
    });
    expect(await drop(site, 's.json', { document: 'supplier', supplierNo: '7', name: 'S' })).toMatchObject({
      outcome: 'rejected',
      findings: [{ code: 'WRONG_CHANNEL' }],
    });
    expect(await results(site)).toEqual(['1 4']);
  });

  it('waits in its folder while the channel is off, as it is by default', async () => {
    const site = await siteWith({});
    await dropFile(site, 'commands', 'c.json', JSON.stringify(command('invoice-receive')));
    expect(await once(site)).toMatchObject({ files: 0 });
    expect(await results(site)).toEqual(['1 4']);
  });

  it('can be previewed, and nothing is done', async () => {
    const site = await siteWith();
    await dropFile(site, 'commands', 'c.json', JSON.stringify(command('invoice-receive')));
    const preview = await previewFile(site.dir, join(site.inbox('commands'), 'c.json'), {});
    expect(preview.decisions).toMatchObject([
      { document: 'command', outcome: 'accepted', outputs: [{ content: { status: { code: 5 } } }] },
    ]);
    expect(await results(site)).toEqual(['1 4']);
  });
});
