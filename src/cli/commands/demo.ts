import { join } from 'node:path';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { type DemoAnswer, type DemoReport, runDemo } from '../../service/run-demo.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import type { CommandInput, CommandResult, Language } from '../command-shape.ts';
import { programName } from '../program-name.ts';
import { outcomeText, statusText, statusTone } from '../status-text.ts';
import { bulleted, textTable } from '../text-table.ts';

/** `demo`: the examples through a site of their own, with each answer. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  input.terminal.talk('Making a site for the demo and dropping the examples into it …');
  const report = await runDemo();
  return { exit: 'done', data: report, text: demoText(report, input.language ?? 'en', input) };
}

function demoText(report: DemoReport, language: Language, input: CommandInput): string {
  const { paint } = input.terminal;
  const rounds = report.rounds.map(
    ({ title, answers }) =>
      `${paint('title', title)}\n${answers.map((answer) => answerText(answer, language, input)).join('\n')}`,
  );
  const again = report.decidedAgain.map((invoice) => decidedAgainText(invoice, language, input));
  return [
    ...rounds,
    ...(again.length > 0 ? [`${paint('title', 'By itself')}\n${again.join('\n')}`] : []),
    nextText(report, input),
  ].join('\n\n');
}

/** Wide enough for the names of the examples, so that the outcomes stand in one column. */
const NAME_WIDTH = 28;
const OUTCOME_WIDTH = 9;
const INDENT = '    ';

function answerText({ about, file, invoice }: DemoAnswer, language: Language, input: CommandInput): string {
  const { paint, width } = input.terminal;
  const outcome = file.outcome ?? file.status;
  const status = invoice === null ? [] : [`${INDENT}${orderMatchStatus(invoice, language, input)}`];
  const why = [
    ...file.findings
      .filter((finding) => finding.severity === 'error')
      .map((finding) => `${finding.message} ${finding.hint ?? ''}`),
    ...(invoice?.reasons ?? []).map((reason) => reasonSentence(language, reason)),
  ];
  return [
    `  ${file.name.padEnd(NAME_WIDTH)}  ${paint(statusTone(outcome), outcomeText(outcome, language).padEnd(OUTCOME_WIDTH))}  ${paint('faint', about)}`,
    ...status,
    ...why.map((sentence) => bulleted(sentence.trim(), width, INDENT)),
  ].join('\n');
}

function decidedAgainText(invoice: ShownSupplierInvoice, language: Language, input: CommandInput): string {
  const what = `Invoice ${invoice.supplierInvoice.invoiceNo ?? invoice.key} was decided again, since order ${invoice.purchaseOrderNo ?? ''} is here now:`;
  return `  ${what}\n${INDENT}${orderMatchStatus(invoice, language, input)}`;
}

function orderMatchStatus(invoice: ShownSupplierInvoice, language: Language, input: CommandInput): string {
  const code = String(invoice.status.code);
  return input.terminal.paint(statusTone(code), statusText('supplier-invoice', code, language));
}

function nextText(report: DemoReport, input: CommandInput): string {
  const { paint } = input.terminal;
  const site = `--site ${report.site}`;
  const program = programName();
  const commands: [string, string][] = [
    [`${program} show supplier-invoice 50001/70118 ${site}`, 'the dearer invoice, with every figure'],
    [`${program} list supplier-invoice ${site}`, 'all invoices'],
    [`${program} status ${site}`, 'one screen about the site'],
    [`${program} run ${site}`, 'run it, and drop files yourself'],
  ];
  return [
    `${paint('title', 'Where it lies')}`,
    textTable(
      [{ title: '' }, { title: '' }],
      [
        ['  site', report.site],
        ['  results for Visma', join(report.site, 'outbox', 'visma')],
        ['  acknowledgements', join(report.site, 'outbox', 'acknowledgements')],
      ],
    ),
    '',
    `${paint('title', 'Try next')}`,
    ...commands.map(([line, shows]) => `  ${line}\n${INDENT}${paint('faint', shows)}`),
    '',
    'The folder is yours to look at; delete it when you are done.',
  ].join('\n');
}
