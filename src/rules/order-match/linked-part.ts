import { type Decimal, decimalOrUndefined, divide, equal, max, ZERO } from '../../domain/decimal.ts';
import type { DocumentLink } from '../../domain/documents.generated.ts';
import type { Demand, Part } from './assign-lines/demand.ts';
import type { UnitConversion } from './convert-unit.ts';
import type { LineValue } from './line-value.ts';
import type { MatchLine } from './match-line.ts';
import { compareOrderLines, type OrderLineState } from './order-line-state.ts';

/** A part of an invoice line, or a charge, on one order line: all figures of a Dokumentkobling, signed as the invoice has them. */
export interface LinkedPart {
  invoiceLineId: string;
  /** Position in the invoice; charges come after the lines. */
  position: number;
  line: OrderLineState;
  direction: Demand['direction'];
  /** In the order line's unit. */
  quantity: Decimal;
  amount: Decimal;
  discount: Decimal;
  /** For one of the order line's unit, before discounts. */
  price: Decimal;
  vat: Decimal;
  tier: string;
  class: DocumentLink['class'];
  evidence: readonly string[];
  runnerUp: string | undefined;
  statedReference: string | undefined;
  /** How the amount came from the invoice line; undefined for a charge, which is its own. */
  origin: PartOrigin | undefined;
}

/** What was done to an invoice line before it was linked: figures of the whole line. */
export interface PartOrigin {
  chargesTakenOut: Decimal;
  headerAllowance: Decimal;
  conversion: UnitConversion | undefined;
}

const PRICE_DECIMALS = 15;

/**
 * The parts of a demand with their shares of the invoice line: by quantity, rounded, the last (order number, line
 * number) takes the remainder (order-match.md 13), so that the parts sum to the line exactly.
 */
export function linkedParts(
  demand: Demand,
  line: MatchLine,
  value: LineValue,
  vat: Decimal,
  decimals: number,
): LinkedPart[] {
  const parts = [...demand.parts].sort((a, b) => compareOrderLines(a.line, b.line));
  const shares = {
    amount: shareByQuantity(value.amount, demand, parts, decimals),
    discount: shareByQuantity(value.discount, demand, parts, decimals),
    vat: shareByQuantity(vat, demand, parts, decimals),
  };
  const conversion = line.candidates?.conversion;
  const price =
    conversion === undefined || equal(conversion.times, conversion.dividedBy)
      ? value.unitPrice
      : divide(value.unitPrice.times(conversion.dividedBy), conversion.times, PRICE_DECIMALS);
  const origin: PartOrigin = {
    chargesTakenOut: (decimalOrUndefined(line.line.netAmount) ?? ZERO).minus(line.net),
    headerAllowance: line.net.minus(value.amount),
    conversion,
  };
  return parts.map((part, index) => ({
    invoiceLineId: line.line.id,
    position: line.index,
    line: part.line,
    direction: demand.direction,
    quantity: demand.sign === 1 ? part.quantity : part.quantity.neg(),
    amount: shares.amount[index] ?? ZERO,
    discount: shares.discount[index] ?? ZERO,
    price,
    vat: shares.vat[index] ?? ZERO,
    tier: part.tier,
    class: part.class,
    evidence: [...line.evidence, ...part.evidence.filter((one) => !line.evidence.includes(one))],
    runnerUp: part.runnerUp,
    statedReference: line.line.orderLineReference,
    origin,
  }));
}

function shareByQuantity(total: Decimal, demand: Demand, parts: readonly Part[], decimals: number): Decimal[] {
  let left = total;
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const share = isLast ? left : divide(total.times(part.quantity), max(demand.quantity, part.quantity), decimals);
    left = left.minus(share);
    return share;
  });
}
