import { resolve } from 'node:path';
import type { Reason } from '../../domain/decision.ts';
import { type Preview, previewFile } from '../../service/preview-file.ts';
import type { ShowKind } from '../../service/show-kind.table.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { argument, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult, Language } from '../command-shape.ts';
import { findingText } from '../show/file-text.ts';
import { section } from '../show/show-style.ts';
import { outcomeText, statusText, statusTone } from '../status-text.ts';
import { bulleted } from '../text-table.ts';
import { withSite } from '../with-site.ts';

/** `preview FILE`: how a file would be understood and decided. Ends `problems` where it would not be accepted. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const channel = textOption(input, 'channel');
  const settings = input.options['with'];
  const preview = await previewFile(input.site, resolve(argument(input, 'FILE')), {
    ...(channel === undefined ? {} : { channel }),
    ...(Array.isArray(settings) ? { with: settings.map(String) } : {}),
    ...(input.now === null ? {} : { now: input.now }),
  });
  const language = input.language ?? (await withSite(input, async (site) => site.language));
  const good =
    preview.duplicateOf === null &&
    preview.decisions.length > 0 &&
    preview.decisions.every((decision) => decision.outcome === 'accepted');
  return { exit: good ? 'done' : 'problems', data: preview, text: previewText(preview, language, input) };
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
    paint('faint', 'Nothing was written.'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Documents of one file that are told one by one. */
const DECISIONS_SHOWN = 50;

function decisionText(decision: Preview['decisions'][number], language: Language, input: CommandInput): string {
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
