import { Fault } from '../../domain/fault.ts';
import { didYouMeanHint } from '../../service/did-you-mean-hint.ts';
import { allSettings, findSettings, type SettingExplanation } from '../../settings/explain-setting.ts';
import { explainCode, type Explanation, explanations } from '../../texts/explain-code.ts';
import { argument } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { textTable, wrapped } from '../text-table.ts';

/** `explain WORD`: a status, a reason, a fault or a setting in plain words. Needs no site. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const asked = argument(input, 'WORD');
  const language = input.language ?? 'en';
  const codes = explainCode(language, asked);
  const settings = findSettings(asked);
  if (codes.length === 0 && settings.length === 0) {
    const known = [...explanations(language)]
      .map((one) => one.code)
      .concat(allSettings().map((setting) => setting.path));
    throw new Fault('NOT_FOUND', `nobody here knows "${asked}"`, {
      hint: `${didYouMeanHint(asked, known)} Statuses, reasons, faults and settings can be explained; src/reference/ lists all of them.`.trim(),
    });
  }
  const text = [...codes.map((one) => codeText(one, input)), ...settings.map((one) => settingText(one, input))].join(
    '\n\n',
  );
  return { exit: 'done', data: { codes, settings }, text };
}

const INDENT = '  ';

function codeText(one: Explanation, input: CommandInput): string {
  const { paint, width } = input.terminal;
  const kind = one.kind.replaceAll('-', ' ');
  const title = one.title === one.code ? one.code : `${one.code}: ${one.title}`;
  const hint = one.hint === undefined || one.hint === '' ? [] : [wrapped(`What to do: ${one.hint}`, width, INDENT)];
  const more = one.more.length === 0 ? [] : [wrapped(one.more.join(' · '), width, INDENT)];
  return [
    `${paint('title', title)}  ${paint('faint', kind)}`,
    wrapped(one.explanation, width, INDENT),
    ...hint,
    ...more.map((line) => paint('faint', line)),
  ].join('\n');
}

function settingText(one: SettingExplanation, input: CommandInput): string {
  const { paint, width } = input.terminal;
  const rows = [
    ['value', one.wanted],
    ['default', one.default === undefined ? 'none: it must be given' : JSON.stringify(one.default)],
    ['example', one.examples[0] === undefined ? '' : JSON.stringify(one.examples[0])],
    ['Visma', one.visma ?? ''],
  ].filter(([, value]) => value !== '');
  return [
    `${paint('title', one.path)}  ${paint('faint', 'setting in mappings/site.yaml')}`,
    wrapped(one.description, width, INDENT),
    textTable(
      [{ title: '' }, { title: '' }],
      rows.map(([name = '', value = '']) => [`${INDENT}${name}`, value]),
    ),
  ].join('\n');
}
