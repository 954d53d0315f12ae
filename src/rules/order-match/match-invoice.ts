import { currencyDecimals } from '../../domain/currency.table.ts';
import { type Decimal, decimalOrUndefined, sum, ZERO } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { LinkProposal, PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { assignLines } from './assign-lines/assign-lines.ts';
import { type Charge, lineAsCharge, statedCharges } from './charge.ts';
import { placeCharges, type PlacedCharges } from './place-charges.ts';
import { demandsOf, linesReferredTo } from './demands.ts';
import type { OrderCandidates } from './find-orders/order-candidates.ts';
import type { OrdersFound } from './find-orders/find-orders.ts';
import { freightWords } from './freight-words.ts';
import { type LineValue, lineValue } from './line-value.ts';
import { type LinkedPart, linkedParts } from './linked-part.ts';
import type { MatchLine } from './match-line.ts';
import { type OrderLineFigures, orderLineFigures } from './order-line-figures.ts';
import { orderLineStates } from './order-line-state.ts';
import type { OrderMatchFacts, OrderMatchRuleSettings } from './order-match-facts.ts';
import { prepareLines } from './prepare-lines.ts';
import { productDirectory } from './product-directory.ts';
import { spreadAllowances } from './spread-allowances.ts';
import { splitVat } from './split-vat.ts';
import { toleranceInForce } from './tolerance.ts';

/** What matching the lines of an invoice with those of its orders gave. */
export interface Matched {
  lines: readonly MatchLine[];
  figures: readonly OrderLineFigures[];
  parts: readonly LinkedPart[];
  placed: PlacedCharges;
  /** Freight and fees of any form, linked or to be created, with the rounding. */
  chargeKinds: ReadonlySet<Charge['kind'] | 'rounding'>;
  /** Net of the goods lines, linked or not. */
  goodsNet: Decimal;
  proposals: LinkProposal[];
  reasons: Reason[];
}

/** What is matched. */
export interface MatchTask {
  invoice: SupplierInvoice;
  supplier: Supplier;
  orders: readonly PurchaseOrder[];
  candidates: OrderCandidates;
  found: OrdersFound;
  /** Documents whose links are not held against this one. */
  repeats: ReadonlySet<string>;
}

/**
 * Matches an invoice with its orders: classifies the lines, spreads allowances and VAT, links the lines, places the
 * charges, and compares per order line. Every known product that is on an order is linked; the comparison says the rest.
 */
export function matchInvoice(task: MatchTask, facts: OrderMatchFacts, settings: OrderMatchRuleSettings): Matched {
  const { invoice, supplier, found } = task;
  const { company, orderMatch } = settings;
  const decimals = currencyDecimals(invoice.currency);
  const links = facts.links.filter((link) => !task.repeats.has(link.documentId));
  const states = orderLineStates(task.orders, facts, links);
  const words = freightWords(company.freightProduct, facts.alternatives, task.orders);
  const signs = {
    directory: productDirectory(facts, supplier.supplierNo),
    freightWords: words,
    freightProduct: company.freightProduct,
    feeProduct: company.feeAndRoundingProduct,
    kind: invoice.kind,
    decimals,
  };
  const { lines, indexOf } = prepareLines(invoice, task.candidates, found, states, signs, orderMatch.lineCharges);
  const stated = statedCharges(invoice, { words, reasonCodes: orderMatch.freightReasonCodes }, orderMatch.lineCharges);
  const values = lineValues(invoice, lines, decimals);
  const amounts = values.map((value) => value.amount);
  const charges = [...stated, ...linesAsCharges(invoice, lines, amounts)];
  const vat = splitVat(invoice, lines, amounts, charges, decimals);
  const demands = demandsOf(invoice.kind, lines, values, linesReferredTo(invoice, facts.earlier, links));
  assignLines(demands, decimals);
  const goods = demands.flatMap((demand) => {
    const [line, value] = [lines[demand.lineIndex], values[demand.lineIndex]];
    return line === undefined || value === undefined ? [] : linkedParts(demand, line, value, vat.ofLines[line.index] ?? ZERO, decimals);
  });
  const placed = placeCharges({ invoice, orders: task.orders, lines, amounts, goods, charges, vat, indexOf, decimals }, facts, company);
  const parts = [...goods, ...placed.parts].sort((a, b) => a.position - b.position);
  const rule = { tolerance: toleranceInForce(settings, supplier), direction: orderMatch.direction, kind: invoice.kind, decimals };
  const chargeLines = lines.filter((line) => line.chargeKind !== undefined && line.role === 'goods' && !line.net.eq(ZERO));
  const rounding = decimalOrUndefined(invoice.totals.rounding) ?? ZERO;
  return {
    lines,
    parts,
    figures: orderLineFigures(parts, rule),
    placed,
    chargeKinds: new Set([
      ...charges.map(({ kind }) => kind),
      ...chargeLines.flatMap(({ chargeKind }) => chargeKind ?? []),
      ...(rounding.eq(ZERO) ? [] : ['rounding' as const]),
    ]),
    goodsNet: sum(lines.filter(({ chargeKind }) => chargeKind === undefined).map(({ index }) => amounts[index] ?? ZERO)),
    proposals: lines.flatMap(({ proposal }) => proposal ?? []),
    reasons: lines.flatMap((line) => line.reasons),
  };
}

function lineValues(invoice: SupplierInvoice, lines: readonly MatchLine[], decimals: number): LineValue[] {
  const shares = spreadAllowances(invoice, lines, decimals);
  return lines.map((line) => lineValue(line, shares[line.index] ?? ZERO, decimals));
}

/** Lines that are freight or a fee and have no order line of their own. */
function linesAsCharges(invoice: SupplierInvoice, lines: readonly MatchLine[], amounts: readonly Decimal[]): Charge[] {
  return lines
    .filter((line) => line.role === 'charge')
    .map((line) => lineAsCharge(line.line, line.chargeKind ?? 'fee', amounts[line.index] ?? ZERO, line.index, invoice))
    .filter((charge) => !charge.amount.eq(ZERO));
}
