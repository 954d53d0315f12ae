import { currencyDecimals } from '../../domain/currency.table.ts';
import { type Decimal, decimalOrUndefined, isZero, sum, ZERO } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type {
  AppliedTolerance,
  DeliveryAlternativeProposal,
  LinkProposal,
  SupplierInvoice,
} from '../../domain/documents.generated.ts';
import { assignLines } from './assign-lines/assign-lines.ts';
import type { Charge } from './charge.ts';
import { demandsOf } from './demands.ts';
import { deliveryAlternativeProposals } from './learned/delivery-alternative-proposals.ts';
import { learnedLinksIn } from './learned/learned-products.ts';
import { taughtByHand } from './learned/taught-by-hand.ts';
import { type LinkedPart, linkedParts } from './linked-part.ts';
import type { MatchLine } from './match-line.ts';
import type { MatchTask } from './match-task.ts';
import { type OrderLineFigures, orderLineFigures } from './order-line-figures.ts';
import { orderLineStates } from './order-line-state.ts';
import type { OrderMatchFacts, OrderMatchRuleSettings } from './order-match-facts.ts';
import { linksForPair, pairedParts } from './paired-invoice.ts';
import { type PlacedCharges, placeCharges } from './place-charges.ts';
import { type PricedLines, pricedLines } from './priced-lines.ts';
import { orderLineNames } from './proposals/order-line-names.ts';
import { proposeLinks } from './proposals/propose-links.ts';
import { type InvoicedBefore, referredLines } from './referred-lines.ts';
import type { ScopeIndex } from './scope-index.ts';
import { appliedTolerance, directionInForce, toleranceInForce } from './tolerance.ts';

/** What matching the lines of an invoice with those of its orders gave. */
export interface Matched {
  lines: readonly MatchLine[];
  figures: readonly OrderLineFigures[];
  appliedTolerance: AppliedTolerance;
  parts: readonly LinkedPart[];
  placed: PlacedCharges;
  /** Freight and fees of any form, linked, to be created or in the amount of their line, with the rounding. */
  chargeKinds: ReadonlySet<Charge['kind'] | 'rounding'>;
  /** Net of the goods lines, linked or not. */
  goodsNet: Decimal;
  proposals: LinkProposal[];
  /** Keys of the learned links by which lines were found. */
  learnedLinks: string[];
  deliveryAlternativeProposals: DeliveryAlternativeProposal[];
  reasons: Reason[];
}

/**
 * Matches an invoice with its orders: prices the lines, links them, places the charges, and compares per order line.
 * Every known product that is on an order is linked; the comparison says the rest.
 */
export function matchInvoice(task: MatchTask, facts: OrderMatchFacts, settings: OrderMatchRuleSettings): Matched {
  const { invoice } = task;
  const decimals = currencyDecimals(invoice.currency);
  const others = facts.links.filter((link) => !task.repeats.has(link.documentId));
  const links = linksForPair(invoice.kind, task.pair, others);
  const referred = referredLines(invoice, facts.earlier, links);
  const priced = pricedLines(
    task,
    orderLineStates(task.orders, facts, links, { referred, kind: invoice.kind, documentId: task.documentId }),
    facts,
    settings,
  );
  const { lines, amounts } = priced;
  const goods = linkGoods(task, priced, referred, decimals);
  const placed = placeCharges({ ...priced, invoice, orders: task.orders, goods, decimals }, facts, settings.company);
  const all = [...goods, ...placed.parts].sort((a, b) => a.position - b.position);
  const parts = pairedParts(invoice.kind, task.pair, all);
  const learnedLinks = learnedLinksIn(lines.flatMap(({ evidence }) => evidence));
  const ofGoods = lines.filter(({ chargeKind }) => chargeKind === undefined);
  const direction = directionInForce(settings);
  const tolerance = toleranceInForce(settings, task.supplier);
  return {
    lines,
    parts,
    appliedTolerance: appliedTolerance(tolerance, direction),
    figures: orderLineFigures(parts, { tolerance, direction, kind: invoice.kind, decimals }),
    placed,
    chargeKinds: chargeKindsOf(invoice, priced),
    goodsNet: sum(ofGoods.map(({ index }) => amounts[index] ?? ZERO)),
    proposals: proposals(task, priced, facts, decimals),
    learnedLinks,
    deliveryAlternativeProposals: forVisma(task, lines, learnedLinks, facts),
    reasons: lines.flatMap((line) => line.reasons),
  };
}

/** What was learned and is used here, by a tier or because a person said it of this very line. */
function forVisma(
  { inHand, supplier }: MatchTask,
  lines: readonly MatchLine[],
  used: readonly string[],
  { learned, alternatives }: OrderMatchFacts,
): DeliveryAlternativeProposal[] {
  const byHand = lines.filter(({ line }) => inHand.has(line.id) && inHand.get(line.id)?.kind !== 'unlinked');
  const taught = taughtByHand(byHand, supplier.supplierNo, learned);
  return deliveryAlternativeProposals([...used, ...taught], learned, alternatives);
}

function linkGoods(
  task: MatchTask,
  { lines, values, vat }: PricedLines,
  referred: ReadonlyMap<string, InvoicedBefore>,
  decimals: number,
): LinkedPart[] {
  const demands = demandsOf(task.invoice.kind, lines, values, referred);
  assignLines(demands, decimals);
  return demands.flatMap((demand) => {
    const [line, value] = [lines[demand.lineIndex], values[demand.lineIndex]];
    if (line === undefined || value === undefined) return [];
    return linkedParts(demand, line, value, vat.ofLines[line.index] ?? ZERO, decimals);
  });
}

/** What a person may choose from for the lines that are not linked; looked for only where there is one. */
function proposals(task: MatchTask, priced: PricedLines, facts: OrderMatchFacts, decimals: number): LinkProposal[] {
  const room = task.invoice.kind === 'credit-note' ? 'returnLeft' : 'takeLeft';
  const made = new Map<ScopeIndex, ReturnType<typeof orderLineNames>>();
  return proposeLinks(priced.lines, {
    indexOf: (line) => priced.indexOf(line.orders),
    namesOf: (index) => {
      const names = made.get(index) ?? orderLineNames(index.lines, facts, task.supplier.supplierNo, room);
      made.set(index, names);
      return names;
    },
    packs: priced.directory.packs,
    kind: task.invoice.kind,
    decimals,
  });
}

/** What there is of freight, fees and rounding, whether a line is created for it, it is linked to one, or it stays in its line. */
function chargeKindsOf(invoice: SupplierInvoice, { lines, charges, kept }: PricedLines): Matched['chargeKinds'] {
  const linked = lines.filter(({ role, net }) => role === 'goods' && !isZero(net));
  const rounding = decimalOrUndefined(invoice.totals.rounding) ?? ZERO;
  return new Set([
    ...[...charges, ...kept].map(({ kind }) => kind),
    ...linked.flatMap(({ chargeKind }) => chargeKind ?? []),
    ...(isZero(rounding) ? [] : ['rounding' as const]),
  ]);
}
