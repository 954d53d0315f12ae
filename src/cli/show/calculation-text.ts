import type { OrderLineCalculation } from '../../rules/order-match/calculation/calculation.ts';
import type { LimitCheck, LineVerdict } from '../../rules/order-match/calculation/limits-of-line.ts';
import { decimal, isZero } from '../../domain/decimal.ts';
import type { Step } from '../../rules/order-match/calculation/step.ts';
import type { ShownSupplierInvoice } from '../../service/show-supplier-invoice.ts';
import { vismaNameOf } from '../../settings/visma-name.ts';
import { type Language, text } from '../../texts/text.ts';
import { amountText, moneyText } from '../amount-text.ts';
import { wrapped } from '../text-table.ts';
import { type FigureBlock, figureBlocks, type FigureRow } from './figure-table.ts';
import type { ShowStyle } from './show-style.ts';
import { formulaPieces, stepRow } from './step-text.ts';

/** Order lines whose calculation is printed; of a large invoice those outside tolerance come first, the rest is counted. */
const LINES_SHOWN = 50;

/** How each order line was compared, figure by figure; says so where an older decision did not keep it. */
export function calculationText({ orders, calculation }: ShownSupplierInvoice, style: ShowStyle): string {
  const { language } = style;
  const all = calculation.orderLines;
  if (all.length === 0) {
    const compared = orders.some(({ lines }) => lines.length > 0);
    return compared ? wrapped(text(language, 'show.older-result'), style.width - 2) : '';
  }
  const shown = all.length <= LINES_SHOWN ? all : [...all.filter(isOutside), ...all.filter((line) => !isOutside(line))];
  const blocks = shown.slice(0, LINES_SHOWN).map((line) => lineBlock(line, style));
  const left = all.length - blocks.length;
  const more = left > 0 ? [text(language, 'show.more-lines', { count: left })] : [];
  return [figureBlocks(blocks, style), ...more, limitsText(all[0]?.verdict, style)].join('\n\n');
}

/** The sums that the document states, then what of them is on the orders. */
export function sumsText({ calculation }: ShownSupplierInvoice, style: ShowStyle): string {
  const { document, orders } = calculation;
  const blocks = [document, orders]
    .filter((steps) => steps.length > 0)
    .map((steps): FigureBlock => ({ title: '', rows: steps.map((one) => stepRow(one, style.language)), remarks: [] }));
  return figureBlocks(blocks, style);
}

function isOutside({ verdict }: OrderLineCalculation): boolean {
  return !verdict.inside;
}

function lineBlock(
  { orderNo, lineNo, productNo, steps, verdict }: OrderLineCalculation,
  style: ShowStyle,
): FigureBlock {
  const { language } = style;
  const words = { id: `${orderNo}/${lineNo}`, product: productNo };
  const title = text(language, `show.order-line-${verdict.inside ? 'inside' : 'outside'}`, words);
  const isVat = ({ name }: Step) => name.startsWith('vat-');
  const agrees = verdict.limits.every(({ left }) => isZero(decimal(left.result)));
  const compared = steps.filter((one) => !isVat(one) && !(agrees && one.as === 'percent'));
  return {
    title: style.paint(verdict.inside ? 'good' : 'bad', title),
    rows: [
      ...compared.map((one) => stepRow(one, language)),
      ...(agrees ? [] : verdict.limits.map((limit) => limitRow(limit, style))),
      ...steps.filter(isVat).map((one) => stepRow(one, language)),
    ],
    remarks: verdict.counts ? [] : [wrapped(text(language, 'show.does-not-count'), style.width, '    ')],
  };
}

/** `limit 2 %  264.00 x 100 = 26 400.00 > 2 x 3 072.00 = 6 144.00  exceeded` */
function limitRow({ limit, value, left, right, holds }: LimitCheck, { language, paint }: ShowStyle): FigureRow {
  const side = ({ terms, result }: LimitCheck['left']) => [
    ...formulaPieces(terms, language),
    ...(terms.length > 1 ? [`= ${moneyText(result)}`] : []),
  ];
  const [first = '', ...others] = side(right);
  return {
    label: limitName(limit, value, language),
    pieces: [...side(left), `${holds ? '<=' : '>'} ${first}`, ...others],
    result: '',
    note: paint(holds ? 'good' : 'bad', text(language, `show.limit-${holds ? 'kept' : 'broken'}`)),
  };
}

/** The limits that held for the document: which settings say so, with Visma's names, and how two of them go together. */
function limitsText(verdict: LineVerdict | undefined, style: ShowStyle): string {
  const { language, paint } = style;
  const { limits = [], combination = 'both' } = verdict ?? {};
  const sentences = [
    ...limits.map(
      ({ limit, value, setting }) =>
        `${limitName(limit, value, language)}: ${text(language, 'show.set-in', { setting, visma: vismaNameOf(setting) })}`,
    ),
    ...(limits.length < 2
      ? []
      : [text(language, `show.${combination === 'both' ? 'both-must-hold' : 'either-is-enough'}`)]),
  ];
  return sentences.map((sentence) => paint('faint', wrapped(sentence, style.width, '  '))).join('\n');
}

function limitName(limit: LimitCheck['limit'], value: string, language: Language): string {
  return text(language, `show.limit-${limit}`, { value: limit === 'percent' ? amountText(value) : moneyText(value) });
}
