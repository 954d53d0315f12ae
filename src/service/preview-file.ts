import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Decision, Finding, ReadDocument, ReadResult } from '../domain/decision.ts';
import type { Command } from '../domain/documents.generated.ts';
import { Fault } from '../domain/fault.ts';
import type { FileRecord } from '../domain/records.ts';
import { dateInZone } from '../domain/plain-date.ts';
import type { InboxName, SiteSettings } from '../domain/settings.generated.ts';
import { decide } from '../pipeline/decide.ts';
import { gatherFacts } from '../pipeline/facts/gather-facts.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { outputName } from '../pipeline/output-names.ts';
import { read } from '../pipeline/read.ts';
import { recogniseDuplicate } from '../pipeline/steps/recognise-duplicate.ts';
import { settingsWith } from '../settings/settings-with.ts';
import { openSite } from './open-site.ts';
import { previewCommand } from './preview-command.ts';
import { systemClock } from './system-clock.ts';

/** A document that is only looked at has no id yet. */
const PREVIEW_ID = 'preview';
/** Whatever is in the ledger came before a file that is dropped now: a lower number would hide duplicates. */
const LATEST = Number.MAX_SAFE_INTEGER;

/** What a file would do, were it dropped now (contract 8). */
export interface Preview {
  channel: InboxName;
  mapping: ReadResult['mapping'];
  findings: Finding[];
  /** The file that was answered before with these bytes or this transport id: dropped now, this one would be answered like it, and nothing of `decisions` would happen. */
  duplicateOf: { file: string; name: string; receivedAt: string } | null;
  documents: ReadDocument[];
  /** What its documents would be decided like, were they new. Names of outputs stand with the number 0 and the delivery id `preview`. */
  decisions: {
    document: string;
    key: string;
    outcome: Decision['outcome'];
    status: string | null;
    reasons: Decision['reasons'];
    outputs: { document: string; folder: string; name: string; content: unknown }[];
  }[];
}

/**
 * One file through read and decide on today's facts: the same two functions as a run, without a commit.
 * `channel` may be left out where the file lies in an inbox folder or its content tells. `with`: settings to try,
 * as `company.tolerancePercent=5`. Rejects with `Fault` (NOT_FOUND, SETTINGS_INVALID, SITE_NOT_FOUND).
 */
export async function previewFile(
  site: string,
  file: string,
  options: { channel?: string; with?: string[]; now?: string },
): Promise<Preview> {
  const opened = await openSite(site);
  try {
    const changes = options.with ?? [];
    const settings = changes.length === 0 ? opened.settings : await settingsWith(site, changes);
    const bytes = await bytesOf(file);
    const name = basename(file);
    const channel = channelOf(site, file, options.channel, settings) ?? channelByContent(name, bytes);
    const result = read({ fileId: PREVIEW_ID, channel, name, bytes });
    const errors = result.findings.some((finding) => finding.severity === 'error');
    const documents = errors && !settings.channels[channel].partial ? [] : result.documents;
    const now = systemClock(options.now ?? null).now();
    const decisions: Preview['decisions'] = [];
    for (const document of documents) decisions.push(await previewDecision(document, opened.ledger, settings, now));
    const { first, findings } = await earlierAnswer(opened.ledger, result, { file, channel, name, bytes, now });
    return {
      ...{ channel, mapping: result.mapping, findings: [...result.findings, ...findings] },
      duplicateOf: first === null ? null : { file: first.id, name: first.name, receivedAt: first.receivedAt },
      ...{ documents: result.documents, decisions },
    };
  } finally {
    await opened.close();
  }
}

/** Were these bytes, or this transport id, answered before? By the same step as in a run. */
async function earlierAnswer(
  ledger: LedgerReader,
  result: ReadResult,
  of: { file: string; channel: InboxName; name: string; bytes: Buffer; now: string },
): Promise<{ first: FileRecord | null; findings: Finding[] }> {
  const { channel, name, bytes } = of;
  const claim = { id: PREVIEW_ID, channel, name, path: of.file, bytes: bytes.length };
  const duplicate = await recogniseDuplicate(ledger, {
    claim: { ...claim, fingerprint: '', claimedAt: of.now },
    ...{ bytes, sha256: hash('sha256', bytes, 'hex'), read: result },
    ...{ fault: null, attempts: 0, fresh: true, replayOf: null },
  });
  if (duplicate === undefined) return { first: null, findings: [] };
  const { first, findings } = duplicate;
  return {
    first,
    findings: [
      ...findings,
      {
        code: 'DUPLICATE_FILE',
        severity: 'warning',
        message: `This file was answered before, as ${first.name} of ${first.receivedAt} (file ${first.id}).`,
        hint: 'Dropped now it would be answered as a duplicate; what is shown is how it would be decided were it new.',
      },
    ],
  };
}

async function previewDecision(
  document: ReadDocument,
  ledger: LedgerReader,
  settings: SiteSettings,
  now: string,
): Promise<Preview['decisions'][number]> {
  const decision =
    document.kind === 'command'
      ? await previewCommand(ledger, settings, document.content as Command, now)
      : await plainDecision(document, ledger, settings, now);
  const outputs = decision.outputs.map((output) => ({
    document: output.document,
    folder: output.folder,
    name: outputName(0, output.document, output.key, PREVIEW_ID),
    content: output.content,
  }));
  return {
    document: decision.kind,
    key: decision.key,
    outcome: decision.outcome,
    status: decision.status,
    reasons: decision.reasons,
    outputs,
  };
}

async function plainDecision(
  document: ReadDocument,
  ledger: LedgerReader,
  settings: SiteSettings,
  now: string,
): Promise<Decision> {
  const facts = await gatherFacts(document, ledger, settings, async () => LATEST);
  const today = dateInZone(now, settings.site.timeZone);
  return decide(document, facts, settings, { fileId: PREVIEW_ID, fileSequence: LATEST, now, today });
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Fault('NOT_FOUND', `${resolve(file)} cannot be read: ${(cause as Error).message}`, {
      hint: 'Give the path of a file that you may read.',
      cause,
    });
  }
}

/** The channel that was asked for, or the inbox folder in which the file lies. */
function channelOf(
  site: string,
  file: string,
  asked: string | undefined,
  settings: SiteSettings,
): InboxName | undefined {
  if (asked !== undefined) {
    if (Object.hasOwn(settings.channels, asked)) return asked as InboxName;
    throw new Fault('WRONG_USE', `There is no channel "${asked}".`, {
      hint: `Channels: ${Object.keys(settings.channels).join(', ')}.`,
    });
  }
  const inInbox = relative(join(resolve(site), 'inbox'), dirname(resolve(file)));
  const [channel] = inInbox.split(sep);
  return channel !== undefined && Object.hasOwn(settings.channels, channel) ? (channel as InboxName) : undefined;
}

/** The first channel that reads the file without saying that it is in the wrong place. */
function channelByContent(name: string, bytes: Buffer): InboxName {
  for (const channel of ['invoices', 'visma', 'commands'] as const) {
    const { findings } = read({ fileId: PREVIEW_ID, channel, name, bytes });
    if (!findings.some((finding) => finding.code === 'WRONG_CHANNEL' || finding.code === 'UNKNOWN_DOCUMENT'))
      return channel;
  }
  return 'invoices';
}
