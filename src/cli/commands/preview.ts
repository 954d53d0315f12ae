import { resolve } from 'node:path';
import type { Reason } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { PreviewedDecision } from '../../service/preview-decision.ts';
import { previewDocument } from '../../service/preview-document.ts';
import { type Preview, previewFile } from '../../service/preview-file.ts';
import type { ShowKind } from '../../service/show-kind.table.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { textOption } from '../command-input.ts';
import type { CommandInput, CommandResult, Language } from '../command-shape.ts';
import { findingText } from '../show/file-text.ts';
import { previewWithText } from '../show/preview-with-text.ts';
import { section } from '../show/show-style.ts';
import { outcomeText, statusText, statusTone } from '../status-text.ts';
import { bulleted } from '../text-table.ts';
import { withSite } from '../with-site.ts';

/**
 * `preview FILE`, `preview --document KEY`: how a file would be understood and decided, or a kept invoice decided now,
 * and with `--with` what other settings would change. Ends `problems` where it would not be accepted: with the
 * settings that are tried, where some are.
 */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const preview = await previewOf(input);
  const language = input.language ?? (await withSite(input, async (site) => site.language));
  const decisions = preview.with?.decisions ?? preview.decisions;
  const good =
    preview.duplicateOf === null &&
    decisions.length > 0 &&
    decisions.every((decision) => decision.outcome === 'accepted');
  return { exit: good ? 'done' : 'problems', data: preview, text: previewText(preview, language, input) };
}

function previewOf(input: CommandInput): Promise<Preview> {
  const channel = textOption(input, 'channel');
  const settings = input.options['with'];
  const file = input.arguments['FILE'];
  const key = textOption(input, 'document');
  const options = {
    ...(Array.isArray(settings) ? { with: settings.map(String) } : {}),
    ...(input.now === null ? {} : { now: input.now }),
  };
  if (key !== undefined && file === undefined && channel === undefined)
    return previewDocument(input.site, key, options);
  if (key === undefined && file !== undefined)
    return previewFile(input.site, resolve(file), { ...(channel === undefined ? {} : { channel }), ...options });
  throw new Fault('WRONG_USE', 'preview looks at one thing: a file, or a document that is kept.', {
    hint: 'Write "ordrebro preview FILE [--channel CHANNEL]" or "ordrebro preview --document KEY".',
  });
}

function previewText(preview: Preview, language: Language, input: CommandInput): string {
  const { paint, width } = input.terminal;
  const refused = preview.decisions.length === 0 ? [paint('bad', 'The file would be rejected.')] : [];
  return [
    `${paint('title', 'Preview')} as a file of channel ${preview.channel}, understood by ${preview.mapping.name} ${preview.mapping.version}`,
    section(
      { paint },
      'Found while reading',
      preview.findings.map((finding) => findingText(finding, { width, paint })).join('\n'),
    ),
    ...refused,
    ...preview.decisions.slice(0, DECISIONS_SHOWN).map((decision) => decisionText(decision, language, input)),
    ...(preview.decisions.length > DECISIONS_SHOWN
      ? [`and ${preview.decisions.length - DECISIONS_SHOWN} more: --json shows all`]
      : []),
    preview.with === null ? '' : previewWithText(preview.with, language, { paint, width }),
    paint('faint', 'Nothing was written.'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Documents of one file that are told one by one. */
const DECISIONS_SHOWN = 50;

function decisionText(decision: PreviewedDecision, language: Language, input: CommandInput): string {
  const { paint, width } = input.terminal;
  const status =
    decision.status === null
      ? ''
      : `, ${paint(statusTone(decision.status), statusText(decision.document as ShowKind, decision.status, language))}`;
  const reasons = decision.reasons.map((reason: Reason) => bulleted(reasonSentence(language, reason), width, '  '));
  const outputs = decision.outputs.map((output) => `  would write outbox/${output.folder}: ${output.document}`);
  return [
    `${decision.document} ${decision.key}: ${paint(statusTone(decision.outcome), outcomeText(decision.outcome, language))}${status}`,
    ...reasons,
    ...outputs,
  ].join('\n');
}
