import { decimal, decimalText, roundedText, sum } from '../../../src/domain/decimal.ts';
import type { Chance } from '../../support/random.ts';
import { CUSTOMER } from '../../support/ubl-invoice.ts';
import type { UblLine, UblSpec } from '../../support/ubl-spec.ts';
import type { Draft, TrueLine } from '../story.ts';
import type { DeliveredPart } from './deliver.ts';
import { plainLine, writtenLine } from './write-lines.ts';
import type { CorpusSupplier } from './world.ts';

const FAMILIES = ['peppol-bis-3', 'peppol-bis-3', 'peppol-bis-2', 'ehf-2'] as const;

/** How an invoice is written: what the supplier is used to, and what the story needs to be plain. */
export interface WritingWish {
  kind?: UblSpec['kind'];
  family?: UblSpec['family'];
  /** Lines as they are, without other units or identifiers. */
  plain?: boolean;
  /** How lines refer to order lines; left out: not at all, or rightly. */
  references?: 'none' | 'right';
}

/** The truthful invoice for a delivery. The first part stands first, is written plainly and refers to no order line. */
export function draftInvoice(
  parts: readonly DeliveredPart[],
  supplier: CorpusSupplier,
  number: string,
  wish: WritingWish,
  luck: Chance,
): Draft {
  const orderNos = [...new Set(parts.map(({ order }) => order.orderNo))];
  const refer = wish.references === undefined ? luck.fraction() < 0.25 : wish.references === 'right';
  const rows = parts.map((part, index) => {
    const line = index === 0 || wish.plain === true ? plainLine(part) : writtenLine(part, luck);
    const clean: UblLine = line.sku === '' ? withoutSku(line) : line;
    return refer ? { ...clean, orderLineRef: String(part.line.lineNo) } : clean;
  });
  const several = orderNos.length > 1;
  const header = !several || (!refer && luck.fraction() < 0.5);
  const lines = header ? rows : rows.map((line, index) => ({ ...line, orderRef: parts[index]?.order.orderNo ?? '' }));
  const spec: UblSpec = {
    family: wish.family ?? luck.pick(FAMILIES),
    kind: wish.kind ?? 'invoice',
    number,
    orderRef: header ? orderNos.join(', ') : null,
    currency: parts[0]?.order.currency ?? 'NOK',
    supplier: { name: supplier.name, organisationNo: supplier.organisationNo },
    customer: CUSTOMER,
    account: supplier.account,
    lines,
    allowances: [],
    charges: [],
  };
  return { spec, truth: { lines: parts.map(trueLine), charges: [] }, calls: [], reasons: [] };
}

function withoutSku({ sku: _, ...line }: UblLine): UblLine {
  return line;
}

function trueLine({ order, line, quantity }: DeliveredPart): TrueLine {
  return { parts: [{ orderNo: order.orderNo, lineNo: line.lineNo, quantity }] };
}

/** Sum of the line nets of a draft. */
export function goodsNet({ spec }: Draft): string {
  return roundedText(sum(spec.lines.map((line) => decimal(line.net ?? '0'))), 2);
}

/** Another line at the end, with what it truly is. */
export function addLine(draft: Draft, line: UblLine, truth: TrueLine = { parts: [] }): void {
  draft.spec.lines = [...draft.spec.lines, line];
  draft.truth.lines = [...draft.truth.lines, truth];
}

/** Changes a line; what it truly is stays. */
export function changeLine(draft: Draft, index: number, change: Partial<UblLine> | ((line: UblLine) => UblLine)): void {
  draft.spec.lines = draft.spec.lines.map((line, at) => {
    if (at !== index) return line;
    return typeof change === 'function' ? change(line) : { ...line, ...change };
  });
}

/** Deviates the money of a line by an amount, exactly: the price is that of the whole quantity. */
export function deviate(draft: Draft, index: number, by: string): void {
  changeLine(draft, index, (line) => {
    const net = decimal(line.net ?? '0').plus(by);
    return { ...line, price: decimalText(net), base: line.quantity, net: roundedText(net, 2) };
  });
}
