import type { PurchaseOrder } from '../../domain/documents.generated.ts';
import { type Pack, unitCode, type UnitConversion, unitConversion } from './convert-unit.ts';
import type { OrderLineState } from './order-line-state.ts';

/** Order lines of a product that an invoice line's quantity can be converted to, and how. */
export interface Candidates {
  lines: readonly OrderLineState[];
  conversion: UnitConversion;
}

/** The order lines of an invoice line's orders, by product. Lines with the same orders share one. */
export interface ScopeIndex {
  /** All of them, in natural order of order number and line number. */
  lines: readonly OrderLineState[];
  /** Is the product on one of the orders? */
  has: (productNo: string) => boolean;
  /** The lines of the product whose unit the stated one converts to; `undefined` where there is none. Equal questions give the same object. */
  candidates: (productNo: string, unit: string | undefined, pack: Pack | undefined) => Candidates | undefined;
  linesOf: (productNo: string) => readonly OrderLineState[];
  /** Every line of that number, of whatever product. */
  linesNumbered: (lineNo: number) => readonly OrderLineState[];
}

/** Gives each set of orders its index, made once: a large invoice has many lines and one set of orders. */
export function scopeIndexes(states: readonly OrderLineState[]): (orders: readonly PurchaseOrder[]) => ScopeIndex {
  const byOrder = Map.groupBy(states, (state) => state.order.orderNo);
  const made = new Map<string, ScopeIndex>();
  return (orders) => {
    const key = orders.map((order) => order.orderNo).join('\n');
    const known = made.get(key) ?? scopeIndex(orders.flatMap((order) => byOrder.get(order.orderNo) ?? []));
    made.set(key, known);
    return known;
  };
}

function scopeIndex(lines: readonly OrderLineState[]): ScopeIndex {
  const byProduct = Map.groupBy(lines, (line) => line.line.productNo);
  const byLineNo = Map.groupBy(lines, (line) => line.line.lineNo);
  const answered = new Map<string, Candidates | undefined>();
  const byUnit = new Map<string, readonly OrderLineState[]>();
  const ofUnit = (productNo: string, unit: string | undefined) => {
    const key = `${productNo}\n${unit ?? ''}`;
    const found = byUnit.get(key) ?? (byProduct.get(productNo) ?? []).filter((line) => unitCode(line.unit) === unit);
    byUnit.set(key, found);
    return found;
  };
  return {
    lines,
    has: (productNo) => byProduct.has(productNo),
    linesOf: (productNo) => byProduct.get(productNo) ?? [],
    linesNumbered: (lineNo) => byLineNo.get(lineNo) ?? [],
    candidates: (productNo, unit, pack) => {
      const key = `${productNo}\n${unit ?? ''}`;
      if (!answered.has(key)) answered.set(key, candidatesOf(productNo, unit, pack));
      return answered.get(key);
    },
  };

  function candidatesOf(productNo: string, unit: string | undefined, pack: Pack | undefined): Candidates | undefined {
    const units = new Set((byProduct.get(productNo) ?? []).map((line) => unitCode(line.unit)));
    const stated = unitCode(unit);
    const preferred = units.has(stated) ? [stated] : [...units];
    for (const target of preferred) {
      const conversion = unitConversion(stated, target, pack);
      if (conversion !== undefined) return { lines: ofUnit(productNo, target), conversion };
    }
    return undefined;
  }
}
