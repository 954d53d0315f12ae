import { type Decimal, decimal, divide } from '../../domain/decimal.ts';
import { UNITS } from '../../domain/unit.table.ts';

/** How a quantity in one unit becomes one in another: times and divided by, exactly. */
export interface UnitConversion {
  times: Decimal;
  dividedBy: Decimal;
}

/** What the supplier's delivery alternative says of its package: so many of the content unit are in one of them. */
export interface Pack {
  unit: string;
  quantity: Decimal;
  /** Unit of the content; left out, the other side's unit. */
  contentUnit?: string;
}

const ONE = decimal('1');
const SAME: UnitConversion = { times: ONE, dividedBy: ONE };
/** Of a converted quantity: enough that no price can show the difference. */
const QUANTITY_DECIMALS = 12;

const FACTORS: ReadonlyMap<string, { family: string; factor: Decimal }> = new Map(
  Object.entries(UNITS).map(([code, { family, factor }]) => [code, { family, factor: decimal(factor) }]),
);

/**
 * The conversion from one unit to another: the supplier's package first, then the physical factor of
 * Recommendation 20. Undefined where there is none, even if the figures happen to agree (scenario U06: fail closed).
 * A side that states no unit is taken to mean the other's: the price still has to agree.
 */
export function unitConversion(
  from: string | undefined,
  to: string | undefined,
  pack: Pack | undefined,
): UnitConversion | undefined {
  const [source, target] = [unitCode(from), unitCode(to)];
  if (source === undefined || target === undefined || source === target) return SAME;
  const packUnit = unitCode(pack?.unit);
  if (pack !== undefined && source === packUnit) {
    const content = physicalConversion(unitCode(pack.contentUnit) ?? target, target);
    return content && { times: content.times.times(pack.quantity), dividedBy: content.dividedBy };
  }
  if (pack !== undefined && target === packUnit) {
    const content = physicalConversion(source, unitCode(pack.contentUnit) ?? source);
    return content && { times: content.times, dividedBy: content.dividedBy.times(pack.quantity) };
  }
  return physicalConversion(source, target);
}

/** A quantity in the other unit. */
export function convertQuantity(quantity: Decimal, conversion: UnitConversion): Decimal {
  if (conversion === SAME) return quantity;
  return divide(quantity.times(conversion.times), conversion.dividedBy, QUANTITY_DECIMALS);
}

/** A unit code as it is compared: trimmed, upper case; undefined where none is stated. */
export function unitCode(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase();
  return code === '' ? undefined : code;
}

function physicalConversion(source: string, target: string): UnitConversion | undefined {
  if (source === target) return SAME;
  const [from, to] = [FACTORS.get(source), FACTORS.get(target)];
  if (from === undefined || to === undefined || from.family !== to.family) return undefined;
  return { times: from.factor, dividedBy: to.factor };
}
