import { decimal, decimalText } from '../../../src/domain/decimal.ts';
import { baseWorld, type OrderLineSpec, purchaseOrder, type WorldDocument } from '../base-world.ts';
import type { ToldMap, Told } from './scenario.ts';

/** What tells one document of a kind from another. */
const KEYS = ['document', 'supplierNo', 'productNo', 'orderNo'] as const;
const ORDER_LINE = /^(\d+) (\S+) (-?[\d.]+) x (-?[\d.]+)(?: to ([\d.]+) by ([\d.]+))?$/;

/** The base world with the documents of a scenario over it: one of the same key is completed, another is added. */
export function worldWith(told: readonly ToldMap[]): WorldDocument[] {
  const base = baseWorld().flatMap(({ documents }) => documents);
  const own = told.map((one) => documentOf(one));
  const others = base.filter((one) => !own.some((other) => isSame(one, other)));
  return [...own.filter(isParty), ...others, ...own.filter((one) => !isParty(one))];
}

/** A document as dropped: what is not said is as in the base world, where there is one of its key. */
export function documentOf(told: ToldMap): WorldDocument {
  const base = baseWorld()
    .flatMap(({ documents }) => documents)
    .find((one) => isSame(one, told));
  if (told['document'] !== 'purchase-order') return { ...base, ...told } as WorldDocument;
  const { document: _, orderNo, lines, ...more } = told;
  if (lines === undefined) return { ...base, ...more } as WorldDocument;
  return purchaseOrder(String(orderNo), (lines as Told[]).flatMap(orderLines), more);
}

/** A document without a value for a key is any document of its kind. */
function isSame(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return KEYS.every((key) =>
    key === 'supplierNo' && one['document'] === 'purchase-order' ? true : one[key] === other[key],
  );
}

function isParty({ document }: WorldDocument): boolean {
  return document === 'supplier';
}

/** `1 A 10 x 100.00`, or a series of prices with rising line numbers: `1 A 1 x 100.00 to 102.99 by 0.01`. */
function orderLines(told: Told): OrderLineSpec[] {
  if (typeof told !== 'string') {
    const line = told as ToldMap;
    return [{ ...line, lineNo: Number(line['lineNo']) } as unknown as OrderLineSpec];
  }
  const [, no = '', productNo = '', quantity = '', from = '', to, by] = ORDER_LINE.exec(told) ?? [];
  if (no === '') throw new Error(`"${told}" is no order line: say "1 A 10 x 100.00"`);
  return series(from, to, by).map((price, index) => ({ lineNo: Number(no) + index, productNo, quantity, price }));
}

/** All prices from the first to the last. */
export function series(from: string, to: string | undefined, by: string | undefined): string[] {
  if (to === undefined || by === undefined) return [from];
  const prices: string[] = [];
  for (let price = decimal(from); price.lte(decimal(to)); price = price.plus(decimal(by)))
    prices.push(decimalText(price));
  return prices;
}
