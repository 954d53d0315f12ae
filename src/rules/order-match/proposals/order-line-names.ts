import type { OrderMatchFacts } from '../order-match-facts.ts';
import { isPositive } from '../../../domain/decimal.ts';
import { compareOrderLines, type OrderLineState } from '../order-line-state.ts';
import { type NameIndex, nameIndex } from './name-index.ts';

/** How the lines of some orders can be found by what resembles them. */
export interface OrderLineNames {
  /** By what the order, the product file and the supplier's delivery alternative call them. */
  names: NameIndex<OrderLineState>;
  /** By the supplier's product number and by ours. */
  numbers: NameIndex<OrderLineState>;
  /** By net price for one of the order line's unit, as text. */
  byPrice: ReadonlyMap<string, readonly OrderLineState[]>;
}

/** Order lines that are indexed at most: more are no order that a person compares by name. */
const INDEXED = 20_000;

/** Indexes the lines: those with `room` left first, then by order number and line number. */
export function orderLineNames(
  all: readonly OrderLineState[],
  facts: Pick<OrderMatchFacts, 'products' | 'alternatives'>,
  supplierNo: string,
  room: 'takeLeft' | 'returnLeft',
): OrderLineNames {
  const full = (line: OrderLineState) => (isPositive(line[room]) ? 0 : 1);
  const lines = [...all].sort((a, b) => full(a) - full(b) || compareOrderLines(a, b)).slice(0, INDEXED);
  const descriptions = new Map(facts.products.map((product) => [product.productNo, product.description]));
  const alternatives = Map.groupBy(
    facts.alternatives.filter((one) => one.supplierNo === supplierNo),
    (one) => one.productNo,
  );
  const of = (namesOf: (line: OrderLineState) => (string | undefined)[]) =>
    lines.flatMap((line) =>
      [...new Set(namesOf(line))].flatMap((name) => (name === undefined ? [] : [{ name, named: line }])),
    );
  const atSupplier = (line: OrderLineState) => alternatives.get(line.line.productNo) ?? [];
  return {
    names: nameIndex(
      of((line) => [
        line.line.description,
        descriptions.get(line.line.productNo),
        ...atSupplier(line).map((one) => one.supplierDescription),
      ]),
    ),
    numbers: nameIndex(of((line) => [line.line.productNo, ...atSupplier(line).map((one) => one.supplierProductNo)])),
    byPrice: Map.groupBy(lines, (line) => line.netPriceText),
  };
}
