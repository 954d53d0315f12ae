import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Acknowledgement, OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { previewFile } from '../../src/service/preview-file.ts';
import { showDocument } from '../../src/service/show-document.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';

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

  it('sends an output again, and marks a delivery as dealt with', async () => {
    const site = await siteWith();
    const [first] = await readOutbox(site, 'visma');
    const key = String(first?.content['deliveryId']);
    const resend = { ...command('delivery-resend', { key }) };
    expect(await drop(site, 'c.json', resend)).toMatchObject({ outcome: 'accepted' });
    const outputs = await readOutbox(site, 'visma');
    expect(outputs.map(({ name }) => name.endsWith('.r2.json'))).toEqual([false, true]);
    expect({ ...outputs[1]?.content, deliveryId: key }).toEqual(first?.content);
    const handle = command('delivery-handle', { commandId: 'c-2', key });
    expect(await drop(site, 'h.json', handle)).toMatchObject({ outcome: 'accepted' });
    expect(await drop(site, 'h2.json', { ...handle, commandId: 'c-3' })).toMatchObject({
      documents: [{ outcome: 'rejected', reasons: [{ code: 'ACTION_REFUSED', actual: 'handled' }] }],
    });
    const open = await openSite(site.dir);
    const rows = await open.ledger.auditOf({ kind: 'delivery', key });
    await open.close();
    expect(rows.map(({ event, by, reason }) => `${event} ${by} ${reason}`)).toEqual([
      'resend commands:per agreed',
      'handle commands:per agreed',
    ]);
  });

  it('marks a file as dealt with, and refuses what is not there', async () => {
    const site = await siteWith();
    const [ack] = (await readAcks(site)).get('f1.xml') ?? [];
    const key = (ack as unknown as Acknowledgement).file.id;
    expect(await drop(site, 'c.json', command('file-handle', { key }))).toMatchObject({ outcome: 'accepted' });
    expect(await drop(site, 'd.json', command('file-handle', { commandId: 'c-2', key: 'none' }))).toMatchObject({
      documents: [{ reasons: [{ code: 'DOCUMENT_NOT_FOUND', at: 'file' }] }],
    });
  });

  it.each([
    [
      'whose outbox was replaced',
      (site: TestSite) => join(site.outbox('visma'), '.staging'),
      'OUTBOX_REPLACED',
      'accept-new-outbox',
    ],
    [
      'whose kept bytes are gone',
      (site: TestSite) => join(site.dir, 'archive', 'outputs'),
      'NOT_FOUND',
      'from a backup',
    ],
  ])('%s is refused, says what to do, and does not hold up the next one', async (_what, lost, code, hint) => {
    const site = await siteWith();
    const [first] = await readOutbox(site, 'visma');
    await rm(lost(site), { recursive: true });
    const key = String(first?.content['deliveryId']);
    const documents = [command('delivery-resend', { key }), command('delivery-handle', { commandId: 'c-2', key })];
    expect(await drop(site, 'c.json', { documents })).toMatchObject({
      outcome: 'partly-accepted',
      documents: [
        { outcome: 'rejected', reasons: [{ code: 'ACTION_REFUSED', at: 'delivery-resend' }] },
        { outcome: 'accepted' },
      ],
      findings: [{ code, severity: 'error', hint: expect.stringContaining(hint), at: { path: 'documents[0]' } }],
    });
  });

  it('of several commands that is replayed does each under its own id', async () => {
    const site = await siteWith();
    const documents = [
      command('invoice-receive', { lines: ['9/9'] }),
      command('invoice-update', { commandId: 'c-2', lines: ['8/8'] }),
    ];
    const refused = await drop(site, 'c.json', { documents });
    expect(refused.outcome).toBe('rejected');
    const actor = { user: 'kari', reason: 'once more' };
    await performAction(site.dir, { action: 'file-replay', key: refused.file.id }, actor);
    const answers = (await readAcks(site)).get('c.json') as unknown as Acknowledgement[];
    expect(answers.at(-1)?.documents.map(({ key }) => key)).toEqual(['c-1', 'c-2']);
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

  it('is previewed as it would be answered: what is not there or not allowed, and what was done before', async () => {
    const site = await siteWith();
    const [first] = await readOutbox(site, 'visma');
    const key = String(first?.content['deliveryId']);
    const handle = command('delivery-handle', { key });
    const update = command('invoice-update', { commandId: 'c-0' });
    expect(await drop(site, 'c.json', { documents: [handle, update] })).toMatchObject({ outcome: 'accepted' });
    const documents = [
      handle,
      { ...update, reason: 'another' },
      { ...handle, commandId: 'c-2' },
      command('delivery-resend', { commandId: 'c-3', key: 'none' }),
      command('file-handle', { commandId: 'c-4', key: 'none' }),
      command('delivery-resend', { commandId: 'c-5', key }),
    ];
    await dropFile(site, 'commands', 'p.json', JSON.stringify({ documents }));
    const previewed = (await previewFile(site.dir, join(site.inbox('commands'), 'p.json'), {})).decisions;
    const said = (all: readonly { key: string; outcome: string; reasons: readonly { code: string }[] }[]) =>
      all.map((one) => [one.key, one.outcome, ...one.reasons.map(({ code }) => code)].join(' '));
    expect(said(previewed)).toEqual([
      'c-1 duplicate SAME_AS_BEFORE',
      'c-0 rejected COMMAND_ID_REUSED',
      'c-2 rejected ACTION_REFUSED',
      'c-3 rejected DOCUMENT_NOT_FOUND',
      'c-4 rejected DOCUMENT_NOT_FOUND',
      'c-5 rejected ACTION_REFUSED',
    ]);
    await once(site);
    const [ack] = ((await readAcks(site)).get('p.json') ?? []) as unknown as Acknowledgement[];
    expect(said(ack?.documents ?? [])).toEqual(said(previewed));
  });
});
