import type { OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import { type AffectedInvoice, affectedInvoices } from '../../service/run-again/affected-invoices.ts';
import { type TriedSetting, whatIf } from '../../service/what-if.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { listOption } from '../command-input.ts';
import type { CommandInput, CommandResult, Language } from '../command-shape.ts';
import { progressBar } from '../progress-bar.ts';
import { statusText, statusTone } from '../status-text.ts';
import { bulleted } from '../text-table.ts';
import { nowOf, withSite } from '../with-site.ts';

/** Invoices that are told one by one; --json has all. */
const TOLD = 50;

/** `invoice affected [QUERY] [--with SETTING=VALUE]`: which waiting invoices would come out otherwise now. Nothing is written. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  return withSite(input, async ({ open, language }) => {
    const changes = [...listOption(input, 'with')];
    const { settings, supplier, tried } = await whatIf(input.site, open.settings, changes);
    const bar = progressBar(input, 'Looking');
    const conditions = { settings, supplier, now: nowOf(input) };
    const found = await affectedInvoices(open, input.arguments['QUERY'] ?? '', conditions, bar.onProgress).finally(
      bar.stop,
    );
    return { exit: 'done', data: { settings: tried, ...found }, text: affectedText(found, tried, language, input) };
  });
}

function affectedText(
  { looked, affected }: { looked: number; affected: readonly AffectedInvoice[] },
  tried: readonly TriedSetting[],
  language: Language,
  input: CommandInput,
): string {
  const waiting = `${looked} waiting ${looked === 1 ? 'invoice' : 'invoices'}`;
  const condition = tried.map(({ setting, value }) => `${setting}=${value}`).join(', ');
  const by = condition === '' ? '' : ` with ${condition}`;
  return [
    `${affected.length} of ${waiting} would come out otherwise${by}.`,
    ...affected.slice(0, TOLD).map((one) => invoiceText(one, language, input)),
    ...(affected.length > TOLD ? [`and ${affected.length - TOLD} more: --json shows all`] : []),
    ...(affected.length > 0 && tried.length === 0
      ? ['"ordrebro invoice match --affected" runs them again. Nothing was written.']
      : [input.terminal.paint('faint', 'Nothing was written.')]),
  ].join('\n\n');
}

function invoiceText(one: AffectedInvoice, language: Language, input: CommandInput): string {
  const { paint, width } = input.terminal;
  const status = (code: number): string =>
    paint(statusTone(String(code)), statusText('supplier-invoice', String(code as OrderMatchStatusCode), language));
  const whose = [one.supplierNo, one.supplier].filter((part) => part !== null).join(' ');
  const then =
    one.statusNow === one.statusThen ? status(one.statusNow) : `${status(one.statusNow)} -> ${status(one.statusThen)}`;
  const reasons = (title: string, all: AffectedInvoice['reasonsGone']): string[] =>
    all.length === 0 ? [] : [title, ...all.map((reason) => bulleted(reasonSentence(language, reason), width, '    '))];
  return [
    `${paint('title', one.invoiceNo ?? 'without a number')} of ${whose === '' ? 'an unknown supplier' : whose}: ${then}`,
    `  key ${one.key}${one.otherFigures ? ', other lines or amounts' : ''}`,
    ...reasons('  no longer:', one.reasonsGone),
    ...reasons('  instead:', one.reasonsNew),
  ].join('\n');
}
