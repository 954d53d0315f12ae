import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileRecord } from '../domain/records.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import { EXAMPLE_FILES, EXAMPLE_SETTINGS } from './example-files.table.ts';
import { exampleText, makeSite } from './make-site.ts';
import { openSite } from './open-site.ts';
import { runSite } from './run-site.ts';
import { type ShownSupplierInvoice, showSupplierInvoice } from './show-supplier-invoice.ts';

/** A file of the demo, and what it is there to show. */
interface DemoFile {
  channel: InboxName;
  name: string;
  about: string;
  text: string;
}

/** What became of one file. `invoice`: where it was a supplier invoice that was decided. */
export interface DemoAnswer {
  about: string;
  file: FileRecord;
  invoice: ShownSupplierInvoice | null;
}

export interface DemoReport {
  site: string;
  rounds: { title: string; answers: DemoAnswer[] }[];
  /** Invoices of a former round that were decided again by themselves. */
  decidedAgain: ShownSupplierInvoice[];
}

const TITLES = ['What the order system and the suppliers send', 'Later'] as const;

/** More files than the demo drops: all of them are listed. */
const ALL_FILES = 100;

/**
 * A throw-away site in the system's folder for temporary files, with the examples dropped into it in two rounds and each
 * answer read back: the same `init`, `run --once` and `show` that a real site uses.
 */
export async function runDemo(): Promise<DemoReport> {
  const site = await mkdtemp(join(tmpdir(), 'ordrebro-demo-'));
  await makeSite(site, EXAMPLE_SETTINGS);
  const first = await examplesOf(1);
  const report: DemoReport = { site, rounds: [], decidedAgain: [] };
  for (const [index, files] of [
    [...first, cutOff(first)],
    [...(await examplesOf(2)), sentAgain(first)],
  ].entries()) {
    for (const file of files) await drop(site, file);
    await runSite({ site, once: true, now: null, logLevel: 'error' });
    report.rounds.push({ title: TITLES[index] ?? '', answers: await answersTo(site, files) });
  }
  report.decidedAgain = await decidedAgain(site, report.rounds[0]?.answers ?? []);
  return report;
}

async function examplesOf(round: number): Promise<DemoFile[]> {
  const examples = EXAMPLE_FILES.filter((example) => example.round === round);
  return Promise.all(
    examples.map(async (example) => ({ ...example, text: await exampleText(`${example.channel}/${example.name}`) })),
  );
}

/** An invoice whose second half was lost on the way. */
function cutOff(files: readonly DemoFile[]): DemoFile {
  const whole = textOf(files, 'invoice-peppol-bis-3.xml');
  return { channel: 'invoices', name: 'cut-off.xml', about: 'half an invoice', text: whole.slice(0, whole.length / 2) };
}

/** The first invoice once more, under another name. */
function sentAgain(files: readonly DemoFile[]): DemoFile {
  return {
    channel: 'invoices',
    name: 'sent-again.xml',
    about: 'the first invoice once more',
    text: textOf(files, 'invoice-peppol-bis-3.xml'),
  };
}

function textOf(files: readonly DemoFile[], name: string): string {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`the demo has no example ${name}`);
  return file.text;
}

/** As senders should: written under a temporary name, then renamed. */
async function drop(site: string, file: DemoFile): Promise<void> {
  const folder = join(site, 'inbox', file.channel);
  await writeFile(join(folder, `${file.name}.tmp`), file.text);
  await rename(join(folder, `${file.name}.tmp`), join(folder, file.name));
}

async function answersTo(site: string, files: readonly DemoFile[]): Promise<DemoAnswer[]> {
  const open = await openSite(site);
  try {
    const taken = await open.ledger.list({ kind: 'file', conditions: [], limit: ALL_FILES, offset: 0 });
    const answers: DemoAnswer[] = [];
    for (const { name, about } of files) {
      const row = taken.rows.find((candidate) => candidate['name'] === name);
      const file = row === undefined ? undefined : await open.ledger.file(String(row['key']));
      if (file === undefined) throw new Error(`the demo's file ${name} has no answer`);
      const decided = file.documents.find((document) => document.document === 'supplier-invoice');
      const invoice =
        decided === undefined || file.outcome === 'duplicate' ? null : await showSupplierInvoice(open, decided.key);
      answers.push({ about, file, invoice });
    }
    return answers;
  } finally {
    await open.close();
  }
}

/** Invoices whose result is a newer one than their own round gave. */
async function decidedAgain(site: string, answers: readonly DemoAnswer[]): Promise<ShownSupplierInvoice[]> {
  const open = await openSite(site);
  try {
    const again: ShownSupplierInvoice[] = [];
    for (const { invoice } of answers) {
      if (invoice === null) continue;
      const now = await showSupplierInvoice(open, invoice.key);
      if (now.revision > invoice.revision) again.push(now);
    }
    return again;
  } finally {
    await open.close();
  }
}
