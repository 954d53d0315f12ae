import { decimalText, divide, isZero } from '../../../domain/decimal.ts';
import type { LinkProposal } from '../../../domain/documents.generated.ts';
import type { MatchLine } from '../match-line.ts';
import { compareOrderLines, type OrderLineState } from '../order-line-state.ts';
import type { Pack } from '../convert-unit.ts';
import type { ScopeIndex } from '../scope-index.ts';
import { StepBudget } from '../step-budget.ts';
import { agreementOf } from './agreement.ts';
import type { OrderLineNames } from './order-line-names.ts';

/** What proposals are made from. */
export interface ProposalScene {
  indexOf: (line: MatchLine) => ScopeIndex;
  namesOf: (index: ScopeIndex) => OrderLineNames;
  packs: ReadonlyMap<string, Pack>;
  kind: 'invoice' | 'credit-note';
  /** Of the currency. */
  decimals: number;
}

/** Proposals for one line at most: what a person reads at a glance. */
const MOST = 3;
/** Order lines of one name, product or price that are looked at: with room left, the first by order number and line number. */
const LOOKED_AT = 50;
/** Steps for one document: names met by their trigrams, order lines compared. */
const STEPS = 400_000;
/** Points that what speaks for an order line adds to the per mille of its name, and what it takes to be proposed. */
const POINTS = { reference: 500, named: 400, price: 300, number: 250, quantity: 150, noRoom: -200 } as const;
const ENOUGH = 400;
/** From here on a name or a number counts as evidence of its own. */
const ALIKE = { name: 400, number: 700 } as const;
/** Less alike than this no other evidence makes up for. */
const HARDLY = 100;
/** A unit price is compared to as many decimals as any price has. */
const PRICE_DECIMALS = 15;

interface Likeness {
  candidate: OrderLineState;
  name: number;
  number: number;
}

/**
 * Proposes order lines for the lines that have none (order-match.md 12, class D): alike in name or number, named by the
 * order line reference or by identifiers that contradict each other, or equal in price and quantity. For a person to
 * choose from: a proposal never becomes a link by itself, and the document stays 9. The work for one document is bounded;
 * where it is spent, the later lines are proposed only what they name themselves.
 */
export function proposeLinks(lines: readonly MatchLine[], scene: ProposalScene): LinkProposal[] {
  const budget = new StepBudget(STEPS);
  return lines
    .filter((line) => line.role === 'unlinked' || (line.role === 'no-order' && line.referenced !== undefined))
    .flatMap((line) => proposalsOf(line, scene, budget));
}

function proposalsOf(line: MatchLine, scene: ProposalScene, budget: StepBudget): LinkProposal[] {
  const index = scene.indexOf(line);
  return [...likenesses(line, index, scene, budget).values()]
    .map((likeness) => scored(line, likeness, index, scene))
    .filter(({ points }) => points >= ENOUGH)
    .sort((a, b) => b.points - a.points || compareOrderLines(a.candidate, b.candidate))
    .slice(0, MOST)
    .map(({ proposal }) => proposal);
}

/** The order lines that something leads to. */
function likenesses(
  line: MatchLine,
  index: ScopeIndex,
  scene: ProposalScene,
  budget: StepBudget,
): Map<string, Likeness> {
  const found = new Map<string, Likeness>();
  const meet = (candidates: readonly OrderLineState[], how: Partial<Pick<Likeness, 'name' | 'number'>>) => {
    for (const candidate of candidates.slice(0, LOOKED_AT)) {
      const known = found.get(candidate.key) ?? { candidate, name: 0, number: 0 };
      known.name = Math.max(known.name, how.name ?? 0);
      known.number = Math.max(known.number, how.number ?? 0);
      found.set(candidate.key, known);
    }
  };
  if (line.referenced !== undefined) meet([line.referenced], {});
  for (const productNo of line.named) {
    const lines = index.linesOf(productNo);
    if (budget.take(lines.length)) meet([...lines].sort(compareOrderLines), {});
  }
  if (budget.left === 0) return found;
  const { names, numbers, byPrice } = scene.namesOf(index);
  for (const { named, similarity } of names.find(line.line.name ?? '', HARDLY, budget)) {
    if (budget.take(Math.min(named.length, LOOKED_AT))) meet(named, { name: similarity });
  }
  for (const { named, similarity } of numbers.find(line.line.sellersItemId ?? '', ALIKE.number, budget)) {
    if (budget.take(Math.min(named.length, LOOKED_AT))) meet(named, { number: similarity });
  }
  if (!isZero(line.quantity)) {
    const same = byPrice.get(decimalText(divide(line.net, line.quantity, PRICE_DECIMALS))) ?? [];
    if (budget.take(Math.min(same.length, LOOKED_AT))) meet(same, {});
  }
  return found;
}

function scored(
  line: MatchLine,
  { candidate, name, number }: Likeness,
  index: ScopeIndex,
  scene: ProposalScene,
): { candidate: OrderLineState; points: number; proposal: LinkProposal } {
  const { productNo, lineNo } = candidate.line;
  const candidates = index.candidates(productNo, line.line.unit, scene.packs.get(productNo));
  const agreement = agreementOf(line, candidate, candidates, scene);
  const says = {
    reference: line.referenced === candidate,
    named: line.named.includes(productNo),
    number: number >= ALIKE.number,
    price: agreement.evidence.includes('price'),
    quantity: agreement.evidence.includes('quantity'),
    noRoom: agreement.against.includes('no-room'),
  };
  const spoken = (Object.keys(says) as (keyof typeof says)[]).filter((what) => says[what]);
  return {
    candidate,
    points: spoken.reduce((total, what) => total + POINTS[what], name),
    proposal: {
      invoiceLineId: line.line.id,
      orderNo: candidate.order.orderNo,
      orderLineNo: lineNo,
      productNo,
      similarity: name,
      evidence: [
        ...(says.reference ? ['order-line-reference'] : []),
        ...(says.named ? ['product-named'] : []),
        ...(name >= ALIKE.name ? ['name'] : []),
        ...(says.number ? ['item-number'] : []),
        ...agreement.evidence,
      ],
      against: agreement.against,
    },
  };
}
