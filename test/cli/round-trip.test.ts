import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITE_SCHEMA } from '../../src/domain/site-schema.generated.ts';
import { EXAMPLE_SETTINGS } from '../../src/service/example-files.table.ts';
import { siteTemplate } from '../../src/service/site-template.ts';
import { commandInProcess } from '../support/command-in-process.ts';

let folder: string;
let site: string;

/** One command line in this process, as a script would call it: everything that it prints, and how it ends. */
function ordrebro(...words: string[]) {
  return commandInProcess(words, { site, folder });
}

async function json(...words: string[]) {
  const { code, stdout } = await ordrebro(...words, '--json');
  return { code, envelope: JSON.parse(stdout) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
  site = join(folder, 'site');
});
afterAll(() => rm(folder, { recursive: true }));

describe('a site from its first command to its last', () => {
  it('is not there yet', async () => {
    const { code, envelope } = await json('status');
    expect(code).toBe(78);
    expect(envelope).toMatchObject({
      ok: false,
      fault: { code: 'SITE_NOT_FOUND', hint: expect.stringContaining('ordrebro init') },
    });
  });

  it('is made, is right, and holds nothing', async () => {
    expect((await ordrebro('init', site)).code).toBe(0);
    expect((await ordrebro('check')).code).toBe(0);
    expect(await json('list', 'file')).toEqual({ code: 0, envelope: { ok: true, data: [] } });
    expect((await json('doctor')).code).toBe(0);
  });

  it('takes the examples in one run, and ends 1 where something waits', async () => {
    await writeFile(join(site, 'mappings', 'site.yaml'), siteTemplate(SITE_SCHEMA, EXAMPLE_SETTINGS));
    for (const channel of ['visma', 'invoices'])
      await cp(join(site, 'examples', channel), join(site, 'inbox', channel), { recursive: true });
    await rm(join(site, 'inbox', 'visma', 'purchase-order-1999.json'));
    const { code, envelope } = await json('run', '--once');
    expect(code).toBe(1);
    expect(envelope).toMatchObject({ ok: true, data: { files: 10, rejected: 0, duplicate: 0, failed: 0 } });
    expect((await json('run', '--once')).envelope).toMatchObject({ ok: true, data: { files: 0 } });
  });

  it('answers every file, and shows an invoice by its number', async () => {
    const files = (await json('list', 'file')).envelope.data as { key: string; name: string }[];
    const answers = (await readdir(join(site, 'outbox', 'acknowledgements'))).filter((name) =>
      name.endsWith('.ack.json'),
    );
    expect(answers.length).toBe(files.length);
    const { envelope } = await json('show', 'supplier-invoice', '50001/70118');
    expect(envelope.data).toMatchObject({
      status: { code: 4 },
      reasons: [{ code: 'OUTSIDE_TOLERANCE', at: '1002/2' }],
    });
    expect((await ordrebro('show', 'supplier-invoice', '50001/70118', '--lang', 'nb')).stdout).toContain(
      '4 Utenfor toleransegrense',
    );
  });

  it('takes the example commands once their channel is switched on', async () => {
    const withCommands = new Map([...EXAMPLE_SETTINGS, ['channels.commands.enabled', true]]);
    await writeFile(join(site, 'mappings', 'site.yaml'), siteTemplate(SITE_SCHEMA, withCommands));
    await cp(join(site, 'examples', 'commands'), join(site, 'inbox', 'commands'), { recursive: true });
    expect(await json('run', '--once')).toMatchObject({ code: 0, envelope: { data: { files: 2, rejected: 0 } } });
    const statusOf = async (key: string) => (await json('show', 'supplier-invoice', key)).envelope.data.status.code;
    expect(await statusOf('50001/70118')).toBe(5);
    expect(await statusOf('50001/70140')).toBe(6);
  });

  it('previews a file without writing', async () => {
    const before = await readdir(site, { recursive: true });
    const example = join(site, 'examples', 'invoices', 'invoice-unknown-order.xml');
    const held = await json('preview', example);
    expect(held).toMatchObject({
      code: 1,
      envelope: { ok: true, data: { channel: 'invoices', decisions: [{ outcome: 'held' }] } },
    });
    expect((await ordrebro('preview', example, '--with', 'company.tolerancePercent=5')).stdout).toContain(
      'Nothing was written.',
    );
    expect((await readdir(site, { recursive: true })).sort()).toEqual(before.sort());
  });

  it('asks for a reason before it changes anything', async () => {
    expect(await json('channel', 'pause', 'invoices')).toMatchObject({
      code: 2,
      envelope: { ok: false, fault: { code: 'REASON_REQUIRED' } },
    });
    expect((await ordrebro('channel', 'pause', 'invoices', '--reason', 'stock-taking', '--user', 'kari')).code).toBe(0);
    const { envelope } = await json('status');
    expect(envelope.data.channels.find((channel: { name: string }) => channel.name === 'invoices')).toMatchObject({
      paused: true,
    });
    expect((await ordrebro('channel', 'resume', 'invoices', '--reason', 'done')).code).toBe(0);
  });

  it('refuses to replay what was accepted, and ends 1', async () => {
    const [accepted] = (await json('list', 'file', 'status:completed')).envelope.data as { key: string }[];
    expect(await json('file', 'replay', accepted?.key ?? '', '--reason', 'test')).toMatchObject({
      code: 1,
      envelope: { ok: false },
    });
  });

  it('gives evidence once, a backup, and goes back to it', async () => {
    const zip = join(folder, 'evidence.zip');
    expect((await json('export', 'evidence', '50001/70118', '--to', zip)).code).toBe(0);
    expect(await json('export', 'evidence', '50001/70118', '--to', zip)).toMatchObject({
      code: 73,
      envelope: { ok: false, fault: { code: 'WRITE_FAILED' } },
    });
    const backup = (await json('export', 'backup', join(folder, 'backup'))).envelope.data.folder as string;
    expect((await json('restore', backup, '--reason', 'rehearsal')).code).toBe(0);
    expect((await json('doctor', '--full')).code).toBe(0);
    expect((await json('list', 'file')).envelope.data).toHaveLength(12);
  });

  it('explains what it says', async () => {
    expect((await ordrebro('explain', 'OUTSIDE_TOLERANCE')).stdout).toContain('tolerance');
    expect((await ordrebro('explain', 'outsde-tolerance')).stderr).toContain('Did you mean');
    expect((await json('explain', 'IIDvTlP')).envelope.data.settings).toMatchObject([
      { path: 'company.tolerancePercent' },
    ]);
  });

  it('says where the settings are wrong, all at once', async () => {
    await writeFile(
      join(site, 'mappings', 'site.yaml'),
      'site: { name: X }\nentities: [{ id: A }]\ncompany:\n  tolerencePercent: "2"\n  toleranceAmount: "-1"\n',
    );
    const { code, envelope } = await json('check');
    expect(code).toBe(78);
    expect(envelope.data.findings.filter((finding: { severity: string }) => finding.severity === 'error')).toHaveLength(
      2,
    );
    const run = await ordrebro('run', '--once');
    expect(run.code).toBe(78);
    expect(run.stderr).toContain('mappings/site.yaml:4:3');
    expect(run.stderr).toContain('^^^^');
  });
});

describe('the demo', () => {
  it('shows every outcome', async () => {
    const { code, envelope } = await json('demo');
    expect(code).toBe(0);
    const report = envelope.data as {
      site: string;
      rounds: {
        answers: { file: { name: string; outcome: string }; invoice: { status: { code: number } } | null }[];
      }[];
      decidedAgain: unknown[];
    };
    const answers = report.rounds
      .flatMap((round) => round.answers)
      .map(({ file, invoice }) => `${file.name} ${file.outcome} ${invoice?.status.code ?? ''}`.trim());
    expect(answers.filter((answer) => !answer.includes('json'))).toEqual([
      'invoice-peppol-bis-3.xml accepted 1',
      'invoice-ehf-2.xml held 4',
      'invoice-peppol-bis-2.xml accepted 1',
      'invoice-unknown-order.xml held 3',
      'cut-off.xml rejected',
      'credit-note-peppol-bis-3.xml accepted 1',
      'sent-again.xml duplicate',
    ]);
    expect(report.decidedAgain).toHaveLength(1);
    await rm(report.site, { recursive: true });
  });

  it('ends 1 where only a lookup is wrong: the settings themselves can be used', async () => {
    await writeFile(join(site, 'mappings', 'site.yaml'), siteTemplate(SITE_SCHEMA, EXAMPLE_SETTINGS));
    await writeFile(
      join(site, 'mappings', 'lookups', 'payment-terms.csv'),
      'entity,code,vismaTerms,dueDateType,days\n*,30,30,fixed-day,30\n',
    );
    expect((await json('check')).code).toBe(1);
  });
});
