import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding, ReadDocument, ReadResult } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import type { FileRecord } from '../domain/records.ts';
import type { InboxName, SiteSettings } from '../domain/settings.generated.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { type ReadBy, read } from '../pipeline/read.ts';
import { recogniseDuplicate } from '../pipeline/steps/recognise-duplicate.ts';
import { mappingsForReading } from './mappings-for-reading.ts';
import { openSite } from './open-site.ts';
import { compareDecisions, type PreviewWith } from './preview-comparison.ts';
import { PREVIEW_ID, type PreviewConditions, type PreviewedDecision, previewDecision } from './preview-decision.ts';
import { systemClock } from './system-clock.ts';
import { whatIf } from './what-if.ts';

/** What a file would do, were it dropped now (contract 8). */
export interface Preview {
  channel: InboxName;
  mapping: ReadResult['mapping'];
  findings: Finding[];
  /** The file that was answered before with these bytes or this transport id: dropped now, this one would be answered like it, and nothing of `decisions` would happen. */
  duplicateOf: { file: string; name: string; receivedAt: string } | null;
  documents: ReadDocument[];
  /** What its documents would be decided like as the settings are, were they new. */
  decisions: PreviewedDecision[];
  /** The same with the settings that are tried, and what they change; null where none are. */
  with: PreviewWith | null;
}

/**
 * One file through read and decide on today's facts: the same two functions as a run, without a commit.
 * `channel` may be left out where the file lies in an inbox folder or its content tells. `with`: settings to try,
 * as `company.tolerancePercent=5` or `supplier.tolerancePercent=5`. Rejects with `Fault` (NOT_FOUND, WRONG_USE,
 * SETTINGS_INVALID, SITE_NOT_FOUND).
 */
export async function previewFile(
  site: string,
  file: string,
  options: { channel?: string; with?: string[]; now?: string },
): Promise<Preview> {
  const opened = await openSite(site);
  try {
    const changes = options.with ?? [];
    const { settings, ledger } = opened;
    const { set, findings: ofMappings } = await mappingsForReading(site);
    const by = { set, timeZone: settings.site.timeZone };
    const tried = changes.length === 0 ? null : await whatIf(site, settings, changes);
    const bytes = await bytesOf(file);
    const name = basename(file);
    const channel = channelOf(site, file, options.channel, settings) ?? channelByContent(name, bytes, by);
    const result = read({ fileId: PREVIEW_ID, channel, name, bytes }, by);
    const now = systemClock(options.now ?? null).now();
    const decisions = await decisionsOf(result, channel, ledger, { settings, supplier: {}, now, set });
    const others = tried === null ? [] : await decisionsOf(result, channel, ledger, { ...tried, now, set });
    const { first, findings } = await earlierAnswer(ledger, result, { file, channel, name, bytes, now });
    return {
      ...{ channel, mapping: result.mapping, findings: [...ofMappings, ...result.findings, ...findings] },
      duplicateOf: first === null ? null : { file: first.id, name: first.name, receivedAt: first.receivedAt },
      ...{ documents: result.documents, decisions },
      with:
        tried === null
          ? null
          : { settings: tried.tried, decisions: others, changes: compareDecisions(decisions, others) },
    };
  } finally {
    await opened.close();
  }
}

/** What is decided of a file: nothing where one of its records is wrong and the channel takes whole files only. */
async function decisionsOf(
  result: ReadResult,
  channel: InboxName,
  ledger: LedgerReader,
  conditions: PreviewConditions,
): Promise<PreviewedDecision[]> {
  const errors = result.findings.some((finding) => finding.severity === 'error');
  const documents = errors && !conditions.settings.channels[channel].partial ? [] : result.documents;
  const decisions: PreviewedDecision[] = [];
  for (const document of documents) decisions.push(await previewDecision(document, ledger, conditions));
  return decisions;
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
function channelByContent(name: string, bytes: Buffer, by: ReadBy): InboxName {
  for (const channel of ['invoices', 'visma', 'epack', 'bank', 'commands'] as const) {
    const { findings } = read({ fileId: PREVIEW_ID, channel, name, bytes }, by);
    if (!findings.some((finding) => finding.code === 'WRONG_CHANNEL' || finding.code === 'UNKNOWN_DOCUMENT'))
      return channel;
  }
  return 'invoices';
}
